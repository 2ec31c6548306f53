import type { PlanRequest } from "../../athlete/request.ts";
import { addDays, daysBetween, mondayOnOrAfter, mondayOnOrBefore, type CalendarDate } from "../../base/calendar.ts";
import { fullDate, shortDay } from "../../base/date-words.ts";
import { PlanError } from "../../base/errors.ts";
import { weeksRunInto } from "../../plan/event-days.ts";
import { FEWEST_WEEKS, MOST_WEEKS } from "../../plan/schema.ts";

export interface Timeline {
  /** The Monday on which week 1 starts. */
  readonly start: CalendarDate;
  readonly weeks: number;
  /** The last of them, into which the event runs after the week in which it begins: event days and rest. 0 for most. */
  readonly eventWeeks: number;
  /** Weeks up to the end of the first A, where others carry the plan on behind it. */
  readonly weeksToFirst?: number;
  readonly end: CalendarDate;
  readonly warnings: readonly string[];
}

/** When an event is; of one day where nothing else is said. */
interface EventDates {
  readonly date: CalendarDate;
  readonly days?: number | undefined;
}

/** Weeks and start of a plan (plan format, "Start"). Throws NOT_FEASIBLE for fewer than four weeks to the event. */
export function timelineOf(
  request: Pick<PlanRequest, "weeks" | "startDate"> & {
    event?: EventDates | undefined;
    events?: readonly EventDates[] | undefined;
  },
  today: CalendarDate,
): Timeline {
  const earliest = request.startDate !== undefined && request.startDate > today ? request.startDate : today;
  const monday = mondayOnOrAfter(earliest);
  if (request.event === undefined) {
    const weeks = request.weeks;
    if (weeks === undefined)
      throw new PlanError({
        code: "INPUT_INVALID",
        message: "A plan needs an end: neither weeks nor an event date was given.",
        hint: "Say --weeks 12, or --event-date 2027-05-15.",
      });
    return { start: monday, weeks, eventWeeks: 0, end: addDays(monday, weeks * 7 - 1), warnings: [] };
  }
  const toFirst = timelineToEvent({ monday, event: request.event, weeks: request.weeks });
  return carriedOn(toFirst, request.events ?? []);
}

/** Weeks from a Monday to the last day of an event, its week included. */
const weeksUntil = (start: CalendarDate, { date, days = 1 }: EventDates): number =>
  Math.floor((daysBetween(start, date) + days - 1) / 7) + 1;

/** Events behind the first A carry a plan on, as far as a plan goes; later ones are left out. */
function carriedOn(toFirst: Timeline, events: readonly EventDates[]): Timeline {
  const ends = events.map((event) => weeksUntil(toFirst.start, event)).filter((weeks) => weeks <= MOST_WEEKS);
  const weeks = Math.max(toFirst.weeks, ...ends);
  if (weeks === toFirst.weeks) return toFirst;
  return { ...toFirst, weeks, weeksToFirst: toFirst.weeks, end: addDays(toFirst.start, weeks * 7 - 1) };
}

/** True where an event's days all lie in a plan. */
export const holdsEvent = ({ start, weeks }: Pick<Timeline, "start" | "weeks">, event: EventDates): boolean =>
  event.date >= start && weeksUntil(start, event) <= weeks;

function timelineToEvent(to: { monday: CalendarDate; event: EventDates; weeks: number | undefined }): Timeline {
  const { date, days = 1 } = to.event;
  const eventMonday = mondayOnOrBefore(date);
  const before = daysBetween(to.monday, eventMonday) / 7 + 1;
  if (before < FEWEST_WEEKS)
    throw new PlanError({
      code: "NOT_FEASIBLE",
      message: `The event on ${fullDate(date)} is too close: from ${shortDay(to.monday)} on there ${before === 1 ? "is 1 week" : `are ${Math.max(0, before)} weeks`}, and a plan needs ${FEWEST_WEEKS}.`,
      hint: `The first event day that works is ${fullDate(addDays(to.monday, (FEWEST_WEEKS - 1) * 7))}. Until yours, ride easily, sleep well, and do a few short efforts you know.`,
      details: { weeks_possible: Math.max(0, before), first_event_date: addDays(to.monday, (FEWEST_WEEKS - 1) * 7) },
    });
  const warnings: string[] = [];
  const eventWeeks = weeksRunInto({ date, days });
  const possible = before + eventWeeks;
  const weeks = Math.min(possible, Math.max(to.weeks ?? MOST_WEEKS, FEWEST_WEEKS + eventWeeks), MOST_WEEKS);
  const start = addDays(eventMonday, -(weeks - eventWeeks - 1) * 7);
  if (possible > MOST_WEEKS && weeks === MOST_WEEKS)
    warnings.push(
      `The event is ${before} weeks away; the plan starts on ${shortDay(start)} ${start.slice(0, 4)}, ${MOST_WEEKS - eventWeeks} weeks before it. Until then ride as you like, easily.`,
    );
  if (to.weeks !== undefined && to.weeks > possible)
    warnings.push(`You asked for ${to.weeks} weeks, but the event leaves ${possible}. The plan has ${possible}.`);
  if (to.weeks !== undefined && to.weeks < weeks)
    warnings.push(
      `You asked for ${to.weeks} weeks. The plan has ${weeks}: ${FEWEST_WEEKS} to the first day of the event, and those into which its ${days} days run.`,
    );
  return { start, weeks, eventWeeks, end: addDays(start, weeks * 7 - 1), warnings };
}
