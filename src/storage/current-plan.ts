import { dirname, join } from "node:path";
import { z } from "zod";
import { jsonText } from "../base/json.ts";
import { ensureDirectory, writeWhole } from "./atomic-write.ts";
import { kindOfPath } from "./plan-folder.ts";
import { readJsonFile } from "./read-json.ts";

const currentSchema = z.object({ plan_file: z.string() });

/** The file in the state directory that remembers which plan "the current plan" is. */
export const currentPlanFile = (stateDirectory: string): string => join(stateDirectory, "current-plan.json");

/** The plan file that was remembered last; undefined where there is none. */
export async function currentPlan(stateDirectory: string): Promise<string | undefined> {
  const path = currentPlanFile(stateDirectory);
  if ((await kindOfPath(path)) === "nothing") return undefined;
  return currentSchema.safeParse(await readJsonFile(path)).data?.plan_file;
}

/** Makes a plan file the current plan. */
export async function rememberPlan(stateDirectory: string, planFile: string): Promise<void> {
  const path = currentPlanFile(stateDirectory);
  await ensureDirectory(dirname(path));
  await writeWhole([{ path, text: jsonText({ plan_file: planFile }) }], "replace");
}
