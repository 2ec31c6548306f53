import { addDays, daysBetween, mondayOnOrBefore, type CalendarDate } from "../base/calendar.ts";
import { PlanError } from "../base/errors.ts";
import { NUMBER_WORDS } from "./health-word-table.ts";
import { readDate } from "./parse-days.ts";
import { rangeMeant } from "./parse-date-ranges.ts";
import { quoted } from "./parse-reading.ts";

/*
 * The days of a change, as riders say them: a day, a range, a week, so many days back or ahead.
 */

const USAGE =
  "Say one of: missed DAY, sick RANGE, off RANGE, move DAY DAY, swap DAY DAY, shorten DAY to MIN, easier, harder, hours N, days DAYS, ftp W, test 20min W, add event DATE:TYPE:B, add ride wed:90:hard, drop DAY, drop event DATE, drop ride wed, keep DAY, free DAY, start DATE, or what a request may say: rhythm 2:1, avoid sprints, prefer over_unders, indoor tue=90, long-ride sat:240, strength-days wed, other-sport fri:45:run:moderate.";

/** What cannot be read, in whole sentences. */
export const unread = (message: string, hint = USAGE): PlanError =>
  new PlanError({ code: "INPUT_INVALID", message: /[.!?]$/.test(message) ? message : `${message}.`, hint });

type Looks = "back" | "ahead";
export interface Seen {
  readonly today: CalendarDate;
  readonly looks: Looks;
}

export function dayOf(text: string, { today, looks }: Seen): CalendarDate {
  const reading = readDate(text, { today, looks });
  if (reading.kind === "value") return reading.value;
  throw unread(`${quoted(text)} -> ${reading.expected}`, "Name a day, such as tue, 14 Feb or 2027-02-14.");
}

interface Days {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** What stands between the ends of a range: `2027-02-08..2027-02-14`, `8 Feb to 14 Feb`. */
const BETWEEN = [/\.{2,}|…/, / (?:to|until|till|through) /];

/** Ends of a range, `tue-fri` too. */
function endsOf(text: string): readonly string[] {
  for (const sign of BETWEEN) {
    const found = sign.exec(text);
    if (found === null) continue;
    const ends = [text.slice(0, found.index).trim(), text.slice(found.index + found[0].length).trim()];
    if (ends.every((end) => end !== "")) return ends;
  }
  return /^([a-z]+)\s*-\s*([a-z]+)$/.exec(text)?.slice(1) ?? [];
}

const DAYS_OF_WEEK = 7;
const WEEK = /(?:^|\s)(?:(?:of|in) )?(?:the )?(last|this|next|letzte|diese|nachste) (?:week|woche)(?=\s|$)/;
/** A week by a day in it, as the weeks of a plan are named to this reader. */
const WEEK_OF =
  /(?:^|\s)(?:in )?(?:the )?week (?:of |from )?(\d{4}-\d{2}-\d{2}|\d{1,2}\.? [a-z]{3,9}|[a-z]{3,9} \d{1,2})(?=\s|$)/;
const WEEKEND = /^(?:the |over the )?(last|this|next)? ?weekend$/;
const SHIFT: Readonly<Record<string, number>> = { last: -1, letzte: -1, this: 0, diese: 0, next: 1, nachste: 1 };

/** Words beside a week that they lie in: `tue to sat last week`; what is left, and the Monday of that week. */
function inWeek(
  text: string,
  today: CalendarDate,
): { readonly rest: string; readonly monday: CalendarDate } | undefined {
  const [named, day = ""] = WEEK_OF.exec(text) ?? [];
  const [shifted, which = ""] = WEEK.exec(text) ?? [];
  const whole = named ?? shifted;
  if (whole === undefined) return undefined;
  const monday =
    named === undefined
      ? addDays(mondayOnOrBefore(today), (SHIFT[which] ?? 0) * DAYS_OF_WEEK)
      : mondayOnOrBefore(dayOf(day, { today, looks: "ahead" }));
  return { rest: text.replace(whole, " ").replace(/\s+/g, " ").trim(), monday };
}

const NUMBERS = NUMBER_WORDS.map(([, words]) => words.replaceAll(" ", "|")).join("|");
const LENGTH = new RegExp(
  `(?:^|\\s)(?:for )?(?:about )?(?:the )?(?:last |past |next )?(?:(\\d{1,3}|${NUMBERS}|couple(?: of)?) )?(days?|weeks?|tagen?|tage|wochen?|jours?|semaines?|dias?|semanas?|giorn[oi]|settiman[ae]|dag(?:en)?|weken)(?=\\s|$)`,
);
const VAGUE = /\b(?:few|some|several|many|ein paar|einige|quelques|algunos|alcuni)\b/;
const SAY_DAYS = 'Say them as "tue to fri", "15-19 dec", "for 3 days" or "since monday".';

/** `for five days`, `two weeks`: how many days, and the words beside it. */
function lengthIn(text: string): { readonly days: number; readonly rest: string } | undefined {
  const [whole, count, unit = ""] = LENGTH.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const named = NUMBER_WORDS.find(([, words]) => words.split(" ").includes(count ?? ""))?.[0];
  const number = count === undefined ? 1 : /^\d/.test(count) ? Number(count) : count.startsWith("couple") ? 2 : named;
  const isWeek = /^(?:w|sem|sett)/.test(unit);
  if (number === undefined || number < 1 || (count === undefined && !isWeek)) return undefined;
  const rest = text
    .replace(whole, " ")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^(?:from|since|on|starting|beginning)\b ?/, "");
  return { days: number * (isWeek ? DAYS_OF_WEEK : 1), rest };
}

/** So many days from a day on; without a day up to today, or from it. */
function byLength(text: string, seen: Seen): Days | undefined {
  const found = lengthIn(text);
  if (found === undefined) return undefined;
  const { days, rest } = found;
  if (rest !== "") {
    const from = dayOf(rest, seen);
    return { from, to: addDays(from, days - 1) };
  }
  const { today, looks } = seen;
  return looks === "back"
    ? { from: addDays(today, 1 - days), to: today }
    : { from: today, to: addDays(today, days - 1) };
}

/** A longer time between two days of no year was turned round. */
const MOST_BETWEEN = 200;

function between(text: string, seen: Seen): Days | undefined {
  const [first, last] = endsOf(text);
  if (first === undefined || last === undefined) {
    const [range, other] = rangeMeant(text, seen).ranges;
    return range !== undefined && other === undefined && range.from < range.to ? range : undefined;
  }
  const from = dayOf(first, seen);
  const to = dayOf(last, { today: from, looks: "ahead" });
  if (to < from || (daysBetween(from, to) > MOST_BETWEEN && !/\d{4}/.test(text)))
    throw unread(`${quoted(text)} -> expected the earlier day first`, "Turn the two days round.");
  return { from, to };
}

/** `yesterday and today`: days that follow each other. */
function together(text: string, seen: Seen): Days | undefined {
  const parts = text.split(/ and |, ?| & /);
  if (parts.length < 2) return undefined;
  const days = parts.map((part) => dayOf(part, seen)).sort();
  const [from, to] = [days[0], days.at(-1)];
  if (from !== undefined && to !== undefined && daysBetween(from, to) === parts.length - 1) return { from, to };
  throw unread(`${quoted(text)} -> expected days that follow each other`, SAY_DAYS);
}

/** The days that words name, from the first to the last. */
export function rangeOf(words: readonly string[], seen: Seen): Days {
  const text = words.join(" ").replace(/^(?:from|on) /, "");
  const { today } = seen;
  const week = inWeek(text, today);
  if (week?.rest === "") return { from: week.monday, to: addDays(week.monday, DAYS_OF_WEEK - 1) };
  const [, since] = /^since (.+)$/.exec(text) ?? [];
  const isLong = since !== undefined && lengthIn(since) !== undefined;
  if (since !== undefined && !isLong) return { from: rangeOf([since], { today, looks: "back" }).from, to: today };
  if (week !== undefined) return rangeOf([week.rest], { today: week.monday, looks: "ahead" });
  const [weekend, which = "this"] = WEEKEND.exec(text) ?? [];
  if (weekend !== undefined) {
    const saturday = addDays(mondayOnOrBefore(today), (SHIFT[which] ?? 0) * DAYS_OF_WEEK + 5);
    return { from: saturday, to: addDays(saturday, 1) };
  }
  if (VAGUE.test(text)) throw unread(`${quoted(text)} -> expected days that can be counted`, SAY_DAYS);
  const found = byLength(text, seen) ?? between(text, seen) ?? together(text, seen);
  if (found !== undefined) return found;
  const day = dayOf(text, seen);
  return { from: day, to: day };
}

/** Days between blanks or commas; a range is all of its days. */
export function daysOf(words: readonly string[], seen: Seen): CalendarDate[] {
  const text = words.join(" ");
  const week = inWeek(text, seen.today);
  if (week !== undefined && week.rest !== "") return daysOf([week.rest], { today: week.monday, looks: "ahead" });
  const parts = text
    .split(/,|\band\b/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const dates = parts.flatMap((part): CalendarDate[] => {
    const each = part.split(" ");
    const isEachADay = each.length > 1 && each.every((word) => readDate(word, seen).kind === "value");
    if (isEachADay) return each.map((word) => dayOf(word, seen));
    const { from, to } = rangeOf([part], seen);
    const days: CalendarDate[] = [];
    for (let date = from; date <= to && days.length < 400; date = addDays(date, 1)) days.push(date);
    return days;
  });
  return [...new Set(dates)].sort();
}
