import { parseRequest } from "../../../../athlete/parse-request.ts";
import { isRecord } from "../../../../athlete/parse-reading.ts";
import { seededChance } from "../../../../base/chance.ts";
import { PlanError } from "../../../../base/errors.ts";
import { canonicalJson } from "../../../../base/json.ts";
import { catalogueOf } from "../../../../library/catalogue.ts";
import { adoptOverview } from "../../../../periodization/overview/outside-overview.ts";
import { parseOutsideOverview } from "../../../../periodization/overview/outside-schema.ts";
import { overviewSchema, type Overview } from "../../../../plan/schema.ts";
import { checked } from "../../../../storage/check-schema.ts";
import { readShippedLibrary, shippedIn } from "../../../../storage/shipped-library.ts";
import { planPaths } from "../../../../storage/plan-folder.ts";
import { checkPlanId, newPlanId } from "../../../../storage/plan-id.ts";
import { acceptOverview } from "../../../../tools/overview-tool.ts";
import { clockText } from "../../../clock.ts";
import type { Call, Run } from "../../../command.ts";
import { inputName, pathFrom, readJsonInput } from "../../../input.ts";
import { resolveSettings } from "../../../settings.ts";
import { answer, readProposal, seeSchema } from "../answer.ts";
import type { toolOverviewSpec } from "./spec.ts";

/** Where the athlete of an overview in the argument shape is: a flag, or the document's own parameter. */
function profilePath(profile: string | undefined, value: Record<string, unknown>): string {
  const named = profile ?? value.athlete_profile_json;
  if (typeof named === "string") return named;
  throw new PlanError({
    code: "USAGE_INVALID",
    message: "An overview without a plan_id needs the athlete it is for.",
    hint: "Say --profile FILE, or name the file under athlete_profile_json.",
  });
}

/** The arguments of `create_plan_overview` as an overview of ours: dated, with minutes and ladder steps. */
async function adopted(
  { system, flags }: Pick<Call<typeof toolOverviewSpec>, "system" | "flags">,
  value: Record<string, unknown>,
): Promise<Overview> {
  const path = profilePath(flags.profile, value);
  const settings = await resolveSettings(system, flags);
  const file = { value: await readJsonInput(system, pathFrom(system, path)), source: inputName(path) };
  const { request, warnings } = parseRequest({ file, weeksElsewhere: value.total_weeks }, settings.today);
  const library = await readShippedLibrary(shippedIn(system.packageDirectory));
  const { planId: given } = flags;
  const { today } = settings;
  const seed = canonicalJson({ request, value });
  const planId =
    given === undefined ? newPlanId(request.goal || "overview", today, seededChance(seed)) : checkPlanId(given);
  const task = { planId, askedAt: clockText(system, settings), request, today, seed, assumptions: [], warnings };
  return adoptOverview(parseOutsideOverview(value), task, catalogueOf(library));
}

/** `tool overview FILE`: an overview of ours, or the arguments of `create_plan_overview` with the athlete beside them. */
export const overviewTool: Run<typeof toolOverviewSpec> = async (call) => {
  const { value, source } = await readProposal(call.system, call.args[0]);
  const overview =
    isRecord(value) && value.plan_id === undefined && value.weekly_overview !== undefined
      ? await adopted(call, value)
      : checked(overviewSchema, value, { source, what: "overview", hint: seeSchema("overview") });
  const planId = overview.plan_id;
  const judged = {
    outcome: acceptOverview(overview),
    planId,
    fileName: (directory: string) => planPaths(directory, planId).overview,
  };
  return answer(call, judged, (accepted) => accepted);
};
