import { addDays, daysBetween, weekdayIndex, type CalendarDate } from "../base/calendar.ts";
import type { PlanEvent } from "./schema.ts";

type Dated = Pick<PlanEvent, "date" | "days">;

/** The last day of an event. */
export const lastEventDay = ({ date, days }: Dated): CalendarDate => addDays(date, days - 1);

/** Which day of the event a date is, 1 the first; undefined where it is none. */
export function eventDayOn(event: Dated, date: CalendarDate): number | undefined {
  const day = daysBetween(event.date, date) + 1;
  return day >= 1 && day <= event.days ? day : undefined;
}

/** Weeks that an event runs into after the one in which it begins; 0 for most. */
export const weeksRunInto = ({ date, days }: Dated): number => Math.floor((weekdayIndex(date) + days - 1) / 7);
