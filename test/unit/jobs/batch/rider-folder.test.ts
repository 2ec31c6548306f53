import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeOfRider, shardOfRider } from "../../../../src/jobs/batch/rider-folder.ts";

const ids = fc.oneof(
  fc.string({ minLength: 1 }),
  fc.stringMatching(/^[a-zA-Z0-9._-]{1,12}$/),
  fc.constantFrom("con", "AUX", "nul.x", "..", "a--b"),
);

describe("the folder of a rider", () => {
  it("is a safe name below the batch for every id, and never that of another where capitals do not count", () => {
    fc.assert(
      fc.property(fc.uniqueArray(ids, { minLength: 2, maxLength: 8 }), (some) => {
        const places = some.map((id) => placeOfRider("/all", id));
        for (const { below, directory, name } of places) {
          expect(below).toMatch(/^riders\/[0-9a-f]{2}\/[a-z0-9]+(?:[._-]+[a-z0-9]+)*$/);
          expect(directory.replaceAll("\\", "/")).toBe(`/all/${below}`);
          expect(name).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i);
          expect(name.length).toBeLessThanOrEqual(60);
        }
        expect(new Set(places.map(({ below }) => below)).size).toBe(some.length);
      }),
    );
  });

  it("keeps an id that is safe as it is, and marks what is not", () => {
    expect(placeOfRider("/all", "rider-17.b").name).toBe("rider-17.b");
    for (const id of ["Anna", "a--b", "con", "../x", "ж", "a".repeat(61)])
      expect(placeOfRider("/all", id).name, id).toContain("--");
  });

  it("spreads riders over folders and parts", () => {
    const names = Array.from({ length: 4000 }, (_, i) => `r${i}`);
    expect(new Set(names.map((id) => placeOfRider("/", id).below.split("/")[1])).size).toBe(256);
    const parts = new Array<number>(20).fill(0);
    for (const id of names) parts[shardOfRider(id, 20)] = (parts[shardOfRider(id, 20)] ?? 0) + 1;
    for (const count of parts) expect(Math.abs(count - 200)).toBeLessThan(60);
  });
});
