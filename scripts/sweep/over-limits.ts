import type { PlanRequest } from "../../src/athlete/request.ts";
import { addDays, WEEKDAYS, type CalendarDate, type Weekday } from "../../src/base/calendar.ts";
import type { TrainingPlan, Week } from "../../src/plan/schema.ts";
import type { SegmentJson, Workout } from "../../src/workout/schema.ts";

/** Minutes above one of the limits that the rider named. */
export interface OverLimit {
  readonly limit: "day" | "date" | "minutes" | "hours";
  /** Date of the day, or of the week's Monday. */
  readonly date: string;
  readonly minutes: number;
}

/** Most minutes of a weekday, and of a weekend day, for which the rider named none: what the README promises. */
const UNSAID = { weekday: 120, weekend: 360 };
/** Files hold minutes to four decimals. */
const DUST = 0.01;

const segmentMinutes = (segment: SegmentJson): number =>
  segment.type === "interval"
    ? segment.sets * (segment.work.duration_min + (segment.recovery?.duration_min ?? 0))
    : segment.duration_min;

/** Minutes of a workout from its segments; strength has none and says its length itself. */
const workoutMinutes = (workout: Workout): number =>
  workout.segments.length === 0
    ? workout.duration_min
    : workout.segments.reduce((sum, segment) => sum + segmentMinutes(segment), 0);

const total = (workouts: readonly Workout[]): number => workouts.reduce((sum, one) => sum + workoutMinutes(one), 0);

/** The last of the rider's bands that says something of a date. */
function lastOn<T>(request: PlanRequest, date: string, say: (band: Band) => T | undefined): T | undefined {
  const bands = (request.profile.hours_by_date ?? []).filter((band) => band.from <= date && date <= band.to);
  return bands.map(say).findLast((said) => said !== undefined);
}
type Band = NonNullable<PlanRequest["profile"]["hours_by_date"]>[number];

function minutesAllowed(request: PlanRequest, day: Weekday, date: string): number {
  const { week_days: usual, max_minutes_by_day: minutes = {} } = request.profile.training_availability;
  const days = lastOn(request, date, (band) => band.days) ?? usual;
  if (!days.includes(day) || lastOn(request, date, (band) => band.hours) === 0) return 0;
  const own = lastOn(request, date, (band) => band.max_minutes_by_day?.[day]);
  const pair = request.profile.two_a_day?.[day];
  if (pair !== undefined && own === undefined) return Math.min(minutes[day] ?? 1e9, pair[0] + pair[1]);
  return own ?? minutes[day] ?? (WEEKDAYS.indexOf(day) < 5 ? UNSAID.weekday : UNSAID.weekend);
}

/** Hours of the week from a Monday on: the mean of those that its days are given. */
function hoursAllowed(request: PlanRequest, monday: CalendarDate): number {
  const hours = WEEKDAYS.map(
    (_, i) => lastOn(request, addDays(monday, i), (band) => band.hours) ?? request.profile.weekly_hours_available,
  ).filter((given) => given >= 0.5);
  return hours.reduce((sum, given) => sum + given, 0) / Math.max(1, hours.length);
}

/** A ride that the rider does anyway, or rest: nobody planned it, but nothing may be planned beyond a limit beside it. */
const isOwn = ({ role, type }: Workout): boolean => role === "fixed" || type === "rest";

function ofDay(request: PlanRequest, workouts: readonly Workout[]): OverLimit[] {
  const [first] = workouts;
  if (first === undefined) return [];
  const { date, weekday } = first;
  const minutes = total(workouts);
  const isOff = request.profile.unavailable?.some((range) => range.from <= date && date <= range.to) === true;
  if (isOff) return minutes > DUST ? [{ limit: "date", date, minutes }] : [];
  if (workouts.every(isOwn)) return [];
  const isOwnStrength =
    workouts.every(({ type }) => type === "strength") && request.profile.strength_days?.includes(weekday) === true;
  const allowed = isOwnStrength ? UNSAID.weekday : minutesAllowed(request, weekday, date);
  return minutes > allowed + DUST
    ? [{ limit: allowed === 0 ? "day" : "minutes", date, minutes: minutes - allowed }]
    : [];
}

function ofWeek(request: PlanRequest, week: Week): OverLimit[] {
  const planned = week.workouts.filter((workout) => workout.role !== "event");
  const riding = total(planned.filter((workout) => workout.type !== "strength"));
  const allowed = hoursAllowed(request, week.start_date) * 60;
  return [
    ...WEEKDAYS.flatMap((day) =>
      ofDay(
        request,
        planned.filter((workout) => workout.weekday === day),
      ),
    ),
    ...(riding > allowed + DUST && !planned.every(isOwn)
      ? [{ limit: "hours" as const, date: week.start_date, minutes: riding - allowed }]
      : []),
  ];
}

/**
 * Every minute of a plan beyond what the rider said: days, dates, minutes of a day, hours of a week. Read from request and file
 * alone, so that it holds even where a rule and the planner share a mistake. The event itself is the rider's own choice.
 */
export const overLimits = (request: PlanRequest, plan: TrainingPlan): OverLimit[] =>
  plan.weekly_plan.flatMap((week) => ofWeek(request, week));
