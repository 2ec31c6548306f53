import { describe, expect, it } from "vitest";
import { CLIMB_BOXES, CLIMB_WEEKS, CLIMBED_FAMILIES, climbTable } from "../../../src/library/climb.ts";
import { stretchWorkout } from "../../../src/library/stretch.ts";
import { keyWorkOf } from "../../../src/library/key-work.ts";
import { sum } from "../../../src/base/numbers.ts";
import { catalogueOf } from "../../../src/library/catalogue.ts";
import { checkLibrary } from "../../../src/library/check.ts";
import { parseLibrary } from "../../../src/library/parse-library.ts";
import { expand } from "../../../src/workout/expand.ts";
import type { Segment } from "../../../src/workout/segment.ts";
import { changed, files, manifest, shipped, workout } from "./shipped.ts";

const steady = (minutes: number, power: number): Segment => ({
  kind: "steady",
  seconds: minutes * 60,
  low: power,
  high: power,
  description: "",
});
const key = (...segments: Segment[]): string => keyWorkOf(expand(segments));

describe("key work", () => {
  it("is told by minutes and power from 85 % on, whatever lies around it", () => {
    const work = [steady(10, 0.9), steady(4, 0.55), steady(10, 0.9)];
    expect(key(steady(15, 0.6), ...work, steady(40, 0.65))).toBe(key(...work));
    expect(key(steady(10, 0.9), steady(2, 0.5), steady(10, 0.9))).toBe(key(...work));
  });

  it("is another with a minute more, with 2 % more, or in another order", () => {
    const work = key(steady(10, 0.9), steady(12, 0.9));
    expect(key(steady(11, 0.9), steady(12, 0.9))).not.toBe(work);
    expect(key(steady(10, 0.92), steady(12, 0.9))).not.toBe(work);
    expect(key(steady(12, 0.9), steady(10, 0.9))).not.toBe(work);
    expect(key(steady(10.3, 0.9), steady(12, 0.9))).toBe(work);
  });

  it("of a ride below 85 % is all that is above easy riding", () => {
    expect(key(steady(20, 0.65), steady(15, 0.8))).toBe(key(steady(15, 0.8)));
    expect(key(steady(15, 0.8))).not.toBe(key(steady(15, 0.84)));
  });
});

describe("climbing on short days", () => {
  const rows = climbTable(shipped);
  // Two minutes above 120 % are all that a beginner may ride (5.2): no ladder, and there are four ways to ride the first rung.
  const isOneRung = ({ family, rider }: (typeof rows)[number]) => family === "anaerobic" && rider === "beginner";

  it("has a row for each ladder, rider and day", () => {
    expect(rows).toHaveLength(CLIMBED_FAMILIES.length * 3 * CLIMB_BOXES.length);
  });

  it("finds new work for six load weeks in every box", () => {
    for (const row of rows.filter((one) => !isOneRung(one)))
      expect(row.weeks, `${row.family} ${row.rider} ${row.minutes}`).toBeGreaterThanOrEqual(CLIMB_WEEKS);
    for (const row of rows.filter(isOneRung)) expect(row).toMatchObject({ top: 1, weeks: 4 });
  });

  it("finds it for eight weeks in most", () => {
    expect(rows.filter((row) => row.works >= 8).length / rows.length).toBeGreaterThan(0.85);
    expect(rows.filter((row) => row.weeks >= 8).length / rows.length).toBeGreaterThan(0.5);
  });

  it("counts a week a rung, then each form of the highest, and stops at a missing rung", () => {
    const only = (ids: readonly string[]) => {
      const sweetspot = files().find(({ family }) => family === "sweetspot");
      if (sweetspot === undefined) throw new Error("no sweet spot");
      const file = { ...sweetspot, workouts: sweetspot.workouts.filter(({ id }) => ids.includes(id)) };
      return climbTable(parseLibrary({ ...manifest, files: ["sweetspot.json"] }, [file])).find(
        ({ family, rider, minutes }) => family === "sweetspot" && rider === "beginner" && minutes === 60,
      );
    };
    const first = ["sweetspot_3x8_88", "sweetspot_2x12_88"];
    expect(only(first)).toMatchObject({ from: 1, top: 1, weeks: 2, works: 2 });
    expect(only([...first, "sweetspot_3x10_88", "sweetspot_2x15_88"])).toMatchObject({ top: 2, weeks: 3, works: 4 });
    expect(only([...first, "sweetspot_4x10_90"])).toMatchObject({ top: 1, weeks: 2 });
  });

  it("is a finding where a ladder stands still", () => {
    const few = changed("threshold", (file) => {
      file.workouts = file.workouts.filter(({ rung }) => rung === true);
    });
    const findings = checkLibrary(few).findings.map(({ check, where }) => `${check} ${where}`);
    expect(findings).toContain("climb threshold, 60 min");
  });
});

describe("riding VO2max in days of 45 and 60 minutes", () => {
  /** Rungs from the third on with six minutes at 105 % or more that an intermediate rider fits into such a day. */
  const rungs = (family: string, minutes: number): Set<number> =>
    new Set(
      catalogueOf(shipped)
        .forms.filter((form) => form.family === family && form.level >= 3 && form.feasibleFor.includes("intermediate"))
        .filter((form) => form.shortestSeconds <= minutes * 60)
        .filter(({ id, shortestSeconds: seconds }) => {
          const steps = expand(stretchWorkout(workout(id), { seconds }) ?? []).filter(
            (step) => step.start === step.end && step.start >= 1.045,
          );
          return sum(steps.map((step) => step.seconds)) >= 6 * 60;
        })
        .map(({ level }) => level),
    );

  it.each([
    ["vo2max_short", 45, 5],
    ["vo2max_short", 60, 7],
    ["vo2max_long", 45, 2],
    ["vo2max_long", 60, 7],
  ] as const)("%s in %d minutes: six minutes at 105 % on %d rungs", (family, minutes, found) => {
    expect(rungs(family, minutes).size).toBe(found);
  });

  it("gives an intermediate three different weeks and more on each ladder", () => {
    for (const family of ["vo2max_short", "vo2max_long"])
      for (const minutes of [45, 60]) {
        const row = climbTable(shipped).find(
          (one) => one.family === family && one.minutes === minutes && one.rider === "intermediate",
        );
        expect(row?.weeks, `${family} ${minutes}`).toBeGreaterThanOrEqual(6);
      }
  });
});
