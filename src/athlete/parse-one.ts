import type { CalendarDate } from "../base/calendar.ts";
import type { AnswerKey } from "./parse-answers.ts";
import { daysOffReader, readDays, readMinutesByDay } from "./parse-days.ts";
import { maxPowerText, readMaxPower } from "./parse-effort-cap.ts";
import { readEventLength } from "./event-distance.ts";
import { eventsReader, readCourse } from "./parse-events.ts";
import { comebackText, healthText, readComeback, readHealth } from "./parse-health.ts";
import { readWeeklyHours } from "./parse-hours.ts";
import { plainText } from "./parse-number.ts";
import { inCamel } from "./parse-object.ts";
import { isRecord, read, readAs, unreadable, type Reader, type Reading } from "./parse-reading.ts";
import { TERM_ANSWERS, TERM_READERS } from "./parse-terms-all.ts";
import * as values from "./parse-values.ts";

/** The rider's own words on one line. */
const readGoal: Reader<string> = (value) => {
  const words = values.goalsOf(value).join("; ");
  return words === "" ? unreadable("expected a few words") : read(words);
};

/** A reader whose value is spelt as a file of the wizard's form spells it. */
const inFile =
  (reader: Reader<unknown>): Reader<unknown> =>
  (given, asked) => {
    const reading = reader(given, asked);
    return reading.kind === "unreadable" ? reading : readAs(inCamel(reading.value), reading.understood);
  };

const TERMS_IN_FILE: Readonly<Partial<Record<AnswerKey, () => Reader<unknown>>>> = Object.fromEntries(
  TERM_ANSWERS.map(([key, name]) => [key, () => inFile(TERM_READERS[name])]),
);

/** The readers that files and flags go through, by answer; those that only the API's form knows have none. */
const READERS: Readonly<Partial<Record<AnswerKey, (today: CalendarDate, weight: unknown) => Reader<unknown>>>> = {
  goal: () => readGoal,
  hasEvent: () => values.readYesNo,
  weeks: () => values.readWeeks,
  eventDate: values.readComingDay,
  eventType: () => values.readEventType,
  eventHours: () => readEventLength,
  eventDays: () => values.readEventDays,
  start: values.readComingDay,
  targetFtp: (_today, weight) => values.targetFtpReader(weight),
  tests: () => values.readYesNo,
  acceptRamp: () => values.readYesNo,
  ftp: (_today, weight) => values.ftpReader(weight),
  ftpDate: () => values.readDay,
  weight: () => values.readWeight,
  maxHr: () => values.readMaxHr,
  lthr: () => values.readLthr,
  restingHr: () => values.readRestingHr,
  age: () => values.readAge,
  sex: () => values.readSex,
  hours: () => readWeeklyHours,
  days: () => readDays,
  minutes: () => readMinutesByDay,
  experience: () => values.readExperience,
  recentHours: () => values.readRecentHours,
  longestRide: () => values.readLongestRide,
  ctl: () => values.readLoad,
  atl: () => values.readLoad,
  lastTest: values.readPastDay,
  strength: () => values.readStrength,
  off: (today) => daysOffReader({ today, looks: "ahead" }),
  wPrime: () => values.readWPrime,
  maxPower: () => inFile(readMaxPower),
  comeback: () => inFile(readComeback),
  health: () => inFile(readHealth),
  event: (today) => inFile(eventsReader(today)),
  course: () => inFile(readCourse),
  ...TERMS_IN_FILE,
};

const NUMBER = /^\d+(?:\.\d+)?$/;

/** Hours keep the rider's own words ("5-7", "12+"): what is made of them is decided when the plan is made. */
const hoursAsSaid = (given: unknown): unknown => {
  const text = typeof given === "string" ? plainText(given) : given;
  return typeof text === "string" && NUMBER.test(text) ? Number(text) : text;
};

/** The day from which an answer is seen, and the weight that stands beside it. */
export interface AnswerAt {
  readonly today: CalendarDate;
  readonly weight: unknown;
}

/** One answer as a request file holds it, from what was typed or saved. */
export const readAnswer = (key: AnswerKey, given: unknown, today: CalendarDate): Reading<unknown> =>
  readAnswerAt(key, given, { today, weight: undefined });

/** The same beside the weight of the same request, which watts per kilogram need. */
export function readAnswerAt(key: AnswerKey, given: unknown, { today, weight }: AnswerAt): Reading<unknown> {
  const reader = READERS[key]?.(today, weight);
  if (reader === undefined) return unreadable("expected another answer");
  const reading = reader(given, { today, looks: "ahead" });
  if (reading.kind === "unreadable") return reading;
  const { understood, value } = reading;
  if (key === "hours") return readAs(hoursAsSaid(given), understood);
  if (key !== "days" || !Array.isArray(value)) return readAs(value, understood);
  const days = value.map((day: unknown) => String(day).toLowerCase());
  return readAs(days, understood);
}

const pairText = ([day, minutes]: readonly [string, unknown]): string =>
  `${day.slice(0, 3).toLowerCase()}=${String(minutes)}`;

function itemText(item: unknown): string {
  if (!isRecord(item)) return String(item);
  return item.from === item.to ? String(item.from) : `${String(item.from)}..${String(item.to)}`;
}

/** What was read, as text; undefined for what cannot be read. */
const textBy =
  <T>(reader: Reader<T>, text: (value: T) => string | undefined) =>
  (value: unknown): string | undefined => {
    const reading = reader(value);
    return reading.kind === "value" ? text(reading.value) : undefined;
  };

/** `6:injury:cleared`, `80:2027-03-01` and `no-heart,active`. */
const TEXTS: Readonly<Partial<Record<AnswerKey, (value: unknown) => string | undefined>>> = {
  comeback: textBy(readComeback, comebackText),
  maxPower: textBy(readMaxPower, maxPowerText),
  health: textBy(readHealth, healthText),
};

/** An answer as a rider would type it: reading this text gives the same answer. */
export function answerText(key: AnswerKey, value: unknown): string {
  if (value === undefined || value === null) return "";
  const special = TEXTS[key]?.(value);
  if (special !== undefined) return special;
  if (key === "days" && Array.isArray(value))
    return value.map((day) => String(day).slice(0, 3).toLowerCase()).join(" ");
  if (Array.isArray(value)) return value.map(itemText).join(", ");
  if (isRecord(value)) return Object.entries(value).map(pairText).join(" ");
  if (typeof value === "boolean") return value ? "yes" : "no";
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}
