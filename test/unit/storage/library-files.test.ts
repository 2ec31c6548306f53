import { cp, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { catalogueOf } from "../../../src/library/catalogue.ts";
import { readCheckedLibrary, readShippedLibrary, shippedIn } from "../../../src/storage/library-files.ts";
import { aFolder } from "./a-folder.ts";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const LIBRARY = join(ROOT, "library");

describe("the shipped library", () => {
  it("reads the same checked and unchecked", async () => {
    const shipped = await readShippedLibrary({ directory: LIBRARY, catalogue: join(LIBRARY, "none.json") });
    expect(shipped).toEqual(await readCheckedLibrary(LIBRARY));
    expect(shippedIn(ROOT).directory).toBe(LIBRARY);
  });

  it("takes what the build measured in the place of the simulation", async () => {
    const folder = await aFolder();
    const plain = await readShippedLibrary({ directory: LIBRARY, catalogue: join(folder, "none.json") });
    const measured = {
      ...catalogueOf(plain),
      forms: catalogueOf(plain).forms.map((form) => ({ ...form, highestPower: 9 })),
    };
    await writeFile(join(folder, "catalogue.json"), JSON.stringify(measured));
    const seeded = await readShippedLibrary({ directory: LIBRARY, catalogue: join(folder, "catalogue.json") });
    expect(catalogueOf(seeded)).toEqual(measured);
  });

  it("says what is wrong with a library that is not one", async () => {
    const folder = await aFolder();
    await expect(readCheckedLibrary(folder)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await writeFile(join(folder, "manifest.json"), '{"files": []}');
    await expect(readCheckedLibrary(folder)).rejects.toThrow("is no list of library files");
    const copy = join(folder, "copy");
    await cp(LIBRARY, copy, { recursive: true });
    await writeFile(join(copy, "tempo.json"), '{"family": "tempo"}');
    await expect(readCheckedLibrary(copy)).rejects.toThrow("tempo.json is not a valid library file");
  });
});
