import { weekdayIndex } from "../../base/calendar.ts";
import type { PlanEvent } from "../../plan/schema.ts";
import { TAPER_DAYS } from "../../rules/limits.ts";
import { styleOf } from "../intake/events.ts";

/** Days of taper in a plan of up to so many weeks; in the shortest plans the fewest. */
const SHORT_PLAN = { weeks: 8, days: 8, shortestWeeks: 6 };
/** Below this fitness an event of up to so many hours needs no more taper than a short plan. */
const LITTLE_TO_SHED = { ctl: 45, eventHours: 3 };

/**
 * Days of the taper before an event: little fitness and a short event need no long one, and a short plan has no room for one
 * (training science 3.1, 3.4). Two days of it at the end of a week are neither a load week nor a taper week: one day more
 * makes that a taper week.
 */
export function taperDaysFor(event: PlanEvent, { startingCtl, weeks }: { startingCtl: number; weeks: number }): number {
  const usual = styleOf(event).taperDays;
  const isShort =
    weeks <= SHORT_PLAN.weeks || (startingCtl < LITTLE_TO_SHED.ctl && event.hours <= LITTLE_TO_SHED.eventHours);
  const most = weeks <= SHORT_PLAN.shortestWeeks ? TAPER_DAYS.fewest : SHORT_PLAN.days;
  const days = isShort ? Math.max(TAPER_DAYS.fewest, Math.min(usual, most)) : usual;
  return days - weekdayIndex(event.date) === 2 ? days + 1 : days;
}
