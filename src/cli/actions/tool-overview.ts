import { overviewSchema } from "../../plan/schema.ts";
import { checked } from "../../storage/checked.ts";
import { planPaths } from "../../storage/plan-folder.ts";
import { acceptOverview } from "../../tools/overview-tool.ts";
import type { Action } from "../command-spec.ts";
import { answer, readArgument, seeSchema } from "../tool-answer.ts";

/** `tool overview FILE`. */
export const overviewTool: Action = async (call) => {
  const { value, source } = await readArgument(call);
  const overview = checked(overviewSchema, value, { source, what: "overview", hint: seeSchema("overview") });
  const planId = overview.plan_id;
  const judged = {
    outcome: acceptOverview(overview),
    planId,
    fileName: (directory: string) => planPaths(directory, planId).overview,
  };
  return answer(call, judged, (accepted) => accepted);
};
