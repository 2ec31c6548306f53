import { access, constants } from "node:fs/promises";
import { dirname } from "node:path";
import { PlanError } from "../base/errors.ts";
import { writeTrouble } from "./file-errors.ts";
import { kindOfPath } from "./plan-folder.ts";

/** Whether files could be written to a directory that may not exist yet; the trouble where they could not. Writes nothing. */
export async function canWriteTo(directory: string): Promise<PlanError | undefined> {
  let path = directory;
  while ((await kindOfPath(path)) === "nothing" && dirname(path) !== path) path = dirname(path);
  try {
    if ((await kindOfPath(path)) === "file") throw Object.assign(new Error("not a directory"), { code: "ENOTDIR" });
    await access(path, constants.W_OK);
    return undefined;
  } catch (error) {
    const trouble = writeTrouble(path, error);
    if (trouble instanceof PlanError) return trouble;
    throw error;
  }
}
