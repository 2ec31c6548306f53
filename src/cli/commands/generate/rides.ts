import { parseRequest, type ParsedRequest, type RequestSources } from "../../../athlete/parse-request.ts";
import type { CalendarDate } from "../../../base/calendar.ts";
import type { Call } from "../../command-spec.ts";
import type { PlanRides } from "../../plan-rides.ts";
import type { Settings } from "../../settings.ts";

/** The rides of `--activities`; undefined where none were named. What reads them is loaded only then. */
export async function ridesFor(call: Call, settings: Settings): Promise<PlanRides | undefined> {
  const { activities } = call.flags;
  const paths = (Array.isArray(activities) ? activities : [activities]).filter((path) => typeof path === "string");
  if (paths.length === 0) return undefined;
  const { ridesAt } = await import("../../plan-rides.ts");
  return ridesAt(call, settings, paths);
}

/** A request, and with recorded rides what they answer. */
export async function parsedFrom(
  sources: RequestSources,
  rides: PlanRides | undefined,
  today: CalendarDate,
): Promise<{ readonly parsed: ParsedRequest; readonly activities?: string }> {
  if (rides === undefined) return { parsed: parseRequest(sources, today) };
  const { parsedWithRides } = await import("../../plan-rides.ts");
  return parsedWithRides(sources, rides, today);
}
