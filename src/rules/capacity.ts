import type { Rider } from "../athlete/rider.ts";
import type { ExperienceLevel } from "../athlete/schema.ts";
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

/** Every set of at most five weekdays without a run longer than `most`. */
const setsWithRuns = (most: number): RidingSet[] =>
  Array.from({ length: 2 ** WEEKDAYS.length }, (_, mask) => ({
    mask,
    days: WEEKDAYS.map((_day, day) => (mask & (1 << day)) !== 0),
  })).filter(({ mask, days }) => mask > 0 && days.filter(Boolean).length <= MOST_RIDING_DAYS && keepsRuns(days, most));

/** The same for all riders of a level, so counted out once. */
const SETS: Readonly<Record<ExperienceLevel, readonly RidingSet[]>> = {
  beginner: setsWithRuns(ridesInARow("beginner")),
  intermediate: setsWithRuns(ridesInARow("intermediate")),
  advanced: setsWithRuns(ridesInARow("advanced")),
};

/** Rides that happen anyway in a week: on which weekdays they leave no rest, and how many days may be ridden in all. */
export interface RiddenAnyway {
  readonly riding: readonly boolean[];
  readonly mostDays: number;
}

/** A week without rides that happen anyway, or with days given by somebody who knows nothing of them. */
const NONE_ANYWAY: RiddenAnyway = { riding: [], mostDays: 7 };

/** Where rides that happen anyway leave too few rest days, no set of riding days takes another. */
function keepsRest(days: readonly boolean[], { riding, mostDays }: RiddenAnyway): boolean {
  const ridden = riding.filter(Boolean).length;
  const all = days.filter((rides, day) => rides || riding[day] === true).length;
  return ridden === 0 || all <= Math.max(mostDays, ridden);
}

/** What of a rider says which weekdays a week may ride. */
type Riding = Pick<Rider, "level" | "strengthDays" | "longRide"> & Partial<Pick<Rider, "strengthPerWeek">>;

/** Strength that has days of its own takes them from the five (rule 17): how many of them a week that rides on these days still needs. */
function strengthBeside({ strengthDays = [], strengthPerWeek = 0 }: Riding, riding: readonly boolean[]): number {
  const others = strengthDays.filter((day) => riding[day] !== true);
  return Math.min(others.length, Math.max(0, strengthPerWeek - (strengthDays.length - others.length)));
}

/** The weekday of the long ride, where the rider named one and it is open. */
const openLongDay = ({ longRide }: Pick<Rider, "longRide">, open: readonly boolean[]): number | undefined =>
  longRide?.weekday !== undefined && open[longRide.weekday] === true ? longRide.weekday : undefined;

/**
 * Every set of weekdays a rider may ride in a week with these open days: at most five, strength on other days counted, no run too
 * long, the day that the rider named for the long ride among them.
 */
export function ridingSets(rider: Riding, open: readonly boolean[], anyway = NONE_ANYWAY): (readonly boolean[])[] {
  const closed = open.reduce((mask, isOpen, day) => (isOpen ? mask : mask | (1 << day)), 0);
  const sets = SETS[rider.level].filter(({ mask }) => (mask & closed) === 0);
  const long = openLongDay(rider, open);
  return sets
    .map(({ days }) => days)
    .filter((days) => days.filter(Boolean).length + strengthBeside(rider, days) <= MOST_RIDING_DAYS)
    .filter((days) => long === undefined || days[long] === true)
    .filter((days) => keepsRest(days, anyway));
}

/** Most minutes that a week's days can hold: the best riding days, none longer than `longest`, and none longer than the day named for the long ride. */
export function capacityMinutes(
  rider: Riding & Pick<Rider, "days"> & { readonly anyway?: RiddenAnyway | undefined },
  open: readonly boolean[],
  longest: number,
): number {
  const long = openLongDay(rider, open);
  const most = Math.min(longest, long === undefined ? longest : (rider.days[long]?.maxMinutes ?? longest));
  const minutes = (set: readonly boolean[]): number =>
    set.reduce(
      (total, rides, day) =>
        total + (rides ? Math.min(rider.days[day]?.maxMinutes ?? 0, most) + (rider.days[day]?.second ?? 0) : 0),
      0,
    );
  return Math.max(0, ...ridingSets(rider, open, rider.anyway).map(minutes));
}
