import { mondayOnOrAfter, addDays, daysBetween } from "../../src/base/calendar.ts";
import { seededChance } from "../../src/base/chance.ts";
import type { EventRequest, PlanRequest } from "../../src/athlete/request.ts";
import { drawRequest, SWEEP_TODAY } from "./draw-request.ts";

const eventKeys = ({ date, type, hours, days }: EventRequest) => ({
  event_date: date,
  ...(type === undefined ? {} : { event_type: type }),
  ...(hours === undefined ? {} : { event_hours: hours }),
  ...(days === undefined ? {} : { event_days: days }),
});

/** A drawn request as a file of the API says it. */
export function asRequestFile({ goal, event, weeks, startDate, targetFtp, tests, acceptRamp, profile }: PlanRequest) {
  return {
    athlete_profile: { ...profile, goals: goal === "" ? [] : [goal] },
    ...(event === undefined ? {} : eventKeys(event)),
    ...(weeks === undefined ? {} : { weeks }),
    ...(startDate === undefined ? {} : { start_date: startDate }),
    ...(targetFtp === undefined ? {} : { target_ftp: targetFtp }),
    tests,
    accept_ramp: acceptRamp,
  };
}

/** The same rider with so many weeks; an event keeps its weekday. */
function withWeeks(request: PlanRequest, weeks: number): PlanRequest {
  const { event } = request;
  if (event === undefined) return { ...request, weeks };
  const monday = mondayOnOrAfter(request.startDate ?? SWEEP_TODAY);
  const day = daysBetween(monday, event.date) % 7;
  return { ...request, event: { ...event, date: addDays(monday, (weeks - 1) * 7 + day) } };
}

/** A line of a batch for the drawn rider of this number. Some of them ask for what no plan can keep, as some people do. */
export function requestLine(
  index: number,
  { seed, weeks }: { readonly seed: string; readonly weeks?: number },
): string {
  const drawn = drawRequest(seededChance(`${seed}/${index}`));
  const request = asRequestFile(weeks === undefined ? drawn : withWeeks(drawn, weeks));
  return JSON.stringify({ id: `r${String(index).padStart(6, "0")}`, request });
}
