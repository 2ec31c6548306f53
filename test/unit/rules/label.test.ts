import { expect, it } from "vitest";
import { labelProblem } from "../../../src/rules/label.ts";
import { expand } from "../../../src/workout/expand.ts";
import type { WorkoutType } from "../../../src/workout/schema.ts";
import type { Segment } from "../../../src/workout/segment.ts";

/** Steady parts of so many minutes at so many percent. */
const parts = (...held: (readonly [minutes: number, percent: number])[]) =>
  expand(
    held.map(([minutes, percent]): Segment => {
      const power = percent / 100;
      return { kind: "steady", seconds: Math.round(minutes * 60), low: power, high: power, description: "" };
    }),
  );

// Rule 35 (training science 8 and 8b), one figure to either side of each border.
it.each<readonly [WorkoutType, string, ReturnType<typeof parts>, object | undefined]>([
  ["recovery", "an hour at 55 %", parts([60, 55]), undefined],
  ["recovery", "a harder one", parts([60, 56]), { asks: "recovery stays easy", limit: 0.55 }],
  ["recovery", "a longer one", parts([61, 50]), { asks: "recovery stays short", found: 3660, limit: 3600 }],
  ["endurance", "nine tenths easy, the rest hard", parts([90, 65], [10, 90]), undefined],
  ["endurance", "less of it easy", parts([89, 65], [11, 90]), { asks: "endurance stays at or below 75 %", limit: 0.9 }],
  ["endurance", "a fast finish of a fifth at 82 %", parts([80, 65], [20, 82]), undefined],
  ["endurance", "a longer one", parts([79, 65], [21, 82]), { limit: 0.8 }],
  ["endurance", "a fifth above 82 %", parts([80, 65], [20, 83]), { limit: 0.9 }],
  ["tempo", "half of the work up to 90 %", parts([60, 65], [20, 85], [20, 95]), undefined],
  [
    "tempo",
    "less of it",
    parts([60, 65], [19, 85], [20, 95]),
    { asks: "half of the work in the range of tempo", limit: 0.5 },
  ],
  ["tempo", "no work", parts([60, 65]), { found: 0, limit: 0.5 }],
  ["sweetspot", "work at 88 to 94 %", parts([60, 65], [20, 88], [20, 94]), undefined],
  ["sweetspot", "work at 95 %", parts([60, 65], [20, 95]), { found: 0 }],
  ["sweetspot", "work at 87 %", parts([60, 65], [20, 87]), { found: 0 }],
  ["threshold", "work at 91 to 105 %", parts([60, 65], [20, 91], [8, 105]), undefined],
  ["threshold", "work at 90 %", parts([60, 65], [20, 90]), { found: 0 }],
  ["threshold", "work at 106 %", parts([60, 65], [20, 106]), { found: 0 }],
  ["vo2max", "six minutes at 105 %", parts([60, 65], [6, 105]), undefined],
  ["vo2max", "less", parts([60, 65], [5.9, 110]), { asks: "VO2max work at or above 105 %", limit: 360 }],
  ["vo2max", "six minutes at 104 %", parts([60, 65], [6, 104]), { found: 0 }],
  ["mixed", "some work", parts([60, 65], [1, 80]), undefined],
  ["mixed", "no work", parts([60, 65]), { asks: "mixed holds some work above 75 %", found: 0, limit: 1 }],
  ["mixed", "nothing at all", [], undefined],
  ["rest", "anything", parts([60, 120]), undefined],
])("%s: %s", (type, _name, steps, problem) => {
  const found = labelProblem(type, steps);
  if (problem === undefined) expect(found).toBeUndefined();
  else expect(found).toMatchObject(problem);
});
