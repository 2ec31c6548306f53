import { daysBetween, type CalendarDate } from "../base/calendar.ts";
import { shortDay } from "../base/date-words.ts";
import { joinWords } from "../base/text.ts";
import type { Intent } from "../plan/change-schema.ts";
import type { Workout } from "../workout/schema.ts";
import { timeWords } from "../base/time-words.ts";

/** `Sweet spot 2 x 22 at 91 %, 1 h 30`; `rest`. */
export const sessionWords = ({ type, name, duration_min }: Workout): string =>
  type === "rest" ? "rest" : `${name}, ${timeWords(duration_min)}`;

export const dayWords = (workouts: readonly Workout[]): string => workouts.map(sessionWords).join(" and ");

const range = (from: CalendarDate, to: CalendarDate): string =>
  from === to ? `on ${shortDay(from)}` : `from ${shortDay(from)} to ${shortDay(to)}`;

/** `ill from Tue 12 Jan to Fri 15 Jan, 4 days`. */
export const illWords = ({ from, to }: { readonly from: CalendarDate; readonly to: CalendarDate }): string =>
  `ill ${range(from, to)}${from === to ? "" : `, ${daysBetween(from, to) + 1} days`}`;

/** What was understood, as the end of "I read: ". */
export function intentWords(intent: Intent): string {
  switch (intent.kind) {
    case "missed":
      return `${joinWords(intent.dates.map(shortDay))} ${intent.dates.length === 1 ? "was" : "were"} not ridden`;
    case "sick":
      return `ill ${range(intent.from, intent.to)}, ${intent.above_neck ? "above the neck only" : "not above the neck only"}`;
    case "off":
      return `away ${range(intent.from, intent.to)}`;
    case "move":
      return `${shortDay(intent.from)} moves to ${shortDay(intent.to)}`;
    case "swap":
      return `${shortDay(intent.from)} and ${shortDay(intent.to)} change places`;
    case "shorten":
      return `${shortDay(intent.date)} in ${timeWords(intent.minutes)}`;
    case "easier":
      return `easier ${range(intent.from, intent.to)}`;
    case "harder":
      return `harder ${range(intent.from, intent.to)}`;
    case "hours":
      return `${timeWords(intent.hours * 60)} a week ${intent.to === undefined ? `from ${shortDay(intent.from)} on` : range(intent.from, intent.to)}`;
    case "ftp":
      return `FTP ${intent.watts} W`;
    case "drop":
      return `no ride on ${shortDay(intent.date)}`;
    case "keep":
      return `${shortDay(intent.date)} stays as it is`;
    case "free":
      return `${shortDay(intent.date)} may change again`;
    case "term":
      return intent.words;
    case "undo":
      return `step ${intent.step} is taken back`;
    case "edited":
      return "the plan file was edited by hand";
  }
}
