import { dirname } from "node:path";
import type { TrainingPlan } from "../../plan/schema.ts";
import { kindOfPath, namedPlanFile, planPaths } from "../../storage/plan-folder.ts";
import { readJsonFile } from "../../storage/read-json.ts";
import { requestFileSchema, type RequestFile } from "../generate/request-file.ts";

/** What a plan was made from, as it lies beside it. */
export async function requestBeside(path: string, plan: TrainingPlan): Promise<RequestFile | undefined> {
  const named = namedPlanFile(path);
  const { request } = planPaths(dirname(path), named?.kind === "plan" ? named.planId : plan.plan_id);
  if ((await kindOfPath(request)) !== "file") return undefined;
  return requestFileSchema.safeParse(await readJsonFile(request)).data;
}
