import { weekdayIndex } from "../base/calendar.ts";
import type { Workout } from "../workout/schema.ts";

const two = (value: number): string => String(value).padStart(2, "0");

/** `W03D2`: week, and day of the week from Monday. */
export const codeOf = (week: number, { date }: Pick<Workout, "date">): string =>
  `W${two(week)}D${weekdayIndex(date) + 1}`;

/** `century-w03d2`; the second session of a day has `-2` behind it. */
const idOf = (name: string, code: string, number: number): string =>
  `${name}-${code.toLowerCase()}${number === 1 ? "" : `-${number}`}`;

interface OfWeek {
  readonly planId: string;
  readonly week: { readonly week_number: number };
}

/** The id of each workout of a week: its own, or in files without ids the one of its place. */
export function idsOf(workouts: readonly Workout[], { planId, week }: OfWeek): string[] {
  const ofDay = new Map<string, number>();
  return workouts.map((workout) => {
    const code = codeOf(week.week_number, workout);
    const number = (ofDay.get(code) ?? 0) + 1;
    ofDay.set(code, number);
    return workout.id ?? idOf(planId, code, number);
  });
}

/** Workouts of a week with their ids, as they are written first. */
export function withIds(workouts: readonly Workout[], at: OfWeek): Workout[] {
  const ids = idsOf(workouts, at);
  return workouts.map((workout, i) => ({ ...workout, id: ids[i] }));
}
