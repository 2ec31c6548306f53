import type { CalendarDate } from "../base/calendar.ts";
import { HOURS_OF_DAY } from "../base/event-length.ts";
import { kilometresOf, readEventLength } from "./event-distance.ts";
import { eventsOf } from "./parse-events.ts";
import type { Intake } from "./parse-intake.ts";
import * as values from "./parse-values.ts";
import type { EventRequest, PlanRequest } from "./request.ts";

/** Everything of a request but the rider. */
export type Timeline = Omit<PlanRequest, "profile" | "goal" | "acceptRamp">;

function singleEvent(intake: Intake, today: CalendarDate): EventRequest | undefined {
  const hasEvent = intake.optional("hasEvent", values.readYesNo);
  const date = intake.optional("eventDate", values.readComingDay(today));
  const type = intake.optional("eventType", values.readEventType);
  const length = intake.optional("eventHours", readEventLength);
  const km = kilometresOf(length);
  const hours = typeof length === "number" ? length : undefined;
  const days = intake.optional("eventDays", values.readEventDays);
  const isDateGiven = intake.given("eventDate") !== undefined;
  const overridden = intake.given("eventDate")?.field.startsWith("--") === true;
  if (hasEvent === true && !isDateGiven && intake.given("event") === undefined)
    intake.refuse("hasEvent", "expected an eventDate beside it, such as 2027-03-14");
  if (hasEvent === false && isDateGiven && !overridden)
    intake.refuse("eventDate", "expected no date, because hasEvent is false");
  if (hasEvent === false && intake.given("event")?.field.startsWith("--") === false)
    intake.refuse("event", "expected no events, because hasEvent is false");
  const orphan = (["eventType", "eventHours", "eventDays"] as const).find((key) => intake.given(key) !== undefined);
  if (orphan !== undefined && !isDateGiven && hasEvent !== true)
    intake.refuse(orphan, "expected the day of the event as well (--event-date DATE)");
  if (hours !== undefined && hours > HOURS_OF_DAY && (days ?? (type === "multi_day" ? 2 : 1)) > 1)
    intake.refuse("eventHours", `expected hours a day for an event of several days, ${HOURS_OF_DAY} or less`);
  if (km !== undefined && (days ?? (type === "multi_day" ? 2 : 1)) > 1)
    intake.refuse("eventHours", "expected hours a day for an event of several days, such as 4h30");
  if (date === undefined) return undefined;
  return { date, type, hours, days, ...(km === undefined ? {} : { course: { distance_km: km } }) };
}

/** When the plan may begin, how long it is, what it leads to. */
export function timelineOf(intake: Intake, today: CalendarDate): Timeline {
  const { event, others } = eventsOf(intake, singleEvent(intake, today), today);
  const weeks = intake.optional("weeks", values.readWeeks);
  const startDate = intake.optional("start", values.readComingDay(today));
  const targetFtp = intake.optional("targetFtp", values.targetFtpReader(intake.given("weight")?.value));
  const isAnswered = ["weeks", "eventDate", "event"] as const;
  if (!isAnswered.some((key) => intake.given(key) !== undefined) && intake.given("hasEvent")?.value !== true)
    intake.missing("--weeks or --event-date", "4 to 24 weeks, or the day of your event, such as 2027-03-14");
  if (event && startDate !== undefined && event.date < startDate)
    intake.refuse("start", "expected a start before the event");
  const listed = others.length === 0 ? {} : { events: others };
  return { event, ...listed, weeks, startDate, targetFtp, tests: intake.optional("tests", values.readYesNo) ?? true };
}
