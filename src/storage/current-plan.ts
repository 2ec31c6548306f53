import { join } from "node:path";
import { isRecord } from "../athlete/parse-reading.ts";
import { remember, remembered } from "./state-file.ts";

const planFileIn = (value: unknown): string | undefined =>
  isRecord(value) && typeof value.plan_file === "string" ? value.plan_file : undefined;

/** The file in the state directory that remembers which plan "the current plan" is. */
export const currentPlanFile = (stateDirectory: string): string => join(stateDirectory, "current-plan.json");

/** The plan file that was remembered last; undefined where there is none. */
export const currentPlan = (stateDirectory: string): Promise<string | undefined> =>
  remembered(currentPlanFile(stateDirectory), planFileIn);

/** Makes a plan file the current plan. */
export const rememberPlan = (stateDirectory: string, planFile: string): Promise<void> =>
  remember(currentPlanFile(stateDirectory), { plan_file: planFile });
