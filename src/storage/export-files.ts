import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { PlanError } from "../base/errors.ts";
import { ensureDirectory, writeWhole } from "./atomic-write.ts";
import { systemCode, writeTrouble } from "./file-errors.ts";

/** A file of an export; its path lies below the chosen directory and has forward slashes. */
export interface FileOfExport {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Where the files of an export go. */
export interface ExportPlace {
  readonly directory: string;
  /** Replaces files that differ; without it they are a reason to stop before anything is written. */
  readonly force: boolean;
}

/** What an export did: absolute paths, in the order of the files. */
export interface WrittenExports {
  readonly written: readonly string[];
  /** Files that were there with the same bytes. */
  readonly unchanged: readonly string[];
}

interface Target {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly state: "new" | "same" | "other";
}

const FIRST_NAMES = 5;

async function stateOf(path: string, bytes: Uint8Array): Promise<Target["state"]> {
  try {
    return (await readFile(path)).equals(bytes) ? "same" : "other";
  } catch (error) {
    if (systemCode(error) === "ENOENT") return "new";
    throw writeTrouble(path, error);
  }
}

function refuseOthers(others: readonly string[]): void {
  if (others.length === 0) return;
  const more = others.length > FIRST_NAMES ? [`  and ${others.length - FIRST_NAMES} more`] : [];
  const are =
    others.length === 1
      ? "This file is there already and would change:"
      : "These files are there already and would change:";
  throw new PlanError({
    code: "FILE_EXISTS",
    message: [are, ...others.slice(0, FIRST_NAMES).map((path) => `  ${path}`), ...more].join("\n"),
    hint: "Choose another directory with --out, or replace the files with --force.",
    details: { files: others },
  });
}

async function writeDirectory(directory: string, targets: readonly Target[], force: boolean): Promise<void> {
  await ensureDirectory(directory);
  try {
    await writeWhole(targets, force ? "replace" : "exclusive");
  } catch (error) {
    if (systemCode(error) !== "EEXIST") throw error;
    refuseOthers(targets.map(({ path }) => path));
  }
}

/**
 * Writes the files of an export below a directory, each whole or not at all. A file that is there with the same bytes is
 * left alone; one with others stops the export before anything is written, unless `force` is on. Throws FILE_EXISTS or
 * FILE_UNWRITABLE.
 */
export async function writeExports(files: readonly FileOfExport[], place: ExportPlace): Promise<WrittenExports> {
  const targets = await Promise.all(
    files.map(async ({ path: below, bytes }): Promise<Target> => {
      const path = join(place.directory, ...below.split("/"));
      return { path, bytes, state: await stateOf(path, bytes) };
    }),
  );
  if (!place.force) refuseOthers(targets.filter(({ state }) => state === "other").map(({ path }) => path));
  const directories = new Map<string, Target[]>();
  for (const target of targets) {
    if (target.state === "same") continue;
    const directory = dirname(target.path);
    directories.set(directory, [...(directories.get(directory) ?? []), target]);
  }
  // Side by side, because most of the time is spent waiting for the disk; all of them end before a failure is told.
  const outcomes = await Promise.allSettled(
    Array.from(directories, ([directory, its]) => writeDirectory(directory, its, place.force)),
  );
  const failed = outcomes.find((outcome) => outcome.status === "rejected");
  if (failed !== undefined) throw failed.reason;
  const pathsOf = (isSame: boolean): string[] =>
    targets.filter(({ state }) => (state === "same") === isSame).map(({ path }) => path);
  return { written: pathsOf(false), unchanged: pathsOf(true) };
}
