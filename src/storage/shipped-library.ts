import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { seedCatalogue } from "../library/catalogue.ts";
import { readLibrary, type Library } from "../library/library.ts";
import type { LibraryFileJson, ManifestJson } from "../library/schema.ts";
import type { LadderCatalogue } from "../workout/ladder.ts";
import { readTrouble } from "./read-json.ts";

/** The library that ships with the program, all its files in one with what was measured of it: made at build. */
export interface BuiltLibrary {
  readonly manifest: ManifestJson;
  readonly files: readonly LibraryFileJson[];
  readonly catalogue: LadderCatalogue;
}

/** Where it lies in the package. */
export const shippedIn = (packageDirectory: string): string => join(packageDirectory, "dist", "library.json");

/** The built file is ours, and was checked when it was made: here it is only read. Throws NOT_FOUND where the program is not built. */
export async function readBuilt(path: string): Promise<BuiltLibrary> {
  try {
    return JSON.parse(await readFile(path, "utf8")) as BuiltLibrary;
  } catch (error) {
    throw readTrouble(path, error);
  }
}

/** The library that ships with the program, measured. Throws NOT_FOUND where the program is not built. */
export async function readShippedLibrary(shipped: string): Promise<Library> {
  const { manifest, files, catalogue } = await readBuilt(shipped);
  const library = readLibrary(manifest, files);
  seedCatalogue(library, catalogue);
  return library;
}

/** Its files as they are written, for what joins it. */
export const readShippedFiles = async (shipped: string): Promise<readonly LibraryFileJson[]> =>
  (await readBuilt(shipped)).files;
