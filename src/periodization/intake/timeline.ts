import type { EventRequest, PlanRequest } from "../../athlete/request.ts";
import { addDays, daysBetween, mondayOnOrAfter, mondayOnOrBefore, type CalendarDate } from "../../base/calendar.ts";
import { PlanError } from "../../base/errors.ts";
import { FEWEST_WEEKS, MOST_WEEKS } from "../../plan/schema.ts";

export interface Timeline {
  /** The Monday on which week 1 starts. */
  readonly start: CalendarDate;
  readonly weeks: number;
  readonly end: CalendarDate;
  readonly warnings: readonly string[];
}

/** Weeks and start of a plan (plan format, "Start"). Throws NOT_FEASIBLE for fewer than four weeks to the event. */
export function timelineOf(
  request: Pick<PlanRequest, "weeks" | "startDate"> & { event?: Pick<EventRequest, "date"> | undefined },
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
    return { start: monday, weeks, end: addDays(monday, weeks * 7 - 1), warnings: [] };
  }
  return timelineToEvent({ monday, date: request.event.date, weeks: request.weeks });
}

function timelineToEvent(to: { monday: CalendarDate; date: CalendarDate; weeks: number | undefined }): Timeline {
  const eventMonday = mondayOnOrBefore(to.date);
  const possible = daysBetween(to.monday, eventMonday) / 7 + 1;
  if (possible < FEWEST_WEEKS)
    throw new PlanError({
      code: "NOT_FEASIBLE",
      message: `The event on ${to.date} is too close: from Monday ${to.monday} there ${possible === 1 ? "is 1 week" : `are ${Math.max(0, possible)} weeks`}, and a plan needs ${FEWEST_WEEKS}.`,
      hint: `The first event day that works is ${addDays(to.monday, (FEWEST_WEEKS - 1) * 7)}. Until yours, ride easily, sleep well, and do a few short efforts you know.`,
      details: { weeks_possible: Math.max(0, possible), first_event_date: addDays(to.monday, (FEWEST_WEEKS - 1) * 7) },
    });
  const warnings: string[] = [];
  const weeks = Math.min(possible, to.weeks ?? MOST_WEEKS, MOST_WEEKS);
  const start = addDays(eventMonday, -(weeks - 1) * 7);
  if (possible > MOST_WEEKS && weeks === MOST_WEEKS)
    warnings.push(
      `The event is ${possible} weeks away; the plan starts on ${start}, ${MOST_WEEKS} weeks before it. Until then ride as you like.`,
    );
  if (to.weeks !== undefined && to.weeks > possible)
    warnings.push(`You asked for ${to.weeks} weeks, but the event leaves ${possible}. The plan has ${possible}.`);
  return { start, weeks, end: addDays(start, weeks * 7 - 1), warnings };
}
