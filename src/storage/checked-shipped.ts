import { join } from "node:path";
import type { Library } from "../library/library.ts";
import { parseLibrary } from "../library/parse-library.ts";
import { readCheckedLibrary } from "./library-files.ts";
import { kindOfPath } from "./plan-folder.ts";
import { readBuilt, type ShippedLibrary } from "./shipped-library.ts";

/** The library that ships with the program with every field checked: its source where that lies here, else what was built of it. */
export async function readCheckedShipped(shipped: ShippedLibrary): Promise<Library> {
  if ((await kindOfPath(join(shipped.directory, "manifest.json"))) === "file")
    return readCheckedLibrary(shipped.directory);
  const { manifest, files } = await readBuilt(shipped);
  return parseLibrary(manifest, files);
}
