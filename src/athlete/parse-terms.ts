import { WEEKDAYS } from "../base/calendar.ts";
import { EFFORTS } from "../base/effort.ts";
import { cleanLine } from "../base/text.ts";
import { fullDay } from "../base/date-words.ts";
import { rangeMeant } from "./parse-date-ranges.ts";
import { readDate, readDays, readMinutesByDay, readWeekday, weekdayNamed } from "./parse-days.ts";
import { plainText } from "./parse-number.ts";
import { listReader, objectReader } from "./parse-object.ts";
import { isRecord, read, unreadable, type DateAsked, type Reader } from "./parse-reading.ts";
import { hoursReader, lineReader, minutesReader, wordReader } from "./parse-values.ts";
import {
  fixedRideSchema,
  hoursByDateSchema,
  indoorSchema,
  longRideSchema,
  OTHER_SPORTS,
  otherSportSchema,
  RHYTHMS,
  START_PHASES,
  TERM_LIMITS,
  TRAIN_BY,
  type FixedRide,
  type HoursByDate,
  type Indoor,
  type LongRideWish,
  type OtherSportHabit,
  type Rhythm,
  type StartPhase,
  type TrainBy,
  type TwoADay,
} from "./terms.ts";
import { joinWords } from "../base/text.ts";
import { WORK_KINDS, type WorkKind } from "../base/work-kinds.ts";

/** Whole minutes between limits. */
const wholeMinutes = (range: { low: number; high: number }): Reader<number> => {
  const reader = minutesReader({ ...range, example: "90 or 1h30" });
  return (value) => {
    const reading = reader(value);
    return reading.kind === "unreadable" ? reading : read(Math.round(reading.value));
  };
};

const readSessionMinutes = wholeMinutes(TERM_LIMITS.sessionMinutes);
const readDayMinutes = wholeMinutes(TERM_LIMITS.dayMinutes);
const readLongMinutes = wholeMinutes(TERM_LIMITS.longRideMinutes);

const readName = lineReader(TERM_LIMITS.nameCharacters);

const readReason: Reader<string> = (value) =>
  typeof value === "string" ? read(cleanLine(value, 200)) : unreadable("expected a few words");

const WHEN = { day: readWeekday, date: readDate, from: readDate, to: readDate };
const isDate = (text: string): boolean => /\d|^(?:to(?:day|morrow)|next|this) ?/.test(plainText(text));

/** The weekday or the date that stands first in a line. */
const onDay = (text: string): Readonly<Record<string, string>> => (isDate(text) ? { date: text } : { day: text });

/** `wed:90:hard`, `wed:90:hard:Club ride` or `2027-02-14:4h:moderate`. */
function typedRide(text: string): Readonly<Record<string, unknown>> | undefined {
  const [day = "", minutes, effort, ...name] = text.split(":").map((part) => part.trim());
  return effort === undefined ? undefined : { ...onDay(day), minutes, effort, name: name.join(":") };
}

/** `fri:45:run:moderate`. */
function typedSport(text: string): Readonly<Record<string, unknown>> | undefined {
  const [day = "", minutes, sport, effort, ...name] = text.split(":").map((part) => part.trim());
  return effort === undefined ? undefined : { ...onDay(day), minutes, sport, effort, name: name.join(":") };
}

const readEffort = wordReader(EFFORTS, "an effort");

export const readFixedRides: Reader<FixedRide[]> = listReader(
  objectReader(fixedRideSchema, {
    expected: "expected a day, minutes, an effort and if you like a name, such as wed:90:hard:Club ride",
    parts: { ...WHEN, minutes: readSessionMinutes, effort: readEffort, name: readName },
    typed: typedRide,
  }),
  TERM_LIMITS.items,
);

export const readOtherSport: Reader<OtherSportHabit[]> = listReader(
  objectReader(otherSportSchema, {
    expected: "expected a day, minutes, a sport and an effort, such as fri:45:run:moderate",
    parts: {
      ...WHEN,
      minutes: readSessionMinutes,
      sport: wordReader(OTHER_SPORTS, "a sport"),
      effort: readEffort,
      name: readName,
    },
    typed: typedSport,
  }),
  TERM_LIMITS.items,
);

/** `2027-02-01..2027-02-07=3`, `1-7 Feb=3`. */
function typedBand(text: string, asked: DateAsked = {}): Readonly<Record<string, unknown>> | undefined {
  const [range = "", hours, ...rest] = text.split("=");
  if (hours === undefined || rest.length > 0) return undefined;
  const { ranges, isPlain } = rangeMeant(range, asked);
  const [days, ...others] = ranges;
  // The days as they are shown, so that what was understood of words is said.
  if (days !== undefined && others.length === 0 && !isPlain)
    return { from: fullDay(days.from), to: fullDay(days.to), hours };
  const [from, to = from, ...more] = range.split(/ ?(?:\.\.+|…) ?/);
  return more.length > 0 ? undefined : { from, to, hours };
}

export const readHoursByDate: Reader<HoursByDate[]> = listReader(
  objectReader(hoursByDateSchema, {
    expected: "expected dates and the hours in each week of them, such as 2027-02-01..2027-02-07=3",
    parts: {
      from: readDate,
      to: readDate,
      hours: hoursReader({ ...TERM_LIMITS.bandHours, example: "3 or 2h30" }),
      days: readDays,
      max_minutes_by_day: readMinutesByDay,
      reason: readReason,
    },
    typed: typedBand,
  }),
  TERM_LIMITS.items,
);

const TWO_EXPECTED = "expected the most minutes of two rides by weekday, such as { monday: [75, 30] }";

/** `{ monday: [75, 30] }`, in minutes. */
export const readTwoADay: Reader<TwoADay> = (value) => {
  if (!isRecord(value)) return unreadable(TWO_EXPECTED);
  const found: TwoADay = {};
  for (const [name, given] of Object.entries(value)) {
    const day = weekdayNamed(name);
    const pair: readonly unknown[] = Array.isArray(given) ? given : [];
    const [first, second] = pair.map((minutes) => readDayMinutes(minutes));
    if (day === undefined || pair.length !== 2 || first?.kind !== "value" || second?.kind !== "value")
      return unreadable(`${TWO_EXPECTED}; ${name} is not`);
    found[day] = [first.value, second.value];
  }
  return read(Object.fromEntries(WEEKDAYS.flatMap((day) => (found[day] ? [[day, found[day]]] : []))));
};

/** `tue,thu=90` or `tue,thu`. */
function typedIndoor(text: string): Readonly<Record<string, unknown>> | undefined {
  const [days, maxMinutes, ...rest] = text.split("=");
  return rest.length > 0 ? undefined : { days, max_minutes: maxMinutes };
}

export const readIndoor: Reader<Indoor> = objectReader(indoorSchema, {
  expected: "expected days and the most minutes indoors, such as tue,thu=90",
  parts: { days: readDays, max_minutes: readDayMinutes },
  typed: typedIndoor,
});

/** `sat`, `sat:240` or `sat:120-240`. */
function typedLongRide(text: string): Readonly<Record<string, unknown>> | undefined {
  const [day, minutes, ...rest] = text.split(":");
  if (rest.length > 0) return undefined;
  const [first, second] = (minutes ?? "").split("-");
  return second === undefined ? { day, max_minutes: first } : { day, min_minutes: first, max_minutes: second };
}

export const readLongRide: Reader<LongRideWish> = objectReader(longRideSchema, {
  expected: "expected a day and if you like the most minutes, such as sat or sat:240",
  parts: { day: readWeekday, min_minutes: readLongMinutes, max_minutes: readLongMinutes },
  typed: typedLongRide,
});

/** Days of strength; they may be days without a ride. */
export const readStrengthDays = readDays;

/** What may stand around a kind of work and says nothing of its own; "no" is what `avoid` means already. */
const AROUND_KINDS =
  /^(?:and|or|nor|no|not|without|any|the|of|please|avoid|more|some|work|training|intervals?|efforts?|sessions?|stuff|also)$/;
/** Letters and digits of a name: `over unders`, `Over-Unders` and `over_under` are one. */
const bareKind = (text: string): string =>
  plainText(text)
    .replace(/[^\p{L}\p{N}]+/gu, "")
    .replace(/s$/, "");
const LONGEST_NAME = 3;

/** A line of names as riders write them: with blanks, in capitals, with words around them. */
function kindNames(text: string): string[] {
  const words = text.split(/[\s,;&+]+/).filter((word) => word !== "");
  const names: string[] = [];
  for (let at = 0; at < words.length;) {
    const lengths = Array.from({ length: LONGEST_NAME }, (_, index) => LONGEST_NAME - index);
    const length = lengths.find((count) => {
      const name = bareKind(words.slice(at, at + count).join(""));
      return at + count <= words.length && WORK_KINDS.some((kind) => bareKind(kind) === name);
    });
    const name = words.slice(at, at + (length ?? 1)).join(" ");
    if (length !== undefined) names.push(WORK_KINDS.find((kind) => bareKind(kind) === bareKind(name)) ?? name);
    else if (!AROUND_KINDS.test(name.toLowerCase())) names.push(name);
    at += length ?? 1;
  }
  return names;
}

const readKindList = listReader(wordReader(WORK_KINDS, "a kind of work"), WORK_KINDS.length);

/** In the order of our list, each once. */
export const readWorkKinds: Reader<WorkKind[]> = (value) => {
  const reading = readKindList(typeof value === "string" && value.length <= MOST_KIND_TEXT ? kindNames(value) : value);
  if (reading.kind === "unreadable") return reading;
  return reading.value.length === 0 && typeof value === "string" && value.trim() !== ""
    ? unreadable(`expected a kind of work: ${joinWords(WORK_KINDS, "or")}`)
    : read(WORK_KINDS.filter((word) => reading.value.includes(word)));
};
const MOST_KIND_TEXT = 300;

export const readRhythm: Reader<Rhythm> = wordReader(RHYTHMS, "load weeks to a recovery week");
export const readStartPhase: Reader<StartPhase> = wordReader(START_PHASES, "a phase");
export const readTrainBy: Reader<TrainBy> = wordReader(TRAIN_BY, "what tells how hard you ride");
