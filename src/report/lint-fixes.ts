import { weekdayOf } from "../base/calendar.ts";
import { timeWords } from "../base/time-words.ts";
import type { Finding } from "../rules/finding.ts";

/** How much is too much: `30 min`. */
const beyond = ({ minutes = 0, limit = 0 }: Finding["numbers"]): string => timeWords(minutes - limit);

/** What a rider or a coach can do about a finding, by its rule; most need another plan, and have none. */
const FIXES: Partial<Record<Finding["rule"], (finding: Finding) => string>> = {
  "day-minutes": ({ date, numbers }) =>
    `take ${beyond(numbers)} out of that day, or give ${date === undefined ? "it" : weekdayOf(date)} ${timeWords(numbers.minutes ?? 0)}`,
  "weekly-ceiling": ({ numbers }) => `take ${beyond(numbers)} out of the week, or ask for more hours`,
  "first-week": ({ numbers }) => `take ${beyond(numbers)} out of the week, or say how much is ridden now`,
  "available-days": () => "move it to a day that the rider chose, or add the day to them",
  "unavailable-dates": () => "move it to a day on which the rider can train",
  "shortest-ride": ({ numbers }) => `make it ${timeWords(numbers.limit ?? 0)} or more, or let the day rest`,
  "hard-day-spacing": () => "put an easy or a rest day between the two",
  dates: () => "put the days in the order of the calendar, each with its own weekday",
};

/** What mends a finding, in words; undefined where only another plan does. */
export const fixOf = (finding: Finding): string | undefined => FIXES[finding.rule]?.(finding);
