import { weekdayOf, type CalendarDate } from "../base/calendar.ts";
import type { Reason, Workout } from "./schema.ts";

/** A day without riding. */
export const restOn = (date: CalendarDate, why: Reason[] | undefined): Workout => ({
  weekday: weekdayOf(date),
  date,
  name: "Rest",
  type: "rest",
  description: "No riding today. Sleep, eat well, walk if you like.",
  duration_min: 0,
  tss: 0,
  segments: [],
  why,
});
