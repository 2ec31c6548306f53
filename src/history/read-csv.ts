import { Collector, type CollectorSetup } from "./collector.ts";
import type { Cells } from "./csv-cells.ts";
import { delimiterOf, parsedRecord, RecordFramer, type CsvRecord, type ParsedRecord } from "./csv-records.ts";
import { layoutOf } from "./find-layout.ts";
import { HeartRates } from "./heart-rates.ts";
import { isLayout, type Incomplete, type Layout } from "./layout-kind.ts";
import type { FileReading } from "./ride.ts";
import { linesOf } from "./text-lines.ts";

/** What a file is read with. */
export interface ReadSetup extends CollectorSetup {
  /** Called from time to time with the rows so far; may throw to stop. */
  readonly onRows: (rows: number) => Promise<void>;
}

/** A file of no kind that we know, or of one that lacks columns. */
export const unknownFile = (incomplete?: Incomplete): FileReading => ({
  source: undefined,
  rides: [],
  rows: 0,
  otherSports: new Map(),
  heartRates: new HeartRates(),
  planned: 0,
  faults: [],
  moreFaults: 0,
  notes: [],
  moreNotes: 0,
  incomplete,
});

/** So many rows tell what a column means. */
const SAMPLE = 300;

/** Lines that may stand above the titles, such as a name of the export. */
const MOST_LINES_ABOVE = 5;

/** A row that a spreadsheet wrapped in one cell, with its quotes doubled: the row inside. */
function unwrapped(cells: Cells): Cells | undefined {
  const [only = "", ...others] = cells;
  if (others.some((cell) => cell.trim() !== "")) return undefined;
  const inside = parsedRecord({ line: 0, text: only }, delimiterOf(only));
  const [row] = inside;
  return inside.length === 1 && row?.cells !== undefined && row.cells.length > 1 ? row.cells : undefined;
}

/** Holds the rows of a file against its titles. */
class Table {
  collector: Collector | undefined;
  nearly: Incomplete | undefined;
  above = 0;
  private delimiter = ",";
  private columns = 0;
  /** The first rows, until they are enough to be learned from; undefined where nothing is. */
  private sample: { readonly line: number; readonly row: Cells }[] | undefined;
  private learn: Layout["learn"];
  private readonly framer = new RecordFramer();
  private readonly setup: ReadSetup;

  constructor(setup: ReadSetup) {
    this.setup = setup;
  }

  push(line: string): void {
    for (const record of this.framer.push(line)) this.take(record);
  }

  end(): void {
    for (const record of this.framer.end()) this.take(record);
    if (this.collector !== undefined) this.endSample(this.collector);
  }

  private take(record: CsvRecord): void {
    if (this.collector === undefined) this.takeTitles(record);
    else if (!this.collector.isFull)
      for (const row of parsedRecord(record, this.delimiter)) this.takeRow(this.collector, row);
  }

  private takeTitles(record: CsvRecord): void {
    this.delimiter = delimiterOf(record.text);
    const written = parsedRecord(record, this.delimiter)[0]?.cells ?? [];
    const header = (written.length < 2 ? unwrapped(written) : undefined) ?? written;
    const layout = layoutOf(header);
    if (layout === undefined || !isLayout(layout)) {
      this.nearly ??= layout;
      this.above += 1;
      return;
    }
    this.collector = new Collector(layout, this.setup);
    this.columns = header.length;
    this.learn = layout.learn;
    if (this.learn !== undefined) this.sample = [];
    this.framer.expect(layout.startsRow);
  }

  private takeRow(collector: Collector, { line, cells }: ParsedRecord): void {
    if (cells === undefined) {
      collector.fault(line, "its quotes do not close");
      return;
    }
    const row = cells.length === this.columns && cells[1] !== "" ? cells : this.fitted(cells);
    if (row !== undefined && this.sample !== undefined) {
      this.sample.push({ line, row });
      if (this.sample.length >= SAMPLE) this.endSample(collector);
    } else if (row !== undefined) collector.add(line, row);
    else collector.fault(line, `it has ${cells.length} columns, the first line has ${this.columns}`);
  }

  private endSample(collector: Collector): void {
    const { sample = [] } = this;
    this.sample = undefined;
    this.learn?.(sample.map(({ row }) => row));
    this.learn = undefined;
    for (const { line, row } of sample) collector.add(line, row);
  }

  /** A row that has as many cells as there are titles once it is unwrapped, or only empty ones more. */
  private fitted(cells: Cells): Cells | undefined {
    const isFull = (row: Cells): boolean =>
      row.length >= this.columns && row.slice(this.columns).every((cell) => cell.trim() === "");
    if (isFull(cells)) {
      const inside = (cells[1] ?? "") === "" ? unwrapped(cells) : undefined;
      return inside !== undefined && isFull(inside) ? inside : cells;
    }
    const inside = unwrapped(cells);
    return inside !== undefined && isFull(inside) ? inside : undefined;
  }
}

/** Reads an export of any kind that we know, as it comes; a broken line costs that line only. Never fails for what a file holds. */
export async function readCsv(chunks: AsyncIterable<Uint8Array>, setup: ReadSetup): Promise<FileReading> {
  const table = new Table(setup);
  for await (const lines of linesOf(chunks)) {
    for (const line of lines) table.push(line);
    if (table.collector === undefined && table.above > MOST_LINES_ABOVE) return unknownFile(table.nearly);
    await setup.onRows(table.collector?.rows ?? 0);
  }
  table.end();
  return table.collector?.reading() ?? unknownFile(table.nearly);
}
