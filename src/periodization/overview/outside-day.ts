import { WEEKDAY_MINUTES, type Rider } from "../../athlete/rider.ts";
import { addDays, WEEKDAYS, type CalendarDate } from "../../base/calendar.ts";
import { eventOn } from "../../plan/event-days.ts";
import type { KeptOfPlanner } from "../../plan/task.ts";
import type { TrainingDay } from "../../plan/schema.ts";
import type { PlanEvent } from "../../plan/event-schema.ts";
import type { WorkoutType } from "../../workout/schema.ts";
import type { OutsideWeek } from "./outside-schema.ts";
import { eventWorkoutType } from "./weeks.ts";
import type { PlannedRide } from "../week/planned-ride.ts";
import { STRENGTH } from "../../rules/limits.ts";

/** Most minutes of a day for which the rider gave none: what an overview without minutes is plausible within (plan format). */
export const DAY_MINUTES = { weekday: WEEKDAY_MINUTES.most, weekend: 270 };
/** True where a day holds a ride. */
export const isActive = (types: readonly WorkoutType[]): boolean =>
  types.some((type) => type !== "rest" && type !== "strength");
/** The kind of ride a day asks for. */
export const rideType = (types: readonly WorkoutType[]): WorkoutType =>
  types.find((type) => type !== "rest" && type !== "strength") ?? "endurance";

/** Whose days they are; a model plans inside those of the planner, an overview made elsewhere inside plausible ones. */
interface Room {
  readonly rider: Rider;
  readonly kept: KeptOfPlanner | undefined;
}

/** Riding minutes a day may hold: the rider's own, or the plausible ones; strength takes its share of the rider's own. */
export function roomOf({ rider, kept }: Room, weekday: number, types: readonly WorkoutType[]): number {
  const limit = rider.days[weekday];
  const own =
    limit !== undefined && (limit.given || kept !== undefined)
      ? limit.maxMinutes - (types.includes("strength") ? STRENGTH.minutes : 0)
      : weekday < 5
        ? DAY_MINUTES.weekday
        : DAY_MINUTES.weekend;
  return Math.max(0, own);
}

interface DayInput {
  readonly week: OutsideWeek;
  readonly start: CalendarDate;
  readonly weekday: number;
  readonly ride: PlannedRide | undefined;
  readonly events: readonly PlanEvent[];
}

/** One weekday of an adopted week: what was asked, with minutes and a ladder step. */
export function trainingDay(room: Room, { week, start, weekday, ride, events }: DayInput): TrainingDay {
  const head = { weekday: WEEKDAYS[weekday] ?? "Monday", date: addDays(start, weekday) };
  const event = eventOn(events, head.date);
  if (event !== undefined) {
    const minutes = Math.round(event.hours * 60);
    return {
      ...head,
      workout_types: [eventWorkoutType(event)],
      target_minutes: minutes,
      max_minutes: minutes,
      role: "event",
    };
  }
  const types = week.training_days[weekday]?.workout_types ?? ["rest"];
  if (ride === undefined) {
    const strengthOnly = types.includes("strength");
    return {
      ...head,
      workout_types: strengthOnly ? ["strength"] : ["rest"],
      target_minutes: 0,
      max_minutes: strengthOnly ? STRENGTH.minutes : 0,
      strength_minutes: strengthOnly ? STRENGTH.minutes : undefined,
    };
  }
  const strength = types.includes("strength") ? STRENGTH.minutes : 0;
  return {
    ...head,
    workout_types: [...types],
    target_minutes: ride.minutes,
    max_minutes: roomOf(room, weekday, types) + strength,
    role: ride.role,
    family: ride.family,
    level: ride.level,
    ...(ride.dose === "reduced" ? { dose: ride.dose } : {}),
    strength_minutes: strength > 0 ? strength : undefined,
  };
}
