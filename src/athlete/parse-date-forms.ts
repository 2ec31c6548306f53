import { addDays, mondayOnOrBefore, parseDate, type CalendarDate, type Weekday } from "../base/calendar.ts";
import { monthNamed } from "./parse-month-names.ts";
import { plainText, withoutAccents } from "./parse-number.ts";
import { daysNamed } from "./parse-weekday-names.ts";

/** What a text says of a day, before it is known from which day it is seen. */
export type DayForm =
  /** A day with its year; plain where the year stands first, so that nobody can read it in another way. */
  | { readonly kind: "dated"; readonly date: CalendarDate; readonly isPlain: boolean; readonly order?: Order }
  | { readonly kind: "away"; readonly count: number; readonly unit: "days" | "months" }
  | { readonly kind: "yearless"; readonly month: number; readonly day: number; readonly order?: Order }
  | { readonly kind: "weekday"; readonly weekday: Weekday; readonly which: WhichWeek }
  /** A day of a month that the other end of a range names. */
  | { readonly kind: "number"; readonly day: number; readonly year: number | undefined };

/** In which order a number before a slash or a hyphen was read. Both ends of a range have the same. */
export type Order = "day first" | "month first";

/** `after` is the calendar week after this one, `before` the one before; the others are decided by what is asked. */
export type WhichWeek = "any" | "next" | "last" | "coming" | "past" | "after" | "before";

/** The forms that one text may have (two where day and month can be swapped), and the weekday it names beside them. */
export interface SaidDay {
  readonly forms: readonly DayForm[];
  readonly weekday?: Weekday;
}

/** Longer texts are no dates. */
const MOST_CHARACTERS = 60;
const CENTURY = 2000;
const DAYS_OF_WEEK = 7;

const two = (value: number): string => String(value).padStart(2, "0");
const isoOf = (year: number, month: number, day: number): CalendarDate | undefined =>
  parseDate(`${year}-${two(month)}-${two(day)}`);
/** A leap year has every day there is. */
const A_LEAP_YEAR = 2028;
const isDayOfYear = (month: number, day: number): boolean => isoOf(A_LEAP_YEAR, month, day) !== undefined;

const dated = (year: number, month: number, day: number): DayForm[] => {
  const date = isoOf(year, month, day);
  return date === undefined ? [] : [{ kind: "dated", date, isPlain: false }];
};
const yearless = (month: number, day: number): DayForm[] =>
  isDayOfYear(month, day) ? [{ kind: "yearless", month, day }] : [];

const yearOf = (text: string): number => (text.length === 2 ? CENTURY + Number(text) : Number(text));

/** Words that change nothing: `the 14th of March`, `on Saturday`, `am 14. März`, `el 14 de marzo`. */
const FILLERS = /\b(?:the|of|on|de|del|le|am|den|dem|el|il)\b/g;

/** A date in one spelling: no commas, no fillers, blanks between numbers and names. */
const tidy = (text: string): string =>
  withoutAccents(plainText(text))
    .replace(/[,()]/g, " ")
    .replace(FILLERS, " ")
    .replace(/(\d\.) +(?=\d)/g, "$1")
    .replace(/(?<=\d)[-/](?=[a-z]{3})|(?<=[a-z]{3})[-/](?=\d)/g, " ")
    .replace(/\s+/g, " ")
    .trim();

const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/;
const ONLY_DIGITS = /^(\d{4})(\d{2})(\d{2})$/;
const YEAR_LAST = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/;
/** Two digits for a year; not behind hyphens, where they may be the day. */
const SHORT_YEAR_LAST = /^(\d{1,2})([/.])(\d{1,2})\2(\d{2})$/;
const NO_YEAR_SLASH = /^(\d{1,2})\/(\d{1,2})$/;
/** `14.3.` and `14.03`; `14.3` alone is a number. */
const NO_YEAR_POINT = /^(\d{1,2})\.(?:(\d{1,2})\.|(\d{2}))$/;

/** Points stand behind the day wherever they are written; slashes and hyphens stand between both orders. */
function inBothOrders(first: number, second: number, at: { sign: string; year: number | undefined }): DayForm[] {
  const { year } = at;
  const read = (month: number, day: number): DayForm[] =>
    year === undefined ? yearless(month, day) : dated(year, month, day);
  const ordered = (forms: readonly DayForm[], order: Order): DayForm[] => forms.map((form) => ({ ...form, order }));
  const dayFirst = read(second, first);
  if (first === second || (at.sign === "." && dayFirst.length > 0)) return dayFirst;
  return [...ordered(dayFirst, "day first"), ...ordered(read(first, second), "month first")];
}

function inDigits(text: string): DayForm[] | undefined {
  const plain = YEAR_FIRST.exec(text) ?? undefined;
  if (plain !== undefined) {
    const date = isoOf(Number(plain[1]), Number(plain[3]), Number(plain[4]));
    return date === undefined ? [] : [{ kind: "dated", date, isPlain: true }];
  }
  const digits = ONLY_DIGITS.exec(text);
  if (digits) return dated(Number(digits[1]), Number(digits[2]), Number(digits[3]));
  const last = YEAR_LAST.exec(text) ?? SHORT_YEAR_LAST.exec(text);
  if (last) return inBothOrders(Number(last[1]), Number(last[3]), { sign: last[2] ?? "", year: yearOf(last[4] ?? "") });
  const slash = NO_YEAR_SLASH.exec(text);
  if (slash) return inBothOrders(Number(slash[1]), Number(slash[2]), { sign: "/", year: undefined });
  const point = NO_YEAR_POINT.exec(text);
  if (point) return inBothOrders(Number(point[1]), Number(point[2] ?? point[3]), { sign: ".", year: undefined });
  return undefined;
}

const DAY_MONTH = /^(\d{1,2})(?:st|nd|rd|th|er)?[. ]*([a-z]{3,})\.?(?: ?'?(\d{4}|\d{2}))?$/;
const MONTH_DAY = /^([a-z]{3,})\.? ?(\d{1,2})(?:st|nd|rd|th)?(?: (\d{4}))?$/;

function withMonthName(text: string): DayForm[] | undefined {
  const dayFirst = DAY_MONTH.exec(text);
  const monthFirst = MONTH_DAY.exec(text);
  const month = monthNamed(dayFirst?.[2] ?? monthFirst?.[1] ?? "");
  if (month === undefined) return undefined;
  const day = Number(dayFirst?.[1] ?? monthFirst?.[2]);
  const year = dayFirst?.[3] ?? monthFirst?.[3];
  return year === undefined ? yearless(month, day) : dated(yearOf(year), month, day);
}

/** `2027-W13-6` by ISO 8601: week 1 is the one with 4 January, Monday is 1. */
function inWeekDate(text: string): DayForm[] | undefined {
  const match = /^(\d{4}-?w\d{2})-?([1-7])$/.exec(text);
  const monday = match?.[1] === undefined ? undefined : mondayOfWeek(match[1]);
  return monday === undefined
    ? undefined
    : [{ kind: "dated", date: addDays(monday, Number(match?.[2]) - 1), isPlain: false }];
}

const WORD_NUMBERS = ["a", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
const NUMBER = `\\d{1,3}|an|one|${WORD_NUMBERS.join("|")}`;
const UNIT = "(day|night|week|fortnight|month)s?['’]?";
const AHEAD = new RegExp(`^in (${NUMBER}) ${UNIT}(?: time)?$|^(${NUMBER}) ${UNIT} (?:from (?:now|today)|away|ahead)$`);
const AGO = new RegExp(`^(${NUMBER}) ${UNIT} ago$`);
const DAYS_AWAY: Readonly<Record<string, number>> = {
  today: 0,
  tomorrow: 1,
  yesterday: -1,
  "day after tomorrow": 2,
  "day before yesterday": -2,
};
const DAYS_OF_UNIT: Readonly<Record<string, number>> = { day: 1, night: 1, week: DAYS_OF_WEEK, fortnight: 14 };

function awayBy(number: string, unit: string, sign: 1 | -1): DayForm[] {
  const word = WORD_NUMBERS.indexOf(number === "an" || number === "one" ? "a" : number);
  const count = sign * (word < 0 ? Number(number) : word + 1);
  const days = Object.hasOwn(DAYS_OF_UNIT, unit) ? DAYS_OF_UNIT[unit] : undefined;
  return days === undefined
    ? [{ kind: "away", count, unit: "months" }]
    : [{ kind: "away", count: count * days, unit: "days" }];
}

function inDistance(text: string): DayForm[] | undefined {
  if (Object.hasOwn(DAYS_AWAY, text)) return [{ kind: "away", count: DAYS_AWAY[text] ?? 0, unit: "days" }];
  const ahead = AHEAD.exec(text);
  if (ahead) return awayBy(ahead[1] ?? ahead[3] ?? "", ahead[2] ?? ahead[4] ?? "", 1);
  const ago = AGO.exec(text);
  return ago ? awayBy(ago[1] ?? "", ago[2] ?? "", -1) : undefined;
}

/** The one weekday that a word names in whatever language; none where two languages mean two days by it, or one a month. */
function oneWeekday(word: string): Weekday | undefined {
  const [first, ...others] = monthNamed(word) === undefined ? daysNamed(word) : [];
  return others.every(({ weekday }) => weekday === first?.weekday) ? first?.weekday : undefined;
}

const WHICH: Readonly<Record<string, WhichWeek>> = {
  next: "next",
  last: "last",
  this: "any",
  coming: "coming",
  "this coming": "coming",
  past: "past",
  "this past": "past",
};

function asWeekday(text: string): DayForm[] | undefined {
  const week = /^(?:([a-z]+)\.? (next|last) week|(next|last) week ([a-z]+)\.?)$/.exec(text);
  const inWeek = week && oneWeekday(week[1] ?? week[4] ?? "");
  if (week && inWeek) return [{ kind: "weekday", weekday: inWeek, which: (week[2] ?? week[3]) === "next" ? "after" : "before" }]; // prettier-ignore
  const [, word = "", name = ""] = /^(?:((?:this )?[a-z]+) )?([a-z]+)\.?$/.exec(text) ?? [];
  const weekday = oneWeekday(name);
  const which = word === "" ? "any" : Object.hasOwn(WHICH, word) ? WHICH[word] : undefined;
  return weekday === undefined || which === undefined ? undefined : [{ kind: "weekday", weekday, which }];
}

/** Monday of `2027-W13` (ISO 8601); undefined for another text, and for a week that the year does not have. */
export function mondayOfWeek(text: string): CalendarDate | undefined {
  const [, year = "", week = ""] = /^(\d{4})-?w(\d{2})$/.exec(plainText(text)) ?? [];
  const fourth = parseDate(`${year}-01-04`);
  if (fourth === undefined) return undefined;
  const monday = addDays(mondayOnOrBefore(fourth), (Number(week) - 1) * DAYS_OF_WEEK);
  // The Thursday of a week says whose it is.
  return Number(week) > 0 && addDays(monday, 3).startsWith(year) ? monday : undefined;
}

const asNumber = (text: string): DayForm[] | undefined => {
  const [, day, year] = /^(\d{1,2})(?:st|nd|rd|th|\.)?(?: (\d{4}))?$/.exec(text) ?? [];
  return day === undefined
    ? undefined
    : [{ kind: "number", day: Number(day), year: year === undefined ? undefined : Number(year) }];
};

const ALONE = [inDigits, withMonthName, inWeekDate, inDistance, asWeekday, asNumber];
/** What a weekday may stand before. */
const BESIDE_WEEKDAY = [inDigits, withMonthName];

const firstOf = (readers: readonly ((text: string) => DayForm[] | undefined)[], text: string): DayForm[] =>
  readers.map((reader) => reader(text)).find((forms) => forms !== undefined) ?? [];

/** What a text may say of one day; no forms where it says nothing of the kind, or a day that does not exist. */
export function saidDay(given: string): SaidDay {
  const text = given.length > MOST_CHARACTERS ? "" : tidy(given);
  const forms = firstOf(ALONE, text);
  if (forms.length > 0) return { forms };
  const [, name = "", rest = ""] = /^([a-z]+)\.? (.+)$/.exec(text) ?? [];
  const weekday = oneWeekday(name);
  return weekday === undefined ? { forms } : { forms: firstOf(BESIDE_WEEKDAY, rest), weekday };
}
