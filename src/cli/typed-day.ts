import { dateNamed, dayMeaning, readDate } from "../athlete/parse-days.ts";
import { datesMeant } from "../athlete/parse-dates.ts";
import { ambiguous, quoted, type DateAsked, type Reading } from "../athlete/parse-reading.ts";
import type { CalendarDate } from "../base/calendar.ts";
import { fullDate, MONTHS, shortDay } from "../base/date-words.ts";
import { PlanError } from "../base/errors.ts";
import type { PlanFile } from "../plan/schema.ts";

/** A day on a command line: which flag it stands behind, and what helps where it cannot be used. */
export interface TypedDay {
  readonly field: string;
  readonly hint: string;
}

const refused = ({ field, hint }: TypedDay, given: string, expected: string): PlanError =>
  new PlanError({ code: "INPUT_INVALID", message: `${field}: ${quoted(given)} -> ${expected}.`, hint });

/** The day, and what was understood where it was said in words. Throws INPUT_INVALID with every way to read it. */
export function typedDay(
  given: string,
  { asked, limit, ...at }: TypedDay & { readonly asked: DateAsked; readonly limit?: (date: CalendarDate) => string | undefined }, // prettier-ignore
): { readonly date: CalendarDate; readonly understood: string | undefined } {
  const reading: Reading<CalendarDate> = readDate(given, asked);
  if (reading.kind === "unreadable") throw refused(at, given, reading.expected);
  const beyond = limit?.(reading.value);
  if (beyond !== undefined) throw refused(at, given, beyond);
  return { date: reading.value, understood: reading.understood };
}

/** A day that its month does not have: what is said of it, and the last day that there is. */
interface NoSuchDay {
  readonly said: string;
  readonly last: string;
}

/** `There is no 31 Feb: February 2027 has 28 days`; undefined where the text names no such day. */
export function noSuchDay(given: string, start: CalendarDate): NoSuchDay | undefined {
  const [, before, name = "", after] = /^(\d{1,2})?\W*([a-z]{3,9})\W*(\d{1,2})?$/i.exec(given.trim()) ?? [];
  const month = MONTHS.findIndex((one) => one.toLowerCase().startsWith(name.toLowerCase()));
  const day = Number(before ?? after);
  if (name === "" || month < 0 || !Number.isInteger(day)) return undefined;
  // The first such month from the plan's start on.
  const year = Number(start.slice(0, 4)) + (month + 1 < Number(start.slice(5, 7)) ? 1 : 0);
  const days = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const known = MONTHS[month] ?? "";
  if (day <= days) return undefined;
  const short = known.slice(0, 3);
  return {
    said: `There is no ${day} ${short}: ${known} ${year} has ${days} days`,
    last: `${days} ${short.toLowerCase()}`,
  };
}

/** A day of a plan: of several that the words may mean, the one that the plan has. */
export function typedDayOfPlan(
  given: string,
  plan: PlanFile,
  { today, ...at }: TypedDay & { readonly today: CalendarDate },
): CalendarDate {
  // prettier-ignore
  const { start_date: from, end_date: to } = plan.training_plan.plan_metadata;
  const plain = dateNamed(given);
  if (plain !== undefined) return plain;
  const inPlan = (looks: DateAsked["looks"]): CalendarDate[] =>
    datesMeant(given, { today, looks }).dates.filter((date) => date >= from && date <= to);
  const ahead = inPlan("ahead");
  const [date, ...others] = ahead.length > 0 ? ahead : inPlan("back");
  if (date === undefined) {
    const missing = noSuchDay(given, from);
    if (missing !== undefined)
      throw new PlanError({
        code: "INPUT_INVALID",
        message: `${missing.said}.\n${plan.training_plan.plan_id} runs from ${shortDay(from)} ${from.slice(0, 4)} to ${shortDay(to)} ${to.slice(0, 4)}.`,
        hint: at.field === "day" ? `cycling-plan show ${missing.last}` : at.hint,
      });
    const expected = `expected a day from ${fullDate(from)} to ${fullDate(to)}, the days of this plan`;
    throw refused(at, given, expected);
  }
  if (others.length === 0) return date;
  const both = ambiguous("a day", [date, ...others].map(dayMeaning));
  throw refused(at, given, both.kind === "unreadable" ? both.expected : "");
}
