import { WEEKDAYS, type CalendarDate, type Weekday } from "../base/calendar.ts";
import { fullDay, longDate } from "../base/date-words.ts";
import { cleanLine } from "../base/text.ts";
import { rangeMeant, rangeTexts, type DayRange } from "./parse-date-ranges.ts";
import { datesMeant } from "./parse-dates.ts";
import { DAYS_EXPECTED, daysInText, daysName } from "./parse-day-list.ts";
import { minutesOf } from "./parse-number.ts";
import {
  ambiguous,
  isRecord,
  quoted,
  read,
  readAs,
  unreadable,
  type DateAsked,
  type Meaning,
  type Reader,
  type Reading,
} from "./parse-reading.ts";
import { ACCEPTED } from "./accepted-range.ts";
import type { DateRange } from "./schema.ts";
import { daysNamedBeside, isEnglishDay } from "./parse-weekday-names.ts";

/** `tue`, `Tuesday`, `Dienstag`, `mardi` as a weekday; undefined for a word that is another day in another language. */
export function weekdayNamed(text: string): Weekday | undefined {
  const reading = readWeekday(text);
  return reading.kind === "value" ? reading.value : undefined;
}

/**
 * `tue,thu`, `tue-fri`, `weekends`, `not Wednesday`, `Mo Di Mi` or a list, in the order of the week; a day named twice counts
 * once.
 */
export const readDays: Reader<Weekday[]> = (value) => {
  const words: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (typeof value !== "string" && !Array.isArray(value)) return unreadable(DAYS_EXPECTED);
  const other = words.find((word) => typeof word !== "string");
  return other === undefined
    ? daysInText(words.join(" "))
    : unreadable(`${DAYS_EXPECTED}; ${quoted(other)} is no weekday`);
};

/** One weekday, in whatever language. */
export const readWeekday: Reader<Weekday> = (value) => {
  const found = typeof value === "string" ? daysNamedBeside(value, []) : [];
  const [first, ...others] = found;
  if (first === undefined) return unreadable("expected a weekday, such as tue");
  if (others.length === 0) return readAs(first.weekday, isEnglishDay(String(value)) ? undefined : first.weekday);
  return ambiguous("a weekday", found.map(({ weekday }) => ({ text: weekday.slice(0, 3).toLowerCase(), name: weekday }))); // prettier-ignore
};

export type MinutesByDay = Partial<Record<Weekday, number>>;

const { high: MOST_MINUTES } = ACCEPTED.dayMinutes;
const MINUTES_EXPECTED = `expected whole minutes per weekday up to ${MOST_MINUTES}, such as tue=75,sat=180`;
/** Nobody means a ride of fewer minutes; the rider probably wrote hours. */
const FEWEST_MEANT = 15;
/** Longer texts than any answer need not be read. */
const MOST_CHARACTERS = 5000;

/** `tue=75`; `tue: 75` where there is no other sign. */
function pairOf(part: string): readonly [string, string] | undefined {
  const [day, minutes, ...rest] = part.split(part.includes("=") ? "=" : /:(.*)/s).filter((side) => side !== "");
  return day === undefined || minutes === undefined || rest.length > 0 ? undefined : [day, minutes];
}

function pairsOf(value: unknown): (readonly [string, unknown])[] | undefined {
  if (isRecord(value)) return Object.entries(value);
  const texts: readonly unknown[] = Array.isArray(value) ? value : [value];
  const pairs: (readonly [string, unknown])[] = [];
  for (const text of texts) {
    if (typeof text !== "string" || text.length > MOST_CHARACTERS) return undefined;
    for (const part of text
      .split(/([=:])/)
      .map((side) => side.trim())
      .join("")
      .split(/[,;\s]+/)
      .filter((word) => word !== "")) {
      // prettier-ignore
      const pair = pairOf(part);
      if (pair === undefined) return undefined;
      pairs.push(pair);
    }
  }
  return pairs;
}

/** `tue=75,sat=3h`, `weekdays=60` or an object of weekdays, in minutes. A day of its own counts more than one of several. */
export const readMinutesByDay: Reader<MinutesByDay> = (value) => {
  const pairs = pairsOf(value);
  if (pairs === undefined) return unreadable(MINUTES_EXPECTED);
  const alone = new Map<Weekday, number>();
  const together = new Map<Weekday, number>();
  const tiny: string[] = [];
  for (const [name, given] of pairs) {
    const days = readDays(name);
    const minutes = minutesOf(given, "minutes");
    if (days.kind === "unreadable")
      return unreadable(days.meanings === undefined ? `${MINUTES_EXPECTED}; ${quoted(name)} is no weekday` : days.expected); // prettier-ignore
    const shown = daysName(days.value);
    if (minutes === undefined || !Number.isInteger(minutes) || minutes < 0 || minutes > MOST_MINUTES)
      return unreadable(`${MINUTES_EXPECTED}; ${shown} has ${quoted(given)}`);
    const found = days.value.length === 1 ? alone : together;
    const twice = days.value.find((day) => (found.get(day) ?? minutes) !== minutes);
    if (twice !== undefined) return unreadable(`expected one number for ${twice}`);
    if (minutes > 0 && minutes < FEWEST_MEANT) tiny.push(`${shown} has ${minutes} minutes`);
    for (const day of days.value) found.set(day, minutes);
  }
  const inOrder: MinutesByDay = {};
  for (const day of WEEKDAYS) {
    const minutes = alone.get(day) ?? together.get(day);
    if (minutes !== undefined) inOrder[day] = minutes;
  }
  if (tiny.length === 0) return read(inOrder);
  return { ...read(inOrder), warning: `${tiny.join(", ")}: too short for a ride. For hours write 2h.` };
};

/** What a date may look like; without a day to see it from it needs its year. */
const dateExpected = ({ today }: DateAsked): string =>
  `expected a day that exists, such as 2027-03-14${today === undefined ? " or 14 March 2027" : ", 14 March or next Monday"}`;

/** One of several days that a text may mean. */
export const dayMeaning = (date: CalendarDate): Meaning => ({ text: date, name: longDate(date) });

/** `2027-03-14`, `14.03.2027`, `14 March`, `next Monday`, `in 6 weeks`: a day with what was understood, or both where it may be two. */
export function readDate(value: unknown, asked: DateAsked = {}): Reading<CalendarDate> {
  const { dates, isPlain, why } = datesMeant(value, asked);
  const [date, other] = dates;
  if (date === undefined) return unreadable(why === undefined ? dateExpected(asked) : `expected a day; ${why}`);
  if (other !== undefined) return ambiguous("a day", dates.map(dayMeaning));
  return readAs(date, isPlain ? undefined : fullDay(date));
}

/** The same as a day, or undefined; without `today` only days with their year. */
export function dateNamed(value: unknown, asked: DateAsked = {}): CalendarDate | undefined {
  const reading = readDate(value, asked);
  return reading.kind === "value" ? reading.value : undefined;
}

export interface DateLimits extends DateAsked {
  readonly earliest?: CalendarDate;
  readonly latest?: CalendarDate;
}

/** A reader for a day within limits. */
export const dateReader =
  ({ earliest, latest, ...asked }: DateLimits): Reader<CalendarDate> =>
  (value) => {
    const reading = readDate(value, asked);
    if (reading.kind === "unreadable") return reading;
    const { value: date, understood } = reading;
    if (earliest !== undefined && date < earliest)
      return unreadable(
        `expected ${earliest} or later: that day is past${understood === undefined ? "" : ` (${understood})`}`,
      );
    if (latest !== undefined && date > latest)
      return unreadable(`expected ${latest} or earlier${understood === undefined ? "" : `: this is ${understood}`}`);
    return reading;
  };

const OFF_EXPECTED = "expected FROM..TO, such as 2027-02-08..2027-02-14 or 8-14 Feb 2027, or one day";

const rangeText = ({ from, to }: DayRange): string => (from === to ? from : `${from}..${to}`);
const rangeName = ({ from, to }: DayRange): string =>
  from === to ? fullDay(from) : `${fullDay(from)} to ${fullDay(to)}`;

function rangeRead(text: string, asked: DateAsked): Reading<DayRange> {
  const { ranges, isPlain, why } = rangeMeant(text, asked);
  const [range] = ranges;
  if (range === undefined)
    return unreadable(why === undefined ? `${OFF_EXPECTED}, of days that exist` : `expected a day; ${why}`);
  const forward = ranges.filter(({ from, to }) => from <= to);
  if (forward.length === 0) return unreadable(`expected the earlier day first, such as ${range.to}..${range.from}`);
  const [first = range] = forward;
  if (forward.length > 1) return ambiguous("days", forward.map((one) => ({ text: rangeText(one), name: rangeName(one) }))); // prettier-ignore
  return readAs(first, isPlain ? undefined : rangeName(first));
}

/** `{ from, to, reason }` of a file: each end as a day of its own. */
function rangeOfParts(given: Readonly<Record<string, unknown>>, asked: DateAsked): Reading<DateRange> {
  const unknownKey = Object.keys(given).find((key) => !["from", "to", "reason"].includes(key));
  if (unknownKey !== undefined)
    return unreadable(`expected from, to and reason; ${quoted(unknownKey)} is none of them`);
  const { from, to = from } = given;
  const reason = given.reason ?? undefined;
  if (reason !== undefined && typeof reason !== "string") return unreadable("expected the reason as text");
  if (typeof from !== "string" || typeof to !== "string") return unreadable(`${OFF_EXPECTED}, of days that exist`);
  const reading = rangeRead(from === to ? from : `${from}..${to}`, asked);
  if (reading.kind === "unreadable" || reason === undefined) return reading;
  return { ...reading, value: { ...reading.value, reason: cleanLine(reason, 200) } };
}

const MOST_RANGES = 60;

function itemRead(item: unknown, asked: DateAsked): Reading<DateRange> {
  if (isRecord(item)) return rangeOfParts(item, asked);
  return typeof item === "string" ? rangeRead(item, asked) : unreadable(`${OFF_EXPECTED}, of days that exist`);
}

/** A meaning of one item as an answer with all of them. */
const inWhole = ({ text, name }: Meaning, items: readonly unknown[], at: number): Meaning => ({
  name,
  text: items.map((item, index) => (index === at ? text : typeof item === "string" ? item : "")).join(", "),
});

/** The ranges one by one, and what was understood of those that were said in words. */
function rangesRead(items: readonly unknown[], asked: DateAsked): Reading<DateRange[]> {
  const ranges: DateRange[] = [];
  const understood: string[] = [];
  for (const [at, item] of items.entries()) {
    const reading = itemRead(item, asked);
    if (reading.kind === "unreadable")
      return reading.meanings === undefined
        ? reading
        : { ...reading, meanings: reading.meanings.map((meaning) => inWhole(meaning, items, at)) };
    ranges.push(reading.value);
    if (reading.understood !== undefined) understood.push(reading.understood);
  }
  if (ranges.length > MOST_RANGES) return unreadable(`expected at most ${MOST_RANGES} ranges of days off`);
  return readAs(ranges, understood.length === 0 ? undefined : understood.join("; "));
}

/** `2027-02-08..2027-02-14`, `8-14 Feb`, a list of such, or a list of `{ from, to, reason }`; both ends are included. */
export const daysOffReader =
  (asked: DateAsked): Reader<DateRange[]> =>
  (value) => {
    const items: readonly unknown[] = Array.isArray(value) ? value : [value];
    if (items.some((item) => typeof item === "string" && item.length > MOST_CHARACTERS))
      return unreadable(OFF_EXPECTED);
    const partsOf = (item: unknown): readonly unknown[] => (typeof item === "string" ? rangeTexts(item) : [item]);
    const reading = rangesRead(items.flatMap(partsOf), asked);
    // `--off 8 Feb to 14 Feb` reaches us as five words.
    if (reading.kind === "value" || items.length < 2 || !items.every((item) => typeof item === "string"))
      return reading;
    const whole = rangesRead(rangeTexts(items.join(" ")), asked);
    return whole.kind === "value" || whole.meanings !== undefined ? whole : reading;
  };
