import { addDays, WEEKDAYS, type CalendarDate, type Weekday } from "../../../src/base/calendar.ts";
import { roundTo, sum } from "../../../src/base/numbers.ts";
import type { PlanRequest } from "../../../src/athlete/request.ts";
import { compilePlan, type CompiledPlan } from "../../../src/jobs/compile/compile.ts";
import { measureWorkout } from "../../../src/load/measure.ts";
import type { TrainingPlan, Week } from "../../../src/plan/schema.ts";
import type { SegmentJson, Workout } from "../../../src/workout/schema.ts";
import { aTask } from "../../support/a-task.ts";
import { shipped } from "../library/shipped.ts";

const REQUEST: PlanRequest = {
  goal: "Complete century",
  event: { date: "2027-02-28", type: "century", hours: 6 },
  tests: true,
  acceptRamp: false,
  profile: {
    ftp: 265,
    age: 35,
    goals: [],
    experience_level: "intermediate",
    weekly_hours_available: 8,
    recent_weekly_hours: 7,
    longest_recent_ride_minutes: 150,
    ctl: 45,
    strength_per_week: 1,
    training_availability: {
      week_days: ["Tuesday", "Wednesday", "Thursday", "Saturday", "Sunday"],
      max_minutes_by_day: { Tuesday: 75, Wednesday: 75, Thursday: 90, Saturday: 240, Sunday: 240 },
    },
  },
};

const compiled = compilePlan(aTask({ request: REQUEST, planId: "golden", seed: "golden" }), shipped);

/** The valid plan that every case starts from: 12 weeks to a century, five days, tests, strength, an event. */
export const goldenFiles = (): CompiledPlan => structuredClone(compiled);
export const golden = (): TrainingPlan => goldenFiles().plan.training_plan;

/** A plan with one thing changed. */
export function changed(change: (plan: TrainingPlan) => void): TrainingPlan {
  const plan = golden();
  change(plan);
  return plan;
}

export function week(plan: TrainingPlan, number: number): Week {
  const found = plan.weekly_plan[number - 1];
  if (found === undefined) throw new Error(`no week ${number}`);
  return found;
}

type Match = Partial<Pick<Workout, "type" | "role" | "weekday">>;

/** The first ride of a week that is so; rest and strength are none. */
export function ride(plan: TrainingPlan, number: number, match: Match = {}): Workout {
  const found = week(plan, number).workouts.find(
    (workout) =>
      workout.segments.length > 0 &&
      (match.type ?? workout.type) === workout.type &&
      (match.role ?? workout.role) === workout.role &&
      (match.weekday ?? workout.weekday) === workout.weekday,
  );
  if (found === undefined) throw new Error(`week ${number} has no ride ${JSON.stringify(match)}`);
  return found;
}

/** Weeks of a kind, in order, as numbers. */
export const loadWeeks = (plan: TrainingPlan): number[] =>
  plan.weekly_plan.flatMap((one) => (one.phase !== "taper" && one.week_type !== "recovery" ? [one.week_number] : []));
export const recoveryWeeks = (plan: TrainingPlan): number[] =>
  plan.weekly_plan.flatMap((one) => (one.week_type === "recovery" ? [one.week_number] : []));
export const taperWeeks = (plan: TrainingPlan): number[] =>
  plan.weekly_plan.flatMap((one) => (one.phase === "taper" ? [one.week_number] : []));

export const steady = (minutes: number, percent: number): SegmentJson => ({
  type: "steady",
  duration_min: minutes,
  power_low_pct: percent,
  power_high_pct: percent,
  description: "Even",
});
export const repeats = (
  sets: number,
  [minutes, percent]: readonly [number, number],
  [rest, easy]: readonly [number, number],
): SegmentJson => ({
  type: "interval",
  sets,
  work: { duration_min: minutes, power_low_pct: percent, power_high_pct: percent },
  recovery: { duration_min: rest, power_low_pct: easy, power_high_pct: easy },
  description: "Work, then rest",
});
/** A session with a warm-up and a cool-down that are long enough. */
export const session = (...work: SegmentJson[]): SegmentJson[] => [steady(15, 60), ...work, steady(10, 50)];

/** Other segments in a workout; its minutes and load stay true. */
export function refill(workout: Workout, segments: readonly SegmentJson[], change: Partial<Workout> = {}): void {
  const measure = measureWorkout({ segments });
  Object.assign(workout, {
    ...change,
    segments: [...segments],
    duration_min: measure.seconds / 60,
    tss: measure.tss,
  });
}

/** An easy ride of so many minutes. */
export const easyRide = (workout: Workout, minutes: number, percent = 62): void => {
  refill(workout, [steady(minutes, percent)], { type: "endurance", role: "easy" });
  delete workout.family;
  delete workout.level;
};

export function restDay(workout: Workout): void {
  easyRide(workout, 1);
  Object.assign(workout, { name: "Rest", type: "rest", segments: [], duration_min: 0, tss: 0 });
  delete workout.role;
}

/** Every ride shorter or longer by a factor, as one steady ride of the same mean: load and hours change, days do not. */
export function stretch(workout: Workout, factor: number): void {
  const { seconds, intensity } = measureWorkout(workout);
  refill(workout, [steady(Math.round((seconds * factor) / 60), Math.round(intensity * 100))]);
}

/** Sums of the weeks as the workouts now are. */
export function resum(plan: TrainingPlan): void {
  for (const one of plan.weekly_plan) {
    const rides = one.workouts.filter(({ type, role }) => type !== "rest" && type !== "strength" && role !== "event");
    one.planned_hours = roundTo(sum(rides.map((workout) => measureWorkout(workout).seconds)) / 3600, 2);
    one.planned_tss = roundTo(sum(rides.map((workout) => workout.tss)), 1);
  }
}

const dateOf = (one: Week, weekday: Weekday): CalendarDate => addDays(one.start_date, WEEKDAYS.indexOf(weekday));

/** What is done on two weekdays of a week changes places. */
export function swapDays(plan: TrainingPlan, number: number, [a, b]: readonly [Weekday, Weekday]): void {
  const one = week(plan, number);
  for (const workout of one.workouts)
    if (workout.weekday === a || workout.weekday === b) {
      workout.weekday = workout.weekday === a ? b : a;
      workout.date = dateOf(one, workout.weekday);
    }
}

/** The workouts of one week instead of those of another. */
export function copyWeek(plan: TrainingPlan, from: number, to: number): void {
  const target = week(plan, to);
  const workouts = structuredClone(week(plan, from).workouts);
  target.workouts = workouts.map((workout) => ({ ...workout, date: dateOf(target, workout.weekday) }));
}

/** A session of its own kind on a weekday, whatever stood there. */
export function plant(
  plan: TrainingPlan,
  number: number,
  workout: Partial<Workout> & Pick<Workout, "weekday" | "segments">,
): Workout {
  const one = week(plan, number);
  const planted: Workout = {
    name: "Planted",
    type: "endurance",
    description: "",
    duration_min: 0,
    tss: 0,
    date: dateOf(one, workout.weekday),
    ...workout,
  };
  refill(planted, workout.segments);
  const at = one.workouts.findIndex(({ weekday }) => weekday === workout.weekday);
  one.workouts = one.workouts.filter(({ weekday }) => weekday !== workout.weekday);
  one.workouts.splice(at, 0, planted);
  return planted;
}

/** The rider cannot ride on these days. */
export function daysOff(plan: TrainingPlan, from: CalendarDate, to: CalendarDate = from): void {
  plan.athlete_profile.unavailable = [...(plan.athlete_profile.unavailable ?? []), { from, to }];
}
