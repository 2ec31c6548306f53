import { describe, expect, it } from "vitest";
import { measureSegments } from "../../../src/load/measure.ts";
import { stretchWorkout, shortestSeconds } from "../../../src/library/stretch.ts";
import { workOf } from "../../../src/library/check.ts";
import { reduceWorkout } from "../../../src/library/reduce.ts";
import { shipped, workout } from "./shipped.ts";

const reduced = (id: string) => {
  const found = reduceWorkout(workout(id));
  if (found === undefined) throw new Error(`${id} cannot be reduced`);
  return found;
};
const sets = (id: string): number[] =>
  reduced(id).parts.flatMap(({ segment }) => (segment.kind === "interval" ? [segment.sets] : []));

describe("reduced forms", () => {
  it("keep half of the repeats, or a little more", () => {
    expect(sets("threshold_4x8_98")).toEqual([2]);
    expect(sets("threshold_5x8_98")).toEqual([3]);
    expect(sets("threshold_3x10_98")).toEqual([2]);
    expect(sets("threshold_2x20_98")).toEqual([1]);
    expect(sets("vo2max_short_2x8x30_30_115")).toEqual([8]);
    expect(sets("vo2max_short_3x13x30_15_120")).toEqual([7, 7, 7]);
  });

  it("keep power, level and family, and say in their id what they are", () => {
    const full = workout("threshold_4x8_98");
    const half = reduced("threshold_4x8_98");
    expect(half).toMatchObject({
      id: "threshold_4x8_98_reduced",
      family: full.family,
      level: full.level,
      type: full.type,
    });
    const measure = measureSegments(stretchWorkout(half, { seconds: shortestSeconds(half) }) ?? []);
    expect(measure.peak).toBe(0.98);
    expect(half.text).toContain("2 repeats instead of 4");
  });

  it("are not made of work in one piece, fixed sequences, openers and tests", () => {
    for (const id of [
      "tempo_1x75_83",
      "race_road_2_moves",
      "race_road_move_attacks",
      "openers_short",
      "test_2x8",
      "endurance_base",
    ])
      expect(reduceWorkout(workout(id)), id).toBeUndefined();
  });

  it("exist at every step of every quality ladder, with a third to two thirds of the work", () => {
    for (const family of [
      "tempo",
      "torque",
      "sweetspot",
      "threshold",
      "over_unders",
      "vo2max_long",
      "vo2max_short",
      "anaerobic",
      "sprints",
    ])
      for (const level of new Set(shipped.workouts.filter((one) => one.family === family).map((one) => one.level))) {
        const forms = shipped.workouts
          .filter((workout) => workout.family === family && workout.level === level)
          .flatMap((workout) => reduceWorkout(workout) ?? []);
        expect(forms.length, `${family} ${level}`).toBeGreaterThanOrEqual(1);
        for (const half of forms) {
          const share = workOf(half).seconds / workOf(workout(half.id.replace("_reduced", ""))).seconds;
          expect(share, half.id).toBeGreaterThan(0.3);
          expect(share, half.id).toBeLessThan(0.7);
        }
      }
  });
});
