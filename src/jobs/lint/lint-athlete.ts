import { isRecord } from "../../athlete/parse-reading.ts";
import { parseRequest } from "../../athlete/parse-request.ts";
import { profileSchema, type Profile } from "../../athlete/schema.ts";
import type { CalendarDate } from "../../base/calendar.ts";
import { assumedProfile } from "../../periodization/intake/assume.ts";
import { resolveEvent } from "../../periodization/intake/events.ts";
import { mapGoal } from "../../periodization/intake/goal.ts";
import type { PlanEvent } from "../../plan/event-schema.ts";

/** The rider a plan is checked for, from a file of their own. */
export interface GivenAthlete {
  readonly profile: Profile;
  readonly startDate: CalendarDate | undefined;
  /** "unknown" where the file speaks of the rider only. */
  readonly event: PlanEvent | "none" | "unknown";
}

export interface AthleteFile {
  readonly value: unknown;
  readonly source: string;
}

const WRAPPERS = ["athlete_profile", "profile", "timeline"];

/** A profile without anything around it is read as form 2 of a request. */
const asRequest = (value: unknown): unknown =>
  isRecord(value) && !WRAPPERS.some((key) => key in value) ? { athlete_profile: value } : value;

/** Reads a profile as a plan holds it, or a request in either form. What is missing is assumed as `generate` would. Throws INPUT_INVALID. */
export function readAthlete(file: AthleteFile, plan: { weeks: number; start: CalendarDate }): GivenAthlete {
  const known = profileSchema.safeParse(file.value);
  if (known.success) return { profile: known.data, startDate: undefined, event: "unknown" };
  const sources = { file: { value: asRequest(file.value), source: file.source }, weeksElsewhere: plan.weeks };
  const { request, assumptions } = parseRequest(sources, plan.start);
  const mapped = mapGoal(request.goal, request.event !== undefined);
  const event = request.event && resolveEvent(request.event, { goal: mapped, profile: request.profile }).event;
  // A plan that is there asks nobody whether twice the recent hours are too many: a rule does.
  const { profile } = assumedProfile({ ...request, acceptRamp: true }, { event, assumptions, plan });
  return { profile, startDate: request.startDate, event: event ?? "none" };
}
