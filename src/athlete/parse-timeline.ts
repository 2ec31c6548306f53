import {
  addDays,
  daysBetween,
  mondayOnOrAfter,
  mondayOnOrBefore,
  weekdayOf,
  type CalendarDate,
} from "../base/calendar.ts";
import { PlanError } from "../base/errors.ts";
import type { Intake } from "./parse-intake.ts";
import * as values from "./parse-values.ts";
import type { EventRequest, PlanRequest } from "./request.ts";
import { ACCEPTED } from "./schema.ts";

/** Everything of a request but the rider. */
export type Timeline = Omit<PlanRequest, "profile" | "goal" | "acceptRamp">;

function eventOf(intake: Intake, today: CalendarDate): EventRequest | undefined {
  const hasEvent = intake.optional("hasEvent", values.readYesNo);
  const date = intake.optional("eventDate", values.readComingDay(today));
  const type = intake.optional("eventType", values.readEventType);
  const hours = intake.optional("eventHours", values.readEventHours);
  const days = intake.optional("eventDays", values.readEventDays);
  const isDateGiven = intake.given("eventDate") !== undefined;
  const overridden = intake.given("eventDate")?.field.startsWith("--") === true;
  if (hasEvent === true && !isDateGiven)
    intake.refuse("hasEvent", "expected an eventDate beside it, written YYYY-MM-DD");
  if (hasEvent === false && isDateGiven && !overridden)
    intake.refuse("eventDate", "expected no date, because hasEvent is false");
  const orphan = (["eventType", "eventHours", "eventDays"] as const).find((key) => intake.given(key) !== undefined);
  if (orphan !== undefined && !isDateGiven && hasEvent !== true)
    intake.refuse(orphan, "expected the day of the event as well (--event-date YYYY-MM-DD)");
  if (date === undefined) return undefined;
  return {
    date,
    ...(type === undefined ? {} : { type }),
    ...(hours === undefined ? {} : { hours }),
    ...(days === undefined ? {} : { days }),
  };
}

/** Weeks from the first Monday a plan may start to the event's week, both included. */
export function weeksToEvent(from: CalendarDate, event: CalendarDate): number {
  return Math.max(0, Math.floor(daysBetween(mondayOnOrAfter(from), mondayOnOrBefore(event)) / 7) + 1);
}

/** Stops where the event comes before four weeks are over; says what is possible. */
export function refuseShortTime(from: CalendarDate, event: CalendarDate): void {
  const weeks = weeksToEvent(from, event);
  if (weeks >= ACCEPTED.weeks.low) return;
  const first = mondayOnOrAfter(from);
  const earliest = addDays(first, (ACCEPTED.weeks.low - 1) * 7);
  const count = weeks === 0 ? "no whole week" : `${String(weeks)} ${weeks === 1 ? "week" : "weeks"}`;
  throw new PlanError({
    code: "NOT_FEASIBLE",
    message: `The event on ${event} is too close: from Monday ${first} there is ${count} to it, and a plan has at least ${String(ACCEPTED.weeks.low)}.`,
    hint: `Plan for an event on ${weekdayOf(earliest)} ${earliest} or later, or train without one: --weeks ${String(ACCEPTED.weeks.low)}.`,
    details: { limit: "weeks", weeks, weeks_needed: ACCEPTED.weeks.low, earliest_event: earliest },
  });
}

/** When the plan may begin, how long it is, what it leads to. */
export function timelineOf(intake: Intake, today: CalendarDate): Timeline {
  const event = eventOf(intake, today);
  const weeks = intake.optional("weeks", values.readWeeks);
  const startDate = intake.optional("start", values.readComingDay(today));
  const targetFtp = intake.optional("targetFtp", values.readTargetFtp);
  const isAnswered = ["weeks", "eventDate"] as const;
  if (!isAnswered.some((key) => intake.given(key) !== undefined) && intake.given("hasEvent")?.value !== true)
    intake.missing("--weeks or --event-date", "4 to 24 weeks, or the day of your event as YYYY-MM-DD");
  if (event && startDate !== undefined && event.date < startDate)
    intake.refuse("start", "expected a start before the event");
  return {
    ...(event === undefined ? {} : { event }),
    ...(weeks === undefined ? {} : { weeks }),
    ...(startDate === undefined ? {} : { startDate }),
    ...(targetFtp === undefined ? {} : { targetFtp }),
    tests: intake.optional("tests", values.readYesNo) ?? true,
  };
}
