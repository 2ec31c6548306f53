import { addDays, type CalendarDate } from "../base/calendar.ts";
import { VALUES } from "./csv-cells.ts";
import type { Ride } from "./ride.ts";
import { ftpOfLoad, isDoubted } from "./ride-load.ts";

/** An FTP from recorded rides. */
export interface FtpEstimate {
  readonly watts: number;
  readonly confidence: "high" | "medium" | "low";
  /** Half a sentence: what it is made of. */
  readonly because: string;
  readonly day: CalendarDate;
}

/** Older efforts say little about today. */
const DAYS = 90;
/** FTP as a share of the best 20 minutes (Allen & Coggan). */
const SHARE_OF_20_MINUTES = 0.95;
/** Hard rides of about an hour show FTP, if somebody rode one. */
const HARD_HOUR = { fewestSeconds: 2400, mostSeconds: 4800 };
/** So many rides near the best make it no accident. */
const SEVERAL = { rides: 3, share: 0.95 };

/** A number that stands further from the middle one of all is a slip. */
const FAR_FROM_MIDDLE = 0.15;
/** Without normalised power beside it a best that is so many times the next best is a spike. */
const SPIKE = 1.5;
const TWENTY_MINUTES = 1200;
/** Programs round both numbers. */
const ROUNDING = 1.02;

const { low, high } = VALUES.ftp;

interface Candidate {
  readonly watts: number;
  readonly day: CalendarDate;
}

const candidates = (rides: readonly Ride[], wattsOf: (ride: Ride) => number | undefined): Candidate[] =>
  rides.flatMap((ride) => {
    const watts = wattsOf(ride);
    return watts === undefined || watts < low || watts > high ? [] : [{ watts, day: ride.day }];
  });

const best = (list: readonly Candidate[]): Candidate | undefined =>
  list.reduce<Candidate | undefined>((top, one) => (top === undefined || one.watts > top.watts ? one : top), undefined);

const estimate = ({ watts, day }: Candidate, confidence: FtpEstimate["confidence"], because: string): FtpEstimate => ({
  watts: Math.round(watts),
  confidence,
  because,
  day,
});

/** The fourth powers of 20 minutes alone may not outweigh those of their whole ride: what does is a spike of the meter. */
function best20Of({ best20Watts, normalizedWatts, seconds }: Ride): number | undefined {
  if (best20Watts === undefined || normalizedWatts === undefined) return best20Watts;
  const most = normalizedWatts * Math.max(1, seconds / TWENTY_MINUTES) ** 0.25;
  return best20Watts <= most * ROUNDING ? best20Watts : undefined;
}

/** Bests without those that stand alone above all others. */
function withoutSpikes(list: readonly Candidate[]): readonly Candidate[] {
  const sorted = list.toSorted((a, b) => b.watts - a.watts);
  const isSpike = (one: number): boolean =>
    sorted.length - one > 2 && (sorted[one]?.watts ?? 0) > SPIKE * (sorted[one + 1]?.watts ?? Infinity);
  let spikes = 0;
  for (let one = 0; one < Math.min(3, sorted.length); one++) if (isSpike(one)) spikes = one + 1;
  const least = sorted[spikes - 1]?.watts ?? Infinity;
  return list.filter(({ watts }) => watts < least);
}

/** The newest of the numbers that lie near the middle one. */
function newestUsual(list: readonly Candidate[]): Candidate | undefined {
  const middle = list.toSorted((a, b) => a.watts - b.watts)[Math.floor(list.length / 2)]?.watts ?? 0;
  return list.findLast(({ watts }) => Math.abs(watts - middle) <= FAR_FROM_MIDDLE * middle);
}

function from20Minutes(rides: readonly Ride[]): FtpEstimate | undefined {
  const bests = candidates(rides, (ride) => {
    const watts = best20Of(ride);
    return watts === undefined ? undefined : watts * SHARE_OF_20_MINUTES;
  });
  const list = withoutSpikes(bests);
  const top = best(list);
  if (top === undefined) return undefined;
  const near = list.filter(({ watts }) => watts >= top.watts * SEVERAL.share).length;
  const words = `95 % of your best 20 minutes, ${Math.round(top.watts / SHARE_OF_20_MINUTES)} W`;
  return estimate(top, near >= SEVERAL.rides ? "high" : "medium", words);
}

/** Rides from this day on are new enough to say something about the FTP of a day. */
export const firstFtpDay = (today: CalendarDate): CalendarDate => addDays(today, 1 - DAYS);

/** FTP from the rides of the last 90 days up to `today`, from the best source there is; undefined where nothing tells it. */
export function estimateFtp(rides: readonly Ride[], today: CalendarDate, wrongFtp?: number): FtpEstimate | undefined {
  const from = firstFtpDay(today);
  const lately = rides.filter(({ day }) => day >= from && day <= today);
  const byEffort = from20Minutes(lately);
  if (byEffort !== undefined) return byEffort;
  const eftp = newestUsual(candidates(lately, ({ ftpEstimated }) => ftpEstimated));
  if (eftp !== undefined) return estimate(eftp, "medium", "the estimate in your intervals.icu export");
  const set = newestUsual(candidates(lately, ({ ftpSet }) => ftpSet));
  if (set !== undefined) return estimate(set, "medium", "the FTP that your rides were recorded with");
  const used = newestUsual(candidates(lately, (ride) => (isDoubted(ride, { wrongFtp }) ? undefined : ftpOfLoad(ride))));
  if (used !== undefined) return estimate(used, "medium", "the FTP that the loads in your export were made with");
  const hour = best(
    candidates(lately, ({ seconds, normalizedWatts }) =>
      seconds >= HARD_HOUR.fewestSeconds && seconds <= HARD_HOUR.mostSeconds ? normalizedWatts : undefined,
    ),
  );
  return hour && estimate(hour, "low", "your hardest ride of about an hour; a test may show more");
}
