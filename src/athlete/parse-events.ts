import { addDays, type CalendarDate } from "../base/calendar.ts";
import { givenOnly } from "../base/given-only.ts";
import { EVENT_PRIORITIES } from "../base/event-priority.ts";
import { HOURS_OF_DAY } from "../base/event-length.ts";
import { courseSchema, climbSchema, COURSE_LIMITS, type Course } from "./course-schema.ts";
import { eventTermSchema, type EventTerm } from "./event-terms.ts";
import type { Intake } from "./parse-intake.ts";
import { numberReader } from "./parse-number.ts";
import { listReader, objectReader } from "./parse-object.ts";
import type { Reader } from "./parse-reading.ts";
import * as values from "./parse-values.ts";
import type { EventRequest } from "./request.ts";
import { TERM_LIMITS } from "./terms.ts";

const KM = { km: 1, mi: 1.609344, miles: 1.609344, mile: 1.609344 };
const METRES = { m: 1, ft: 0.3048, feet: 0.3048 };
const kilometres = (range: { low: number; high: number }): Reader<number> =>
  numberReader({ ...range, unit: "km (or miles, such as 100mi)", units: KM });
const metres = (range: { low: number; high: number }): Reader<number> =>
  numberReader({ ...range, unit: "m (or feet, such as 8000ft)", units: METRES, decimals: 0 });

const readClimbs = listReader(
  objectReader(climbSchema, {
    expected:
      "expected where a climb begins, its length and its grade, such as { atKm: 62, lengthKm: 14, gradePct: 7 }",
    parts: {
      at_km: kilometres({ low: 0, high: COURSE_LIMITS.distanceKm.high }),
      length_km: kilometres(COURSE_LIMITS.lengthKm),
      grade_pct: numberReader({ ...COURSE_LIMITS.gradePct, unit: "percent", units: { "%": 1 } }),
    },
  }),
  COURSE_LIMITS.climbs,
);

/** `{ distanceKm, climbM, longestClimbMin, altitudeM, heat, climbs }`, any of them. */
export const readCourse: Reader<Course> = objectReader(courseSchema, {
  expected: "expected the course as distanceKm, climbM, longestClimbMin, altitudeM, heat or climbs",
  parts: {
    distance_km: kilometres(COURSE_LIMITS.distanceKm),
    climb_m: metres(COURSE_LIMITS.climbM),
    longest_climb_min: values.minutesReader({ ...COURSE_LIMITS.climbMin, example: "75 or 1h15" }),
    altitude_m: metres(COURSE_LIMITS.altitudeM),
    heat: values.readYesNo,
    climbs: readClimbs,
  },
});

const readPriority = values.wordReader(EVENT_PRIORITIES, "a priority");

/** `2027-04-18:road_race`, `…:B` and `…:B:3`; hours may hold a colon of their own. */
function typedEvent(text: string): Readonly<Record<string, unknown>> {
  const [date, type, priority, ...hours] = text.split(":").map((part) => part.trim());
  return { date, type, priority, hours: hours.join(":") };
}

const eventReader = (today: CalendarDate): Reader<EventTerm> =>
  objectReader(eventTermSchema, {
    expected: "expected a date, a type and if you like a priority and hours, such as 2027-04-18:road_race:B:3",
    parts: {
      date: values.readComingDay(today),
      type: values.readEventType,
      name: values.lineReader(TERM_LIMITS.nameCharacters, "expected a name"),
      priority: readPriority,
      hours: values.readEventHours,
      days: values.readEventDays,
      course: readCourse,
    },
    typed: typedEvent,
  });

export const eventsReader = (today: CalendarDate): Reader<EventTerm[]> =>
  listReader(eventReader(today), TERM_LIMITS.items);

/** What the one event of old and the list of events say together. */
export interface EventsOfRequest {
  /** The first event of priority A. */
  readonly event: EventRequest | undefined;
  /** All others, in order of time. */
  readonly others: readonly EventRequest[];
}

const byDate = (a: EventRequest, b: EventRequest): number => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0);

/** Days of a stage event whose days nobody named. */
const USUAL_STAGES = 3;

/** Two events may not take the same day. */
function refuseOverlap(events: readonly EventRequest[], intake: Intake): void {
  const lastDay = ({ date, days, type }: EventRequest): CalendarDate =>
    addDays(date, (days ?? (type === "multi_day" ? USUAL_STAGES : 1)) - 1);
  const sameDay = events.find((event, i) => events.slice(0, i).some((before) => lastDay(before) >= event.date));
  if (sameDay !== undefined) intake.refuse("event", `expected one event a day; ${sameDay.date} has two`);
  const tooLong = events.find((event) => (event.hours ?? 0) > HOURS_OF_DAY && (event.days ?? 1) > 1);
  if (tooLong !== undefined)
    intake.refuse("event", `expected hours a day for an event of several days, ${HOURS_OF_DAY} or less`);
}

/** All events of a request: the one of the old fields, and the list. At least one is an A. */
export function eventsOf(intake: Intake, single: EventRequest | undefined, today: CalendarDate): EventsOfRequest {
  const listed = intake.optional("event", eventsReader(today)) ?? [];
  const course = intake.optional("course", readCourse);
  if (course !== undefined && single === undefined && listed.length === 0)
    intake.refuse("course", "expected the day of the event as well (--event-date DATE)");
  // A course that was read says more than its length.
  const whole = course === undefined ? single?.course : { ...single?.course, ...course };
  const first: EventRequest | undefined = single && { ...single, ...givenOnly({ course: whole }) };
  const same = (event: EventTerm): boolean =>
    first?.date === event.date && event.priority !== "B" && event.priority !== "C";
  const all = [
    ...(first === undefined ? [] : [{ ...listed.find(same), ...givenOnly(first), date: first.date }]),
    ...listed.filter((event) => !same(event)),
  ].sort(byDate);
  refuseOverlap(all, intake);
  const event = all.find((one) => (one.priority ?? "A") === "A");
  if (all.length > 0 && event === undefined)
    intake.refuse("event", "expected at least one event of priority A: the one that the plan leads to");
  const isAlone = first === undefined && course !== undefined && event !== undefined;
  return {
    event: isAlone ? { ...event, course: event.course ?? course } : event,
    others: all.filter((one) => one !== event),
  };
}
