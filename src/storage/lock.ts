import { mkdir, rmdir } from "node:fs/promises";
import { systemCode, writeTrouble } from "./file-errors.ts";

const TRY_EVERY_MS = 50;
/** After two seconds the lock is what a killed run left behind: nobody works that long under one. */
const MOST_TRIES = 40;

async function take(path: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await mkdir(path);
      return;
    } catch (error) {
      if (systemCode(error) !== "EEXIST") throw writeTrouble(path, error);
      if (tries >= MOST_TRIES) return;
      await new Promise((resolve) => setTimeout(resolve, TRY_EVERY_MS));
    }
  }
}

/** Runs work that reads a file and writes it back, one run at a time; `path` is the lock beside that file. */
export async function withLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  await take(path);
  try {
    return await work();
  } finally {
    await rmdir(path).catch(() => undefined);
  }
}
