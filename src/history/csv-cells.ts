import { quoted } from "../athlete/parse-reading.ts";

/** The cells of one row. */
export type Cells = readonly string[];

const THOUSANDS = /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const PLAIN = /^-?\d+(?:[.,]\d+)?(?:e[+-]?\d+)?$/i;
/** How exports say "no value". */
const NOTHING = /^(?:-+|null|none|nan)?$/i;

export const isNothing = (cell: string | undefined): boolean => cell === undefined || NOTHING.test(cell.trim());

/** `1825`, `"1,825"`, `4,73` as a number; undefined for an empty cell, NaN for what is no number. */
export function numberIn(cell: string | undefined): number | undefined {
  if (cell === undefined || isNothing(cell)) return undefined;
  const text = cell.trim();
  if (THOUSANDS.test(text)) return Number(text.replaceAll(",", ""));
  return PLAIN.test(text) ? Number(text.replace(",", ".")) : Number.NaN;
}

/** A kind of value with the limits of what can be true. */
export interface ValueKind {
  readonly what: string;
  readonly low: number;
  readonly high: number;
}

/** What a row may hold; values outside are no measurement. Zero means "no value" in all of these. */
export const VALUES = {
  load: { what: "load", low: 0, high: 3000 },
  watts: { what: "power", low: 0, high: 1500 },
  ftp: { what: "FTP", low: 50, high: 600 },
  heartRate: { what: "heart rate", low: 30, high: 250 },
  effort: { what: "perceived exertion", low: 1, high: 10 },
  fitness: { what: "fitness", low: 0, high: 300 },
} as const satisfies Readonly<Record<string, ValueKind>>;

/** The value of a cell within its limits; what is outside is noted and left out. */
export function valueIn(cell: string | undefined, { what, low, high }: ValueKind, notes: string[]): number | undefined {
  const value = numberIn(cell);
  if (value === undefined || value === 0) return undefined;
  if (value >= low && value <= high) return value;
  notes.push(`${what} ${quoted(cell)} cannot be right: the ride counts without it`);
  return undefined;
}

/** No ride is longer: 14 days. */
const MOST_SECONDS = 14 * 86_400;

/** Seconds of a ride within limits, or why they are none. */
export function checkSeconds(seconds: number | undefined, cell: string | undefined): number | string {
  if (seconds === undefined || seconds === 0) return "it has no duration";
  if (seconds > 0 && seconds <= MOST_SECONDS) return seconds;
  return `the duration ${quoted(cell)} cannot be right`;
}

const CLOCK = /^(?:(\d+):)?(\d{1,3}):(\d{2})(?:[.,]\d+)?$/;

/** `01:00:08` in seconds; two parts can be minutes and seconds or hours and minutes, so both readings come back. */
export function clockTime(
  cell: string | undefined,
): { readonly seconds: number; readonly orElse?: number } | undefined {
  const match = CLOCK.exec(cell?.trim() ?? "");
  if (!match) return undefined;
  const [, hours, minutes, seconds] = match;
  const value = Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(seconds);
  return hours === undefined ? { seconds: value, orElse: value * 60 } : { seconds: value };
}

/** A title of a column in one spelling: no marks, no signs, lower case. */
export const plainTitle = (title: string): string =>
  title
    .normalize("NFKD")
    .replace(/[\u0300-\u036f®™\ufeff]/g, "")
    .replace(/[\s_]+/g, " ")
    .trim()
    .toLowerCase();

/** The last column with one of these titles: where a title stands twice, the second is the exact one. -1 where none has. */
export function columnOf(titles: readonly string[], names: readonly string[]): number {
  return titles.findLastIndex((title) => names.includes(title));
}
