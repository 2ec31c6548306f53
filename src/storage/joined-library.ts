import type { Library } from "../library/library.ts";
import { readShippedLibrary } from "./shipped-library.ts";

/** Ours, and where the rider names a directory their own workouts beside them. Throws INPUT_INVALID with file and field. */
export async function readLibraries(shipped: string, own: string | undefined): Promise<Library> {
  const ours = await readShippedLibrary(shipped);
  if (own === undefined) return ours;
  const { joinedWithOwn } = await import("./library-files.ts");
  return joinedWithOwn(ours, own);
}
