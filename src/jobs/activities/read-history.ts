import { PlanError } from "../../base/errors.ts";
import { sum } from "../../base/numbers.ts";
import { joinWords } from "../../base/text.ts";
import { HeartRates } from "../../history/heart-rates.ts";
import type { LocalClock } from "../../history/local-clock.ts";
import { mergingRides } from "../../history/merge.ts";
import { readCsv } from "../../history/read-csv.ts";
import { readJson } from "../../history/read-json.ts";
import { readTrackRide } from "../../history/read-track-ride.ts";
import { readFitRide } from "../../history/read-fit-ride.ts";
import type { Fault, FileReading, Ride, RideList, RideSource } from "../../history/ride.ts";
import { withThousands } from "../../report/units.ts";
import { readTrouble, type ActivityFile, type ActivityFiles, type PassedOver } from "../../storage/activity-files.ts";

/** What one file gave. */
export interface FileReport {
  readonly file: string;
  /** Null where the file could not be read. */
  readonly source: RideSource | null;
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
  /** Highest heart rates of those other sports. */
  readonly otherHeartRates: HeartRates;
  readonly passedOver: ReadonlyMap<PassedOver, number>;
}

export interface HistoryPorts {
  readonly clock: LocalClock;
  readonly isCancelled: () => boolean;
  /** Says how far the reading is. */
  readonly tell: (words: string) => void;
  /** Finding no ride at all is no error. */
  readonly mayBeEmpty?: boolean | undefined;
  /** Is told each ride of each recording with its watts by second, also of those whose table was read. */
  readonly onTrace?: ((ride: Ride, watts: readonly number[], file: string) => void) | undefined;
}

interface FileSetup {
  /** Which file this is, for whoever waits. */
  readonly place: string;
  readonly ports: HistoryPorts;
  readonly onRecording: ((name: string) => void) | undefined;
}

/** A FIT recording of a day is some MB, ten thousand records of an API 40; what is read as a whole is not larger. */
const MOST_WHOLE_BYTES = 64 * 2 ** 20;
const TOO_LARGE = "it is larger than 64 MB";

async function stopIfCancelled({ isCancelled }: Pick<HistoryPorts, "isCancelled">): Promise<void> {
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
    if (total > MOST_WHOLE_BYTES) return undefined;
    chunks.push(Uint8Array.from(chunk)); // the next one may lie in its place
  }
  return Buffer.concat(chunks);
}

/** What a table or a list of records holds. */
async function readRows(file: ActivityFile, { place, ports, onRecording }: FileSetup): Promise<FileReading | string> {
  const onRows = (rows: number): Promise<void> => {
    ports.tell(`Reading ${place}: ${withThousands(rows)} activities`);
    return stopIfCancelled(ports);
  };
  const setup = { clock: ports.clock, onRows, onRecording };
  if (file.kind !== "json") return readCsv(file.open(), setup);
  const bytes = await wholeFile(file);
  return bytes === undefined ? TOO_LARGE : readJson(new TextDecoder().decode(bytes), setup);
}

/** What a file holds, or why it cannot be read at all. */
async function readOne(file: ActivityFile, setup: FileSetup): Promise<FileReading | string> {
  const { ports } = setup;
  const onTrace = (ride: Ride, watts: readonly number[]): void => ports.onTrace?.(ride, watts, file.name);
  try {
    if (file.kind === "fit") {
      const bytes = await wholeFile(file);
      return bytes === undefined ? TOO_LARGE : readFitRide(bytes, ports.clock, onTrace);
    }
    if (file.kind === "track")
      return await readTrackRide(file.open(), { clock: ports.clock, onTrace, onChunk: () => stopIfCancelled(ports) });
    return await readRows(file, setup);
  } catch (error) {
    const why = readTrouble(error);
    if (why === undefined) throw error;
    return why;
  }
}

function notKnown(name: string): PlanError {
  return new PlanError({
    code: "INPUT_INVALID",
    message: `${name} is no list of activities that we know.`,
    hint: "Name the activities.csv of Strava or intervals.icu, the Activities.csv of Garmin Connect, the workouts.csv of TrainingPeaks, records of an API (.json), or recorded FIT, TCX or GPX files.",
  });
}

type Lack = NonNullable<FileReading["incomplete"]>;

/** `it is a list of Strava without the column "Activity Type"` */
const lackWords = ({ program, missing }: Lack): string =>
  `it looks like a list of ${program}, but ${missing.length === 1 ? "the column" : "the columns"} ${joinWords(missing.map((title) => JSON.stringify(title)))} ${missing.length === 1 ? "is" : "are"} missing`;

const lacking = (name: string, lack: Lack): PlanError =>
  new PlanError({
    code: "INPUT_INVALID",
    message: `${name} cannot be read: ${lackWords(lack)}.`,
    hint: "Keep these titles when the file is trimmed or renamed, or name the export as it was downloaded.",
  });

/** Takes long work step by step, so that Ctrl-C is heard between two. */
export async function lastOf<T>(steps: Generator<undefined, T>, ports: Pick<HistoryPorts, "isCancelled">): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await stopIfCancelled(ports);
  }
}

/** Gathers what the files hold. */
class Reading {
  readonly reports: FileReport[] = [];
  readonly lists: RideList[] = [];
  readonly otherSports = new Map<string, number>();
  readonly otherHeartRates = new HeartRates();
  readonly passedOver: Map<PassedOver, number>;
  planned = 0;
  /** By table: the recordings that its rows name, below the table's folder. */
  private readonly recordings = new Map<ActivityFile, Set<string>>();
  private readonly withFolder: ReadonlySet<ActivityFile>;

  constructor({ files, passedOver }: ActivityFiles) {
    this.passedOver = new Map(passedOver);
    this.withFolder = new Set(files.flatMap(({ table }) => (table === undefined ? [] : [table])));
  }

  /** Who is to be told the recordings of a table; nobody where no folder of them is there. */
  listenerOf(file: ActivityFile): ((name: string) => void) | undefined {
    if (!this.withFolder.has(file)) return undefined;
    const names = new Set<string>();
    this.recordings.set(file, names);
    return (name) => void names.add(name);
  }

  /** True for a recording of a ride that its table has told already. */
  isListed({ name, table }: ActivityFile): boolean {
    if (table === undefined) return false;
    const folder = table.name.slice(0, table.name.lastIndexOf("/") + 1);
    return this.recordings.get(table)?.has(name.slice(folder.length)) === true;
  }

  pass(why: PassedOver): void {
    this.passedOver.set(why, (this.passedOver.get(why) ?? 0) + 1);
  }

  add(file: ActivityFile, reading: FileReading | string): void {
    if (typeof reading === "string") {
      const faults = [{ why: reading }];
      this.reports.push({ ...NO_TROUBLE, file: file.name, source: null, rides: 0, faults });
      return;
    }
    const { source, rides, faults, moreFaults, notes, moreNotes, incomplete } = reading;
    if (source === undefined) {
      if (file.isNamed) throw incomplete === undefined ? notKnown(file.name) : lacking(file.name, incomplete);
      if (incomplete === undefined) this.pass("no_rides");
      else this.reports.push({ ...NO_TROUBLE, file: file.name, source: null, rides: 0, faults: [{ why: lackWords(incomplete) }] }); // prettier-ignore
      return;
    }
    if (rides.length > 0) this.lists.push(rides);
    for (const [name, count] of reading.otherSports)
      this.otherSports.set(name, (this.otherSports.get(name) ?? 0) + count);
    this.otherHeartRates.addAll(reading.heartRates);
    this.planned += reading.planned;
    this.reports.push({ file: file.name, source, rides: rides.length, faults, moreFaults, notes, moreNotes });
  }

  async history(ports: HistoryPorts): Promise<History> {
    const { lists, reports: files, planned, otherSports, otherHeartRates, passedOver } = this;
    if (files.length === 0 && ports.mayBeEmpty !== true) throw notKnown("What you named");
    const total = sum(lists.map(({ length }) => length));
    const { rides, sources } = await lastOf(mergingRides(lists), ports);
    const doubles = total - rides.length;
    return { rides, sources, files, doubles, planned, otherSports, otherHeartRates, passedOver };
  }
}

const NO_TROUBLE = { faults: [], moreFaults: 0, notes: [], moreNotes: 0 } as const;

/** Reads all files and counts each ride once. Throws INPUT_INVALID where a named file is of no known kind or nothing is one, CANCELLED on Ctrl-C. */
export async function readHistory(found: ActivityFiles, ports: HistoryPorts): Promise<History> {
  const reading = new Reading(found);
  for (const [index, file] of found.files.entries()) {
    const place = `file ${index + 1} of ${found.files.length}`;
    ports.tell(`Reading ${place}`);
    await stopIfCancelled(ports);
    if (reading.isListed(file)) {
      reading.pass("listed");
      if (ports.onTrace !== undefined) await readOne(file, { place, ports, onRecording: undefined });
    } else reading.add(file, await readOne(file, { place, ports, onRecording: reading.listenerOf(file) }));
  }
  return reading.history(ports);
}
