import { basename } from "node:path";
import type { LintInput } from "./lint.ts";
import { folderPlan } from "./lint-folder.ts";
import { workoutFilesAt } from "../../storage/workout-files.ts";

/** A folder may hold each ride in several formats: the first of these that it has is read. */
const FORMATS = ["zwo", "mrc", "fit", "erg"] as const;

/** Workout files in week and day order, in one format, as a plan that lint can check. */
export async function readFolder(path: string): Promise<Pick<LintInput, "value" | "source" | "folder">> {
  const files = await workoutFilesAt(path);
  const format = FORMATS.find((ending) => files.some(({ name }) => name.toLowerCase().endsWith(`.${ending}`)));
  const chosen = files.filter(({ name }) => format !== undefined && name.toLowerCase().endsWith(`.${format}`));
  const { value, ...folder } = folderPlan(chosen, basename(path), {});
  return { value, source: path, folder };
}
