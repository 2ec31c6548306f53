import { daysBetween, type CalendarDate } from "../../base/calendar.ts";
import { fullDate, shortDay } from "../../base/date-words.ts";
import { eventName } from "../../plan/event-name.ts";
import { isAim, eventsIn } from "../../plan/event-days.ts";
import { counted } from "../../report/units.ts";
import type { PlanFile } from "../../plan/schema.ts";

/** Where a plan stands on a day, in words; plans under way come before those to come and those that are over. */
export interface PlanStanding {
  readonly rank: number;
  readonly words: string;
}

/** So many weeks are counted in weeks, fewer in days. */
const WEEKS_FROM = 2;

function untilWords(days: number): string {
  const weeks = Math.round(days / 7);
  if (weeks >= WEEKS_FROM) return `starts in ${weeks} weeks`;
  return `starts in ${counted(days, "day")}`;
}

/** `week 6 of 12`, `starts in 1 day`, `ended 29 Nov 2026`. */
export function planStanding({ training_plan: { plan_metadata: meta } }: PlanFile, today: CalendarDate): PlanStanding {
  const { start_date: start, end_date: end, total_weeks: weeks } = meta;
  if (today < start) return { rank: 1, words: untilWords(daysBetween(today, start)) };
  if (today > end) return { rank: 2, words: `ended ${fullDate(end)}` };
  return { rank: 0, words: `week ${Math.floor(daysBetween(start, today) / 7) + 1} of ${weeks}` };
}

/** `century, Sun 28 Feb 2027`, or the rider's own words. */
export function goalWords({ training_plan: { plan_metadata: meta } }: PlanFile): string {
  const event = eventsIn(meta).findLast(isAim);
  if (event === undefined) return meta.goal === undefined || meta.goal.text === "" ? "" : `"${meta.goal.text}"`;
  return `${eventName(event)}, ${shortDay(event.date)} ${event.date.slice(0, 4)}`;
}
