import { parseRequest } from "../../../../athlete/parse-request.ts";
import { isRecord } from "../../../../athlete/parse-reading.ts";
import { seededChance } from "../../../../base/chance.ts";
import { PlanError } from "../../../../base/errors.ts";
import { canonicalJson } from "../../../../base/json.ts";
import { catalogueOf } from "../../../../library/catalogue.ts";
import { adoptOverview } from "../../../../periodization/overview/outside-overview.ts";
import { parseOutsideOverview } from "../../../../periodization/overview/outside-schema.ts";
import { overviewSchema, type Overview } from "../../../../plan/schema.ts";
import { checked } from "../../../../storage/checked.ts";
import { readShippedLibrary, shippedIn } from "../../../../storage/library-files.ts";
import { planPaths } from "../../../../storage/plan-folder.ts";
import { checkPlanId, newPlanId } from "../../../../storage/plan-id.ts";
import { acceptOverview } from "../../../../tools/overview-tool.ts";
import type { Action, Call } from "../../../command-spec.ts";
import { textFlag } from "../../../flags.ts";
import { inputName, pathFrom, readJsonInput } from "../../../input.ts";
import { resolveSettings } from "../../../settings.ts";
import { answer, readArgument, seeSchema } from "../../../tool-answer.ts";

/** Where the athlete of an overview in the argument shape is: a flag, or the document's own parameter. */
function profilePath(call: Call, value: Record<string, unknown>): string {
  const named = textFlag(call.flags, "profile") ?? value.athlete_profile_json;
  if (typeof named === "string") return named;
  throw new PlanError({
    code: "USAGE_INVALID",
    message: "An overview without a plan_id needs the athlete it is for.",
    hint: "Say --profile FILE, or name the file under athlete_profile_json.",
  });
}

/** The arguments of `create_plan_overview` as an overview of ours: dated, with minutes and ladder steps. */
async function adopted(call: Call, value: Record<string, unknown>): Promise<Overview> {
  const path = profilePath(call, value);
  const settings = await resolveSettings(call.system, call.flags);
  const file = { value: await readJsonInput(call.system, pathFrom(call.system, path)), source: inputName(path) };
  const { request, warnings } = parseRequest({ file, weeksElsewhere: value.total_weeks }, settings.today);
  const library = await readShippedLibrary(shippedIn(call.system.packageDirectory));
  const given = textFlag(call.flags, "planId");
  const chance = seededChance(canonicalJson({ request, value }));
  return adoptOverview(parseOutsideOverview(value), {
    request,
    today: settings.today,
    planId: given === undefined ? newPlanId(request.goal || "overview", settings.today, chance) : checkPlanId(given),
    catalogue: catalogueOf(library),
    warnings,
  });
}

/** `tool overview FILE`: an overview of ours, or the arguments of `create_plan_overview` with the athlete beside them. */
export const overviewTool: Action = async (call) => {
  const { value, source } = await readArgument(call);
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
