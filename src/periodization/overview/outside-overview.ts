import { isUnavailable, SHORTEST_RIDE_MINUTES, type Rider } from "../../athlete/rider.ts";
import { addDays, daysBetween, WEEKDAYS, type CalendarDate } from "../../base/calendar.ts";
import { PlanError } from "../../base/errors.ts";
import { roundTo, sum } from "../../base/numbers.ts";
import { cleanLine } from "../../base/text.ts";
import { eventOn, isAim } from "../../plan/event-days.ts";
import type { Overview, OverviewWeek, Phase } from "../../plan/schema.ts";
import type { PlanEvent } from "../../plan/event-schema.ts";
import { sayOverview } from "../../plan/without-power.ts";
import type { KeptOfPlanner, PlanTask } from "../../plan/task.ts";
import type { RuleId } from "../../rules/catalogue.ts";
import { heldPowerIn, longestRideAllowed, vo2Spacing } from "../../rules/limits.ts";
import type { LadderCatalogue } from "../../workout/ladder.ts";
import type { WorkoutType } from "../../workout/schema.ts";
import { ftpOutlook, plannedGain } from "../intake/ftp-outlook.ts";
import type { LadderForms } from "../intake/ladder-forms.ts";
import { planStart } from "../intake/plan-start.ts";
import { datesOf } from "../intake/request-dates.ts";
import { withGivenRides } from "./given-rides.ts";
import { overviewHead } from "./head.ts";
import { monitoringGuidance } from "./monitoring.ts";
import { outsideNotes } from "./notes.ts";
import { DAY_MINUTES, isActive, rideType, roomOf, trainingDay } from "./outside-day.ts";
import type { OutsideOverview, OutsideWeek } from "./outside-schema.ts";
import { familiesFor } from "../week/families-of-type.ts";
import { noRungsYet, nextSession, withRung, type RiddenRungs } from "../week/next-session.ts";
import type { PlannedRide, RideWish } from "../week/planned-ride.ts";
import { enduranceRide, recoveryRide, sessionRide } from "../week/ride-kinds.ts";
import { shareMinutes } from "../week/share-minutes.ts";
import { NEVER } from "../week/progress.ts";

interface Building {
  readonly rider: Rider;
  readonly ladderForms: LadderForms;
  readonly events: readonly PlanEvent[];
  readonly start: CalendarDate;
  /** Given where a model proposed the overview. */
  readonly kept: KeptOfPlanner | undefined;
}

interface OutsideProgress {
  readonly riddenRungs: RiddenRungs;
  readonly longest: number;
  readonly phase: Phase;
  readonly lastVo2: number;
}

/** An overview made elsewhere in our form: dates, minutes and ladder steps are added, its days, types, hours and loads stay. */
export function adoptOverview(outside: OutsideOverview, task: PlanTask, catalogue: LadderCatalogue): Overview {
  const request = withWeeksOf(outside, task);
  const begin = planStart({ ...task, request }, catalogue);
  const { profile, rider, event, events } = begin;
  const building: Building = {
    rider,
    ladderForms: begin.ladderForms,
    events,
    start: begin.timeline.start,
    kept: task.byModel,
  };
  refuseImplausible(building, outside.weekly_overview);
  const weeks = withGivenRides(buildWeeks(building, outside.weekly_overview), { rider, events });
  const head = overviewHead(begin, {
    taperDays: event === undefined ? 0 : taperDaysOf(weeks, event),
    outlook: ftpOutlook(profile, plannedGain(building.start, weeks), request.targetFtp ?? outside.target_ftp),
    source: task.byModel === undefined ? "outside" : "model",
    notes: {
      coaching: outside.coaching_notes ?? outsideNotes({ weeks, rider }),
      monitoring: outside.monitoring_guidance ?? monitoringGuidance({ weeks, rider }),
    },
    warnings: [],
    given: [],
  });
  return sayOverview({ ...head, weekly_overview: weeks });
}

/** An overview has the weeks of its plan; those of a request end with its first A, whatever comes behind it. */
function withWeeksOf({ total_weeks: weeks }: OutsideOverview, { request, today }: PlanTask): PlanTask["request"] {
  const isOwn = request.events !== undefined && datesOf(request, today).timeline.weeks === weeks;
  return isOwn ? request : { ...request, weeks };
}

/** Days from the start of the first taper week to the event. */
const taperDaysOf = (weeks: readonly OverviewWeek[], event: PlanEvent): number => {
  const first = weeks.find((week) => week.phase === "taper");
  return first === undefined ? 0 : Math.min(21, Math.max(0, daysBetween(first.start_date, event.date)));
};

/** Before any week is built: every week must fit its own days and the rider's ceiling. Throws NOT_FEASIBLE with the limit that binds. */
function refuseImplausible(building: Building, weeks: readonly OutsideWeek[]): void {
  for (const week of weeks) {
    const wanted = Math.round(week.total_hours * 60);
    const room = sum(
      week.training_days.map((day, i) => (isActive(day.workout_types) ? roomOf(building, i, day.workout_types) : 0)),
    );
    const rides = week.training_days.filter((day) => isActive(day.workout_types)).length;
    if (wanted > room)
      refuse(week, "day-minutes", {
        wanted,
        most: room,
        text: `its ${rides} riding days hold ${roundTo(room / 60, 1)} h${limitWords(building)}`,
      });
    if (wanted > building.rider.ceilingMinutes)
      refuse(week, "weekly-ceiling", {
        wanted,
        most: building.rider.ceilingMinutes,
        text: `the rider has ${roundTo(building.rider.ceilingMinutes / 60, 1)} h`,
      });
    week.training_days.forEach((day, i) => {
      const date = addDays(building.start, (week.week_number - 1) * 7 + i);
      if (isActive(day.workout_types) && isUnavailable(building.rider, date))
        refuse(week, "unavailable-dates", {
          wanted,
          most: 0,
          text: `${day.weekday} ${date} is one of the rider's days off`,
        });
    });
  }
}

/** Where the room of a day comes from that has none of the rider's own. */
const limitWords = ({ kept }: Building): string =>
  kept === undefined
    ? ` (${DAY_MINUTES.weekday / 60} h on a weekday, ${DAY_MINUTES.weekend / 60} at the weekend, or the rider's own minutes)`
    : "";

function refuse(week: OutsideWeek, rule: RuleId, at: { wanted: number; most: number; text: string }): never {
  throw new PlanError({
    code: "NOT_FEASIBLE",
    message: `Week ${week.week_number} of the overview asks for ${week.total_hours} h, but ${at.text}. No week was built.`,
    hint: "Lower the hours of that week, add a riding day, or say --minutes for days that have more time.",
    details: { rule, week: week.week_number, wanted_minutes: at.wanted, limit_minutes: at.most },
  });
}

function buildWeeks(building: Building, outside: readonly OutsideWeek[]): OverviewWeek[] {
  let progress: OutsideProgress = { riddenRungs: noRungsYet, longest: 0, phase: "base", lastVo2: NEVER };
  return outside.map((week) => {
    const phase = week.phase === "recovery" ? progress.phase : week.phase;
    const built = buildWeek(building, week, { ...progress, phase });
    const own = building.kept?.weeks.find(({ week_number: number }) => number === week.week_number);
    progress = own === undefined ? built.progress : afterOwn(building, own, progress);
    return built.week;
  });
}

/** Where ladders and long rides stand after a week of the planner's own. */
function afterOwn({ ladderForms }: Building, own: OverviewWeek, before: OutsideProgress): OutsideProgress {
  let { riddenRungs, lastVo2 } = before;
  own.training_days.forEach(({ family, level, dose }, weekday) => {
    if (family === undefined || level === undefined || dose === "reduced") return;
    riddenRungs = withRung(riddenRungs, { family, level }, { phase: own.phase, week: own.week_number });
    if (ladderForms.isVo2(family, level)) lastVo2 = (own.week_number - 1) * 7 + weekday;
  });
  const rides = own.training_days.filter(({ role }) => role !== "event");
  const longest = Math.max(before.longest, ...rides.map(({ target_minutes: minutes }) => minutes));
  return { riddenRungs, longest, phase: own.phase, lastVo2 };
}

interface DayPlace {
  readonly weekday: number;
  readonly type: WorkoutType;
  /** Most minutes this week: the day's own, and what growth allows. */
  readonly most: number;
}

/** The riding days of a week, and which of them is the long ride: the roomiest endurance day, the later of equals. */
function placesOf(
  building: Building,
  week: OutsideWeek,
  longest: number,
): { days: DayPlace[]; long: number | undefined } {
  const days = week.training_days.flatMap((day, weekday): DayPlace[] =>
    isActive(day.workout_types)
      ? [
          {
            weekday,
            type: rideType(day.workout_types),
            most: Math.min(longest, roomOf(building, weekday, day.workout_types)),
          },
        ]
      : [],
  );
  const easy = days.filter((day) => day.type === "endurance");
  const most = Math.max(0, ...easy.map((day) => day.most));
  return { days, long: easy.findLast((day) => day.most === most)?.weekday };
}

/** A day's share of the week: long rides take more, recovery rides less. */
const IDEAL_SHARE = { long: 1.6, recovery: 0.4, other: 1 };

/** Most minutes of a ride: what growth allows; where the overview is a model's also in the first week, and never above the rider's own longest. */
function longestNow({ rider, kept }: Building, { longest }: OutsideProgress): number {
  const grown = longest > 0 ? Math.floor(longestRideAllowed(longest)) : Number.POSITIVE_INFINITY;
  if (kept === undefined) return grown;
  return Math.min(longest > 0 ? grown : rider.longestRecentMinutes, rider.longestAllowedMinutes);
}

function rideWishes(
  building: Building,
  week: OutsideWeek,
  progress: OutsideProgress,
): { rides: RideWish[]; riddenRungs: RiddenRungs; lastVo2: number } {
  const firstDay = (week.week_number - 1) * 7;
  const minutes = Math.round(week.total_hours * 60);
  const longest = longestNow(building, progress);
  const { days, long } = placesOf(building, week, longest);
  let { riddenRungs, lastVo2 } = progress;
  // A ladder that a model gives two days of a week goes up once.
  const isSecond = (families: readonly string[]): boolean =>
    building.kept !== undefined &&
    families.some((family) => riddenRungs.rungs.get(family)?.weeks.at(-1) === week.week_number);
  const rides = days.map(({ weekday, type, most }): RideWish => {
    const share = weekday === long ? IDEAL_SHARE.long : type === "recovery" ? IDEAL_SHARE.recovery : IDEAL_SHARE.other;
    const room = { weekday, most, ideal: (minutes / days.length) * share };
    if (type === "recovery") return recoveryRide(room);
    if (type === "endurance") return enduranceRide(room, weekday === long ? "long" : "easy");
    const families = familiesFor(type, building.events.find(isAim));
    const turn = week.week_number % families.length;
    const session = nextSession(
      { ladderForms: building.ladderForms, riddenRungs, rider: building.rider },
      [...families.slice(turn), ...families.slice(0, turn)],
      {
        seconds: Math.min(most, Math.max(SHORTEST_RIDE_MINUTES, minutes * 0.6)) * 60,
        workSeconds: Number.POSITIVE_INFINITY,
        highestPower: heldPowerIn(building.rider, week.week_number),
        mayBeVo2: type === "vo2max" || type === "mixed" || firstDay + weekday - lastVo2 >= vo2Spacing(building.rider),
        phase: progress.phase,
        advance: week.phase !== "recovery" && week.phase !== "taper" && !isSecond(families),
      },
    );
    if (session === undefined) return { ...enduranceRide(room, "easy"), type };
    // In weeks that are light a ladder is held at half its dose, as in plans of the planner's.
    const isHeld = building.kept !== undefined && (week.phase === "recovery" || week.phase === "taper");
    if (!isHeld) riddenRungs = withRung(riddenRungs, session, { phase: progress.phase, week: week.week_number });
    if (session.form.isVo2) lastVo2 = firstDay + weekday;
    return sessionRide(room, session, { role: "key", dose: isHeld ? "reduced" : "full" });
  });
  return { rides, riddenRungs, lastVo2 };
}

const minutesOf = (rides: readonly PlannedRide[]): number => sum(rides.map((ride) => ride.minutes));

function buildWeek(
  building: Building,
  week: OutsideWeek,
  progress: OutsideProgress,
): { week: OverviewWeek; progress: OutsideProgress } {
  const start = addDays(building.start, (week.week_number - 1) * 7);
  const { rides, riddenRungs, lastVo2 } = rideWishes(building, week, progress);
  const asked = shareMinutes(rides, Math.round(week.total_hours * 60));
  const { events } = building;
  // Of an event of several days all are ridden, whatever the overview says of them.
  const filled = asked.filter(({ weekday }) => !isEventDay(events, addDays(start, weekday)));
  const kept = filled.length === asked.length ? 1 : minutesOf(filled) / minutesOf(asked);
  return {
    week: {
      week_number: week.week_number,
      start_date: start,
      phase: progress.phase,
      week_type: week.phase,
      focus: cleanLine(week.weekly_focus ?? "", 300),
      target_hours: kept === 1 ? week.total_hours : minutesOf(filled) / 60,
      target_tss: week.target_tss * kept,
      training_days: WEEKDAYS.map((_, i) =>
        trainingDay(building, {
          week,
          start,
          weekday: i,
          ride: filled.find((ride) => ride.weekday === i),
          events,
        }),
      ),
    },
    progress: {
      riddenRungs,
      longest: Math.max(progress.longest, ...filled.map((ride) => ride.minutes)),
      phase: progress.phase,
      lastVo2,
    },
  };
}

/** A day that an event takes from an overview. The one day of the only event stays as the overview has it. */
function isEventDay(events: readonly PlanEvent[], date: CalendarDate): boolean {
  const event = eventOn(events, date);
  return event !== undefined && (events.length > 1 || event.days > 1);
}
