import { PlanError } from "../base/errors.ts";
import { sum } from "../base/numbers.ts";
import type { LocalClock } from "../history/local-clock.ts";
import { mergeRides } from "../history/merge.ts";
import { readCsv, UNKNOWN_FILE } from "../history/read-csv.ts";
import { readFitRide } from "../history/read-fit-ride.ts";
import type { Fault, FileReading, RideList, RideSource } from "../history/ride.ts";
import { readTrouble, type ActivityFile, type ActivityFiles } from "../storage/activity-files.ts";

/** What one file gave. */
export interface FileReport {
  readonly file: string;
  readonly source: RideSource;
  readonly rides: number;
  readonly faults: readonly Fault[];
  readonly notes: readonly Fault[];
  /** Faults and notes that are counted and not kept. */
  readonly moreFaults: number;
  readonly moreNotes: number;
}

/** The rides of all files, each once, and what became of the rest. */
export interface History {
  readonly rides: RideList;
  readonly sources: readonly RideSource[];
  readonly files: readonly FileReport[];
  /** Records that were a second one of the same ride. */
  readonly doubles: number;
  readonly planned: number;
  readonly otherSports: ReadonlyMap<string, number>;
  readonly passedOver: ReadonlyMap<string, number>;
}

export interface HistoryPorts {
  readonly clock: LocalClock;
  readonly isCancelled: () => boolean;
  /** Says how far the reading is. */
  readonly tell: (words: string) => void;
}

/** A FIT recording of a day is some MB; more is none. */
const MOST_FIT_BYTES = 64 * 2 ** 20;

async function stopIfCancelled({ isCancelled }: HistoryPorts): Promise<void> {
  // A signal that came meanwhile is heard only when the event loop turns.
  await new Promise((resolve) => setImmediate(resolve));
  if (!isCancelled()) return;
  throw new PlanError({
    code: "CANCELLED",
    message: "Stopped. No file was changed.",
    hint: "Run the command again to start over.",
  });
}

async function wholeFile(file: ActivityFile): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let total = 0;
  for await (const chunk of file.open()) {
    total += chunk.length;
    if (total > MOST_FIT_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const unreadable = (file: ActivityFile, why: string): FileReading => ({
  ...UNKNOWN_FILE,
  source: file.kind === "fit" ? "fit" : "strava",
  faults: [{ why }],
});

async function readOne(file: ActivityFile, place: string, ports: HistoryPorts): Promise<FileReading> {
  try {
    if (file.kind === "fit") {
      const bytes = await wholeFile(file);
      return bytes === undefined ? unreadable(file, "it is larger than 64 MB") : readFitRide(bytes, ports.clock);
    }
    const onRows = (rows: number): Promise<void> => {
      ports.tell(`Reading ${place}: ${rows.toLocaleString("en")} activities`);
      return stopIfCancelled(ports);
    };
    return await readCsv(file.open(), { clock: ports.clock, onRows });
  } catch (error) {
    const why = readTrouble(error);
    if (why === undefined) throw error;
    return unreadable(file, why);
  }
}

function notKnown(name: string): PlanError {
  return new PlanError({
    code: "INPUT_INVALID",
    message: `${name} is no list of activities that we know.`,
    hint: "Name the activities.csv of Strava or intervals.icu, the Activities.csv of Garmin Connect, the workouts.csv of TrainingPeaks, or recorded FIT files.",
  });
}

const addTo = (counts: Map<string, number>, more: ReadonlyMap<string, number>): void => {
  for (const [name, count] of more) counts.set(name, (counts.get(name) ?? 0) + count);
};

/** Reads all files and counts each ride once. Throws INPUT_INVALID where a named file is of no known kind or nothing is one, CANCELLED on Ctrl-C. */
export async function readHistory(found: ActivityFiles, ports: HistoryPorts): Promise<History> {
  const reports: FileReport[] = [];
  const lists: RideList[] = [];
  const otherSports = new Map<string, number>();
  const passedOver = new Map(found.passedOver);
  let planned = 0;
  for (const [index, file] of found.files.entries()) {
    const place = `file ${String(index + 1)} of ${String(found.files.length)}`;
    ports.tell(`Reading ${place}`);
    await stopIfCancelled(ports);
    const reading = await readOne(file, place, ports);
    const { source } = reading;
    if (source === undefined) {
      if (file.isNamed) throw notKnown(file.name);
      addTo(passedOver, new Map([["other files without rides", 1]]));
      continue;
    }
    if (reading.rides.length > 0) lists.push(reading.rides);
    addTo(otherSports, reading.otherSports);
    planned += reading.planned;
    const { faults, notes, moreFaults, moreNotes } = reading;
    reports.push({ file: file.name, source, rides: reading.rides.length, faults, notes, moreFaults, moreNotes });
  }
  if (reports.length === 0) throw notKnown("What you named");
  const merged = mergeRides(lists);
  const sources = new Set<RideSource>();
  for (const { source } of merged) sources.add(source);
  const doubles = sum(lists.map(({ length }) => length)) - merged.length;
  return { rides: merged, sources: [...sources], files: reports, doubles, planned, otherSports, passedOver };
}
