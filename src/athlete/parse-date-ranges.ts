import { addDays, daysBetween, mondayOnOrAfter, type CalendarDate } from "../base/calendar.ts";
import { mondayOfWeek, saidDay, type DayForm, type Order, type SaidDay } from "./parse-date-forms.ts";
import { datesMeant, meantBy } from "./parse-dates.ts";
import type { DateAsked } from "./parse-reading.ts";
import { monthNamed } from "./parse-month-names.ts";
import { plainText } from "./parse-number.ts";
import { daysNamed } from "./parse-weekday-names.ts";

export interface DayRange {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** The ranges that a text may mean: none, one, or several that only the rider can tell apart. */
export interface RangeMeant {
  readonly ranges: readonly DayRange[];
  /** Both ends with their year first, `..` between them, or one such day. */
  readonly isPlain: boolean;
  readonly why?: string;
}

const NOTHING: RangeMeant = { ranges: [], isPlain: false };
const MOST_CHARACTERS = 100;
const DAYS_TO_SUNDAY = 6;
const HALF_A_YEAR = 183;

/** What stands between the ends, the surest sign first: a hyphen may also stand inside a date. */
const BETWEEN = [/ ?(?:\.\.+|…) ?/g, / (?:to|until|till|through|thru|bis|au|al) /g, / ?- ?/g];

/** Every place where a text may be parted in two. */
const partings = (text: string): (readonly [string, string])[] =>
  BETWEEN.flatMap((sign) =>
    [...text.matchAll(sign)].map(
      ({ index, 0: { length } }) => [text.slice(0, index), text.slice(index + length)] as const,
    ),
  );

const isNumber = (form: DayForm | undefined): form is DayForm & { kind: "number" } => form?.kind === "number";
const dayOfDate = (date: CalendarDate, day: number): SaidDay =>
  saidDay(`${date.slice(0, 8)}${String(day).padStart(2, "0")}`);

/** `8` beside `14 Feb`: the same month, and the same year. */
function inMonthOf({ day, year }: DayForm & { kind: "number" }, form: DayForm | undefined): SaidDay {
  if (form?.kind === "dated") return dayOfDate(form.date, day);
  if (form?.kind !== "yearless") return { forms: [] };
  if (year === undefined) return { forms: [{ ...form, day }] };
  return saidDay(`${year}-${form.month}-${day}`);
}

/** Both ends with what one of them says for the other. */
function completed(first: SaidDay, last: SaidDay): readonly [SaidDay, SaidDay] {
  const [from] = first.forms;
  const [to] = last.forms;
  if (isNumber(from) && !isNumber(to)) return [inMonthOf(from, to), last];
  if (!isNumber(to) || isNumber(from)) return [first, last];
  const end = inMonthOf(to, from);
  // `Feb 8-14, 2027`: the year stands behind the second end and is that of both.
  return [from?.kind === "yearless" && to.year !== undefined ? inMonthOf({ ...to, day: from.day }, from) : first, end];
}

/** A day and its month seen from the other end: the nearest before it, the nearest after it. */
function pairsOf([first, last]: readonly [SaidDay, SaidDay], asked: DateAsked): DayRange[] {
  const hasYear = first.forms.some(({ kind }) => kind === "dated");
  const isYearless = first.forms.some(({ kind }) => kind === "yearless");
  const isLastWeekday = last.forms.some(({ kind }) => kind === "weekday");
  if (isYearless && !hasYear && !isLastWeekday)
    return meantBy(last, asked).dates.flatMap((to) =>
      meantBy(first, { today: to, looks: "back" }).dates.flatMap((from) =>
        // `14 Feb to 8 Feb` is the wrong way round, not a year without its middle of February.
        daysBetween(from, to) > HALF_A_YEAR
          ? meantBy(first, { today: to, looks: "ahead" }).dates.map((later) => ({ from: later, to }))
          : [{ from, to }],
      ),
    );
  return meantBy(first, asked).dates.flatMap((from) => {
    // What is so many days away is so from today on, whatever the first day is.
    const isAway = last.forms.some(({ kind }) => kind === "away");
    return meantBy(last, isAway ? asked : { today: from, looks: "ahead" }).dates.map((to) => ({ from, to }));
  });
}

const ORDERS: readonly Order[] = ["day first", "month first"];

/** What is left of an end where numbers are read in this order. */
const inOrder = (said: SaidDay, order: Order): SaidDay => ({
  ...said,
  forms: said.forms.filter((form) => !("order" in form) || form.order === order),
});

/** `Wednesday` beside no date may be one Wednesday or all of them. */
const isBareWeekday = ({ forms: [form] }: SaidDay): boolean => form?.kind === "weekday" && form.which === "any";
const EVERY_WEEK: RangeMeant = {
  ...NOTHING,
  why: "for one week write its date, or next before it; a weekday that is never free is not one of your days",
};

const isPlainDay = ({ forms: [form, ...others], weekday }: SaidDay): boolean =>
  weekday === undefined && others.length === 0 && form?.kind === "dated" && form.isPlain;

function rangeOf([from, to]: readonly [string, string], asked: DateAsked): RangeMeant {
  const said = [saidDay(from), saidDay(to)] as const;
  if (said.some(({ forms }) => forms.length === 0)) return NOTHING;
  if (said.every(isBareWeekday)) return EVERY_WEEK;
  const both = completed(...said);
  const ranges = ORDERS.flatMap((order) => pairsOf([inOrder(both[0], order), inOrder(both[1], order)], asked));
  const isFirst = (range: DayRange, index: number): boolean =>
    ranges.findIndex((other) => other.from === range.from && other.to === range.to) === index;
  return { ranges: ranges.filter(isFirst), isPlain: said.every(isPlainDay) };
}

/** A whole week: `2027-W13`, `next week`. */
function weekOf(text: string, { today }: DateAsked): RangeMeant {
  const isNext = text === "next week" && today !== undefined;
  const monday = isNext ? mondayOnOrAfter(addDays(today, 1)) : mondayOfWeek(text);
  return monday === undefined
    ? NOTHING
    : { ranges: [{ from: monday, to: addDays(monday, DAYS_TO_SUNDAY) }], isPlain: false };
}

/** The days from one to another, both included, or one day: `8-14 Feb`, `8 Feb to 14 Feb`, `2027-02-08..2027-02-14`. */
export function rangeMeant(value: unknown, asked: DateAsked): RangeMeant {
  if (typeof value !== "string" || value.length > MOST_CHARACTERS) return NOTHING;
  const text = plainText(value).replace(/^(?:from|between|von|du) /, "");
  if (isBareWeekday(saidDay(text))) return EVERY_WEEK;
  const week = weekOf(text, asked);
  if (week.ranges.length > 0) return week;
  const day = datesMeant(text, asked);
  if (day.dates.length > 0 || day.why !== undefined)
    return { ...day, ranges: day.dates.map((date) => ({ from: date, to: date })) };
  for (const parts of partings(text)) {
    const range = rangeOf(parts, asked);
    if (range.ranges.length > 0 || range.why !== undefined) return range;
  }
  return NOTHING;
}

/** `Sunday, ` before a date: one day, not two. */
const WEEKDAY_BEFORE = /(\p{L}{1,30})\.?,\s*(?=\d{1,2}\.? \p{L}{3}|\d{4}-|\d{1,2}[./]\d|(\p{L}{3,})\.? \d)/gu;

const withoutCommas = (text: string): string =>
  text
    .replace(WEEKDAY_BEFORE, (whole, word: string, month: string | undefined) => {
      const isDate = month === undefined || monthNamed(month.toLowerCase()) !== undefined;
      return isDate && daysNamed(word).length > 0 ? `${word} ` : whole;
    })
    .replace(/,\s*(?=\d{4}(?![\d/.-]))/g, " ");

/** Several ranges in one text, at commas and `and`; a comma inside a date (`March 14, 2027`, `Sunday, 14 March`) parts nothing. */
export const rangeTexts = (text: string): string[] =>
  withoutCommas(text)
    .split(/[,;&]|\s(?:and|und)\s/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== "");
