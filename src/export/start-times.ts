import { weekdayOf } from "../base/calendar.ts";
import type { Session, StartTimes } from "./session.ts";

/** Minutes after midnight at which each session begins, by its id: those of a day follow one another in the order of the plan. */
export function startsOf(sessions: readonly Session[], { daily, byWeekday, event }: StartTimes): Map<string, number> {
  const starts = new Map<string, number>();
  const ends = new Map<string, number>();
  for (const { id, workout, seconds } of sessions) {
    const { date, role } = workout;
    const own = role === "event" ? event : (ends.get(date) ?? byWeekday?.[weekdayOf(date)] ?? daily);
    if (own === undefined) continue;
    starts.set(id, own);
    ends.set(date, own + Math.ceil(seconds / 60));
  }
  return starts;
}
