import { parseRequest, type ParsedRequest, type RequestSources } from "../../athlete/parse-request.ts";
import type { CalendarDate } from "../../base/calendar.ts";
import type { KnownNumbers } from "../../history/summary.ts";
import { activitiesCsv, startFromRides } from "./start-from-rides.ts";
import type { History } from "./read-history.ts";
import { summaryOf } from "./ride-summary.ts";

/** The recorded rides that a plan starts from. */
export interface PlanRides {
  readonly history: History;
}

function knownOf({ request: { profile } }: ParsedRequest): KnownNumbers {
  const { ftp, lthr, max_hr: maxHr } = profile;
  return { ftpWatts: ftp, lthr, maxHr };
}

/** A request with what the rides answer: what the rider said wins, and every value from the rides is an assumption with its source. */
export function parsedWithRides(
  sources: RequestSources,
  rides: PlanRides,
  today: CalendarDate,
): { parsed: ParsedRequest; activities: string } {
  const asked = parseRequest(sources, today);
  const summary = summaryOf(rides.history, today, knownOf(asked));
  const { values, unused } = startFromRides(summary, rides.history.sources, today);
  const said = new Set(Object.keys(asked.request.profile));
  // Fatigue of the rides beside a fitness that the rider gave would be of two different riders.
  if (said.has("ctl")) said.add("atl");
  const used = values.filter(({ assumption }) => !said.has(assumption.field));
  const recorded = Object.fromEntries(used.map(({ key, value }) => [key, value]));
  const parsed = parseRequest({ ...sources, recorded }, today);
  return {
    parsed: {
      ...parsed,
      assumptions: [...parsed.assumptions, ...used.map(({ assumption }) => assumption)],
      warnings: [...parsed.warnings, ...(unused === undefined ? [] : [unused])],
    },
    activities: activitiesCsv(summary),
  };
}
