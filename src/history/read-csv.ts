import { dayNumber } from "../base/calendar.ts";
import { cleanLine } from "../base/text.ts";
import { quoted } from "../athlete/parse-reading.ts";
import type { Cells } from "./csv-cells.ts";
import { delimiterOf, parsedRecord, RecordFramer, type CsvRecord, type ParsedRecord } from "./csv-records.ts";
import { layoutOf } from "./find-layout.ts";
import type { Layout, Row } from "./layout-kind.ts";
import { linesOf } from "./text-lines.ts";
import { dayOfClock, type LocalClock } from "./local-clock.ts";
import type { Fault, FileReading, RideFacts } from "./ride.ts";
import { RideStore } from "./ride-store.ts";
import { dayOf, orderSeen, writtenMoment, type WrittenMoment } from "./written-moment.ts";

/** What a file is read with. */
export interface ReadSetup {
  readonly clock: LocalClock;
  /** Called from time to time with the rows so far; may throw to stop. */
  readonly onRows: (rows: number) => Promise<void>;
  /** Told the recording of every row that counts. */
  readonly onRecording?: ((name: string) => void) | undefined;
}

/** A file with more faults is no export; these are enough to see why. */
const MOST_FAULTS = 5000;
const MOST_SPORTS = 200;
const DAY_SECONDS = 86_400;

interface DatedFacts {
  readonly line: number;
  readonly when: WrittenMoment;
  readonly facts: RideFacts;
}

/** Text of its own: a piece of a line would keep the whole chunk of the file in memory. */
const own = (text: string): string => Buffer.from(text).toString();

/** The first faults of a file, and how many more there are. */
class FaultList {
  readonly first: Fault[] = [];
  more = 0;

  add(line: number, why: string): void {
    if (this.first.length < MOST_FAULTS) this.first.push({ line, why: own(why) });
    else this.more += 1;
  }
}

/** Collects what the rows of one file say. */
class Collector {
  rows = 0;
  private readonly rides = new RideStore();
  private readonly otherSports = new Map<string, number>();
  private readonly faults = new FaultList();
  private readonly notes = new FaultList();
  private planned = 0;
  /** Rides whose date waits for one that tells which number is the month. */
  private waiting: DatedFacts[] = [];
  private order: WrittenMoment["order"] = "open";
  private readonly layout: Layout;
  private readonly columns: number;
  private readonly clock: LocalClock;
  private readonly onRecording: (name: string) => void;

  constructor(layout: Layout, columns: number, { clock, onRecording = () => undefined }: ReadSetup) {
    this.layout = layout;
    this.columns = columns;
    this.clock = clock;
    this.onRecording = (name) => {
      onRecording(own(name));
    };
  }

  add({ line, cells }: ParsedRecord): void {
    this.rows += 1;
    const wrong = cells === undefined ? "its quotes do not close" : this.lengthFault(cells);
    if (cells === undefined || wrong !== undefined) {
      this.faults.add(line, wrong ?? "");
      return;
    }
    const row = this.layout.read(cells);
    if (row.kind === "planned") this.planned += 1;
    else if (row.kind === "fault") this.faults.add(line, row.why);
    else if (row.kind === "other") this.addOther(row);
    else this.addRide(line, row);
  }

  /** What the file held; nothing in it tells how the dates are meant that still wait. */
  reading(): FileReading {
    this.settleWaiting();
    const { rides, rows, otherSports, planned, faults, notes } = this;
    return {
      source: this.layout.source,
      rides,
      rows,
      otherSports,
      planned,
      faults: faults.first.sort(byLine),
      moreFaults: faults.more,
      notes: notes.first.sort(byLine),
      moreNotes: notes.more,
    };
  }

  private settleWaiting(): void {
    for (const dated of this.waiting) this.settle(dated);
    this.waiting = [];
  }

  private lengthFault(cells: Cells): string | undefined {
    const isFull = cells.length >= this.columns;
    if (isFull && (cells.length === this.columns || cells.slice(this.columns).every((cell) => cell === "")))
      return undefined;
    return `it has ${cells.length} columns, the first line has ${this.columns}`;
  }

  private addRide(line: number, { date, facts, notes, recording }: Extract<Row, { kind: "ride" }>): void {
    const when = writtenMoment(date);
    if (when === undefined) {
      this.faults.add(line, `the date ${quoted(date)} cannot be read`);
      return;
    }
    if (recording !== undefined) this.onRecording(recording);
    for (const why of notes) this.notes.add(line, why);
    if (this.order === "open") {
      this.order = orderSeen(when);
      this.waiting.push({ line, when, facts });
      if (this.order !== "open") this.settleWaiting();
    } else this.settle({ line, when, facts });
  }

  private addOther({ sport, recording }: Extract<Row, { kind: "other" }>): void {
    if (recording !== undefined) this.onRecording(recording);
    const name = own(cleanLine(sport, 40)) || "no sport named";
    if (this.otherSports.size < MOST_SPORTS || this.otherSports.has(name))
      this.otherSports.set(name, (this.otherSports.get(name) ?? 0) + 1);
  }

  /** Puts a ride on its day. */
  private settle({ line, when, facts }: DatedFacts): void {
    const isOpen = orderSeen(when) === "open" && this.order === "open" && when.a !== when.b;
    const day = isOpen ? undefined : dayOf(when, this.order);
    if (day === undefined) {
      const why = isOpen ? "the date can be read in two ways: which number is the month?" : "there is no such day";
      this.faults.add(line, why);
      return;
    }
    const { source, isUtc } = this.layout;
    if (when.seconds === undefined) this.rides.add({ ...facts, day, source });
    else {
      const shown = dayNumber(day) * DAY_SECONDS + when.seconds;
      const local = isUtc ? this.clock(shown) : shown;
      this.rides.add({ ...facts, day: isUtc ? dayOfClock(local) : day, clock: local, source });
    }
  }
}

/** A file of no kind that we know. */
export const UNKNOWN_FILE: FileReading = {
  source: undefined,
  rides: [],
  rows: 0,
  otherSports: new Map(),
  planned: 0,
  faults: [],
  moreFaults: 0,
  notes: [],
  moreNotes: 0,
};

/** Lines that may stand above the titles, such as a name of the export. */
const MOST_LINES_ABOVE = 5;

/** Reads an export of any kind that we know, as it comes; a broken line costs that line only. Never fails for what a file holds. */
export async function readCsv(chunks: AsyncIterable<Uint8Array>, setup: ReadSetup): Promise<FileReading> {
  const framer = new RecordFramer();
  let collector: Collector | undefined;
  let delimiter = ",";
  let above = 0;
  const take = (record: CsvRecord): void => {
    if (collector !== undefined) for (const row of parsedRecord(record, delimiter)) collector.add(row);
    else {
      delimiter = delimiterOf(record.text);
      const header = parsedRecord(record, delimiter)[0]?.cells ?? [];
      const layout = layoutOf(header);
      if (layout === undefined) above += 1;
      else {
        collector = new Collector(layout, header.length, setup);
        framer.expect(layout.startsRow);
      }
    }
  };
  for await (const lines of linesOf(chunks)) {
    for (const line of lines) for (const record of framer.push(line)) take(record);
    if (collector === undefined && above > MOST_LINES_ABOVE) return UNKNOWN_FILE;
    await setup.onRows(collector?.rows ?? 0);
  }
  for (const record of framer.end()) take(record);
  return collector?.reading() ?? UNKNOWN_FILE;
}

const byLine = (a: Fault, b: Fault): number => (a.line ?? 0) - (b.line ?? 0);
