import { addDays, daysBetween, weekdayIndex, type CalendarDate } from "../base/calendar.ts";
import type { PlanEvent } from "./event-schema.ts";
import type { PlanMetadata } from "./schema.ts";

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

/** Every event of a plan in order of time. */
export const eventsIn = ({ event, events }: Pick<PlanMetadata, "event" | "events">): readonly PlanEvent[] =>
  events ?? (event === undefined ? [] : [event]);

/** A plan leads to it; an event without a priority is the one of its plan. */
export const isAim = ({ priority }: Pick<PlanEvent, "priority">): boolean => priority === undefined || priority === "A";

/** The event that a date belongs to. */
export const eventOn = <T extends Dated>(events: readonly T[], date: CalendarDate): T | undefined =>
  events.find((event) => eventDayOn(event, date) !== undefined);

/** Of the events that a plan leads to the one that asks for the longest rides. */
export function longestAim(events: readonly PlanEvent[]): PlanEvent | undefined {
  const asks = ({ type, hours }: PlanEvent): number => (type === "ultra" ? Number.POSITIVE_INFINITY : hours);
  return events
    .filter(isAim)
    .reduce<PlanEvent | undefined>(
      (most, event) => (most !== undefined && asks(most) >= asks(event) ? most : event),
      undefined,
    );
}
