import { z } from "zod";
import { parseDate, type CalendarDate } from "./calendar.ts";

/** A civil day in a file: one that exists, written YYYY-MM-DD. */
export const calendarDateSchema = z.custom<CalendarDate>(
  (value) => typeof value === "string" && parseDate(value) !== undefined,
  { error: "expected a day that exists, written YYYY-MM-DD" },
);
