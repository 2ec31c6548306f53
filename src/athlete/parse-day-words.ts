import { parseDate, type CalendarDate } from "../base/calendar.ts";
import { MONTHS } from "../base/date-words.ts";
import { plainText } from "./parse-number.ts";

/** Shortest spelling of a month that no other begins with. */
const FEWEST_LETTERS = 3;

const IN_WORDS = [
  /^(?<day>\d{1,2})(?:st|nd|rd|th|\.)? (?<month>[a-z]+)\.?(?:,? (?<year>\d{4}))?$/,
  /^(?<month>[a-z]+)\.? (?<day>\d{1,2})(?:st|nd|rd|th)?(?:,? (?<year>\d{4}))?$/,
];

function monthNamed(word: string): number | undefined {
  const index = word.length < FEWEST_LETTERS ? -1 : MONTHS.findIndex((month) => month.toLowerCase().startsWith(word));
  return index < 0 ? undefined : index + 1;
}

const two = (value: number | string): string => String(value).padStart(2, "0");

/** `14 Mar`, `March 14th, 2027` as a day. Without a year the next such day from `today` on is meant. */
export function dayInWords(text: string, today: CalendarDate): CalendarDate | undefined {
  const groups = IN_WORDS.map((pattern) => pattern.exec(plainText(text))?.groups).find((found) => found !== undefined);
  const month = groups?.month === undefined ? undefined : monthNamed(groups.month);
  if (groups?.day === undefined || month === undefined) return undefined;
  const tail = `${two(month)}-${two(groups.day)}`;
  if (groups.year !== undefined) return parseDate(`${groups.year}-${tail}`);
  const year = Number(today.slice(0, 4));
  const days = [year, year + 1].map((one) => parseDate(`${one}-${tail}`));
  return days.find((day) => day !== undefined && day >= today);
}
