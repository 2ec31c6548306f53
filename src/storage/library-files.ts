import { join } from "node:path";
import { PlanError } from "../base/errors.ts";
import type { Library } from "../library/library.ts";
import { withOwn } from "../library/own-library.ts";
import { parseLibrary } from "../library/parse-library.ts";
import { manifestSchema, type ManifestJson } from "../library/schema.ts";
import { kindOfPath } from "./plan-folder.ts";
import { readJsonFile } from "./read-json.ts";

interface LibraryFiles {
  readonly manifest: ManifestJson;
  /** In the order of the manifest. */
  readonly files: readonly unknown[];
}

async function readFiles(directory: string): Promise<LibraryFiles> {
  const path = join(directory, "manifest.json");
  const manifest = manifestSchema.safeParse(await readJsonFile(path));
  if (!manifest.success)
    throw new PlanError({
      code: "INPUT_INVALID",
      message: `${path} is no list of library files.`,
      hint: "Correct the manifest, or make the library again: install the program, or run library import for your own.",
      cause: manifest.error,
    });
  const files = await Promise.all(manifest.data.files.map((name) => readJsonFile(join(directory, name))));
  return { manifest: manifest.data, files };
}

/** The workouts of a rider's own that lie in a directory, beside ours. Throws INPUT_INVALID with file and field. */
export async function joinedWithOwn(ours: Library, own: string): Promise<Library> {
  if ((await kindOfPath(join(own, "manifest.json"))) !== "file")
    throw new PlanError({
      code: "NOT_FOUND",
      message: `${own} holds no library: there is no manifest.json in it.`,
      hint: "Make a library of your workout files first: cycling-plan library import FOLDER --out DIR.",
    });
  const theirs = await readCheckedLibrary(own);
  refuseStrangers(theirs, ours, own);
  return withOwn(ours, theirs);
}

/** Ids that are ours already, and families that no plan asks for, would be workouts that nobody ever rides. */
function refuseStrangers(theirs: Library, ours: Library, directory: string): void {
  const ids = new Set(ours.workouts.map(({ id }) => id));
  const families = new Set(ours.workouts.map(({ family }) => family));
  const wrong = theirs.workouts.flatMap(({ id, family }) => {
    if (ids.has(id)) return [`  ${id}: the library that ships with the program has this id already`];
    return families.has(family) ? [] : [`  ${id}: there is no family ${family}`];
  });
  if (wrong.length === 0) return;
  throw new PlanError({
    code: "INPUT_INVALID",
    message: [`The library in ${directory} cannot join ours:`, ...wrong.slice(0, 8)].join("\n"),
    hint: "Give the workouts ids of their own, and families that library list shows.",
  });
}

/** A library with every field checked; throws INPUT_INVALID with file and field. */
export async function readCheckedLibrary(directory: string): Promise<Library> {
  const { manifest, files } = await readFiles(directory);
  return parseLibrary(manifest, files);
}
