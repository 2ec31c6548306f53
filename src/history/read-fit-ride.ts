import { readFitMessages, type FitRawMessage } from "fit-file-parser/raw";
import { VALUES } from "./cells.ts";
import { factsOf } from "./facts.ts";
import { dayOfClock, type LocalClock } from "./local-clock.ts";
import { bestMean, normalizedWatts, wattsBySecond } from "./power-trace.ts";
import type { FileReading, Ride } from "./ride.ts";

const MESSAGE = { session: 18, record: 20, activity: 34, fileId: 0 } as const;
const SESSION = { start: 2, sport: 5, elapsed: 7, timer: 8, meanHr: 16, maxHr: 17, meanWatts: 20, load: 35, ftp: 45 };
const ACTIVITY_FILE = 4;
const CYCLING = 2;
const E_BIKING = 21;
const TIMESTAMP = 253;
/** Seconds from 1970 to the beginning of FIT time, 1989-12-31T00:00:00Z. */
const FIT_EPOCH = 631_065_600;
const MOST_BYTES = 64 * 2 ** 20;
const TWENTY_MINUTES = 1200;
/** A clock that stands further from UTC is no clock. */
const MOST_OFFSET = 15 * 3600;

/** An unsigned number of a field; all bits set is how the protocol says "no value". */
function numberOf(message: FitRawMessage | undefined, number: number): number | undefined {
  if (message === undefined) return undefined;
  for (const { fieldNumber, bytes } of message.fields) {
    if (fieldNumber !== number || bytes.length > 4) continue;
    let value = 0;
    for (let i = 0; i < bytes.length; i++)
      value = value * 256 + (bytes[message.littleEndian ? bytes.length - 1 - i : i] ?? 0);
    return value === 256 ** bytes.length - 1 ? undefined : value;
  }
  return undefined;
}

const within = (value: number | undefined, { low, high }: { low: number; high: number }): number | undefined =>
  value === undefined || value <= 0 || value < low || value > high ? undefined : value;

const nothing = (why: string): FileReading => ({
  source: "fit",
  rides: [],
  rows: 1,
  otherSports: new Map(),
  planned: 0,
  faults: [{ why }],
  moreFaults: 0,
  notes: [],
  moreNotes: 0,
});

function messagesOf(bytes: Uint8Array): readonly FitRawMessage[] | string {
  try {
    const messageNumbers = Object.values(MESSAGE);
    return readFitMessages(bytes, { messageNumbers, maxInputBytes: MOST_BYTES }).messages;
  } catch (error) {
    return `this is no whole FIT file (${error instanceof Error ? error.message : String(error)})`;
  }
}

/** The head unit wrote what its own clock showed; where it did not, the rider's time zone counts. */
function localStart(start: number, activity: FitRawMessage | undefined, clock: LocalClock): number {
  const [utc, local] = [numberOf(activity, TIMESTAMP), numberOf(activity, 5)];
  const offset = utc === undefined || local === undefined ? Number.NaN : Math.round((local - utc) / 900) * 900;
  const isPlausible = Math.abs(offset) <= MOST_OFFSET;
  return isPlausible ? start + FIT_EPOCH + offset : clock(start + FIT_EPOCH);
}

/** A recorded ride of a FIT file, with normalised power and the best 20 minutes from its seconds. Never fails for what a file holds. */
export function readFitRide(bytes: Uint8Array, clock: LocalClock): FileReading {
  const messages = messagesOf(bytes);
  if (typeof messages === "string") return nothing(messages);
  const of = (number: number): FitRawMessage[] => messages.filter((one) => one.globalMessageNumber === number);
  if (numberOf(of(MESSAGE.fileId)[0], 0) !== ACTIVITY_FILE) return { ...nothing(""), source: undefined, faults: [] };
  const session = of(MESSAGE.session)[0];
  const sport = numberOf(session, SESSION.sport);
  if (session === undefined) return nothing("it has no summary: the recording was not ended");
  if (sport !== CYCLING) {
    const name = sport === E_BIKING ? "E-bike" : `FIT sport ${String(sport ?? "unknown")}`;
    return { ...nothing(""), faults: [], otherSports: new Map([[name, 1]]) };
  }
  const start = numberOf(session, SESSION.start) ?? numberOf(of(MESSAGE.record)[0], TIMESTAMP);
  const elapsed = (numberOf(session, SESSION.elapsed) ?? 0) / 1000;
  const seconds = Math.round((numberOf(session, SESSION.timer) ?? 0) / 1000 || elapsed);
  if (start === undefined || seconds === 0) return nothing("it has no start or no duration");
  const trace = wattsBySecond(of(MESSAGE.record).map((one) => [one.timestamp, numberOf(one, 7)]));
  const load = numberOf(session, SESSION.load);
  const facts = factsOf({
    seconds,
    elapsedSeconds: elapsed === 0 ? undefined : Math.round(elapsed),
    givenLoad: within(load === undefined ? undefined : load / 10, VALUES.load),
    normalizedWatts: within(normalizedWatts(trace), VALUES.watts) ?? within(numberOf(session, 34), VALUES.watts),
    meanWatts: within(numberOf(session, SESSION.meanWatts), VALUES.watts),
    meanHr: within(numberOf(session, SESSION.meanHr), VALUES.heartRate),
    maxHr: within(numberOf(session, SESSION.maxHr), VALUES.heartRate),
    best20Watts: within(bestMean(trace, TWENTY_MINUTES), VALUES.watts),
    ftpSet: within(numberOf(session, SESSION.ftp), VALUES.ftp),
  });
  const local = localStart(start, of(MESSAGE.activity)[0], clock);
  const ride: Ride = { ...facts, day: dayOfClock(local), clock: local, source: "fit" };
  return { ...nothing(""), faults: [], rides: [ride] };
}
