import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { systemCode } from "./file-errors.ts";

/** What of the machine says where Zwift keeps its workouts. */
export interface ZwiftMachine {
  readonly platform: string;
  readonly home: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** A rider's folder of custom workouts: `.../Zwift/Workouts/<Zwift number>`. */
export interface ZwiftFolder {
  readonly riderNumber: string;
  readonly path: string;
}

/** Where documents lie: Windows may have moved them into OneDrive, and on Linux Zwift runs under Wine. */
function documentFolders({ platform, home, env }: ZwiftMachine): string[] {
  const oneDrives = [env.OneDrive, env.OneDriveConsumer].filter((path) => path !== undefined && path !== "");
  const wine = env.USER === undefined ? [] : [join(home, ".wine", "drive_c", "users", env.USER, "Documents")];
  return [
    join(home, "Documents"),
    ...(platform === "win32" ? oneDrives.map((path) => join(path ?? "", "Documents")) : []),
    ...(platform === "linux" ? wine : []),
  ];
}

/** Names of the directories in a directory, sorted; none where it is missing or closed to us. */
async function directoriesIn(path: string): Promise<string[]> {
  try {
    const entries = await readdir(path, { withFileTypes: true });
    return entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort();
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    return [];
  }
}

/** The workout folders of Zwift on this machine, one for each rider who has used it here. */
export async function findZwiftFolders(machine: ZwiftMachine): Promise<ZwiftFolder[]> {
  const found = await Promise.all(
    [...new Set(documentFolders(machine))].map(async (documents) => {
      const workouts = join(documents, "Zwift", "Workouts");
      const names = await directoriesIn(workouts);
      return names
        .filter((name) => /^\d+$/.test(name))
        .map((riderNumber): ZwiftFolder => ({ riderNumber, path: join(workouts, riderNumber) }));
    }),
  );
  return found.flat();
}

/** The folders in which Zwift keeps the rides it recorded on this machine. */
export async function findZwiftActivities(machine: ZwiftMachine): Promise<string[]> {
  const found: string[] = [];
  for (const documents of new Set(documentFolders(machine))) {
    const zwift = join(documents, "Zwift");
    if ((await directoriesIn(zwift)).includes("Activities")) found.push(join(zwift, "Activities"));
  }
  return found;
}
