import { readFile, rm, stat } from "node:fs/promises";
import { dirname, extname, join } from "node:path";
import { z } from "zod";
import { PlanError } from "../base/errors.ts";
import { ensurePrivateDirectory, ensureSharedDirectory, modeOf, PRIVATE_FILE, writeWhole } from "./atomic-write.ts";
import { digestOf } from "./digest.ts";
import { systemCode, writeTrouble } from "./file-errors.ts";

/** A file of an export; its path lies below the chosen directory and has forward slashes. */
export interface FileOfExport {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** It shows the day on which it was written: what we wrote on another day is replaced. */
  readonly isDated?: boolean;
  /** It tells of health or of rides: for the owner alone, until the owner gives it on. */
  readonly isPrivate?: boolean;
}

/** What an export wrote before, so that its files can follow a plan that was changed. */
export interface ExportList {
  /** A folder of the program's own. */
  readonly folder: string;
  readonly planId: string;
  /** The plan was changed: what we wrote and nobody touched is replaced, or removed where the plan no longer has it. */
  readonly follows: boolean;
}

/** Where the files of an export go. */
export interface ExportPlace {
  readonly directory: string;
  /** Where it is kept what was written; left out, nothing is. */
  readonly list?: ExportList | undefined;
  /** Replaces files that differ; without it they are a reason to stop before anything is written. */
  readonly force: boolean;
}

/** What an export did: absolute paths, in the order of the files. */
export interface WrittenExports {
  readonly written: readonly string[];
  /** Files that were there with the same bytes. */
  readonly unchanged: readonly string[];
  /** Files that an export before wrote and this plan no longer has. */
  readonly removed: readonly string[];
}

interface Target {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly state: "new" | "same" | "other";
  readonly mode: number | undefined;
}

const FIRST_NAMES = 5;

/** What a file holds; undefined where there is none. */
async function bytesOf(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (systemCode(error) === "ENOENT") return undefined;
    throw writeTrouble(path, error);
  }
}

async function stateOf(path: string, bytes: Uint8Array): Promise<Target["state"]> {
  const there = await bytesOf(path);
  return there === undefined ? "new" : there.equals(bytes) ? "same" : "other";
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

/** Below the directory, with forward slashes, and the SHA-256 of what we wrote. */
type OwnFiles = Readonly<Record<string, string>>;
const ownSchema = z.record(z.string(), z.string());

const listPath = (directory: string, { folder, planId }: ExportList): string =>
  join(folder, "exports", `${digestOf(`${directory}\n${planId}`).slice(0, 32)}.json`);
const at = ({ directory }: Pick<ExportPlace, "directory">, below: string): string =>
  join(directory, ...below.split("/"));

/** What an export of this plan wrote here; a list that cannot be read counts as none. */
async function ownFiles({ directory, list }: Pick<ExportPlace, "directory" | "list">): Promise<OwnFiles> {
  if (list === undefined) return {};
  try {
    const value: unknown = JSON.parse(await readFile(listPath(directory, list), "utf8"));
    const own = ownSchema.safeParse(value).data ?? {};
    // A list that names files elsewhere is none of ours.
    return Object.fromEntries(Object.entries(own).filter(([below]) => !below.split(/[/\\]/).includes("..")));
  } catch {
    return {};
  }
}

/** The files that exports of a plan wrote into a directory and that are still there, with forward slashes. */
export async function exportedFiles(directory: string, list: Omit<ExportList, "follows">): Promise<string[]> {
  const place = { directory, list: { ...list, follows: false } };
  const own = Object.keys(await ownFiles(place));
  const there = await Promise.all(
    own.map((below) =>
      stat(at(place, below)).then(
        () => true,
        () => false,
      ),
    ),
  );
  return own.filter((_, i) => there[i] === true);
}

/** Those of our files that still hold what we wrote: a file that somebody changed is theirs. */
async function untouched(place: ExportPlace, own: OwnFiles): Promise<Set<string>> {
  const names = await Promise.all(
    Object.entries(own).map(async ([below, hash]) => {
      const bytes = await bytesOf(at(place, below));
      return bytes !== undefined && digestOf(bytes) === hash ? [below] : [];
    }),
  );
  return new Set(names.flat());
}

/** The page and its cards are two formats with one ending. */
const CARDS = "-cards.html";
const kindOf = (path: string): string => (path.endsWith(CARDS) ? CARDS : extname(path));

/** Removes what the plan no longer has, and keeps the list of what is ours now. */
async function settle(
  files: readonly FileOfExport[],
  { place, own, kept }: { place: ExportPlace; own: OwnFiles; kept: ReadonlySet<string> },
): Promise<string[]> {
  const { directory, list } = place;
  if (list === undefined) return [];
  const now = new Map(files.map(({ path, bytes }) => [path, digestOf(bytes)]));
  // Other formats than those that are written now stay; of these, what is no longer there goes.
  const kinds = new Set(files.map(({ path }) => kindOf(path)));
  const gone = [...kept].filter((below) => !now.has(below) && kinds.has(kindOf(below)));
  for (const below of gone) await rm(at(place, below), { force: true });
  const others = Object.entries(own).filter(([below]) => !now.has(below) && !gone.includes(below));
  const text = `${JSON.stringify(Object.fromEntries([...others, ...now].sort(([a], [b]) => (a < b ? -1 : 1))), null, 2)}\n`;
  const path = listPath(directory, list);
  // A machine that keeps nothing of ours still has the export.
  await ensurePrivateDirectory(dirname(path))
    .then(() => writeWhole([{ path, text }], "replace"))
    .catch(() => undefined);
  return gone.map((below) => at(place, below));
}

async function writeDirectory(directory: string, targets: readonly Target[], force: boolean): Promise<void> {
  await ensureSharedDirectory(directory);
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
  const own = await ownFiles(place);
  const follows = place.list?.follows === true;
  const dated = new Set(files.flatMap(({ path, isDated }) => (isDated === true ? [path] : [])));
  const mine = follows || dated.size > 0 ? await untouched(place, own) : new Set<string>();
  const kept = follows ? mine : new Set<string>();
  const replaced = follows ? mine : new Set([...mine].filter((path) => dated.has(path)));
  const targets = await Promise.all(
    files.map(async ({ path: below, bytes, isPrivate = false }): Promise<Target> => {
      const path = join(place.directory, ...below.split("/"));
      const state = await stateOf(path, bytes);
      const mode = state === "new" ? undefined : await modeOf(path);
      return { path, bytes, state, mode: mode ?? (isPrivate ? PRIVATE_FILE : undefined) };
    }),
  );
  const ours = new Set([...replaced].map((below) => at(place, below)));
  if (!place.force)
    refuseOthers(targets.filter(({ state, path }) => state === "other" && !ours.has(path)).map(({ path }) => path));
  const directories = new Map<string, Target[]>();
  for (const target of targets) {
    if (target.state === "same") continue;
    const directory = dirname(target.path);
    directories.set(directory, [...(directories.get(directory) ?? []), target]);
  }
  // Side by side, because most of the time is spent waiting for the disk; all of them end before a failure is told.
  const outcomes = await Promise.allSettled(
    Array.from(directories, ([directory, its]) =>
      writeDirectory(directory, its, place.force || its.some(({ path }) => ours.has(path))),
    ),
  );
  const failed = outcomes.find((outcome) => outcome.status === "rejected");
  if (failed !== undefined) throw failed.reason;
  const pathsOf = (isSame: boolean): string[] =>
    targets.filter(({ state }) => (state === "same") === isSame).map(({ path }) => path);
  const removed = await settle(files, { place, own, kept });
  return { written: pathsOf(false), unchanged: pathsOf(true), removed };
}
