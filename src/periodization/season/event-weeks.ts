import { addDays, daysBetween, type CalendarDate } from "../../base/calendar.ts";
import { eventDayOn } from "../../plan/event-days.ts";
import type { PlanEvent } from "../../plan/event-schema.ts";
import { AFTER_A, B_EVENT, C_EVENT } from "../../rules/event-limits.ts";
import { hardDayLoad } from "../../rules/limits.ts";

/** One day of an event, in days of the plan: 0 is its first Monday. */
export interface EventDay {
  readonly day: number;
  readonly event: PlanEvent;
  readonly load: number;
  readonly minutes: number;
  /** It has no taper of its own: a B, a C, or an A right behind another. */
  readonly isBeside: boolean;
}

/** What events do to the weeks around them. */
export interface EventWeek {
  readonly events: readonly EventDay[];
  /** Weekdays that hold nothing hard, because of an event near them. */
  readonly easy: readonly number[];
  /** Most minutes of a weekday before a B. */
  readonly most: ReadonlyMap<number, number>;
  /** Part of the week's riding that is left beside a B. */
  readonly share: number;
}

/** A C may turn out to be more than a key session where the rider has lost fitness since the start: this part of it is counted on. */
const FITNESS_COUNTED_ON = 0.85;

/** The days of all events of a plan. `beside` are those that no taper leads to. */
export function eventDaysOf(
  events: readonly PlanEvent[],
  { start, hasTaper }: { readonly start: CalendarDate; readonly hasTaper: (event: PlanEvent) => boolean },
): EventDay[] {
  return events.flatMap((event) => {
    const first = daysBetween(start, event.date);
    return Array.from({ length: event.days }, (_, i): EventDay => ({
      day: first + i,
      event,
      load: event.hours * (event.intensity_pct / 100) ** 2 * 100,
      minutes: Math.round(event.hours * 60),
      isBeside: !hasTaper(event),
    }));
  });
}

interface Easy {
  readonly before: number;
  readonly after: number;
}

/** Days that stay easy before and after a day of an event. */
function easyAround({ event, load, isBeside }: EventDay, startingCtl: number): Easy {
  if (event.priority === "C")
    return {
      before: C_EVENT.easyBefore,
      after: load > hardDayLoad(startingCtl * FITNESS_COUNTED_ON) ? C_EVENT.easyAfterMuch : C_EVENT.easyAfter,
    };
  if (event.priority === "B") return { before: B_EVENT.easyBefore, after: B_EVENT.easyAfter };
  return { before: isBeside ? B_EVENT.easyBefore : 0, after: AFTER_A.easyDays };
}

const isB = ({ event, isBeside }: EventDay): boolean => isBeside && event.priority !== "C";
const isFirstDay = ({ event, day }: EventDay, start: CalendarDate): boolean =>
  eventDayOn(event, addDays(start, day)) === 1;

/** The week that begins on a day of the plan, as the events in it and beside it leave it. */
export function eventWeek(
  days: readonly EventDay[],
  {
    firstDay,
    start,
    startingCtl,
  }: { readonly firstDay: number; readonly start: CalendarDate; readonly startingCtl: number },
): EventWeek | undefined {
  const easy = new Set<number>();
  const most = new Map<number, number>();
  let easier = 0;
  for (const one of days) {
    const { before, after } = easyAround(one, startingCtl);
    for (let day = one.day - before; day <= one.day + after; day++) if (day !== one.day) easy.add(day - firstDay);
    if (!isB(one) || !isFirstDay(one, start)) continue;
    for (let left = 0; left < B_EVENT.easierDays; left++) {
      const weekday = one.day - left - firstDay;
      if (weekday < 0 || weekday > 6) continue;
      easier += 1;
      if (left > 0) most.set(weekday, B_EVENT.easyMinutes);
    }
  }
  const events = days.filter(({ day }) => day >= firstDay && day < firstDay + 7);
  const inWeek = [...easy].filter((weekday) => weekday >= 0 && weekday < 7).sort((a, b) => a - b);
  if (events.length === 0 && inWeek.length === 0) return undefined;
  return { events, easy: inWeek, most, share: 1 - Math.min(1, easier / B_EVENT.easierDays) * B_EVENT.weekLess };
}

/** Load of the events on a weekday of a week. */
export const eventLoadOn = (
  { around, firstDay }: { readonly around?: EventWeek | undefined; readonly firstDay: number },
  weekday: number,
): number =>
  (around?.events ?? []).reduce((total, { day, load }) => (day === firstDay + weekday ? total + load : total), 0);

/** Days of events in a week that take a riding day of their own. */
export const besideIn = ({ around }: { readonly around?: EventWeek | undefined }): readonly EventDay[] =>
  (around?.events ?? []).filter(({ isBeside }) => isBeside);
