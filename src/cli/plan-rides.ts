import { parseRequest, type ParsedRequest, type RequestSources } from "../athlete/parse-request.ts";
import type { CalendarDate } from "../base/calendar.ts";
import type { KnownNumbers } from "../history/summary.ts";
import { activitiesCsv, planStart } from "../jobs/activities/plan-start.ts";
import type { History } from "../jobs/activities/read-history.ts";
import type { Call } from "./command-spec.ts";
import { historyAt, summaryOf } from "./history.ts";
import type { Settings } from "./settings.ts";

/** The recorded rides that a plan starts from. */
export interface PlanRides {
  readonly history: History;
}

/** The rides of `--activities`; undefined where none were named. */
export async function ridesFor(call: Call, settings: Settings): Promise<PlanRides | undefined> {
  const { activities } = call.flags;
  const paths = (Array.isArray(activities) ? activities : [activities]).filter((path) => typeof path === "string");
  return paths.length === 0 ? undefined : { history: await historyAt(call, settings, paths) };
}

function knownOf({ request: { profile } }: ParsedRequest): KnownNumbers {
  const { ftp, lthr, max_hr: maxHr } = profile;
  return { ftpWatts: ftp, ...(lthr === undefined ? {} : { lthr }), ...(maxHr === undefined ? {} : { maxHr }) };
}

/** A request with what the rides answer: what the rider said wins, and every value from the rides is an assumption with its source. */
export function parsedWithRides(
  sources: RequestSources,
  rides: PlanRides | undefined,
  today: CalendarDate,
): { parsed: ParsedRequest; activities?: string } {
  const asked = parseRequest(sources, today);
  if (rides === undefined) return { parsed: asked };
  const summary = summaryOf(rides.history, today, knownOf(asked));
  const { values, unused } = planStart(summary, rides.history.sources, today);
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
