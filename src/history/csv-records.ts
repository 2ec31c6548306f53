import { parse } from "csv-parse/sync";
import type { Cells } from "./csv-cells.ts";

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

/**
 * The cells of a row whose quotes stand around whole cells, which nearly all are: much quicker than the parser. Undefined
 * for every other row.
 */
function plainCells(text: string, delimiter: string): Cells | undefined {
  if (!text.includes('"')) return text.split(delimiter);
  const cells: string[] = [];
  for (let at = 0; ;) {
    const isQuoted = text[at] === '"';
    const end = isQuoted ? closingQuote(text, at + 1) + 1 : text.indexOf(delimiter, at);
    if (isQuoted && (end === 0 || (end < text.length && text[end] !== delimiter))) return undefined;
    const isLast = end < 0 || end >= text.length;
    const cell = isQuoted ? text.slice(at + 1, end - 1) : text.slice(at, end < 0 ? undefined : end);
    if (!isQuoted && cell.includes('"')) return undefined;
    cells.push(isQuoted && cell.includes('"') ? cell.replaceAll('""', '"') : cell);
    if (isLast) return cells;
    at = end + 1;
  }
}

/** Where a quoted cell ends: at the first quote that is not doubled. -1 where there is none. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}

function rowsOf(text: string, delimiter: string): readonly Cells[] | undefined {
  try {
    // Rows were put together here; left to find it by itself, the parser tries every character of the first row.
    return parse(text, {
      delimiter,
      record_delimiter: "\n",
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
    });
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

/** A row in cells; more than one where quotes that make no sense held several lines together. */
export function parsedRecord(record: CsvRecord, delimiter: string): readonly ParsedRecord[] {
  const cells = plainCells(record.text, delimiter);
  return cells === undefined ? parsedAlone(record, delimiter) : [{ line: record.line, cells }];
}

/** What stands between the cells: the sign that the first line has most of. */
export function delimiterOf(firstLine: string): string {
  const counts = [",", ";", "\t"].map((sign) => [firstLine.split(sign).length, sign] as const);
  return counts.reduce((best, one) => (one[0] > best[0] ? one : best))[1];
}
