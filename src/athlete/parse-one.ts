import type { CalendarDate } from "../base/calendar.ts";
import type { AnswerKey } from "./parse-answers.ts";
import { readDays, readDaysOff, readMinutesByDay } from "./parse-days.ts";
import { maxPowerInFile, maxPowerText, readMaxPower } from "./parse-effort-cap.ts";
import { eventsReader, readCourse } from "./parse-events.ts";
import { comebackInFile, comebackText, healthInFile, readComeback, readHealth } from "./parse-health.ts";
import { readWeeklyHours } from "./parse-hours.ts";
import { plainText } from "./parse-number.ts";
import { inCamel } from "./parse-object.ts";
import { isRecord, read, unreadable, type Reader, type Reading } from "./parse-reading.ts";
import { TERM_READERS } from "./parse-terms-all.ts";
import * as values from "./parse-values.ts";

/** The rider's own words on one line. */
const readGoal: Reader<string> = (value) => {
  const words = values.goalsOf(value).join("; ");
  return words === "" ? unreadable("expected a few words") : read(words);
};

/** A reader whose value is spelt as a file spells it. */
const inFile =
  <T>(reader: Reader<T>, spell: (value: T) => unknown): Reader<unknown> =>
  (given) => {
    const reading = reader(given);
    return reading.kind === "unreadable" ? reading : read(spell(reading.value));
  };

/** The readers of terms, whose values a file holds in camelCase. */
const TERMS_IN_FILE: Readonly<Partial<Record<AnswerKey, () => Reader<unknown>>>> = Object.fromEntries(
  Object.entries(TERM_READERS).map(([key, reader]) => [key, () => inFile<unknown>(reader, inCamel)]),
);

/** The readers that files and flags go through, by answer; those that only the API's form knows have none. */
const READERS: Readonly<Partial<Record<AnswerKey, (today: CalendarDate) => Reader<unknown>>>> = {
  goal: () => readGoal,
  hasEvent: () => values.readYesNo,
  weeks: () => values.readWeeks,
  eventDate: values.readComingDay,
  eventType: () => values.readEventType,
  eventHours: () => values.readEventHours,
  eventDays: () => values.readEventDays,
  start: values.readComingDay,
  targetFtp: () => values.readTargetFtp,
  tests: () => values.readYesNo,
  acceptRamp: () => values.readYesNo,
  ftp: () => values.readFtp,
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
  off: () => readDaysOff,
  wPrime: () => values.readWPrime,
  maxPower: () => inFile(readMaxPower, maxPowerInFile),
  comeback: () => inFile(readComeback, comebackInFile),
  health: () => inFile(readHealth, healthInFile),
  event: (today) => inFile(eventsReader(today), inCamel),
  course: () => inFile(readCourse, inCamel),
  ...TERMS_IN_FILE,
};

const NUMBER = /^\d+(?:\.\d+)?$/;

/** Hours keep the rider's own words ("5-7", "12+"): what is made of them is decided when the plan is made. */
const hoursAsSaid = (given: unknown): unknown => {
  const text = typeof given === "string" ? plainText(given) : given;
  return typeof text === "string" && NUMBER.test(text) ? Number(text) : text;
};

/** One answer as a request file holds it, from what was typed or saved. */
export function readAnswer(key: AnswerKey, given: unknown, today: CalendarDate): Reading<unknown> {
  const reader = READERS[key]?.(today);
  if (reader === undefined) return unreadable("expected another answer");
  const reading = reader(given);
  if (reading.kind === "unreadable") return reading;
  if (key === "hours") return read(hoursAsSaid(given));
  if (key !== "days" || !Array.isArray(reading.value)) return read(reading.value);
  return read(reading.value.map((day: unknown) => String(day).toLowerCase()));
}

const pairText = ([day, minutes]: readonly [string, unknown]): string =>
  `${day.slice(0, 3).toLowerCase()}=${String(minutes)}`;

function itemText(item: unknown): string {
  if (!isRecord(item)) return String(item);
  return item.from === item.to ? String(item.from) : `${String(item.from)}..${String(item.to)}`;
}

/** `6:injury:cleared` and `80:2027-03-01`; undefined for what is neither. */
function textOfParts(key: "comeback" | "maxPower", value: unknown): string | undefined {
  if (key === "comeback") {
    const reading = readComeback(value);
    return reading.kind === "value" ? comebackText(reading.value) : undefined;
  }
  const reading = readMaxPower(value);
  return reading.kind === "value" ? maxPowerText(reading.value) : undefined;
}

/** An answer as a rider would type it: reading this text gives the same answer. */
export function answerText(key: AnswerKey, value: unknown): string {
  if (value === undefined || value === null) return "";
  const special = key === "comeback" || key === "maxPower" ? textOfParts(key, value) : undefined;
  if (special !== undefined) return special;
  if (key === "health" && isRecord(value))
    return [value.active, value.disease, value.symptoms].map((one) => (one === true ? "y" : "n")).join("");
  if (key === "days" && Array.isArray(value))
    return value.map((day) => String(day).slice(0, 3).toLowerCase()).join(" ");
  if (Array.isArray(value)) return value.map(itemText).join(", ");
  if (isRecord(value)) return Object.entries(value).map(pairText).join(" ");
  if (typeof value === "boolean") return value ? "yes" : "no";
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}
