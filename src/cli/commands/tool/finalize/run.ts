import { dirname } from "node:path";
import { z } from "zod";
import { PlanError } from "../../../../base/errors.ts";
import {
  overviewSchema,
  weekFileSchema,
  weekSchema,
  type Overview,
  type PlanFile,
  type WeekFile,
} from "../../../../plan/schema.ts";
import { checked } from "../../../../storage/check-schema.ts";
import { readShippedLibrary, shippedIn } from "../../../../storage/shipped-library.ts";
import { kindOfPath, planPaths } from "../../../../storage/plan-folder.ts";
import { readJsonFile } from "../../../../storage/read-json.ts";
import { finalizePlan } from "../../../../tools/finalize-tool.ts";
import { clockText } from "../../../clock.ts";
import type { Run } from "../../../command.ts";
import { pathFrom } from "../../../input.ts";
import { resolveSettings } from "../../../settings.ts";
import { answer, readProposal, seeSchema } from "../answer.ts";
import type { toolFinalizeSpec } from "./spec.ts";

async function weeksBeside(path: string, overview: Overview): Promise<WeekFile[]> {
  const paths = planPaths(dirname(path), overview.plan_id);
  const weeks: WeekFile[] = [];
  for (const { week_number: number } of overview.weekly_overview) {
    const file = paths.week(number);
    if ((await kindOfPath(file)) === "nothing") continue;
    weeks.push(
      checked(weekFileSchema, await readJsonFile(file), { source: file, what: "week file", hint: seeSchema("week") }),
    );
  }
  return weeks;
}

/** `tool finalize FILE`. */
export const finalizeTool: Run<typeof toolFinalizeSpec> = async (call) => {
  const { value, source, path } = await readProposal(call.system, call.args[0]);
  const overview = checked(overviewSchema, value, { source, what: "overview", hint: seeSchema("overview") });
  const planId = overview.plan_id;
  const files = await weeksBeside(path === "-" ? pathFrom(call.system, "-") : path, overview);
  const strange = files.find((week) => week.plan_id !== planId);
  if (strange !== undefined)
    throw new PlanError({
      code: "INPUT_INVALID",
      message: `week ${strange.week_number} belongs to the plan ${strange.plan_id}, not to ${planId}.`,
      hint: "Put the weeks of one plan beside its overview.",
    });
  // The heads of the files are the plan's own; inside a plan a week stands without them.
  const weeks = files.map((week) => z.object(weekSchema.shape).parse(week));
  const settings = await resolveSettings(call.system, call.flags);
  const library = await readShippedLibrary(shippedIn(call.system.packageDirectory));
  const judged = {
    outcome: finalizePlan(overview, weeks),
    planId,
    fileName: (directory: string) => planPaths(directory, planId).plan,
  };
  return answer(call, judged, (plan): PlanFile => ({
    training_plan: plan,
    ai_metadata: {
      ai_provider: "none",
      ai_model: null,
      workout_source: "library",
      library_version: library.version,
      generated_at: clockText(call.system, settings),
      usage: { input_tokens: 0, output_tokens: 0 },
    },
  }));
};
