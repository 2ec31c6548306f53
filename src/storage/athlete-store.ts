import { join } from "node:path";
import { jsonText } from "../base/json.ts";
import { ensurePrivateDirectory, writeWhole } from "./atomic-write.ts";
import { readAccepted } from "./accepted.ts";
import type { AthleteChange } from "./athlete-schema.ts";
import { withLock, type LockOwner } from "./lock.ts";
import { kindOfPath } from "./plan-folder.ts";

const FILE = "athlete.json";

/** Where the saved athlete lies in the user's own settings directory. */
export const athleteFile = (settingsDirectory: string): string => join(settingsDirectory, FILE);

/** Every change ever saved, oldest first; none where nothing was saved. Throws INPUT_INVALID where the file is broken. */
export async function readChanges(settingsDirectory: string, state?: string): Promise<readonly AthleteChange[]> {
  const path = athleteFile(settingsDirectory);
  if ((await kindOfPath(path)) === "nothing") return [];
  const hint = "Correct the listed fields, or move the file away and save your numbers again.";
  return (await readAccepted(path, { kind: "athlete", what: "saved athlete", hint, state })).changes;
}

/** In the order of their days; what was saved later on the same day stands later. */
const inOrder = (changes: readonly AthleteChange[]): AthleteChange[] =>
  [...changes].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));

/** Adds changes to what is there. Two runs at once both have theirs kept. Throws FILE_UNWRITABLE where another run holds the file. */
export async function addChanges(
  settingsDirectory: string,
  changes: readonly AthleteChange[],
  owner: LockOwner,
): Promise<void> {
  await ensurePrivateDirectory(settingsDirectory);
  const path = athleteFile(settingsDirectory);
  await withLock(`${path}.lock`, owner, async () => {
    const all = inOrder([...(await readChanges(settingsDirectory)), ...changes]);
    await writeWhole([{ path, text: jsonText({ schema_version: "1", changes: all }) }], "replace");
  });
}

/** What holds now, by field. */
export function currentOf(changes: readonly AthleteChange[]): ReadonlyMap<string, AthleteChange> {
  const current = new Map<string, AthleteChange>();
  for (const change of changes) {
    current.delete(change.field);
    if (change.value !== null) current.set(change.field, change);
  }
  return current;
}
