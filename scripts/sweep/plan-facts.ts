import { secondsAbove } from "../../src/load/zones.ts";
import type { TrainingPlan } from "../../src/plan/schema.ts";
import { planView, type RideView } from "../../src/rules/view.ts";

/** What two plans are compared by. The event itself is in none of it, tests are in no intensity. */
export interface PlanFacts {
  /** Minutes above 120 % of FTP, and from 91 to 105 %. */
  readonly above120: number;
  readonly from91to105: number;
  readonly longestRide: number;
  readonly load: number;
  readonly recoveryWeeks: number;
  readonly restDays: number;
  readonly weeks: readonly WeekFacts[];
  /** Workouts of the hard sessions of build and peak. */
  readonly quality: readonly string[];
}

export interface WeekFacts {
  readonly number: number;
  readonly minutes: number;
  readonly load: number;
  /** Days of the taper lie in it. */
  readonly touchesTaper: boolean;
  /** Minutes of each weekday, Monday first, strength included. */
  readonly days: readonly number[];
}

const add = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** Minutes above one fraction of FTP and at or below another. */
const minutesBetween = (rides: readonly RideView[], above: number, upTo: number): number =>
  add(rides.flatMap((ride) => ride.measure.steps.map((step) => secondsAbove(step, above) - secondsAbove(step, upTo)))) /
  60;

export function factsOf(plan: TrainingPlan): PlanFacts {
  const { weeks, days } = planView(plan);
  const rides = weeks.flatMap((week) => week.rides);
  const untested = rides.filter((ride) => !ride.isTest);
  return {
    above120: minutesBetween(untested, 1.2, Number.POSITIVE_INFINITY),
    from91to105: minutesBetween(untested, 0.9, 1.05),
    longestRide: Math.max(0, ...rides.map((ride) => ride.measure.seconds / 60)),
    load: add(weeks.map((week) => week.tss)),
    recoveryWeeks: weeks.filter((week) => week.isRecovery).length,
    restDays: days.filter((day) => day.rides.length === 0 && day.strengthSeconds === 0).length,
    weeks: weeks.map((week) => ({
      number: week.number,
      minutes: week.rideSeconds / 60,
      load: week.tss,
      touchesTaper: week.touchesTaper,
      days: week.days.map((day) => (day.rideSeconds + day.strengthSeconds) / 60),
    })),
    quality: weeks
      .filter((week) => week.week.phase === "build" || week.week.phase === "peak")
      .flatMap((week) => week.rides.filter((ride) => ride.isHard && !ride.isTest))
      .map((ride) => ride.workout.library_workout_id ?? ride.workout.name),
  };
}
