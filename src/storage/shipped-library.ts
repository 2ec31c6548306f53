import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { seedCatalogue } from "../library/catalogue.ts";
import { readLibrary, type Library } from "../library/library.ts";
import type { LibraryFileJson, ManifestJson } from "../library/schema.ts";
import type { LadderCatalogue } from "../workout/ladder.ts";
import { readTrouble } from "./read-json.ts";

/** Where the library that ships with the program lies. */
export interface ShippedLibrary {
  /** Its source, one file for each family: in a clone only, a package holds what was built of it. */
  readonly directory: string;
  /** The same in one file, with what was measured of it: made at build, and what plans are made from. */
  readonly built: string;
}

/** What `built` holds. */
export interface BuiltLibrary {
  readonly manifest: ManifestJson;
  readonly files: readonly LibraryFileJson[];
  readonly catalogue: LadderCatalogue;
}

/** Where both lie in the package. */
export const shippedIn = (packageDirectory: string): ShippedLibrary => ({
  directory: join(packageDirectory, "library"),
  built: join(packageDirectory, "dist", "library.json"),
});

/** The built file is ours, and was checked when it was made: here it is only read. */
export async function readBuilt({ built }: ShippedLibrary): Promise<BuiltLibrary> {
  try {
    return JSON.parse(await readFile(built, "utf8")) as BuiltLibrary;
  } catch (error) {
    throw readTrouble(built, error);
  }
}

/** The library that ships with the program, measured. Throws NOT_FOUND where the program is not built. */
export async function readShippedLibrary(shipped: ShippedLibrary): Promise<Library> {
  const { manifest, files, catalogue } = await readBuilt(shipped);
  const library = readLibrary(manifest, files);
  seedCatalogue(library, catalogue);
  return library;
}

/** Its files as they are written, for what joins it. */
export const readShippedFiles = async (shipped: ShippedLibrary): Promise<readonly LibraryFileJson[]> =>
  (await readBuilt(shipped)).files;

/** Ours, and where the rider names a directory their own workouts beside them. Throws INPUT_INVALID with file and field. */
export async function readLibraries(shipped: ShippedLibrary, own: string | undefined): Promise<Library> {
  const ours = await readShippedLibrary(shipped);
  if (own === undefined) return ours;
  const { joinedWithOwn } = await import("./library-files.ts");
  return joinedWithOwn(ours, own);
}
