import { cleanLine } from "../base/text.ts";
import { quoted } from "../athlete/parse-reading.ts";
import type { Cells } from "./cells.ts";
import { delimiterOf, parsedRecords, RecordFramer, type CsvRecord, type ParsedRecord } from "./csv-records.ts";
import { layoutOf } from "./layout.ts";
import type { Layout } from "./layout-kind.ts";
import { linesOf } from "./lines.ts";
import { dayOfClock, type LocalClock } from "./local-clock.ts";
import type { Fault, FileReading, Ride, RideFacts } from "./ride.ts";
import { dayOf, orderSeen, writtenMoment, type WrittenMoment } from "./written-moment.ts";

/** What a file is read with. */
export interface ReadSetup {
  readonly clock: LocalClock;
  /** Called from time to time with the rows so far; may throw to stop. */
  readonly onRows: (rows: number) => Promise<void>;
}

/** Rows that are read at once: enough to be quick, few enough to need no memory. */
const BATCH = 500;
/** A file with more faults is no export; these are enough to see why. */
const MOST_FAULTS = 5000;
const MOST_SPORTS = 200;

interface DatedFacts {
  readonly line: number;
  readonly when: WrittenMoment;
  readonly facts: RideFacts;
}

/** Collects what the rows of one file say. */
class Collector {
  readonly dated: DatedFacts[] = [];
  readonly otherSports = new Map<string, number>();
  readonly faults: Fault[] = [];
  readonly notes: Fault[] = [];
  planned = 0;
  rows = 0;
  order: WrittenMoment["order"] = "open";
  private readonly layout: Layout;
  private readonly columns: number;

  constructor(layout: Layout, columns: number) {
    this.layout = layout;
    this.columns = columns;
  }

  get source(): Layout["source"] {
    return this.layout.source;
  }

  private fault(line: number, why: string): void {
    if (this.faults.length < MOST_FAULTS) this.faults.push({ line, why });
  }

  private lengthFault(cells: Cells): string | undefined {
    const extra = cells.slice(this.columns).some((cell) => cell !== "");
    if (cells.length >= this.columns && !extra) return undefined;
    return `it has ${String(cells.length)} columns, the first line has ${String(this.columns)}`;
  }

  add({ line, cells }: ParsedRecord): void {
    this.rows += 1;
    if (cells === undefined) {
      this.fault(line, "its quotes do not close");
      return;
    }
    const wrong = this.lengthFault(cells);
    if (wrong !== undefined) {
      this.fault(line, wrong);
      return;
    }
    const row = this.layout.read(cells);
    if (row.kind === "planned") this.planned += 1;
    else if (row.kind === "fault") this.fault(line, row.why);
    else if (row.kind === "other") this.addOther(row.sport);
    else {
      const when = writtenMoment(row.date);
      if (when === undefined) {
        this.fault(line, `the date ${quoted(row.date)} cannot be read`);
        return;
      }
      if (this.order === "open") this.order = when.order === "open" ? orderSeen(when) : "open";
      this.dated.push({ line, when, facts: row.facts });
      for (const why of row.notes) if (this.notes.length < MOST_FAULTS) this.notes.push({ line, why });
    }
  }

  private addOther(sport: string): void {
    const name = cleanLine(sport, 40) || "no sport named";
    if (this.otherSports.size < MOST_SPORTS || this.otherSports.has(name))
      this.otherSports.set(name, (this.otherSports.get(name) ?? 0) + 1);
  }

  /** The rides on their days, once the whole file told in which order it writes them. */
  rides(clock: LocalClock): Ride[] {
    return this.dated.flatMap(({ line, when, facts }) => {
      const isOpen = orderSeen(when) === "open" && this.order === "open" && when.a !== when.b;
      if (isOpen) return this.without(line, "the date can be read in two ways: which number is the month?");
      const day = dayOf(when, this.order);
      if (day === undefined) return this.without(line, "there is no such day");
      const { source, isUtc } = this.layout;
      if (when.seconds === undefined) return [{ ...facts, day, source }];
      const shown = Date.parse(`${day}T00:00:00Z`) / 1000 + when.seconds;
      const local = isUtc ? clock(shown) : shown;
      return [{ ...facts, day: dayOfClock(local), clock: local, source }];
    });
  }

  private without(line: number, why: string): [] {
    this.fault(line, why);
    return [];
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
  notes: [],
};

/** Lines that may stand above the titles, such as a name of the export. */
const MOST_LINES_ABOVE = 5;

/** Reads an export of any kind that we know, as it comes; a broken line costs that line only. Never fails for what a file holds. */
export async function readCsv(chunks: AsyncIterable<Uint8Array>, { clock, onRows }: ReadSetup): Promise<FileReading> {
  const framer = new RecordFramer();
  let collector: Collector | undefined;
  let delimiter = ",";
  let above = 0;
  let batch: CsvRecord[] = [];
  const flush = async (): Promise<void> => {
    const records = parsedRecords(batch, delimiter);
    batch = [];
    for (const record of records) collector?.add(record);
    await onRows(collector?.rows ?? 0);
  };
  for await (const line of linesOf(chunks)) {
    for (const record of framer.push(line)) {
      if (collector !== undefined) batch.push(record);
      else {
        delimiter = delimiterOf(record.text);
        const header = parsedRecords([record], delimiter)[0]?.cells ?? [];
        const layout = layoutOf(header);
        if (layout !== undefined) {
          collector = new Collector(layout, header.length);
          framer.expect(layout.startsRow);
        } else if ((above += 1) > MOST_LINES_ABOVE) return UNKNOWN_FILE;
      }
    }
    if (batch.length >= BATCH) await flush();
  }
  if (collector === undefined) return UNKNOWN_FILE;
  batch.push(...framer.end());
  await flush();
  const rides = collector.rides(clock);
  const { rows, otherSports, planned, faults, notes, source } = collector;
  return { source, rides, rows, otherSports, planned, faults: faults.sort(byLine), notes };
}

const byLine = (a: Fault, b: Fault): number => (a.line ?? 0) - (b.line ?? 0);
