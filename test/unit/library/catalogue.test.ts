import { describe, expect, it } from "vitest";
import { measureSegments } from "../../../src/load/measure.ts";
import { catalogueOf, seedCatalogue } from "../../../src/library/catalogue.ts";
import { stretchWorkout } from "../../../src/library/stretch.ts";
import { readLibrary } from "../../../src/library/library.ts";
import { changed, files, form, manifest, pick, shipped, workout } from "./shipped.ts";

describe("the catalogue", () => {
  it("has one form for each workout, in their order, and is measured once", () => {
    const catalogue = catalogueOf(shipped);
    expect(catalogue.forms.map(({ id }) => id)).toEqual(shipped.workouts.map(({ id }) => id));
    expect(catalogueOf(shipped)).toBe(catalogue);
    expect(catalogue.libraryVersion).toBe(manifest.library_version);
  });

  it("says what a ride costs at its shortest", () => {
    for (const id of ["threshold_3x10_98", "vo2max_short_3x9x30_15_118", "endurance_base", "sweetspot_2x20_91"]) {
      const { shortestSeconds, shortestLoad } = form(id);
      const shortest = stretchWorkout(workout(id), { seconds: shortestSeconds }) ?? [];
      expect(measureSegments(shortest), id).toMatchObject({ seconds: shortestSeconds, tss: shortestLoad });
    }
  });

  it("knows hard days, and which of them want 48 hours", () => {
    expect(form("threshold_3x10_98")).toMatchObject({ isHard: true, isVo2: false, highestPower: 0.98 });
    expect(form("vo2max_long_5x4_110")).toMatchObject({ isHard: true, isVo2: true });
    expect(form("vo2max_long_4x8_105")).toMatchObject({ isHard: true, isVo2: true });
    expect(form("anaerobic_5x30s_150").isVo2).toBe(true);
    expect(form("tempo_3x20_84")).toMatchObject({ isHard: false, isVo2: false });
    expect(form("sweetspot_3x8_88").isHard).toBe(false);
    for (const id of ["sprints_8x15s", "openers_standard", "openers_long", "endurance_strides"])
      expect(form(id), id).toMatchObject({ isHard: false, isVo2: false });
  });

  it("never calls openers a hard day", () => {
    const longer = changed("openers", (file) => {
      for (const segment of pick(file, "openers_long").segments)
        if (segment.type === "steady" && segment.power_low_pct === 95) segment.duration_min = 6;
    });
    expect(catalogueOf(longer).forms.find(({ id }) => id === "openers_long")?.isHard).toBe(false);
  });

  it("counts work above easy riding", () => {
    expect(form("threshold_3x10_98")).toMatchObject({ workSeconds: 1800 });
    expect(form("over_unders_3x9_2_1_93_105")).toMatchObject({ workSeconds: 1620 });
  });

  it("says for whom each step is feasible", () => {
    expect(form("threshold_3x8_97").feasibleFor).toEqual(["beginner", "intermediate", "advanced"]);
    expect(form("threshold_3x10_98").feasibleFor).toEqual(["intermediate", "advanced"]);
    expect(form("threshold_3x20_98").feasibleFor).toEqual(["advanced"]);
    expect(form("test_ramp").feasibleFor).toHaveLength(3);
  });

  it("keeps work above 94 % out of the first weeks of a beginner: each easy type has a low step in every box", () => {
    for (const family of ["tempo", "torque", "sweetspot"])
      for (const minutes of [30, 45, 60])
        expect(
          catalogueOf(shipped).forms.filter(
            (one) =>
              one.family === family &&
              one.level === 1 &&
              one.highestPower <= 0.94 &&
              one.shortestSeconds <= minutes * 60,
          ).length,
        ).toBeGreaterThanOrEqual(2);
  });

  it("takes a catalogue measured before, if it is of the same library", () => {
    const catalogue = catalogueOf(shipped);
    const again = readLibrary(manifest, files());
    seedCatalogue(again, catalogue);
    expect(catalogueOf(again)).toBe(catalogue);
    const other = readLibrary({ ...manifest, library_version: "1.0.1" }, files());
    seedCatalogue(other, catalogue);
    expect(catalogueOf(other)).not.toBe(catalogue);
    expect(catalogueOf(other)).toEqual({ ...catalogue, libraryVersion: "1.0.1" });
  });
});
