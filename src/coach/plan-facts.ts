import { WEEKDAYS } from "../base/calendar.ts";
import { sum } from "../base/numbers.ts";
import type { Overview } from "../plan/schema.ts";

/** What words about a plan must not contradict. */
export interface PlanFacts {
  /** Weekdays that hold something in some week, Monday 0. */
  readonly weekdays: ReadonlySet<number>;
  /** Hours of its weeks, to the whole hour and to the half, and the weeks that it has. */
  readonly hours: ReadonlySet<number>;
  readonly weeks: number;
  readonly hasEvent: boolean;
  readonly hasTests: boolean;
}

const halves = (hours: number): number[] => [Math.floor(hours), Math.ceil(hours), Math.round(hours * 2) / 2];

/** The facts of a plan that was accepted. */
export function factsOf({ weekly_overview: weeks, plan_metadata: meta }: Overview): PlanFacts {
  const days = weeks.flatMap(({ training_days: all }) => all);
  const active = days.filter(({ workout_types: types, fixed = [] }) => !types.includes("rest") || fixed.length > 0);
  const lengths = active.map(
    (day) => sum([day.target_minutes, ...(day.fixed ?? []).map(({ minutes }) => minutes)]) / 60,
  );
  return {
    weekdays: new Set(active.map(({ weekday }) => WEEKDAYS.indexOf(weekday))),
    hours: new Set([...weeks.map((week) => week.target_hours), ...lengths].flatMap(halves)),
    weeks: meta.total_weeks,
    hasEvent: meta.event !== undefined || (meta.events ?? []).length > 0,
    hasTests: days.some(({ role }) => role === "test"),
  };
}
