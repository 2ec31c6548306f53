import {
  addDays,
  dayNumber,
  daysBetween,
  WEEKDAYS,
  weekdayOf,
  type CalendarDate,
  type Weekday,
} from "../base/calendar.ts";
import { mean, sum } from "../base/numbers.ts";
import { fitnessCurve, FITNESS_DAYS, formOf, type Fitness } from "../load/fitness.ts";
import { estimateFtp, firstFtpDay, type FtpEstimate } from "./ftp-estimate.ts";
import { HeartRates } from "./heart-rates.ts";
import type { Ride, RideList } from "./ride.ts";
import {
  ftpOfLoad,
  isDoubted,
  isImpossibleLoad,
  rideLoad,
  type LoadBasis,
  type RideLoad,
  type Rung,
} from "./ride-load.ts";

export interface LoadedRide extends RideLoad {
  readonly day: CalendarDate;
  readonly seconds: number;
}

/** Rides with their loads, in order of time; the load is worked out as they are gone through. */
export interface LoadedRides extends Iterable<LoadedRide> {
  readonly length: number;
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
  readonly rides: LoadedRides;
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
  /** Rides whose stored load no rider can ride, or was made with the FTP of such loads: it is not taken. */
  readonly doubted: { readonly rides: number; readonly ftpWatts: number | undefined };
}

const WEEKS = 6;
/** Threshold heart rate as a share of the highest where nobody gave it (training science 1.5). */
const LTHR_SHARE = 0.9;

/** What the rider says of themselves, before anything is taken from the rides. */
export interface KnownNumbers {
  readonly ftpWatts?: number | undefined;
  readonly lthr?: number | undefined;
  readonly maxHr?: number | undefined;
  /** Highest heart rates of other sports: it is the same heart. */
  readonly otherHeartRates?: HeartRates | undefined;
}

function basisOf(known: KnownNumbers, ftp: FtpEstimate | undefined, look: FirstLook): LoadBasis {
  const ftpWatts = known.ftpWatts ?? ftp?.watts;
  const maxHr = known.maxHr ?? look.highestHr;
  const lthr = known.lthr ?? (maxHr === undefined ? undefined : maxHr * LTHR_SHARE);
  return { ftpWatts, lthr, wrongFtp: look.wrongFtp };
}

/** What one walk over the rides up to a day tells before their loads are known. */
interface FirstLook {
  readonly first: Ride;
  readonly last: Ride;
  readonly count: number;
  /** Rides that an FTP may be told from. */
  readonly lately: readonly Ride[];
  readonly highestHr: number | undefined;
  /** The FTP that impossible loads were made with; undefined where there are too few to tell. */
  readonly wrongFtp: number | undefined;
}

/** So many impossible loads are no slip: the program counted with a wrong FTP. */
const FEWEST_WRONG = 3;
/** The first so many tell it. */
const MOST_WRONG = 1000;

const middleOf = (values: readonly number[]): number | undefined =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** Rides that are looked at in one step. */
const STEP = 1000;

/** Steps that a caller may stop between. */
type InSteps<T> = Generator<undefined, T>;

function* firstLook(
  rides: RideList,
  today: CalendarDate,
  others: HeartRates | undefined,
): InSteps<FirstLook | undefined> {
  let [first, last]: (Ride | undefined)[] = [];
  let count = 0;
  const lately: Ride[] = [];
  const ftpFrom = firstFtpDay(today);
  const rates = new HeartRates();
  if (others !== undefined) rates.addAll(others);
  const wrong: number[] = [];
  let seen = 0;
  for (const ride of rides) {
    if (++seen % STEP === 0) yield;
    if (ride.day > today) continue;
    first ??= ride;
    last = ride;
    count += 1;
    if (ride.day >= ftpFrom) lately.push(ride);
    if (ride.maxHr !== undefined) rates.add(yearOf(ride.day), ride.maxHr);
    const ftp = wrong.length < MOST_WRONG && isImpossibleLoad(ride) ? ftpOfLoad(ride) : undefined;
    if (ftp !== undefined) wrong.push(ftp);
  }
  const wrongFtp = wrong.length < FEWEST_WRONG ? undefined : middleOf(wrong);
  return first && last && { first, last, count, lately, highestHr: rates.highest(yearOf(today)), wrongFtp };
}

const yearOf = (day: CalendarDate): number => Number(day.slice(0, 4));

/** The rides up to a day with their loads. */
const loadedRides = (
  rides: RideList,
  today: CalendarDate,
  { count, basis }: { count: number; basis: LoadBasis },
): LoadedRides => ({
  length: count,
  *[Symbol.iterator]() {
    for (const ride of rides)
      if (ride.day <= today) yield { day: ride.day, seconds: ride.seconds, ...rideLoad(ride, basis) };
  },
});

/** What a second walk over the rides tells, now that their loads are known. */
interface SecondLook {
  /** Load of each day from the first ride on. */
  readonly loads: readonly number[];
  /** How the loads were found. */
  readonly rungs: Readonly<Record<Rung, number>>;
  /** The rides of the weeks that are looked at. */
  readonly lately: readonly LoadedRide[];
  /** Rides whose stored load is not taken. */
  readonly doubted: number;
}

interface Span {
  readonly today: CalendarDate;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly lately: CalendarDate;
}

function* secondLook(rides: RideList, span: Span, basis: LoadBasis): InSteps<SecondLook> {
  const loads = Array.from({ length: daysBetween(span.from, span.to) + 1 }, () => 0);
  const rungs = { given: 0, power: 0, "average power": 0, "heart rate": 0, effort: 0, duration: 0 };
  const start = dayNumber(span.from);
  const lately: LoadedRide[] = [];
  let [doubted, seen] = [0, 0];
  for (const ride of rides) {
    if (++seen % STEP === 0) yield;
    const { day, seconds } = ride;
    if (day > span.today) continue;
    const { load, rung } = rideLoad(ride, basis);
    const index = dayNumber(day) - start;
    loads[index] = (loads[index] ?? 0) + load;
    rungs[rung] += 1;
    if (rung !== "given" && ride.givenLoad !== undefined && isDoubted(ride, basis)) doubted += 1;
    if (day >= span.lately) lately.push({ day, seconds, load, rung });
  }
  return { loads, rungs, lately, doubted };
}

/** The weeks that are looked at: the last six, or those that the rides cover. */
const weeksCovered = (from: CalendarDate, to: CalendarDate): number =>
  Math.min(WEEKS, Math.max(1, Math.ceil((daysBetween(from, to) + 1) / 7)));

function weeksOf(rides: readonly LoadedRide[], covered: number, to: CalendarDate): WeekOfRides[] {
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

/** The rider behind merged rides, up to `today`; undefined where no ride is that old. `known` wins over what the rides show. */
export function summarize(all: RideList, today: CalendarDate, known: KnownNumbers): HistorySummary | undefined {
  const steps = summarizing(all, today, known);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The same in steps that a caller may stop between. */
export function* summarizing(
  all: RideList,
  today: CalendarDate,
  known: KnownNumbers,
): InSteps<HistorySummary | undefined> {
  const look = yield* firstLook(all, today, known.otherHeartRates);
  if (look === undefined) return undefined;
  const { first, last, count, highestHr, wrongFtp } = look;
  const ftp = estimateFtp(look.lately, today, wrongFtp);
  const basis = basisOf(known, ftp, look);
  const rides = loadedRides(all, today, { count, basis });
  // A day that has no ride yet is not over.
  const to = last.day === today ? today : addDays(today, -1);
  const covered = weeksCovered(first.day, to);
  const span = { today, from: first.day, to, lately: addDays(to, 1 - 7 * covered) };
  const { loads, rungs, lately, doubted } = yield* secondLook(all, span, basis);
  const before = first.fitness ?? mean(loads.slice(0, FITNESS_DAYS));
  const state = fitnessCurve(loads, { ctl: before, atl: before }).at(-1) ?? { ctl: before, atl: before };
  const weeks = weeksOf(lately, covered, to);
  return {
    from: first.day,
    to,
    lastRide: last.day,
    rides,
    rungs,
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
    doubted: { rides: doubted, ftpWatts: wrongFtp },
  };
}
