import { readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { z } from "zod";
import { jsonText } from "../base/json.ts";
import {
  PRIVATE_FILE,
  ensureDirectory,
  removeStaging,
  writeFolder,
  writeWhole,
  type FileToWrite,
} from "./atomic-write.ts";
import { systemCode, writeTrouble } from "./file-errors.ts";

/** What a batch keeps of a rider, beside the files of the plan: written last, and taken away first. */
const recordSchema = z.object({
  schema_version: z.literal("1"),
  id: z.string(),
  /** SHA-256 of all that the files follow from. */
  key: z.string(),
  status: z.enum(["made", "refused"]),
  code: z.string().nullable(),
  message: z.string().optional(),
  hint: z.string().optional(),
  plan_hash: z.string().nullable(),
  /** Names below the folder, with forward slashes. */
  files: z.array(z.string()),
});
export type RiderRecord = z.infer<typeof recordSchema>;

export const RIDER_RECORD = "rider.json";

/** What is known of a rider; undefined where nothing is, or where a killed run left half of it. Throws what the disk throws. */
export async function readRider(directory: string): Promise<RiderRecord | undefined> {
  try {
    return recordSchema.safeParse(JSON.parse(await readFile(join(directory, RIDER_RECORD), "utf8"))).data;
  } catch (error) {
    if (error instanceof SyntaxError || systemCode(error) === "ENOENT") return undefined;
    throw writeTrouble(directory, error);
  }
}

/** True where every file of a rider is there. */
export async function hasFiles(directory: string, { files }: Pick<RiderRecord, "files">): Promise<boolean> {
  const found = await Promise.all(
    files.map((name) =>
      stat(join(directory, name)).then(
        (file) => file.isFile(),
        () => false,
      ),
    ),
  );
  return found.every(Boolean);
}

const zipped = promisify(gzip);

/** Packed, a file has the same bytes on every machine: neither a name nor a time stands in it. */
async function packed({ path, text }: { readonly path: string; readonly text: string }): Promise<FileToWrite> {
  return { path: `${path}.gz`, bytes: await zipped(text), mode: PRIVATE_FILE };
}

export interface RiderFiles {
  readonly directory: string;
  /** By their absolute paths, all in the folder itself. */
  readonly texts: readonly { readonly path: string; readonly text: string }[];
  readonly isPacked: boolean;
  /** Names of files below the folder that are written by others before the record. */
  readonly others: readonly string[];
}

/** Takes away what stands for an older plan, and these files with it: no record ever speaks of files that are not its own. */
export async function openRider(
  directory: string,
  before: RiderRecord | undefined,
  others: readonly string[],
): Promise<void> {
  if (before === undefined) return;
  for (const path of [join(directory, RIDER_RECORD), ...others]) await rm(path, { force: true });
}

/** Removes what an older plan left and this one does not have, and what killed runs left half written. */
async function sweep(directory: string, before: RiderRecord | undefined, now: readonly string[]): Promise<void> {
  await removeStaging(directory, () => true);
  for (const name of before?.files ?? [])
    if (!now.includes(name) && !name.split("/").includes("..")) await rm(join(directory, name), { force: true });
}

/** Writes the files of a rider and then their record: whoever finds the record finds every file. Throws FILE_UNWRITABLE. */
export async function writeRider(
  { directory, texts, isPacked, others }: RiderFiles,
  record: Omit<RiderRecord, "schema_version" | "files">,
  before: RiderRecord | undefined,
): Promise<void> {
  const packing = isPacked ? await Promise.all(texts.map(packed)) : texts;
  const names = [...packing.map(({ path }) => path.slice(directory.length + 1)), ...others];
  const text = jsonText({ schema_version: "1", ...record, files: names });
  const files: FileToWrite[] = [...packing, { path: join(directory, RIDER_RECORD), text }];
  // A rider of whom nothing is there yet comes at once, as a whole folder.
  if (before === undefined && others.length === 0 && (await writeFolder(directory, files))) return;
  await ensureDirectory(directory);
  await sweep(directory, before, names);
  await writeWhole(files, "replace");
}

/** Notes what became of a rider who has no new plan: the files of the one before stay. Throws FILE_UNWRITABLE. */
export async function noteRider(
  directory: string,
  record: Omit<RiderRecord, "schema_version" | "files">,
  before: RiderRecord | undefined,
): Promise<void> {
  await ensureDirectory(directory);
  await removeStaging(directory, () => true);
  const text = jsonText({ schema_version: "1", ...record, files: before?.files ?? [] });
  await writeWhole([{ path: join(directory, RIDER_RECORD), text }], "replace");
}
