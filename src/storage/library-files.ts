import { join } from "node:path";
import { PlanError } from "../base/errors.ts";
import { seedCatalogue } from "../library/catalogue.ts";
import { readLibrary, type Library } from "../library/library.ts";
import { manifestSchema, parseLibrary, type LibraryFileJson, type ManifestJson } from "../library/schema.ts";
import type { LadderCatalogue } from "../workout/ladder.ts";
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
      hint: "Install the program again, or correct the manifest.",
      cause: manifest.error,
    });
  const files = await Promise.all(manifest.data.files.map((name) => readJsonFile(join(directory, name))));
  return { manifest: manifest.data, files };
}

/** The library that ships with the program, and what the build measured of it. */
export interface ShippedLibrary {
  readonly directory: string;
  /** The measured catalogue; without that file the workouts are simulated again. */
  readonly catalogue: string;
}

/** Where both lie in the package. */
export const shippedIn = (packageDirectory: string): ShippedLibrary => ({
  directory: join(packageDirectory, "library"),
  catalogue: join(packageDirectory, "dist", "catalogue.json"),
});

/** Reads the shipped library. Its content was checked when it was made, so here it is only read. */
export async function readShippedLibrary({ directory, catalogue }: ShippedLibrary): Promise<Library> {
  const [{ manifest, files }, isMeasured] = await Promise.all([readFiles(directory), kindOfPath(catalogue)]);
  const library = readLibrary(manifest, files as readonly LibraryFileJson[]);
  if (isMeasured === "file") seedCatalogue(library, (await readJsonFile(catalogue)) as LadderCatalogue);
  return library;
}

/** A library with every field checked; throws INPUT_INVALID with file and field. */
export async function readCheckedLibrary(directory: string): Promise<Library> {
  const { manifest, files } = await readFiles(directory);
  return parseLibrary(manifest, files);
}
