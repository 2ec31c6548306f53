import { addDays, daysBetween, WEEKDAYS, weekdayOf, type CalendarDate, type Weekday } from "../base/calendar.ts";
import { mean, sum } from "../base/numbers.ts";
import { fitnessCurve, FITNESS_DAYS, formOf, type Fitness } from "../load/fitness.ts";
import { estimateFtp, type FtpEstimate } from "./ftp-estimate.ts";
import type { Ride } from "./ride.ts";
import { rideLoad, RUNGS, type LoadBasis, type RideLoad, type Rung } from "./ride-load.ts";

export interface LoadedRide extends RideLoad {
  readonly day: CalendarDate;
  readonly seconds: number;
}

/** Seven days in a row. */
export interface WeekOfRides {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly seconds: number;
  readonly load: number;
  readonly rides: number;
}

/** What recorded rides say of a rider on the evening of `to`. */
export interface HistorySummary {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly lastRide: CalendarDate;
  readonly rides: readonly LoadedRide[];
  readonly rungs: Readonly<Record<Rung, number>>;
  readonly fitness: Fitness & { readonly form: number };
  /** Load a day that is taken for the time before the first ride, and the days that the rides cover. */
  readonly before: number;
  readonly days: number;
  /** The last six weeks, or those that the rides cover; oldest first. */
  readonly weeks: readonly WeekOfRides[];
  readonly weeklySeconds: number;
  /** Weekdays ridden in at least half of those weeks. */
  readonly usualDays: readonly Weekday[];
  readonly longest: LoadedRide | undefined;
  readonly ftp: FtpEstimate | undefined;
  readonly highestHr: number | undefined;
  readonly basis: LoadBasis;
}

const WEEKS = 6;
/** The second highest: one spike of a strap is no heart rate. */
const highestHrOf = (rides: readonly Ride[]): number | undefined => {
  const rates = rides.flatMap(({ maxHr }) => (maxHr === undefined ? [] : [maxHr])).sort((a, b) => b - a);
  return rates[Math.min(1, rates.length - 1)];
};
/** Threshold heart rate as a share of the highest where nobody gave it (training science 1.5). */
const LTHR_SHARE = 0.9;

/** What the rider says of themselves, before anything is taken from the rides. */
export interface KnownNumbers extends LoadBasis {
  readonly maxHr?: number;
}

function basisOf(known: KnownNumbers, ftp: FtpEstimate | undefined, highestHr: number | undefined): LoadBasis {
  const ftpWatts = known.ftpWatts ?? ftp?.watts;
  const maxHr = known.maxHr ?? highestHr;
  const lthr = known.lthr ?? (maxHr === undefined ? undefined : maxHr * LTHR_SHARE);
  return { ...(ftpWatts === undefined ? {} : { ftpWatts }), ...(lthr === undefined ? {} : { lthr }) };
}

/** Load of each day from `from` to `to`. */
function dailyLoads(rides: readonly LoadedRide[], from: CalendarDate, to: CalendarDate): number[] {
  const loads = Array.from({ length: daysBetween(from, to) + 1 }, () => 0);
  for (const { day, load } of rides) {
    const index = daysBetween(from, day);
    loads[index] = (loads[index] ?? 0) + load;
  }
  return loads;
}

function weeksOf(rides: readonly LoadedRide[], from: CalendarDate, to: CalendarDate): WeekOfRides[] {
  const covered = Math.min(WEEKS, Math.max(1, Math.ceil((daysBetween(from, to) + 1) / 7)));
  return Array.from({ length: covered }, (_, index) => {
    const last = addDays(to, -7 * (covered - 1 - index));
    const first = addDays(last, -6);
    const inside = rides.filter(({ day }) => day >= first && day <= last);
    return {
      from: first,
      to: last,
      seconds: sum(inside.map(({ seconds }) => seconds)),
      load: sum(inside.map(({ load }) => load)),
      rides: inside.length,
    };
  });
}

function usualDaysOf(rides: readonly LoadedRide[], weeks: readonly WeekOfRides[]): Weekday[] {
  const count = (weekday: Weekday): number =>
    weeks.filter(({ from, to }) => rides.some(({ day }) => day >= from && day <= to && weekdayOf(day) === weekday))
      .length;
  return WEEKDAYS.filter((weekday) => count(weekday) * 2 >= weeks.length);
}

function rungsOf(rides: readonly LoadedRide[]): Record<Rung, number> {
  const counts: Record<Rung, number> = {
    given: 0,
    power: 0,
    "average power": 0,
    "heart rate": 0,
    effort: 0,
    duration: 0,
  };
  for (const rung of RUNGS) counts[rung] = rides.filter((ride) => ride.rung === rung).length;
  return counts;
}

/** The rider behind merged rides, up to `today`; undefined where no ride is that old. `known` wins over what the rides show. */
export function summarize(all: readonly Ride[], today: CalendarDate, known: KnownNumbers): HistorySummary | undefined {
  const past = all.filter(({ day }) => day <= today);
  const [first, last] = [past[0], past.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const ftp = estimateFtp(past, today);
  const highestHr = highestHrOf(past);
  const basis = basisOf(known, ftp, highestHr);
  const rides = past.map((ride) => ({ day: ride.day, seconds: ride.seconds, ...rideLoad(ride, basis) }));
  // A day that has no ride yet is not over.
  const to = last.day === today ? today : addDays(today, -1);
  const loads = dailyLoads(rides, first.day, to);
  const before = first.fitness ?? mean(loads.slice(0, FITNESS_DAYS));
  const state = fitnessCurve(loads, { ctl: before, atl: before }).at(-1) ?? { ctl: before, atl: before };
  const weeks = weeksOf(rides, first.day, to);
  const lately = rides.filter(({ day }) => day >= (weeks[0]?.from ?? to));
  return {
    from: first.day,
    to,
    lastRide: last.day,
    rides,
    rungs: rungsOf(rides),
    fitness: { ctl: state.ctl, atl: state.atl, form: formOf(state) },
    before,
    days: loads.length,
    weeks,
    weeklySeconds: sum(weeks.map(({ seconds }) => seconds)) / weeks.length,
    usualDays: usualDaysOf(lately, weeks),
    longest: lately.reduce<LoadedRide | undefined>(
      (top, ride) => (top === undefined || ride.seconds > top.seconds ? ride : top),
      undefined,
    ),
    ftp,
    highestHr,
    basis,
  };
}
