import { WEEKDAYS } from "../base/calendar.ts";
import type { PlanFacts } from "./plan-facts.ts";

/** Words of a doctor, not of a training plan. */
const MEDICAL =
  /\b(medic|drug|dose|dosage|m(illi)?grams?\b|mg\b|pill|tablet|ibuprofen|aspirin|paracetamol|acetaminophen|painkiller|antibiotic|diagnos|prescri|therap|disease|injur|cure|doctor|physician|supplement|testosterone|steroid|epo\b|caffeine|blood pressure|asthma|inhaler)/i;
/** What no sentence of a plan holds: addresses, markup, commands. */
const STRANGE = /https?:|www\.|[<>{}`]|\bignore\b|\binstruction/i;

/** Numbers that are written out. The smallest are left out: "one more" and "two easy days" name no figure. */
const WORDS: Readonly<Record<string, number>> = {
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  hundred: 100,
  thousand: 1000,
};
const WRITTEN = new RegExp(`\\b(${Object.keys(WORDS).join("|")})\\b`, "gi");

/** Every number that a text names, in digits or in words. */
function numbersIn(text: string): number[] {
  const digits = [...text.matchAll(/\d+(?:[.,]\d+)?/g)].map(([found]) => Number(found.replace(",", ".")));
  const words = [...text.matchAll(WRITTEN)].map(([found]) => WORDS[found.toLowerCase()] ?? 0);
  return [...digits, ...words];
}

const DAYS = WEEKDAYS.map((day) => new RegExp(`\\b${day}s?\\b`, "i"));
const WEEKEND = /\bweekends?\b/i;
const [SATURDAY, SUNDAY] = [5, 6];
/** An event or a test that is spoken of as the rider's own. */
const EVENT = /\b(?:race|event)[- ]day\b|\b(?:your|the|this) (?:goal )?(?:race|event)s?\b|\bstart line\b/i;
const TEST = /\b(?:FTP|ramp)?[- ]?tests?\b/i;
const HOURS = /\b(\d{1,4}(?:[.,]\d{1,2})?)[ -]?(?:h|hours?)\b/gi;
const WEEKS = /\b(\d{1,4})[ -]weeks?\b/gi;

const namedIn = (text: string, pattern: RegExp): number[] =>
  [...text.matchAll(pattern)].map(([, number = ""]) => Number(number.replace(",", ".")));

/** True where words speak of a day, of hours, an event or a test that the plan does not have. */
function contradicts(notes: string, { weekdays, hours, weeks, hasEvent, hasTests }: PlanFacts): boolean {
  if (DAYS.some((day, weekday) => day.test(notes) && !weekdays.has(weekday))) return true;
  if (WEEKEND.test(notes) && !weekdays.has(SATURDAY) && !weekdays.has(SUNDAY)) return true;
  if ((!hasEvent && EVENT.test(notes)) || (!hasTests && TEST.test(notes))) return true;
  if (namedIn(notes, HOURS).some((number) => !hours.has(number))) return true;
  return namedIn(notes, WEEKS).some((number) => number > weeks);
}

/**
 * True where a model's notes may stand in a plan: no number that the plan does not hold, nothing that contradicts it, no medical
 * advice, nothing but sentences.
 */
export function mayStand(notes: string, numbers: ReadonlySet<number>, facts?: PlanFacts): boolean {
  if (notes.trim() === "" || MEDICAL.test(notes) || STRANGE.test(notes)) return false;
  if (facts !== undefined && contradicts(notes, facts)) return false;
  return numbersIn(notes).every((number) => numbers.has(number));
}
