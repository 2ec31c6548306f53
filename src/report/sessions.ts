import { sum } from "../base/numbers.ts";
import type { WeekView } from "../rules/view.ts";

/** Rides of some weeks, the event left out. */
export const ridesOf = (weeks: readonly WeekView[]): number => sum(weeks.map((week) => week.rides.length));

/** Strength sessions of some weeks, and the seconds they take. */
export function strengthOf(weeks: readonly WeekView[]): { readonly sessions: number; readonly seconds: number } {
  const days = weeks.flatMap((week) => week.days).filter((day) => day.strengthSeconds > 0);
  const workouts = days.flatMap((day) => day.workouts.filter(({ type }) => type === "strength"));
  return { sessions: workouts.length, seconds: sum(days.map((day) => day.strengthSeconds)) };
}
