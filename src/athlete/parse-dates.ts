import {
  addDays,
  mondayOnOrBefore,
  parseDate,
  weekdayIndex,
  weekdayOf,
  WEEKDAYS,
  type CalendarDate,
} from "../base/calendar.ts";
import { fullDay } from "../base/date-words.ts";
import type { DateAsked } from "./parse-reading.ts";
import { mondayOfWeek, saidDay, type DayForm, type SaidDay } from "./parse-date-forms.ts";

/** The days that a text may mean: none, one, or two that only the rider can tell apart. */
export interface DayMeant {
  readonly dates: readonly CalendarDate[];
  /** Written with the year first: nothing had to be decided. */
  readonly isPlain: boolean;
  /** Why there is none, where that can be said. */
  readonly why?: string;
}

type Seen = DateAsked & { readonly today: CalendarDate };

const DAYS_OF_WEEK = 7;
const MONTHS_OF_YEAR = 12;
const two = (value: number): string => String(value).padStart(2, "0");

function monthsAway(today: CalendarDate, count: number): CalendarDate[] {
  const months = Number(today.slice(0, 4)) * MONTHS_OF_YEAR + Number(today.slice(5, 7)) - 1 + count;
  const head = `${Math.floor(months / MONTHS_OF_YEAR)}-${two((months % MONTHS_OF_YEAR) + 1)}`;
  // 31 January and a month is the last of February.
  const days = [0, 1, 2, 3].map((less) => parseDate(`${head}-${two(Number(today.slice(8)) - less)}`));
  return days.filter((day) => day !== undefined).slice(0, 1);
}

/** The nearest such day, today included. */
function ofSomeYear({ month, day }: { month: number; day: number }, { today, looks }: Seen): CalendarDate[] {
  const year = Number(today.slice(0, 4));
  const years = looks === "back" ? [year, year - 1] : [year, year + 1];
  const days = years.map((one) => parseDate(`${one}-${two(month)}-${two(day)}`));
  return days
    .filter((date) => date !== undefined)
    .filter((date) => (looks === "back" ? date <= today : date >= today))
    .slice(0, 1);
}

/** `next Saturday` on a Tuesday is for some riders the coming one, for others that of the week after: both. */
function ofSomeWeek({ weekday, which }: DayForm & { kind: "weekday" }, { today, looks }: Seen): CalendarDate[] {
  const at = WEEKDAYS.indexOf(weekday);
  const ahead = (at - weekdayIndex(today) + DAYS_OF_WEEK) % DAYS_OF_WEEK;
  const back = (weekdayIndex(today) - at + DAYS_OF_WEEK) % DAYS_OF_WEEK;
  const coming = addDays(today, ahead === 0 ? DAYS_OF_WEEK : ahead);
  const past = addDays(today, back === 0 ? -DAYS_OF_WEEK : -back);
  const monday = mondayOnOrBefore(today);
  const after = addDays(monday, DAYS_OF_WEEK + at);
  const before = addDays(monday, at - DAYS_OF_WEEK);
  switch (which) {
    case "any":
      return [looks === "back" ? addDays(today, -back) : addDays(today, ahead)];
    case "coming":
      return [coming];
    case "past":
      return [past];
    case "after":
      return [after];
    case "before":
      return [before];
    case "next":
      return [...new Set([coming, after])];
    case "last":
      return [...new Set([past, before])];
  }
}

/** The days that one form means. */
export function placed(form: DayForm, asked: DateAsked): CalendarDate[] {
  if (form.kind === "dated") return [form.date];
  const { today } = asked;
  if (today === undefined || form.kind === "number") return [];
  const seen = { ...asked, today };
  if (form.kind === "yearless") return ofSomeYear(form, seen);
  if (form.kind === "weekday") return ofSomeWeek(form, seen);
  if (form.unit === "months") return monthsAway(today, form.count);
  const date = parseDate(addDays(today, form.count));
  return date === undefined ? [] : [date];
}

/** The days that a text means, by the weekday that it names beside them. */
export function meantBy({ forms, weekday }: SaidDay, asked: DateAsked): DayMeant {
  const isPlain = weekday === undefined && forms.length === 1 && forms[0]?.kind === "dated" && forms[0].isPlain;
  const all = [...new Set(forms.flatMap((form) => placed(form, asked)))];
  const dates = weekday === undefined ? all : all.filter((date) => weekdayOf(date) === weekday);
  const [other] = all;
  if (weekday === undefined || dates.length > 0 || other === undefined) return { dates, isPlain };
  return { dates, isPlain, why: `that is no ${weekday}: ${fullDay(other)}` };
}

/** The days that an answer means; none for what is no text. */
export function datesMeant(value: unknown, asked: DateAsked): DayMeant {
  const nothing: DayMeant = { dates: [], isPlain: false };
  if (typeof value !== "string") return nothing;
  const monday = mondayOfWeek(value);
  if (monday === undefined) return meantBy(saidDay(value), asked);
  return { ...nothing, why: `that is a week, from ${fullDay(monday)} on` };
}
