import { join } from "node:path";
import { z } from "zod";
import { remember, remembered } from "./state-file.ts";

const currentSchema = z.object({ plan_file: z.string() });

/** The file in the state directory that remembers which plan "the current plan" is. */
export const currentPlanFile = (stateDirectory: string): string => join(stateDirectory, "current-plan.json");

/** The plan file that was remembered last; undefined where there is none. */
export const currentPlan = async (stateDirectory: string): Promise<string | undefined> =>
  (await remembered(currentPlanFile(stateDirectory), currentSchema))?.plan_file;

/** Makes a plan file the current plan. */
export const rememberPlan = (stateDirectory: string, planFile: string): Promise<void> =>
  remember(currentPlanFile(stateDirectory), { plan_file: planFile });
