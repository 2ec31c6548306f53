import { timeWords } from "../base/time-words.ts";
import { shortDay } from "../base/date-words.ts";
import { courseText } from "../plan/course-words.ts";
import { eventsIn } from "../plan/event-days.ts";
import { eventNameInFull } from "../plan/event-name.ts";
import type { PlanEvent } from "../plan/event-schema.ts";
import { scaleOf, type Scale } from "../plan/scale.ts";
import { sayPlan } from "../plan/without-power.ts";
import type { PlanMetadata, TrainingPlan } from "../plan/schema.ts";
import type { Page } from "./page.ts";
import { readinessText } from "./readiness.ts";
import { counted, plainNumber } from "./units.ts";

/** `gran fondo, Sun 30 May 2027, about 7 h 30 at 66 % of FTP`; of several with what each is to the plan. */
function eventText(event: PlanEvent, scale: Scale): string {
  const days = event.days === 1 ? "" : ` a day for ${counted(event.days, "day")}`;
  const length = timeWords(event.hours * 60);
  const intensity = sayPlan(`${plainNumber(event.intensity_pct, 0)} % of FTP`, scale);
  const effort = `about ${length}${days} at ${intensity}`;
  const rank = event.priority === undefined ? "" : `${event.priority}: `;
  return `${rank}${eventNameInFull(event)}, ${shortDay(event.date)} ${event.date.slice(0, 4)}, ${effort}`;
}

/** Every event of a plan, one text each. */
export const eventTexts = ({ plan_metadata: metadata, athlete_profile: profile }: TrainingPlan): string[] =>
  eventsIn(metadata).map((event) => eventText(event, scaleOf(profile)));

/** Readiness for the A events behind the first. */
export const laterReadiness = ({ event, events = [] }: PlanMetadata): string[] =>
  events.flatMap(({ date, readiness }) =>
    readiness === undefined || date === event?.date ? [] : [`For ${shortDay(date)}: ${readinessText(readiness)}`],
  );

/** What is known of the courses: `162 km, 3,410 m up, longest climb 14.2 km at 7.1 %, about 61 minutes for you`. */
export const courseTexts = (metadata: PlanMetadata, { measures }: Pick<Page, "measures">): string[] => {
  const events = eventsIn(metadata);
  return events.flatMap(({ course, date }) => {
    const text = course === undefined ? "" : courseText(course, measures);
    return text === "" ? [] : [events.length === 1 ? text : `${shortDay(date)}: ${text}`];
  });
};
