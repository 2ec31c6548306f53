import { VALUES } from "./csv-cells.ts";
import { factsOf } from "./ride-facts.ts";
import { fitMessages, type FitMessage, type FitWishes } from "../base/fit-messages.ts";
import { HeartRates } from "./heart-rates.ts";
import { dayOfClock, type LocalClock } from "./local-clock.ts";
import { bestMean, normalizedWatts, wattsBySecond } from "./power-trace.ts";
import type { FileReading, Ride } from "./ride.ts";

const KIND = { fileId: 0, session: 18, record: 20, activity: 34 } as const;
/** The fields that are read, by their numbers in the FIT profile. */
const WISHES: FitWishes = new Map([
  [KIND.fileId, { numbers: [0] }],
  [KIND.record, { numbers: [253, 7] }],
  [KIND.session, { numbers: [2, 5, 7, 8, 16, 17, 20, 34, 35, 45] }],
  [KIND.activity, { numbers: [253, 5] }],
]);
const ACTIVITY_FILE = 4;
const CYCLING = 2;
const E_BIKING = 21;
/** Seconds from 1970 to the beginning of FIT time, 1989-12-31T00:00:00Z. */
const FIT_EPOCH = 631_065_600;
const TWENTY_MINUTES = 1200;
/** A clock that stands further from UTC is no clock. */
const MOST_OFFSET = 15 * 3600;

/** A message's values; none where the file has no such message. */
type Values = FitMessage["values"];

const within = (value: number | undefined, { low, high }: { low: number; high: number }): number | undefined =>
  value === undefined || value <= 0 || value < low || value > high ? undefined : value;

const nothing = (why: string): FileReading => ({
  source: "fit",
  rides: [],
  rows: 1,
  otherSports: new Map(),
  heartRates: new HeartRates(),
  planned: 0,
  faults: why === "" ? [] : [{ why }],
  moreFaults: 0,
  notes: [],
  moreNotes: 0,
});

/** The head unit wrote what its own clock showed; where it did not, the rider's time zone counts. */
function localStart(start: number, [utc, local]: Values, clock: LocalClock): number {
  const offset = utc === undefined || local === undefined ? Number.NaN : Math.round((local - utc) / 900) * 900;
  const isPlausible = Math.abs(offset) <= MOST_OFFSET;
  return isPlausible ? start + FIT_EPOCH + offset : clock(start + FIT_EPOCH);
}

/** Who is told a ride with the watts of each of its seconds, of none where no power was measured. */
export type OnTrace = (ride: Ride, watts: readonly number[]) => void;

interface Placed {
  readonly ride: Ride;
  readonly watts: readonly number[];
}

/** The ride of one session, or why it is none. */
function rideOf(session: Values, records: readonly Values[], toLocal: (start: number) => number): Placed | string {
  const [started, , elapsedParts = 0, timerParts = 0, meanHr, maxHr, meanWatts, normalized, load, ftp] = session;
  const start = started ?? records[0]?.[0];
  const elapsed = elapsedParts / 1000;
  const seconds = Math.round(timerParts / 1000 || elapsed);
  if (start === undefined || seconds === 0) return "it has no start or no duration";
  const trace = wattsBySecond(records);
  const facts = factsOf({
    seconds,
    elapsedSeconds: elapsed === 0 ? undefined : Math.round(elapsed),
    givenLoad: within(load === undefined ? undefined : load / 10, VALUES.load),
    normalizedWatts: within(normalizedWatts(trace), VALUES.watts) ?? within(normalized, VALUES.watts),
    meanWatts: within(meanWatts, VALUES.watts),
    meanHr: within(meanHr, VALUES.heartRate),
    maxHr: within(maxHr, VALUES.heartRate),
    best20Watts: within(bestMean(trace, TWENTY_MINUTES), VALUES.watts),
    ftpSet: within(ftp, VALUES.ftp),
  });
  const local = toLocal(start);
  return { ride: { ...facts, day: dayOfClock(local), clock: local, source: "fit" }, watts: trace };
}

/** What was recorded during a session: a triathlon has several in one file. */
function recordsOf([start, , elapsedParts = 0]: Values, records: readonly Values[]): readonly Values[] {
  if (start === undefined) return [];
  const end = start + elapsedParts / 1000;
  return records.filter(([time = 0]) => time >= start && time <= end);
}

const sportWords = (sport: number | undefined): string =>
  sport === E_BIKING ? "E-bike" : `FIT sport ${String(sport ?? "unknown")}`;

/** The recorded rides of a FIT file, with normalised power and the best 20 minutes from their seconds. Never fails for what a file holds. */
export function readFitRide(bytes: Uint8Array, clock: LocalClock, onTrace?: OnTrace): FileReading {
  const messages = fitMessages(bytes, WISHES);
  if (typeof messages === "string") return nothing(messages);
  const of = (kind: number): Values[] => messages.flatMap((one) => (one.kind === kind ? [one.values] : []));
  if (of(KIND.fileId)[0]?.[0] !== ACTIVITY_FILE) return { ...nothing(""), source: undefined };
  const sessions = of(KIND.session);
  if (sessions.length === 0) return nothing("it has no summary: the recording was not ended");
  const [records, activity = []] = [of(KIND.record), of(KIND.activity)[0]];
  const rides: Ride[] = [];
  const otherSports = new Map<string, number>();
  const faults: { why: string }[] = [];
  for (const session of sessions) {
    const sport = session[1];
    const own = sessions.length === 1 ? records : recordsOf(session, records);
    const found = sport === CYCLING ? rideOf(session, own, (start) => localStart(start, activity, clock)) : undefined;
    if (found === undefined) otherSports.set(sportWords(sport), (otherSports.get(sportWords(sport)) ?? 0) + 1);
    else if (typeof found === "string") faults.push({ why: found });
    else {
      rides.push(found.ride);
      onTrace?.(found.ride, found.watts);
    }
  }
  return { ...nothing(""), rides, otherSports, faults };
}
