import { dirname } from "node:path";
import { currentPlan } from "../storage/current-plan.ts";
import { namedPlanFile } from "../storage/plan-folder.ts";
import { placesOf } from "./places.ts";
import { shellWord } from "./shell-word.ts";
import type { System } from "./system.ts";

/** How a command that the rider is told names the plan that they named: ` --plan century`, and nothing for the current one. */
export async function planFlag(system: System, given: string | undefined, path: string): Promise<string> {
  if (given === undefined) return "";
  const current = await currentPlan(placesOf(system).state);
  const isCurrent =
    current !== undefined && dirname(current) === dirname(path) && given === namedPlanFile(current)?.planId;
  return isCurrent ? "" : ` --plan ${shellWord(given, system.platform)}`;
}
