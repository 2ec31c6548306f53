import { dirname } from "node:path";
import type { z } from "zod";
import { jsonText } from "../base/json.ts";
import { ensurePrivateDirectory, writeWhole } from "./atomic-write.ts";
import { kindOfPath } from "./plan-folder.ts";
import { readJsonFile } from "./read-json.ts";

/** What the program remembered in a file; undefined where there is none, or where it holds something else. */
export async function remembered<T>(path: string, schema: z.ZodType<T>): Promise<T | undefined> {
  if ((await kindOfPath(path)) === "nothing") return undefined;
  return schema.safeParse(await readJsonFile(path)).data;
}

/** Remembers a value in a file of its own. */
export async function remember(path: string, value: unknown): Promise<void> {
  await ensurePrivateDirectory(dirname(path));
  await writeWhole([{ path, text: jsonText(value) }], "replace");
}
