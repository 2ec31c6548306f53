import type { Rider } from "../athlete/rider.ts";
import { WEEKDAYS } from "../base/calendar.ts";
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

interface RidingSet {
  /** One bit for each day that rides, Monday the lowest. */
  readonly mask: number;
  readonly days: readonly boolean[];
}

const setsByRun = new Map<number, readonly RidingSet[]>();

/** Every set of at most five weekdays without a longer run: the same for all riders, so counted out once. */
function setsWithRuns(most: number): readonly RidingSet[] {
  const known = setsByRun.get(most);
  if (known !== undefined) return known;
  const sets: RidingSet[] = [];
  for (let mask = 1; mask < 128; mask++) {
    const days = WEEKDAYS.map((_, day) => (mask & (1 << day)) !== 0);
    if (days.filter(Boolean).length <= MOST_RIDING_DAYS && keepsRuns(days, most)) sets.push({ mask, days });
  }
  setsByRun.set(most, sets);
  return sets;
}

/** Rides that happen anyway in a week: on which weekdays they leave no rest, and how many days may be ridden in all. */
export interface RiddenAnyway {
  readonly riding: readonly boolean[];
  readonly mostDays: number;
}

/** A week without rides that happen anyway, or with days given by somebody who knows nothing of them. */
const NONE_ANYWAY: RiddenAnyway = { riding: [], mostDays: 7 };

const bits = (days: readonly boolean[]): number => days.reduce((mask, is, day) => (is ? mask | (1 << day) : mask), 0);
const countOf = (mask: number): number => WEEKDAYS.filter((_, day) => (mask & (1 << day)) !== 0).length;

/**
 * Every set of weekdays a rider may ride in a week with these open days: at most five, no run too long. Where rides that happen
 * anyway leave too few rest days, no set takes another.
 */
export function ridingSets(
  rider: Pick<Rider, "level">,
  open: readonly boolean[],
  anyway = NONE_ANYWAY,
): (readonly boolean[])[] {
  const closed = open.reduce((mask, isOpen, day) => (isOpen ? mask : mask | (1 << day)), 0);
  const ridden = bits(anyway.riding);
  const mostDays = Math.max(anyway.mostDays, countOf(ridden));
  return setsWithRuns(ridesInARow(rider.level))
    .filter(({ mask }) => (mask & closed) === 0 && (ridden === 0 || countOf(mask | ridden) <= mostDays))
    .map(({ days }) => days);
}

/** Most minutes that a week's days can hold: the best riding days, none longer than `longest`. */
export function capacityMinutes(
  rider: Pick<Rider, "level" | "days"> & { readonly anyway?: RiddenAnyway | undefined },
  open: readonly boolean[],
  longest: number,
): number {
  const minutes = (set: readonly boolean[]): number =>
    set.reduce((total, rides, day) => total + (rides ? Math.min(rider.days[day]?.maxMinutes ?? 0, longest) : 0), 0);
  return Math.max(0, ...ridingSets(rider, open, rider.anyway).map(minutes));
}
