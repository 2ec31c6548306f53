import { appendFile, readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { PlanError } from "../base/errors.ts";
import { letOut } from "../base/secrets.ts";
import { ensurePrivateDirectory } from "./atomic-write.ts";
import { systemCode } from "./file-errors.ts";

/** So many logs are kept, the newest; and none grows beyond this before it begins again. */
export const LOGS = { most: 50, bytes: 256 * 1024 } as const;

const ENDING = ".log";

/** The log of a job: named by its id alone. */
export const logPath = (directory: string, jobId: string): string => join(directory, `${jobId}${ENDING}`);

/** A log that cannot be kept stops no run. */
async function unlessSystem(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (systemCode(error) === undefined && !(error instanceof PlanError)) throw error;
  }
}

/** A log that has grown large starts again; the one before it is kept beside it. */
async function turnOver(path: string): Promise<void> {
  const found = await stat(path).catch(() => undefined);
  if (found !== undefined && found.size > LOGS.bytes) await rename(path, `${path}.1`);
}

async function removeOldest(directory: string): Promise<void> {
  const names = (await readdir(directory)).filter((name) => /\.log(?:\.1)?$/.test(name));
  if (names.length <= LOGS.most) return;
  const logs = await Promise.all(
    names.map(async (name) => {
      const path = join(directory, name);
      const found = await stat(path).catch(() => undefined);
      return { path, changed: found?.mtimeMs ?? 0 };
    }),
  );
  logs.sort((a, b) => b.changed - a.changed || (a.path < b.path ? -1 : 1));
  await Promise.all(logs.slice(LOGS.most).map(({ path }) => rm(path, { force: true })));
}

/** Adds a line to the log of a job, at once on disk for whoever reads along. A log that cannot be written is left out. */
export const addToLog = (directory: string, jobId: string, line: string): Promise<void> =>
  unlessSystem(() => appendFile(logPath(directory, jobId), `${letOut(line)}\n`, { encoding: "utf8", mode: 0o600 }));

/** Makes room for the log of a new run: the oldest logs go. */
export const rotateLogs = (directory: string, jobId: string): Promise<void> =>
  unlessSystem(async () => {
    await ensurePrivateDirectory(directory);
    await turnOver(logPath(directory, jobId));
    await removeOldest(directory);
  });
