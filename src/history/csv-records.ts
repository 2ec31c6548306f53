import { parse } from "csv-parse/sync";
import type { Cells } from "./cells.ts";

/** The text of one row, which may be several lines long, and the line on which it begins. */
export interface CsvRecord {
  readonly line: number;
  readonly text: string;
}

/** A longer row is a quote that never ends. */
const MOST_CHARACTERS = 1_000_000;

/** Puts lines together to rows: a row ends with its line unless a quote is open. */
export class RecordFramer {
  private open = "";
  private openLine = 0;
  private line = 0;
  private isInQuotes = false;
  private startsRow: RegExp | undefined;

  /** Tells what a row begins with, so that a quote that was never closed costs one row and not the file. */
  expect(startsRow: RegExp): void {
    this.startsRow = startsRow;
  }

  /** The rows that this line ends: none, one, or a broken one before it. */
  push(text: string): CsvRecord[] {
    this.line += 1;
    const ended: CsvRecord[] = [];
    const isLost = this.isInQuotes && (this.startsRow?.test(text) === true || this.open.length > MOST_CHARACTERS);
    if (isLost) ended.push(...this.end());
    if (this.isInQuotes) this.open += `\n${text}`;
    else {
      this.open = text;
      this.openLine = this.line;
    }
    for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) this.isInQuotes = !this.isInQuotes;
    if (!this.isInQuotes) ended.push(...this.end());
    return ended;
  }

  /** What is left at the end of the file. */
  end(): CsvRecord[] {
    const { open, openLine } = this;
    this.open = "";
    this.isInQuotes = false;
    return open.trim() === "" ? [] : [{ line: openLine, text: open }];
  }
}

/** One row in cells, or undefined where its quotes make no sense. */
export interface ParsedRecord {
  readonly line: number;
  readonly cells: Cells | undefined;
}

function rowsOf(text: string, delimiter: string): readonly Cells[] | undefined {
  try {
    return parse(text, { delimiter, relax_quotes: true, relax_column_count: true, skip_empty_lines: true });
  } catch {
    return undefined;
  }
}

/** One row alone; where a quote held several lines together wrongly, each of them. */
function parsedAlone({ line, text }: CsvRecord, delimiter: string): ParsedRecord[] {
  const rows = rowsOf(text, delimiter);
  if (rows?.length === 1) return [{ line, cells: rows[0] }];
  if (rows?.length === text.split("\n").length) return rows.map((cells, index) => ({ line: line + index, cells }));
  // A quote that never closes, read as an inch sign: `27" wheels`.
  const plain = text.includes("\n") ? undefined : rowsOf(text.replaceAll('"', ""), delimiter);
  return [{ line, cells: plain?.length === 1 ? plain[0] : undefined }];
}

/** Rows in cells. They are read together, and one by one only where one of them is broken. */
export function parsedRecords(records: readonly CsvRecord[], delimiter: string): ParsedRecord[] {
  const rows = rowsOf(records.map(({ text }) => text).join("\n"), delimiter);
  if (rows?.length === records.length) return records.map(({ line }, index) => ({ line, cells: rows[index] }));
  return records.flatMap((record) => parsedAlone(record, delimiter));
}

/** What stands between the cells: the sign that the first line has most of. */
export function delimiterOf(firstLine: string): string {
  const counts = [",", ";", "\t"].map((sign) => [firstLine.split(sign).length, sign] as const);
  return counts.reduce((best, one) => (one[0] > best[0] ? one : best))[1];
}
