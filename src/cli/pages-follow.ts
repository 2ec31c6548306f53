import { dirname } from "node:path";
import { PlanError } from "../base/errors.ts";
import { knownPages } from "../storage/page-files.ts";
import { placesOf } from "./places.ts";
import type { Settings } from "./settings.ts";
import type { System } from "./system.ts";

/**
 * Writes the pages of a plan again that were exported or opened before: a page shows a plan, and the plan has changed. A
 * page that cannot be written keeps nothing from being done; the rider is told.
 */
export async function pagesFollow(system: System, { today, quiet }: Settings, planPath: string): Promise<void> {
  const { state } = placesOf(system);
  const has = (await knownPages(state)).some(({ plan_directory: directory }) => directory === dirname(planPath));
  if (!has) return;
  // The page, its charts and what it reads of a plan are loaded only where there is one.
  const { rewritePages } = await import("../jobs/page/write-page.ts");
  try {
    await rewritePages(planPath, { state, today });
  } catch (error) {
    if (!(error instanceof PlanError)) throw error;
    if (!quiet) system.err(`note: the page of this plan was not written again. ${error.message}\n`);
  }
}
