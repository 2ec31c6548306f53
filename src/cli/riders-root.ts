import { PlanError } from "../base/errors.ts";
import { cleanLine } from "../base/text.ts";
import { kindOfPath } from "../storage/plan-folder.ts";
import { pathFrom } from "./input.ts";
import type { System } from "./system.ts";

const MOST_SHOWN = 80;

/** The folder of many riders that was typed. Throws NOT_FOUND where there is none, USAGE_INVALID beside the name of one plan. */
export async function ridersRoot(system: System, typed: string, beside: string | undefined): Promise<string> {
  if (beside !== undefined)
    throw new PlanError({
      code: "USAGE_INVALID",
      message: `--riders looks at every rider of a folder, and "${cleanLine(beside, MOST_SHOWN)}" names something else.`,
      hint: "Say one of the two.",
    });
  const root = pathFrom(system, typed);
  if (typed !== "" && (await kindOfPath(root)) === "directory") return root;
  throw new PlanError({
    code: "NOT_FOUND",
    message: `--riders: there is no folder "${cleanLine(typed, MOST_SHOWN)}".`,
    hint: "Name a folder that holds a folder for each rider.",
  });
}

/** What is said where a folder holds no rider. */
export const noRiders = (root: string): string =>
  `${cleanLine(root, 200)} holds no rider: each has a folder of their own in it, with a plan.`;
