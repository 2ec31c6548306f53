import { quoted } from "../athlete/parse-reading.ts";

/** The cells of one row. */
export type Cells = readonly string[];

const THOUSANDS = /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const THOUSANDS_WITH_DOTS = /^-?\d{1,3}(?:\.\d{3})+,\d+$/;
const PLAIN = /^-?\d+(?:[.,]\d+)?(?:e[+-]?\d+)?$/i;
/** How exports say "no value", and how R, pandas and scripts do. */
const NOTHING = /^(?:-+|null|none|nan|nat|na|#?n\/a|<na>|undefined)?$/i;
/** No number of an export is longer. */
const MOST_DIGITS = 40;

const [ZERO, NINE] = [48, 57];
const isDigit = (code: number): boolean => code >= ZERO && code <= NINE;

export function isNothing(cell: string | undefined): boolean {
  if (cell === undefined || cell === "") return true;
  return isDigit(cell.charCodeAt(0)) ? false : NOTHING.test(cell.trim());
}

/** `1825`, `"1,825"`, `4,73`, `1.234,5` as a number; undefined for an empty cell, NaN for what is no number. */
export function numberIn(cell: string | undefined): number | undefined {
  if (cell === undefined || cell === "") return undefined;
  const isPlain = isDigit(cell.charCodeAt(0)) && cell.charCodeAt(1) !== 120;
  const plain = isPlain ? Number(cell) : Number.NaN;
  if (!Number.isNaN(plain)) return plain;
  if (isNothing(cell)) return undefined;
  // A spreadsheet keeps a minus or a text from being read as a formula by a quote before it.
  const text = cell
    .trim()
    .replace(/^'/, "")
    .replace(/[\u00a0\u202f ](?=\d{3})/g, "");
  if (text.length > MOST_DIGITS) return Number.NaN;
  if (THOUSANDS.test(text)) return Number(text.replaceAll(",", ""));
  if (THOUSANDS_WITH_DOTS.test(text)) return Number(text.replaceAll(".", "").replace(",", "."));
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

/** The value of a cell within its limits, for rows whose faults are not told. */
export function quietValueIn(cell: string | undefined, { low, high }: ValueKind): number | undefined {
  const value = numberIn(cell);
  return value !== undefined && value > 0 && value >= low && value <= high ? value : undefined;
}

/** No ride, and no tour that was kept as one, is longer: 14 days. */
const MOST_SECONDS = 14 * 86_400;

/** Seconds of a ride within limits, or why they are none. */
export function checkSeconds(seconds: number | undefined, cell: string | undefined): number | string {
  if (seconds === undefined || seconds === 0) return "it has no duration";
  if (seconds > 0 && seconds <= MOST_SECONDS) return seconds;
  return `the duration ${quoted(cell)} cannot be right`;
}

const CLOCK = /^(?:(\d{1,2}) days?,? +)?(?:(\d{1,4}):)?(\d{1,3}):(\d{2})([.,]\d{1,9})?$/;
/** `PT1H30M12.5S` (ISO 8601). */
const SPELLED = /^PT(?:(\d{1,4})H)?(?:(\d{1,6})M)?(?:(\d{1,8})(?:\.\d{1,9})?S)?$/i;
/** `1h58`. */
const HOURS_AND_MINUTES = /^(\d{1,3}) ?h ?(\d{2})$/i;
/** `01h 58m`, `41 minutes, 36 seconds`. */
const IN_WORDS =
  /^(?:(\d{1,4}) ?(?:h|hrs?|hours?)\b,? ?)?(?:(\d{1,6}) ?(?:m|mins?|minutes?)\b,? ?)?(?:(\d{1,8})(?:\.\d{1,9})? ?(?:s|secs?|seconds?))?$/i;

/** `01:00:08` in seconds; two parts can be minutes and seconds or hours and minutes, so both readings come back, unless a fraction behind them says that they are seconds. */
export function clockTime(
  cell: string | undefined,
): { readonly seconds: number; readonly orElse?: number } | undefined {
  if (cell === undefined || cell.length < 2 || cell.length > MOST_DIGITS) return undefined;
  const text = cell.trim();
  const match = CLOCK.exec(text);
  if (!match) return spelledTime(text);
  const [, days = "0", hours, minutes, seconds, fraction] = match;
  const value = Number(days) * 86_400 + Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(seconds);
  return hours === undefined && fraction === undefined ? { seconds: value, orElse: value * 60 } : { seconds: value };
}

function spelledTime(text: string): { readonly seconds: number } | undefined {
  const spelled =
    SPELLED.exec(text) ?? (text === "" ? null : IN_WORDS.exec(text.replace(HOURS_AND_MINUTES, "$1h $2m")));
  if (!spelled) return undefined;
  const [, hours = "0", minutes = "0", seconds = "0"] = spelled;
  return { seconds: Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) };
}

/** Seconds of a cell that holds them as a number or as a clock with hours; undefined where it has none. */
export function secondsIn(cell: string | undefined): number | undefined {
  const plain = numberIn(cell);
  if (plain === undefined || !Number.isNaN(plain)) return plain;
  const clock = clockTime(cell);
  return clock?.orElse === undefined ? (clock?.seconds ?? plain) : plain;
}
