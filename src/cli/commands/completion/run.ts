import { PlanError } from "../../../base/errors.ts";
import { cleanLine } from "../../../base/text.ts";
import { plansIn } from "../../../storage/plan-folder.ts";
import { planPlaces } from "../../../storage/plan-places.ts";
import type { Run } from "../../command.ts";
import { placesOf } from "../../places.ts";
import { resolveSettings } from "../../settings.ts";
import type { System } from "../../system.ts";
import { candidatesFor } from "./candidates.ts";
import { SCRIPTS } from "./scripts.ts";
import { SHELLS, type completionSpec } from "./spec.ts";

/** The ids of all plans that a command would find by them. */
async function planIdsOf(system: System, out: string): Promise<string[]> {
  const folders = new Set([out, system.cwd, ...(await planPlaces(placesOf(system).state))]);
  const found = await Promise.all([...folders].map((folder) => plansIn(folder).catch(() => [])));
  return [...new Set(found.flat())];
}

/** `completion SHELL`: the script, or behind `--` the words that may come next. */
export const completion: Run<typeof completionSpec> = async ({ system, args: [typed, line], commands = [] }) => {
  const shell = SHELLS.find((one) => one === typed.toLowerCase());
  if (shell === undefined)
    throw new PlanError({
      code: "USAGE_INVALID",
      message: `There are no completions for ${cleanLine(typed)}.`,
      hint: `Name one of ${SHELLS.join(", ")}.`,
    });
  if (line.length === 0) {
    system.out(SCRIPTS[shell]);
    return 0;
  }
  const { out, today } = await resolveSettings(system, {});
  const known = { commands, planIds: await planIdsOf(system, out), today };
  system.out(
    candidatesFor(line, known)
      .map(({ word, about }) => `${word}\t${about}\n`)
      .join(""),
  );
  return 0;
};
