import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { LadderForm } from "../../../src/workout/ladder.ts";
import { catalogueOf } from "../../../src/library/catalogue.ts";
import type { Library, LibraryWorkout } from "../../../src/library/library.ts";
import type { LibraryFileJson, ManifestJson } from "../../../src/library/schema.ts";
import { parseLibrary } from "../../../src/library/parse-library.ts";

const folder = join(import.meta.dirname, "../../../library");
const json = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), "utf8"));

export const manifest = json("manifest.json") as ManifestJson;
export const files = (): LibraryFileJson[] => manifest.files.map((name) => json(name) as LibraryFileJson);
export const shipped: Library = parseLibrary(manifest, files());

export function workout(id: string, library = shipped): LibraryWorkout {
  const found = library.workouts.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no workout ${id}`);
  return found;
}

export function form(id: string): LadderForm {
  const found = catalogueOf(shipped).forms.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no form ${id}`);
  return found;
}

/** One family of the shipped library as a library of its own, with one thing changed. */
export function changed(family: string, change: (file: LibraryFileJson) => void): Library {
  const file = files().find((one) => one.family === family);
  if (file === undefined) throw new Error(`no family ${family}`);
  change(file);
  return parseLibrary({ ...manifest, files: [`${family}.json`] }, [file]);
}

/** The first workout of a family that satisfies `is`; for changing it in place. */
export function pick(file: LibraryFileJson, id: string): LibraryFileJson["workouts"][number] {
  const found = file.workouts.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no workout ${id}`);
  return found;
}
