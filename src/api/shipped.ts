import built from "#workouts";
import { readLibrary, type Library } from "../library/library.ts";
import type { LibraryFileJson, ManifestJson } from "../library/schema.ts";

let library: Library | undefined;

/** The workouts that ship with the program; read once. */
export function shippedWorkouts(): Library {
  // The file is ours, and was checked when it was built.
  const { manifest, files } = built as { manifest: ManifestJson; files: readonly LibraryFileJson[] };
  return (library ??= readLibrary(manifest, files));
}
