import { dirname } from "node:path";
import { isRecord } from "../athlete/parse-reading.ts";
import { jsonText } from "../base/json.ts";
import { ensurePrivateDirectory, writeWhole } from "./atomic-write.ts";
import { kindOfPath } from "./plan-folder.ts";
import { readJsonFile } from "./read-json.ts";

/** What the program remembered in a file, as `read` finds it there; undefined where there is none, or where it holds something else. */
export async function remembered<T>(path: string, read: (value: unknown) => T | undefined): Promise<T | undefined> {
  return (await kindOfPath(path)) === "nothing" ? undefined : read(await readJsonFile(path));
}

/** The folders in such a file. */
export const foldersIn = (value: unknown): readonly string[] | undefined => {
  if (!isRecord(value) || !Array.isArray(value.folders)) return undefined;
  const folders: readonly unknown[] = value.folders;
  return folders.every((one) => typeof one === "string") ? folders : undefined;
};

/** Remembers a value in a file of its own. */
export async function remember(path: string, value: unknown): Promise<void> {
  await ensurePrivateDirectory(dirname(path));
  await writeWhole([{ path, text: jsonText(value) }], "replace");
}
