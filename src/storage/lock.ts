import { link, open, readFile, rm } from "node:fs/promises";
import { PlanError } from "../base/errors.ts";
import { NO_LINKS, systemCode, writeTrouble } from "./file-errors.ts";

/** The process that locks, and how to tell whether another lives. */
export interface LockOwner {
  readonly processId: number;
  readonly isRunning: (processId: number) => boolean;
}

const TRY_EVERY_MS = 50;
/** Two seconds: nobody works longer under a lock, unless it was stopped. */
const MOST_TRIES = 40;

async function writeNew(path: string, text: string): Promise<void> {
  const file = await open(path, "wx");
  try {
    await file.writeFile(text);
  } finally {
    await file.close();
  }
}

/** Creates a lock with a text in it, by way of a name that only this owner has; false where somebody holds it. */
export async function createLock(path: string, text: string, ownPath: string): Promise<boolean> {
  try {
    await rm(ownPath, { force: true });
    await writeNew(ownPath, text);
    // A second name appears with its text or not at all: a lock that says nothing would have no owner.
    await link(ownPath, path).catch(async (error: unknown) => {
      if (!NO_LINKS.has(systemCode(error) ?? "")) throw error;
      await writeNew(path, text);
    });
    return true;
  } catch (error) {
    if (systemCode(error) === "EEXIST") return false;
    throw writeTrouble(path, error);
  } finally {
    await rm(ownPath, { force: true }).catch(() => undefined);
  }
}

const create = (path: string, { processId }: LockOwner): Promise<boolean> =>
  createLock(path, String(processId), `${path}.${processId}`);

/** The process that a lock names; undefined where it is gone by now, or names none. */
async function holderOf(path: string): Promise<number | undefined> {
  const text = await readFile(path, "utf8").catch(() => "");
  return /^[1-9]\d*$/.test(text) ? Number(text) : undefined;
}

async function isAbandoned(path: string, { processId, isRunning }: LockOwner): Promise<boolean> {
  const holder = await holderOf(path);
  return holder !== undefined && (holder === processId || !isRunning(holder));
}

const guardOf = (path: string): string => `${path}.old`;

/** Takes away the lock of a process that is gone: one run at a time, so that none takes away a newer lock. */
async function removeAbandoned(path: string, owner: LockOwner): Promise<void> {
  if (!(await isAbandoned(path, owner)) || !(await create(guardOf(path), owner))) return;
  try {
    if (await isAbandoned(path, owner)) await rm(path, { force: true });
  } finally {
    await rm(guardOf(path), { force: true });
  }
}

async function held(path: string): Promise<PlanError> {
  const holder = await holderOf(path);
  const by = holder === undefined ? "Another run" : `Process ${holder}`;
  return new PlanError({
    code: "FILE_UNWRITABLE",
    message: `${by} is changing the same file and does not come to an end.`,
    hint: `Wait for it, or end it, and run the command again. If no such process is there, remove ${path} and ${guardOf(path)}.`,
    details: { path },
  });
}

async function take(path: string, owner: LockOwner): Promise<void> {
  for (let tries = 1; !(await create(path, owner)); tries += 1) {
    if (tries > MOST_TRIES) throw await held(path);
    await removeAbandoned(path, owner);
    await new Promise((resolve) => setTimeout(resolve, TRY_EVERY_MS));
  }
}

/**
 * Runs work that reads a file and writes it back, one run at a time; `path` is the lock beside that file. The lock of a
 * killed process is taken over, that of a living one never, however slow it is: FILE_UNWRITABLE after two seconds.
 */
export async function withLock<T>(path: string, owner: LockOwner, work: () => Promise<T>): Promise<T> {
  await take(path, owner);
  try {
    return await work();
  } finally {
    await rm(path, { force: true }).catch(() => undefined);
  }
}
