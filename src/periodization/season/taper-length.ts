import { weekdayIndex } from "../../base/calendar.ts";
import type { PlanEvent } from "../../plan/event-schema.ts";
import { TAPER_DAYS } from "../../rules/limits.ts";
import { styleOf } from "../intake/events.ts";

/** Days of taper in a plan of up to so many weeks; in the shortest plans the fewest. */
const SHORT_PLAN = { weeks: 8, days: 8, shortestWeeks: 6 };
/** Below this fitness an event of up to so many hours needs no more taper than a short plan. */
const LITTLE_TO_SHED = { ctl: 45, eventHours: 3 };

/** The longest taper before an event, in days: little fitness and a short event need no long one, a short plan has no room (3.1, 3.4). */
function longestTaper(event: PlanEvent, { startingCtl, weeks }: { startingCtl: number; weeks: number }): number {
  const usual = styleOf(event).taperDays;
  const isShort =
    weeks <= SHORT_PLAN.weeks || (startingCtl < LITTLE_TO_SHED.ctl && event.hours <= LITTLE_TO_SHED.eventHours);
  const most = weeks <= SHORT_PLAN.shortestWeeks ? TAPER_DAYS.fewest : SHORT_PLAN.days;
  return isShort ? Math.max(TAPER_DAYS.fewest, Math.min(usual, most)) : usual;
}

/** Before days in a row, or many hours on one, this length is tried first (3.3). Days. */
const BEFORE_LONG_DAYS = 10;

/** Two days of taper at the end of a week are neither a load week nor a taper week: one day more makes that a taper week. */
const wholeTaper = (event: PlanEvent, days: number): number =>
  days - weekdayIndex(event.date) === 2 ? days + 1 : days;

/**
 * Lengths of taper that suit an event, in days, in the order to try them: the shortest first; before days in a row or many hours
 * on one the table's own length, then shorter ones, then longer.
 */
export function taperLengths(event: PlanEvent, at: { startingCtl: number; weeks: number }): number[] {
  const longest = longestTaper(event, at);
  const all = Array.from({ length: longest - TAPER_DAYS.fewest + 1 }, (_, i) => TAPER_DAYS.fewest + i);
  const first = styleOf(event).backToBack ? Math.min(longest, BEFORE_LONG_DAYS) : TAPER_DAYS.fewest;
  const ordered = [...all.filter((days) => days <= first).reverse(), ...all.filter((days) => days > first)];
  return [...new Set(ordered.map((days) => wholeTaper(event, days)))];
}
