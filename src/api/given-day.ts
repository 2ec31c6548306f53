import { quoted } from "../athlete/parse-reading.ts";
import { parseDate, type CalendarDate } from "../base/calendar.ts";
import { PlanError } from "../base/errors.ts";

/** A day that a program gave, `2026-12-01`. Throws INPUT_INVALID. */
export function givenDay(name: string, value: unknown): CalendarDate {
  const day = typeof value === "string" ? parseDate(value) : undefined;
  if (day !== undefined) return day;
  throw new PlanError({
    code: "INPUT_INVALID",
    message: `${name}: ${quoted(value)} -> expected a day such as "2026-12-01".`,
    hint: "Give the day as YYYY-MM-DD; nothing here reads a clock.",
  });
}
