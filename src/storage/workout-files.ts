import { readFile, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { PlanError } from "../base/errors.ts";
import { LIMITS } from "../export/read-outcome.ts";
import { systemCode } from "./file-errors.ts";
import { kindOfPath } from "./plan-folder.ts";
import { workoutNamesIn } from "./workout-folder.ts";

/** A workout file of another program, or why it could not be read. */
export interface WorkoutFile {
  /** Below the folder that was asked for, with forward slashes. */
  readonly name: string;
  readonly bytes?: Uint8Array;
  readonly trouble?: string;
}

/** More is somebody's whole disk, not a folder of workouts. */
const MOST_FILES = 5000;
/** Files that are read side by side: reading is waiting, and more would be open at once than some systems allow. */
const AT_ONCE = 32;

async function read(path: string, name: string): Promise<WorkoutFile> {
  try {
    const found = await stat(path);
    // Reading a pipe or a device would wait for ever.
    if (!found.isFile()) return { name, trouble: "it is no file" };
    if (found.size > LIMITS.bytes) return { name, trouble: "it is larger than 2 MB" };
    return { name, bytes: await readFile(path) };
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    return { name, trouble: `it cannot be read (${code})` };
  }
}

/**
 * The workout files of a folder and the folders in it, in order, or the one file that the path names. Throws NOT_FOUND
 * where there is nothing, INPUT_INVALID where there are too many.
 */
export async function workoutFilesAt(path: string): Promise<WorkoutFile[]> {
  const kind = await kindOfPath(path);
  if (kind === "file") return [await read(path, basename(path))];
  const hint = "Name a workout file (.zwo, .erg, .mrc, .fit), or a folder that holds some.";
  if (kind === "nothing")
    throw new PlanError({ code: "NOT_FOUND", message: `There is no file or folder ${path}.`, hint });
  const names = await workoutNamesIn(path);
  if (names.length === 0) throw new PlanError({ code: "NOT_FOUND", message: `${path} holds no workout file.`, hint });
  if (names.length > MOST_FILES)
    throw new PlanError({
      code: "INPUT_INVALID",
      message: `${path} holds ${names.length} workout files; expected ${MOST_FILES} or fewer.`,
      hint: "Name a smaller folder.",
    });
  const files: WorkoutFile[] = [];
  for (let from = 0; from < names.length; from += AT_ONCE)
    files.push(...(await Promise.all(names.slice(from, from + AT_ONCE).map((name) => read(join(path, name), name)))));
  return files;
}
