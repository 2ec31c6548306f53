import { dirname, join } from "node:path";
import { z } from "zod";
import { jsonText } from "../base/json.ts";
import { ensureDirectory, writeWhole } from "./atomic-write.ts";
import { kindOfPath } from "./plan-folder.ts";
import { readJsonFile } from "./read-json.ts";

const foldersSchema = z.object({ folders: z.array(z.string()) });

const pathIn = (stateDirectory: string): string => join(stateDirectory, "ride-folders.json");

/** The folders that the rider named for their rides, in the order in which they were named. */
export async function rideFolders(stateDirectory: string): Promise<string[]> {
  const path = pathIn(stateDirectory);
  if ((await kindOfPath(path)) === "nothing") return [];
  return foldersSchema.safeParse(await readJsonFile(path)).data?.folders ?? [];
}

/** Keeps the folders for the next time. */
export async function rememberRideFolders(stateDirectory: string, folders: readonly string[]): Promise<void> {
  const path = pathIn(stateDirectory);
  await ensureDirectory(dirname(path));
  await writeWhole([{ path, text: jsonText({ folders }) }], "replace");
}
