import { describe, expect, it } from "vitest";
import { PlanError } from "../../../src/base/errors.ts";
import { readLibrary } from "../../../src/library/library.ts";
import { parseLibrary } from "../../../src/library/parse-library.ts";
import { changed, files, manifest, pick, shipped } from "./shipped.ts";

const refusal = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof PlanError) return error.message;
    throw error;
  }
  return "accepted";
};

describe("reading a library", () => {
  it("gives the same with and without validation", () => {
    expect(JSON.stringify(readLibrary(manifest, files()))).toBe(JSON.stringify(shipped));
  });

  it("names file and field of what is wrong", () => {
    const text = refusal(() =>
      changed("threshold", (file) => {
        pick(file, "threshold_3x10_98").level = 11;
      }),
    );
    expect(text).toContain("threshold.json");
    expect(text).toContain("workouts.15.level");
  });

  it("refuses an unknown key, an interval that stretches, and a frame that is not there", () => {
    expect(
      refusal(() =>
        changed("threshold", (file) => {
          Object.assign(file, { colour: "red" });
        }),
      ),
    ).toContain("colour");
    expect(
      refusal(() =>
        changed("threshold", (file) => {
          Object.assign(pick(file, "threshold_3x10_98").segments[0] ?? {}, {
            stretch: { shortest_min: 1, longest_min: 2 },
          });
        }),
      ),
    ).toContain("stretch");
    expect(
      refusal(() =>
        changed("threshold", (file) => {
          pick(file, "threshold_3x10_98").frame = "none";
        }),
      ),
    ).toContain('frame "none"');
  });

  it("wants every file that the manifest lists", () => {
    expect(refusal(() => parseLibrary(manifest, files().slice(1)))).toContain("lists 29 files, 28 were given");
  });
});
