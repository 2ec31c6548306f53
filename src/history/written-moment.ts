import { parseDate, type CalendarDate } from "../base/calendar.ts";

/** A moment as a cell writes it. `a` and `b` are month and day where `order` says so; with slashes a file decides it as a whole. */
export interface WrittenMoment {
  readonly year: number;
  readonly a: number;
  readonly b: number;
  readonly order: "month-first" | "day-first" | "open";
  /** Seconds since midnight; absent where only a day is written. */
  readonly seconds?: number;
}

/** The languages of the exports that we know of. */
const LOCALES = "en de nl fr es it pt da sv nb fi pl cs hu tr ru ro ca el id sl sk uk".split(" ");
const bare = (word: string): string =>
  word
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase();

let months: ReadonlyMap<string, number> | undefined;

/** Names and short names of the months in all these languages; one that means two months is left out. */
function monthNames(): ReadonlyMap<string, number> {
  if (months !== undefined) return months;
  const found = new Map<string, number>([["sept", 9]]);
  const torn = new Set<string>();
  for (const locale of LOCALES)
    for (const month of ["short", "long"] as const)
      for (const day of [undefined, "numeric"] as const) {
        const format = new Intl.DateTimeFormat(locale, { month, timeZone: "UTC", day });
        for (let number = 1; number <= 12; number++) {
          const parts = format.formatToParts(Date.UTC(2026, number - 1, 5));
          const word = bare(parts.find(({ type }) => type === "month")?.value ?? "").replace(/\.$/, "");
          if (!/^\p{L}+$/u.test(word)) continue;
          if ((found.get(word) ?? number) !== number) torn.add(word);
          found.set(word, number);
        }
      }
  for (const word of torn) found.delete(word);
  return (months = found);
}

const TIME = /(\d{1,2})[:.h](\d{2})(?:[:.](\d{2}))?(?:[.,]\d+)?\s*(a\.?\s?m\.?|p\.?\s?m\.?)?(?![\d.])/i;
const AFTERNOON = /下午|오후|午後/;
const MORNING = /上午|오전|午前/;

function timeIn(text: string): number | undefined {
  const match = TIME.exec(text);
  if (!match) return undefined;
  const isAfternoon = /^p/i.test(match[4] ?? "") || AFTERNOON.test(text);
  const isTwelve = isAfternoon || match[4] !== undefined || MORNING.test(text);
  const hours = Number(match[1]);
  const hour = isTwelve ? (hours % 12) + (isAfternoon ? 12 : 0) : hours;
  const minutes = Number(match[2]);
  return hour > 23 || minutes > 59 ? undefined : hour * 3600 + minutes * 60 + Number(match[3] ?? 0);
}

/** The time stands behind the day: what is left of it once the day is taken out. */
function withTime(moment: Omit<WrittenMoment, "seconds">, rest: string): WrittenMoment | undefined {
  if (!/\d/.test(rest)) return moment;
  const seconds = timeIn(rest);
  return seconds === undefined ? undefined : { ...moment, seconds };
}

/** `2026-09-20T14:12:12` and `2026-09-20 14:12:12`, which most rows of most files have, without a pattern. */
function isoMoment(text: string): WrittenMoment | undefined {
  const { length } = text;
  if ((length < 19 && length !== 10) || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return undefined;
  const [year, a, b] = [twoAt(text, 0) * 100 + twoAt(text, 2), twoAt(text, 5), twoAt(text, 8)];
  if (Number.isNaN(year + a + b)) return undefined;
  if (length === 10) return { year, a, b, order: "month-first" };
  const between = text.charCodeAt(10);
  if ((between !== 84 && between !== 32) || text.charCodeAt(13) !== 58 || text.charCodeAt(16) !== 58) return undefined;
  // Behind the seconds only what is no part of the clock: a fraction, Z, a zone.
  if (length > 19 && !/^(?:[.,]\d+)?(?:Z|[+-]\d\d:?\d\d)?$/.test(text.slice(19, 60))) return undefined;
  const [hours, minutes, seconds] = [twoAt(text, 11), twoAt(text, 14), twoAt(text, 17)];
  if (Number.isNaN(hours + minutes + seconds) || hours > 23 || minutes > 59) return undefined;
  return { year, a, b, order: "month-first", seconds: hours * 3600 + minutes * 60 + seconds };
}

/** Two digits at a place; NaN where they are none. */
function twoAt(text: string, at: number): number {
  const [tens, ones] = [text.charCodeAt(at) - 48, text.charCodeAt(at + 1) - 48];
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

/** Days since 1899-12-30, as a spreadsheet keeps a date: from 1982 to 2064, with the share of the day behind them. */
const SERIAL = /^[345]\d{4}(?:[.,]\d{1,15})?$/;
const SERIAL_EPOCH = Date.UTC(1899, 11, 30);
const DAY_SECONDS = 86_400;

function serialMoment(text: string): WrittenMoment {
  const value = Number(text.replace(",", "."));
  const day = new Date(SERIAL_EPOCH + Math.floor(value) * DAY_SECONDS * 1000);
  const moment = { year: day.getUTCFullYear(), a: day.getUTCMonth() + 1, b: day.getUTCDate() };
  const seconds = Math.round((value % 1) * DAY_SECONDS);
  return { ...moment, order: "month-first", ...(/[.,]/.test(text) && { seconds: Math.min(seconds, DAY_SECONDS - 1) }) };
}

const YEAR_FIRST = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})[日.T]?/;
const NUMBERS = /^(\d{1,2})([-/.])\s?(\d{1,2})\2\s?(\d{4}|\d{2})(?!\d)/;
const DAY_MONTH_YEAR = /^(\d{1,2})(?:\.|º|er|st|nd|rd|th)?\s+(?:de\s+)?(\p{L}+)\.?,?\s+(?:de\s+)?(\d{4})/u;
const MONTH_DAY_YEAR = /^(\p{L}+)\.?\s+(\d{1,2}),?\s+(\d{4})/u;

const fullYear = (text: string): number => (text.length === 2 ? 2000 : 0) + Number(text);

/** A moment in one of the spellings of the exports, in any of their languages; undefined for what is none. */
export function writtenMoment(cell: string): WrittenMoment | undefined {
  const iso = isoMoment(cell);
  if (iso !== undefined) return iso;
  // No date is longer; what is would only cost time.
  if (cell.length > 80) return undefined;
  const text = cell.replace(/[\u00a0\u202f\u200e\u200f]/g, " ").trim();
  if (SERIAL.test(text)) return serialMoment(text);
  const first = YEAR_FIRST.exec(text);
  if (first)
    return withTime(
      { year: Number(first[1]), a: Number(first[2]), b: Number(first[3]), order: "month-first" },
      text.slice(first[0].length),
    );
  const numbers = NUMBERS.exec(text);
  if (numbers) {
    // Dots and hyphens stand between day and month in every language that writes them so.
    const order = numbers[2] === "/" ? "open" : "day-first";
    const moment = { year: fullYear(numbers[4] ?? ""), a: Number(numbers[1]), b: Number(numbers[3]), order } as const;
    return withTime(moment, text.slice(numbers[0].length));
  }
  const plain = bare(text);
  const words = DAY_MONTH_YEAR.exec(plain) ?? MONTH_DAY_YEAR.exec(plain);
  if (!words) return undefined;
  const [all, one = "", two = "", year = ""] = words;
  const isDayFirst = /^\d/.test(one);
  const month = monthNames().get(isDayFirst ? two : one);
  if (month === undefined) return undefined;
  const day = Number(isDayFirst ? one : two);
  return withTime({ year: Number(year), a: month, b: day, order: "month-first" }, plain.slice(all.length));
}

/** Which of the two numbers is the month, as far as this one moment can tell. */
export function orderSeen({ a, b, order }: WrittenMoment): WrittenMoment["order"] {
  if (order !== "open") return order;
  if (a > 12) return "day-first";
  return b > 12 ? "month-first" : "open";
}

const two = (value: number): string => String(value).padStart(2, "0");

const days = new Map<number, CalendarDate | undefined>();
/** A life has fewer days. */
const MOST_DAYS = 50_000;

/** The day that is meant, or undefined where there is no such day. `order` counts where the moment leaves it open. */
export function dayOf(moment: WrittenMoment, order: WrittenMoment["order"]): CalendarDate | undefined {
  const own = orderSeen(moment);
  const known = own === "open" ? order : own;
  const [month, day] = known === "day-first" ? [moment.b, moment.a] : [moment.a, moment.b];
  const key = (moment.year * 100 + month) * 100 + day;
  if (days.has(key)) return days.get(key);
  const found = parseDate(`${moment.year}-${two(month)}-${two(day)}`);
  if (days.size > MOST_DAYS) days.clear();
  days.set(key, found);
  return found;
}

/** Fewer rows stand in order by chance. */
const FEWEST_IN_ORDER = 4;

/** Exports are sorted by date: the one order of day and month in which the rows of a file are; open where both or none is. */
export function orderOfRows(moments: readonly WrittenMoment[]): WrittenMoment["order"] {
  if (moments.length < FEWEST_IN_ORDER) return "open";
  const isSorted = (order: WrittenMoment["order"]): boolean => {
    const found = moments.map((moment) => dayOf(moment, order) ?? "");
    const isUp = found.every((day, at) => at === 0 || day >= (found[at - 1] ?? ""));
    return isUp || found.every((day, at) => at === 0 || day <= (found[at - 1] ?? ""));
  };
  const [isDayFirst, isMonthFirst] = [isSorted("day-first"), isSorted("month-first")];
  if (isDayFirst === isMonthFirst) return "open";
  return isDayFirst ? "day-first" : "month-first";
}

/** A moment as text: `1760000000000` is milliseconds since 1970. */
export function momentText(cell: string): string {
  const value = /^\d{9,14}(?:\.\d+)?$/.test(cell) ? Number(cell) : 0;
  if (value === 0) return cell;
  return new Date(value > 1e11 ? value : value * 1000).toISOString();
}
