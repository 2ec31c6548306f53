import { join } from "node:path";
import { z } from "zod";
import { jsonText } from "../base/json.ts";
import { ensureDirectory, writeWhole } from "./atomic-write.ts";
import { kindOfPath } from "./plan-folder.ts";
import { readJsonFile } from "./read-json.ts";
import { placesOf } from "../cli/places.ts";
import type { System } from "../cli/system.ts";

const currentSchema = z.object({ plan_file: z.string() });

/** The file that remembers which plan "the current plan" is. */
export const currentPlanFile = (system: System): string => join(placesOf(system).state, "current-plan.json");

/** The plan file generated last from a terminal on this machine; undefined where there is none. */
export async function currentPlan(system: System): Promise<string | undefined> {
  const path = currentPlanFile(system);
  if ((await kindOfPath(path)) === "nothing") return undefined;
  return currentSchema.safeParse(await readJsonFile(path)).data?.plan_file;
}

/** Scripts, CI and quiet runs never change what a person sees next. */
export const mayRemember = (system: System, isQuiet: boolean): boolean =>
  system.isTerminal.output && !system.env.CI && !isQuiet;

/** Makes a plan file the current plan. */
export async function rememberPlan(system: System, planFile: string): Promise<void> {
  const path = currentPlanFile(system);
  await ensureDirectory(placesOf(system).state);
  await writeWhole([{ path, text: jsonText({ plan_file: planFile }) }], "replace");
}
