import type { Session } from "./session.ts";

/**
 * Minutes after midnight at which each session begins, by its id: those of a day follow one another in the order of the
 * plan. Empty where nobody named a time.
 */
export function startsOf(sessions: readonly Session[], first: number | undefined): Map<string, number> {
  const starts = new Map<string, number>();
  if (first === undefined) return starts;
  const ends = new Map<string, number>();
  for (const { id, workout, seconds } of sessions) {
    const start = ends.get(workout.date) ?? first;
    starts.set(id, start);
    ends.set(workout.date, start + Math.ceil(seconds / 60));
  }
  return starts;
}
