import { realpath } from "node:fs/promises";
import { isAbsolute, join, relative } from "node:path";
import { PlanError } from "../../../base/errors.ts";
import { kindOfPath, planPaths, plansIn } from "../../../storage/plan-folder.ts";

/** Where plans are written, below the root. */
export const PLANS_FOLDER = "plans";

/** A folder below the root; throws INPUT_INVALID for one that a link leads out of it. */
export async function folderIn(root: string, name: string): Promise<string> {
  const folder = join(root, name);
  const real = await realpath(folder).catch(() => folder);
  const below = relative(await realpath(root), real);
  if (!below.startsWith("..") && !isAbsolute(below)) return folder;
  throw new PlanError({
    code: "INPUT_INVALID",
    message: `${name} leads out of the folder that this server was started for.`,
    hint: "Start it for the folder that holds the plans.",
  });
}

/** Ids of the finished plans. */
export const planIds = async (root: string): Promise<readonly string[]> => plansIn(await folderIn(root, PLANS_FOLDER));

/** The file of a plan. Throws NOT_FOUND with the ids that there are. */
export async function planFileIn(root: string, planId: string): Promise<string> {
  const folder = await folderIn(root, PLANS_FOLDER);
  const { plan } = planPaths(folder, planId);
  if ((await kindOfPath(plan)) === "file") return plan;
  const known = (await plansIn(folder)).slice(0, 20);
  throw new PlanError({
    code: "NOT_FOUND",
    message: `There is no plan ${planId} here.`,
    hint: known.length === 0 ? "Make one with the tool generate." : `There are ${known.join(", ")}.`,
  });
}
