import type { Rider } from "../athlete/rider.ts";
import { MOST_RIDING_DAYS, ridesInARow } from "./limits.ts";

/** True where no run of riding days, taken around the week's end, is longer than `most`. Weekdays, Monday first. */
export function keepsRuns(riding: readonly boolean[], most: number): boolean {
  if (riding.every(Boolean)) return most >= riding.length;
  let run = 0;
  for (let i = 0; i < riding.length * 2; i++) {
    run = riding[i % riding.length] ? run + 1 : 0;
    if (run > most) return false;
  }
  return true;
}

/** Every set of weekdays a rider may ride in a week with these open days: at most five, no run too long. */
export function ridingSets(rider: Pick<Rider, "level">, open: readonly boolean[]): boolean[][] {
  const sets: boolean[][] = [];
  for (let mask = 1; mask < 128; mask++) {
    const set = open.map((isOpen, day) => isOpen && (mask & (1 << day)) !== 0);
    const count = set.filter(Boolean).length;
    if (open.some((isOpen, day) => !isOpen && (mask & (1 << day)) !== 0)) continue;
    if (count <= MOST_RIDING_DAYS && keepsRuns(set, ridesInARow(rider.level))) sets.push(set);
  }
  return sets;
}

/** Most minutes that a week's days can hold: the best riding days, none longer than `longest`. */
export function capacityMinutes(
  rider: Pick<Rider, "level" | "days">,
  open: readonly boolean[],
  longest: number,
): number {
  const minutes = (set: readonly boolean[]): number =>
    set.reduce((total, rides, day) => total + (rides ? Math.min(rider.days[day]?.maxMinutes ?? 0, longest) : 0), 0);
  return Math.max(0, ...ridingSets(rider, open).map(minutes));
}
