import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** A new empty directory that is gone after the test. */
export async function aFolder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), "cycling-plan-test-"));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  return path;
}

/** Everything in a directory, hidden files included. */
export const namesIn = async (path: string): Promise<string[]> => (await readdir(path)).sort();
