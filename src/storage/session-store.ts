import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { PlanError } from "../base/errors.ts";
import { jsonText } from "../base/json.ts";
import { ensurePrivateDirectory, writeWhole } from "./atomic-write.ts";
import { systemCode, writeTrouble } from "./file-errors.ts";
import { readJsonFile } from "./read-json.ts";

/** An unfinished wizard as it lies on disk. */
const sessionSchema = z.strictObject({
  schema_version: z.literal("1"),
  id: z.string().regex(/^[a-z0-9-]{1,60}$/),
  /** The moment of the last answer, to the millisecond. */
  saved_at: z.string(),
  /** The process that asks. */
  process_id: z.int().positive(),
  /** The answers as a request file holds them. */
  request: z.record(z.string(), z.unknown()),
  asked: z.array(z.string()).max(100),
  waits_for_test: z.boolean(),
});
export type Session = z.infer<typeof sessionSchema>;

const ENDING = ".session.json";
const pathOf = (directory: string, id: string): string => join(directory, `${id}${ENDING}`);

/** Writes a session whole; the directory is for its owner alone, because the answers hold some about health. */
export async function saveSession(directory: string, session: Session): Promise<void> {
  await ensurePrivateDirectory(directory);
  await writeWhole([{ path: pathOf(directory, session.id), text: jsonText(session) }], "replace");
}

/** None where the directory is not there, or cannot be read: a wizard without its past still asks. */
async function namesIn(directory: string): Promise<string[]> {
  try {
    return (await readdir(directory)).filter((name) => name.endsWith(ENDING));
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    return [];
  }
}

/** A session that can be read; files of another kind or version are left alone. */
async function readSession(path: string): Promise<Session | undefined> {
  try {
    return sessionSchema.safeParse(await readJsonFile(path)).data;
  } catch (error) {
    if (error instanceof PlanError) return undefined;
    throw error;
  }
}

/** The unfinished wizards, the one that was answered last first. */
export async function readSessions(directory: string): Promise<Session[]> {
  const sessions = await Promise.all((await namesIn(directory)).map((name) => readSession(join(directory, name))));
  return sessions
    .filter((session) => session !== undefined)
    .sort((a, b) => (a.saved_at + a.id < b.saved_at + b.id ? 1 : -1));
}

/** Forgets a session; one that is gone already is fine. Throws FILE_UNWRITABLE where it cannot be removed. */
export async function removeSession(directory: string, id: string): Promise<void> {
  try {
    await rm(pathOf(directory, id), { force: true });
  } catch (error) {
    throw writeTrouble(directory, error);
  }
}
