import { readdir, readFile, stat } from "node:fs/promises";
import { basename, join, relative, sep } from "node:path";
import { PlanError } from "../base/errors.ts";
import { LIMITS } from "../export/read-outcome.ts";
import { WORKOUT_FILE_ENDINGS } from "../export/read-workout-file.ts";
import { systemCode } from "./file-errors.ts";

/** A workout file of another program, or why it could not be read. */
export interface WorkoutFile {
  /** Below the folder that was asked for, with forward slashes. */
  readonly name: string;
  readonly bytes?: Uint8Array;
  readonly trouble?: string;
}

/** More is somebody's whole disk, not a folder of workouts. */
const MOST_FILES = 5000;
/** "2" before "10", in the same order on every machine. */
const COLLATOR = new Intl.Collator("en", { numeric: true });

const isWorkoutFile = (name: string, endings: readonly string[]): boolean =>
  endings.some((ending) => name.toLowerCase().endsWith(`.${ending}`)) && !basename(name).startsWith(".");

async function read(path: string, name: string): Promise<WorkoutFile> {
  try {
    const { size } = await stat(path);
    if (size > LIMITS.bytes) return { name, trouble: "it is larger than 2 MB" };
    return { name, bytes: await readFile(path) };
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    return { name, trouble: `it cannot be read (${code})` };
  }
}

async function namesBelow(directory: string, endings: readonly string[]): Promise<string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && isWorkoutFile(entry.name, endings))
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort((a, b) => COLLATOR.compare(a, b) || (a < b ? -1 : 1));
}

/**
 * The workout files of a folder and the folders in it, numbers in names counted as numbers; or the one file that the path
 * names. Throws NOT_FOUND where there is nothing, INPUT_INVALID where there are too many.
 */
export async function workoutFilesAt(
  path: string,
  endings: readonly string[] = WORKOUT_FILE_ENDINGS,
): Promise<WorkoutFile[]> {
  let names: string[];
  try {
    if (!(await stat(path)).isDirectory()) return [await read(path, basename(path))];
    names = await namesBelow(path, endings);
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    throw new PlanError({
      code: "NOT_FOUND",
      message: `${path} cannot be read (${systemCode(error) ?? ""}).`,
      hint: "Name a workout file, or a folder that holds some.",
      cause: error,
    });
  }
  if (names.length > MOST_FILES)
    throw new PlanError({
      code: "INPUT_INVALID",
      message: `${path} holds ${String(names.length)} workout files; expected ${String(MOST_FILES)} or fewer.`,
      hint: "Name a smaller folder.",
    });
  const files: WorkoutFile[] = [];
  for (const name of names) files.push(await read(join(path, name), name));
  return files;
}
