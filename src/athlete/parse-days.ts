import { parseDate, WEEKDAYS, type CalendarDate, type Weekday } from "../base/calendar.ts";
import { cleanLine } from "../base/text.ts";
import { ACCEPTED, type DateRange } from "./schema.ts";
import { minutesOf, plainText } from "./parse-number.ts";
import { isRecord, quoted, read, unreadable, type Reader, type Reading } from "./parse-reading.ts";

/** Shortest spelling that names one weekday only; longer ones are the beginning of its name. */
const FEWEST_LETTERS = 2;
const SHORT_FORMS: Readonly<Record<string, Weekday>> = {
  tues: "Tuesday",
  weds: "Wednesday",
  thur: "Thursday",
  thurs: "Thursday",
};
const DAYS_EXPECTED = "expected days such as tue,thu,sat";

/** `tue`, `Tuesday`, `THU` as a weekday. */
export function weekdayNamed(text: string): Weekday | undefined {
  const word = plainText(text).replace(/\.$/, "");
  if (word.length < FEWEST_LETTERS) return undefined;
  const short = Object.entries(SHORT_FORMS).find(([spelling]) => spelling === word)?.[1];
  return (
    short ?? WEEKDAYS.find((day) => (word.length > 3 ? day.toLowerCase() === word : day.toLowerCase().startsWith(word)))
  );
}

const wordsOf = (value: unknown): readonly unknown[] =>
  (Array.isArray(value) ? value : [value]).flatMap((item: unknown) =>
    typeof item === "string" ? item.split(/[\s,;/&+]+|\band\b/).filter((word) => word !== "") : [item],
  );

/** `tue,thu`, `Tuesday Thursday` or a list, in the order of the week; a day named twice counts once. */
export const readDays: Reader<Weekday[]> = (value) => {
  if (typeof value !== "string" && !Array.isArray(value)) return unreadable(DAYS_EXPECTED);
  const words = wordsOf(value);
  const named = words.map((word) => (typeof word === "string" ? weekdayNamed(word) : undefined));
  const unknown = words.find((_, index) => named[index] === undefined);
  if (words.length === 0) return unreadable(`expected at least one day, such as tue,thu,sat`);
  if (unknown !== undefined) return unreadable(`${DAYS_EXPECTED}; ${quoted(unknown)} is no weekday`);
  return read(WEEKDAYS.filter((day) => named.includes(day)));
};

export type MinutesByDay = Partial<Record<Weekday, number>>;

const { high: MOST_MINUTES } = ACCEPTED.dayMinutes;
const MINUTES_EXPECTED = `expected whole minutes per weekday up to ${MOST_MINUTES}, such as tue=75,sat=180`;
/** Nobody means a ride of fewer minutes; the rider probably wrote hours. */
const FEWEST_MEANT = 15;

function pairsOf(value: unknown): (readonly [string, unknown])[] | undefined {
  if (isRecord(value)) return Object.entries(value);
  const texts: readonly unknown[] = Array.isArray(value) ? value : [value];
  const pairs: [string, unknown][] = [];
  for (const text of texts) {
    if (typeof text !== "string") return undefined;
    for (const part of text.split(/[,;\s]+/).filter((word) => word !== "")) {
      const [day, minutes, ...rest] = part.split("=");
      if (day === undefined || minutes === undefined || rest.length > 0) return undefined;
      pairs.push([day, minutes]);
    }
  }
  return pairs;
}

/** `tue=75,sat=3h` or an object of weekdays, in minutes. */
export const readMinutesByDay: Reader<MinutesByDay> = (value) => {
  const pairs = pairsOf(value);
  if (pairs === undefined) return unreadable(MINUTES_EXPECTED);
  const found = new Map<Weekday, number>();
  const tiny: string[] = [];
  for (const [name, given] of pairs) {
    const weekday = weekdayNamed(name);
    const minutes = minutesOf(given, "minutes");
    if (weekday === undefined) return unreadable(`${MINUTES_EXPECTED}; ${quoted(name)} is no weekday`);
    if (minutes === undefined || !Number.isInteger(minutes) || minutes < 0 || minutes > MOST_MINUTES)
      return unreadable(`${MINUTES_EXPECTED}; ${weekday} has ${quoted(given)}`);
    if ((found.get(weekday) ?? minutes) !== minutes) return unreadable(`expected one number for ${weekday}`);
    if (minutes > 0 && minutes < FEWEST_MEANT) tiny.push(`${weekday} has ${minutes} minutes`);
    found.set(weekday, minutes);
  }
  const inOrder: MinutesByDay = {};
  for (const day of WEEKDAYS) {
    const minutes = found.get(day);
    if (minutes !== undefined) inOrder[day] = minutes;
  }
  if (tiny.length === 0) return read(inOrder);
  return { ...read(inOrder), warning: `${tiny.join(", ")}: too short for a ride. For hours write 2h.` };
};

const DATE_EXPECTED = "expected a day that exists, written YYYY-MM-DD";

/** `2027-03-14`, also `2027/3/14` and `2027.03.14`: year first, because other orders can be read in two ways. */
export function dateNamed(value: unknown): CalendarDate | undefined {
  const match = typeof value === "string" ? /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(plainText(value)) : null;
  if (!match) return undefined;
  const [, year = "", , month = "", day = ""] = match;
  return parseDate(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
}

export interface DateLimits {
  readonly earliest?: CalendarDate;
  readonly latest?: CalendarDate;
}

/** A reader for a day within limits. */
export const dateReader =
  ({ earliest, latest }: DateLimits): Reader<CalendarDate> =>
  (value) => {
    const date = dateNamed(value);
    if (date === undefined) return unreadable(DATE_EXPECTED);
    if (earliest !== undefined && date < earliest) return unreadable(`expected ${earliest} or later: that day is past`);
    if (latest !== undefined && date > latest) return unreadable(`expected ${latest} or earlier`);
    return read(date);
  };

const OFF_EXPECTED = "expected FROM..TO, such as 2027-02-08..2027-02-14, or one day";

function daysOff(item: unknown): Reading<DateRange> {
  const given = isRecord(item) ? item : undefined;
  const unknownKey = Object.keys(given ?? {}).find((key) => !["from", "to", "reason"].includes(key));
  if (unknownKey !== undefined)
    return unreadable(`expected from, to and reason; ${quoted(unknownKey)} is none of them`);
  const [first, last = first, ...rest] =
    typeof item === "string" ? item.split(/ ?(?:\.\.+|…) ?/) : [given?.from, given?.to];
  const from = dateNamed(first);
  const to = dateNamed(last);
  if (from === undefined || to === undefined || rest.length > 0)
    return unreadable(`${OFF_EXPECTED}, of days that exist`);
  if (to < from) return unreadable(`expected the earlier day first, such as ${to}..${from}`);
  const reason = given?.reason ?? undefined;
  if (reason !== undefined && typeof reason !== "string") return unreadable("expected the reason as text");
  return read(reason === undefined ? { from, to } : { from, to, reason: cleanLine(reason, 200) });
}

/** `2027-02-08..2027-02-14`, a list of such, or a list of `{ from, to, reason }`; both ends are included. */
export const readDaysOff: Reader<DateRange[]> = (value) => {
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  const texts = items.flatMap((item: unknown) =>
    typeof item === "string" ? item.split(/\s*,\s*/).filter((part) => part !== "") : [item],
  );
  const ranges: DateRange[] = [];
  for (const item of texts) {
    const reading = daysOff(item);
    if (reading.kind === "unreadable") return reading;
    ranges.push(reading.value);
  }
  return ranges.length > 60 ? unreadable("expected at most 60 ranges of days off") : read(ranges);
};
