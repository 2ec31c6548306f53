import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { catalogueOf } from "../../../src/library/catalogue.ts";
import { readCheckedLibrary } from "../../../src/storage/library-files.ts";
import { readShippedLibrary, shippedIn } from "../../../src/storage/shipped-library.ts";
import { aFolder } from "./a-folder.ts";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const LIBRARY = join(ROOT, "library");

describe("the shipped library", () => {
  const shipped = shippedIn(ROOT);

  it("is built from its source: the same workouts, with the same figures", async () => {
    expect(shipped.directory).toBe(LIBRARY);
    const [built, checked] = await Promise.all([readShippedLibrary(shipped), readCheckedLibrary(LIBRARY)]);
    expect(built).toEqual(checked);
    expect(catalogueOf(built)).toEqual(catalogueOf(checked));
  });

  it("takes what the build measured in the place of the simulation", async () => {
    const folder = await aFolder();
    const text = (await readFile(shipped.built, "utf8")).replaceAll(/"highestPower":[\d.]+/g, '"highestPower":9');
    await writeFile(join(folder, "library.json"), text);
    const seeded = await readShippedLibrary({ ...shipped, built: join(folder, "library.json") });
    expect(new Set(catalogueOf(seeded).forms.map((form) => form.highestPower))).toEqual(new Set([9]));
  });

  it("says where it is missing", async () => {
    const folder = await aFolder();
    await expect(readShippedLibrary({ ...shipped, built: join(folder, "none.json") })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
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
