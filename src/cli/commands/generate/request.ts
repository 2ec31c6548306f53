import { ANSWER_KEYS } from "../../../athlete/parse-answers.ts";
import { capOfFlags, type CapFlags } from "../../../athlete/parse-effort-cap.ts";
import { parseRequest, type ParsedRequest, type RequestSources } from "../../../athlete/parse-request.ts";
import { isRecord } from "../../../athlete/parse-reading.ts";
import type { CalendarDate } from "../../../base/calendar.ts";
import { PlanError } from "../../../base/errors.ts";
import type { GivenFlags } from "../../../wizard/draft-of-flags.ts";
import { inputName, pathFrom, readJsonInput } from "../../input.ts";
import { MOST_REQUEST_BYTES } from "../../../storage/read-json.ts";
import type { PlanRides } from "../../../jobs/activities/plan-with-rides.ts";
import { progressOf } from "../../progress.ts";
import type { System } from "../../system.ts";
import type { Generating } from "./generating.ts";

/** Only what answers a question: what was typed with the wishes in it, and below it what carries over from another plan. */
export function answersOf({
  flags: typed,
  course,
  carried,
  meant,
}: {
  readonly flags: GivenFlags & CapFlags;
  readonly course?: unknown;
  readonly carried?: GivenFlags | undefined;
  readonly meant?: { readonly answers: GivenFlags } | undefined;
}): GivenFlags {
  const own: GivenFlags = { ...typed, maxPower: capOfFlags(typed), course };
  const said = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined));
  const flags: GivenFlags = { ...carried, ...said, ...meant?.answers };
  return Object.fromEntries(ANSWER_KEYS.flatMap((key) => (flags[key] === undefined ? [] : [[key, flags[key]]])));
}

/** What a plan is made from. */
export interface GivenRequest {
  readonly parsed: ParsedRequest;
  /** The rides that the plan starts from, as a table. */
  readonly activities?: string | undefined;
  /** An overview made elsewhere; undefined where the plan gets one of its own. */
  readonly outsideOverview: unknown;
}

const readInput = (system: System, path: string): Promise<unknown> =>
  readJsonInput(system, path === "-" ? path : pathFrom(system, path), MOST_REQUEST_BYTES);

/** The rides of `--activities`; undefined where none were named. What reads them is loaded only then. */
export async function ridesOf({ system, settings, flags, isJson }: Generating): Promise<PlanRides | undefined> {
  const { activities: paths, timezone } = flags;
  if (paths === undefined) return undefined;
  const { historyAt } = await import("../../read-rides.ts");
  const progress = await progressOf(system, settings, { isJson, isPlainWanted: flags.plain });
  return { history: await historyAt(system, progress, { paths, timezone }) };
}

/** A request, and with recorded rides what they answer. */
export async function parsedFrom(
  sources: RequestSources,
  rides: PlanRides | undefined,
  today: CalendarDate,
): Promise<Omit<GivenRequest, "outsideOverview">> {
  if (rides === undefined) return { parsed: parseRequest(sources, today) };
  const { parsedWithRides } = await import("../../../jobs/activities/plan-with-rides.ts");
  return parsedWithRides(sources, rides, today);
}

/** The request file of `--profile`. */
export async function fileOf({ system, flags: { profile } }: Generating): Promise<RequestSources["file"]> {
  return profile === undefined ? undefined : { value: await readInput(system, profile), source: inputName(profile) };
}

/** The request of a command line: a file, flags over it, recorded rides below both. */
export async function readRequest(run: Generating): Promise<GivenRequest> {
  const { system, settings, flags } = run;
  const { profile, overview } = flags;
  if (profile === "-" && overview === "-")
    throw new PlanError({
      code: "USAGE_INVALID",
      message: "Standard input can hold the profile or the overview, not both.",
      hint: "Save one of them as a file and name it.",
    });
  const file = run.file ?? (await fileOf(run));
  const outsideOverview = overview === undefined ? undefined : await readInput(system, overview);
  // An overview says itself how many weeks it has.
  const weeksElsewhere: unknown = isRecord(outsideOverview) ? outsideOverview.total_weeks : undefined;
  const sources = { file, flags: answersOf(run), weeksElsewhere, wishes: run.meant?.text };
  return { ...(await parsedFrom(sources, await ridesOf(run), settings.today)), outsideOverview };
}
