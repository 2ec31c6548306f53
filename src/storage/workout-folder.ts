import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { systemCode } from "./file-errors.ts";
import { kindOfPath, plansIn } from "./plan-folder.ts";

/** A file by its name alone: kept apart from the readers, so that looking costs nothing. */
const WORKOUT_FILE = /\.(?:zwo|erg|mrc|fit)$/i;
/** Plans lie in folders of weeks; what is deeper, or larger, is somebody's disk. */
const DEEPEST = 5;
const MOST_ENTRIES = 50_000;
/** "2" before "10", in the same order on every machine. */
const COLLATOR = new Intl.Collator("en", { numeric: true });

/** Entries of a directory; none where it is closed to us. */
async function entriesIn(path: string) {
  try {
    return await readdir(path, { withFileTypes: true });
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    return [];
  }
}

/**
 * Wanted files in a folder and the folders in it, below it with forward slashes, numbers in names counted as numbers.
 * Hidden files and folders are passed over, and links to folders are not followed.
 */
export async function filesBelow(directory: string, isWanted: (name: string) => boolean): Promise<string[]> {
  const names: string[] = [];
  let seen = 0;
  const open = [{ below: "", depth: 0 }];
  for (let next = open.shift(); next !== undefined && seen < MOST_ENTRIES; next = open.shift()) {
    const { below, depth } = next;
    for (const entry of await entriesIn(join(directory, ...below.split("/")))) {
      seen += 1;
      const name = `${below}${entry.name}`;
      if (entry.name.startsWith(".")) continue;
      if (entry.isDirectory() && depth < DEEPEST && entry.name !== "node_modules")
        open.push({ below: `${name}/`, depth: depth + 1 });
      else if (entry.isFile() && isWanted(entry.name)) names.push(name);
    }
  }
  return names.sort((a, b) => COLLATOR.compare(a, b) || (a < b ? -1 : 1));
}

/** Workout files in a folder and the folders in it. */
export const workoutNamesIn = (directory: string): Promise<string[]> =>
  filesBelow(directory, (name) => WORKOUT_FILE.test(name));

/** True for a workout file, and for a folder that holds some and no plan of ours. */
export async function holdsWorkoutFiles(path: string): Promise<boolean> {
  const kind = await kindOfPath(path);
  if (kind !== "directory") return kind === "file" && WORKOUT_FILE.test(path);
  return (await plansIn(path)).length === 0 && (await workoutNamesIn(path)).length > 0;
}
