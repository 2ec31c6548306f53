import { addDays, type CalendarDate } from "../base/calendar.ts";
import { VALUES } from "./csv-cells.ts";
import type { Ride } from "./ride.ts";

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

function from20Minutes(rides: readonly Ride[]): FtpEstimate | undefined {
  const list = candidates(rides, ({ best20Watts }) =>
    best20Watts === undefined ? undefined : best20Watts * SHARE_OF_20_MINUTES,
  );
  const top = best(list);
  if (top === undefined) return undefined;
  const near = list.filter(({ watts }) => watts >= top.watts * SEVERAL.share).length;
  const words = `95 % of your best 20 minutes, ${Math.round(top.watts / SHARE_OF_20_MINUTES)} W`;
  return estimate(top, near >= SEVERAL.rides ? "high" : "medium", words);
}

/** Rides from this day on are new enough to say something about the FTP of a day. */
export const firstFtpDay = (today: CalendarDate): CalendarDate => addDays(today, 1 - DAYS);

/** FTP from the rides of the last 90 days up to `today`, from the best source there is; undefined where nothing tells it. */
export function estimateFtp(rides: readonly Ride[], today: CalendarDate): FtpEstimate | undefined {
  const from = firstFtpDay(today);
  const lately = rides.filter(({ day }) => day >= from && day <= today);
  const byEffort = from20Minutes(lately);
  if (byEffort !== undefined) return byEffort;
  const eftp = candidates(lately, ({ ftpEstimated }) => ftpEstimated).at(-1);
  if (eftp !== undefined) return estimate(eftp, "medium", "the estimate in your intervals.icu export");
  const set = candidates(lately, ({ ftpSet }) => ftpSet).at(-1);
  if (set !== undefined) return estimate(set, "medium", "the FTP that your rides were recorded with");
  // A load is hours x (power / FTP)^2 x 100, so a program that gives both tells its FTP.
  const used = candidates(lately, ({ givenLoad, normalizedWatts, seconds }) =>
    givenLoad === undefined || normalizedWatts === undefined
      ? undefined
      : normalizedWatts / Math.sqrt(givenLoad / 100 / (seconds / 3600)),
  ).at(-1);
  if (used !== undefined) return estimate(used, "medium", "the FTP that the loads in your export were made with");
  const hour = best(
    candidates(lately, ({ seconds, normalizedWatts }) =>
      seconds >= HARD_HOUR.fewestSeconds && seconds <= HARD_HOUR.mostSeconds ? normalizedWatts : undefined,
    ),
  );
  return hour && estimate(hour, "low", "your hardest ride of about an hour; a test may show more");
}
