import { riderInWeek } from "../../athlete/rider-in-week.ts";
import { isHeldEasy } from "../../athlete/easy-throughout.ts";
import type { Rider } from "../../athlete/rider.ts";
import { addDays, WEEKDAYS, type CalendarDate } from "../../base/calendar.ts";
import { roundTo, sum } from "../../base/numbers.ts";
import { eventDayOn, eventOn, isAim, lastEventDay } from "../../plan/event-days.ts";
import type { OverviewWeek, TrainingDay } from "../../plan/schema.ts";
import type { PlanEvent } from "../../plan/event-schema.ts";
import type { Reason, WorkoutType } from "../../workout/schema.ts";
import { reasonsOf } from "./ride-reasons.ts";
import type { Season, SeasonWeek } from "../season/season.ts";
import type { PlannedRide } from "../week/planned-ride.ts";
import type { PlannedWeek } from "../week/progress.ts";
import { LOW_TOP } from "../../load/zones.ts";

const FOCUS: Record<string, string> = {
  base: "Build the engine: steady riding and longer work below FTP",
  build: "Raise the power you can hold: harder work, well spaced",
  peak: "Ride like the event: fewer kinds of work, closer to the day",
  taper: "Arrive fresh and sharp",
  recovery: "Recover: ride less, and easily",
  event: "Ride your event day by day, then rest",
  transition: "Recover from your event: easy riding, and only as much as feels good",
};

/** The same for a week that is held to easy riding. */
const EASY_FOCUS: Readonly<Record<string, string>> = {
  base: "Build the engine: steady, easy riding",
  build: "Ride a little more, and as easily as before",
  peak: "Ride like the event: long and easy",
  taper: "Arrive rested",
};

const focusWords = (focus: string, isEasy: boolean): string =>
  (isEasy ? EASY_FOCUS[focus] : undefined) ?? FOCUS[focus] ?? "";

/** Planned weeks in the form of the overview file. */
export function overviewWeeks(
  planned: readonly PlannedWeek[],
  { season, rider, events }: { season: Season; rider: Rider; events: readonly PlanEvent[] },
): OverviewWeek[] {
  const reasons = reasonsOf(planned, rider);
  return planned.map((entry, i) => {
    const { week, rides } = entry;
    const weekType = week.kind === "recovery" ? "recovery" : week.phase;
    return {
      week_number: week.number,
      start_date: week.start,
      phase: week.phase,
      week_type: weekType,
      focus: focusWords(focusOf(week, { weekType, eventDay: season.eventDay, events }), isHeldEasy(rider, week.number)),
      target_hours: roundTo(sum(rides.map((ride) => ride.minutes)) / 60, 2),
      target_tss: roundTo(entry.load - week.given.load, 1),
      why: [entry.bound],
      training_days: WEEKDAYS.map((_, weekday) => {
        const index = rides.findIndex((ride) => ride.weekday === weekday);
        return trainingDay({
          entry,
          weekday,
          rider,
          events,
          ride: rides[index],
          why: reasons[i]?.[index] ?? [],
        });
      }),
    };
  });
}

/** Weeks into which an event runs, and those of easy riding behind one, have a focus of their own. */
function focusOf(
  week: SeasonWeek,
  { weekType, eventDay, events }: { weekType: string; eventDay: number | undefined; events: readonly PlanEvent[] },
): string {
  if (events.length <= 1) return week.firstDay > (eventDay ?? Number.POSITIVE_INFINITY) ? "event" : weekType;
  if (events.some((event) => isAim(event) && event.date < week.start && week.start <= lastEventDay(event)))
    return "event";
  return week.isTransition === true ? "transition" : weekType;
}

/** What an event counts as by its intensity. */
export const eventWorkoutType = (event: PlanEvent): WorkoutType =>
  event.intensity_pct <= LOW_TOP * 100 ? "endurance" : event.intensity_pct <= 90 ? "tempo" : "mixed";

interface DayInput {
  readonly entry: PlannedWeek;
  readonly weekday: number;
  readonly rider: Rider;
  readonly events: readonly PlanEvent[];
  readonly ride: PlannedRide | undefined;
  readonly why: readonly Reason[];
}

function trainingDay({ entry, weekday, rider, events, ride, why }: DayInput): TrainingDay {
  const limit = riderInWeek(rider, entry.week.start).days[weekday];
  const name = WEEKDAYS[weekday] ?? "Monday";
  const date = addDays(entry.week.start, weekday);
  const event = eventOn(events, date);
  if (event !== undefined) {
    const minutes = Math.round(event.hours * 60);
    return {
      weekday: name,
      date,
      workout_types: [eventWorkoutType(event)],
      target_minutes: minutes,
      max_minutes: minutes,
      role: "event",
      why: [{ id: "event", text: eventReason(event, date) }],
    };
  }
  const isOpen = entry.week.open[weekday] === true;
  const strength = entry.strength.find((day) => day.weekday === weekday);
  if (ride === undefined && strength !== undefined)
    return {
      weekday: name,
      date,
      workout_types: ["strength"],
      target_minutes: 0,
      max_minutes: limit?.maxMinutes ?? strength.minutes,
      role: "strength",
      strength_minutes: strength.minutes,
      why: [{ id: "strength-days", text: `${name} is one of your days for strength` }],
    };
  if (ride === undefined)
    return {
      weekday: name,
      date,
      workout_types: ["rest"],
      target_minutes: 0,
      max_minutes: isOpen ? (limit?.maxMinutes ?? 0) : 0,
      why: restReason({ entry, weekday, rider, events }),
    };
  return {
    weekday: name,
    date,
    workout_types: strength === undefined ? [ride.type] : [ride.type, "strength"],
    target_minutes: ride.minutes,
    max_minutes: limit === undefined ? ride.minutes : limit.maxMinutes + (limit.second ?? 0),
    role: ride.role,
    family: ride.family,
    level: ride.level,
    dose: ride.dose,
    max_work_minutes:
      ride.level === undefined || ride.dose === "reduced" ? undefined : roundTo(ride.workSeconds / 60, 2),
    library_workout_id: ride.workoutId,
    strength_minutes: strength?.minutes,
    ...secondOf(entry, weekday),
    why: [...why],
  };
}

/** Minutes of a day's second ride, where it has one. */
function secondOf({ rides }: PlannedWeek, weekday: number): Pick<TrainingDay, "second_minutes"> {
  const second = rides.find((ride) => ride.weekday === weekday && ride.isSecond === true);
  return second === undefined ? {} : { second_minutes: second.minutes };
}

/** Why a day is an event's. */
function eventReason(event: PlanEvent, date: CalendarDate): string {
  const day = eventDayOn(event, date) ?? 1;
  if (event.priority === "B") return "an event of priority B: you come to it rested, and the plan goes on behind it";
  if (event.priority === "C") return "an event of priority C: this week's hard day";
  return day === 1 ? "the day you train for" : `day ${day} of the event you train for`;
}

function restReason({ entry, weekday, rider, events }: Omit<DayInput, "ride" | "why">): Reason[] {
  const date = addDays(entry.week.start, weekday);
  const behind = events.find((event) => isBehind(event, date, { week: entry.week, isAlone: events.length === 1 }));
  if (behind !== undefined) return [{ id: "event", text: "rest: your event is behind you" }];
  const isChosen = riderInWeek(rider, entry.week.start).days[weekday]?.available === true;
  if (!isChosen && entry.week.given.days[weekday]?.rides.length === 0)
    return [{ id: "available-days", text: `${WEEKDAYS[weekday] ?? ""} is not one of your days` }];
  const given = entry.week.given.days[weekday];
  if (given !== undefined && given.rides.length > 0)
    return [
      {
        id: "fixed-rides",
        text: "your own riding is the day's: nothing is planned beside it",
        numbers: { minutes: given.minutes },
      },
    ];
  if (entry.week.open[weekday] !== true) return [{ id: "unavailable-dates", text: "one of your days off" }];
  return [{ id: "rest-days", text: "the work of the other days needs it" }];
}

/** True in what is left of the week in which an A ended. */
function isBehind(
  event: PlanEvent,
  date: CalendarDate,
  { week, isAlone }: { readonly week: SeasonWeek; readonly isAlone: boolean },
): boolean {
  const last = lastEventDay(event);
  if (!isAim(event) || date <= last) return false;
  return isAlone ? event.days > 1 : last >= week.start;
}
