import { timeWords } from "../base/time-words.ts";
import { dayNumber, type CalendarDate } from "../base/calendar.ts";
import { dayMonth, fullDate } from "../base/date-words.ts";
import { roundTo } from "../base/numbers.ts";

/** `7 Dec to 3 Jan` or `11 to 17 Jan`, with the years where `withYears`. */
export function span(from: CalendarDate, to: CalendarDate, withYears = false): string {
  const one = withYears ? fullDate : dayMonth;
  if (dayNumber(from) === dayNumber(to)) return one(to);
  if (from.slice(0, 7) === to.slice(0, 7)) return `${Number(from.slice(8))} to ${one(to)}`;
  return `${withYears && from.slice(0, 4) === to.slice(0, 4) ? dayMonth(from) : one(from)} to ${one(to)}`;
}

/** Hours and minutes: `1:05`. Seconds round to the minute. */
export function hoursMinutes(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
}

/** Minutes and seconds of one step: `0:40`, `10:00`, `1:30:00`. */
export function stepTime(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const [hours = 0, minutes = 0, rest = 0] = parts;
  const tail = String(rest).padStart(2, "0");
  return hours === 0 ? `${minutes}:${tail}` : `${hours}:${String(minutes).padStart(2, "0")}:${tail}`;
}

/** Hours of many weeks, to the hour; of few to ten minutes: `104 h`, `13 h 20`. */
export const allHours = (seconds: number): string =>
  timeWords(seconds < 20 * 3600 ? Math.round(seconds / 600) * 10 : Math.round(seconds / 3600) * 60);

/** Hours of a week: `7.9`. */
export const decimalHours = (seconds: number): string => (seconds / 3600).toFixed(1);

/** A number without a sign of its own meaning: `265`, `7.5`. */
export const plainNumber = (value: number, decimals = 1): string => String(roundTo(value, decimals));

/** Form and changes carry their sign: `+12`, `-5`, `0`. */
export function signed(value: number, decimals = 0): string {
  const rounded = roundTo(value, decimals);
  return rounded > 0 ? `+${rounded}` : String(rounded === 0 ? 0 : rounded);
}

/** A whole number with its thousands apart: `12,345`. */
export const withThousands = (value: number): string => String(Math.round(value)).replace(/\B(?=(\d{3}){1,7}$)/g, ",");

/** `1 week`, `12 weeks`. */
export const counted = (count: number, word: string): string => `${count} ${word}${count === 1 ? "" : "s"}`;
