import { expect, it } from "vitest";
import { effortOf } from "../../../src/plan/effort-bands.ts";
import { sayWorkout } from "../../../src/plan/without-power.ts";
import { expand } from "../../../src/workout/expand.ts";

const BY_FEEL = { by: "feel", heart: undefined } as const;

it("by feel an over is told from its under, and what holds no over as before", () => {
  expect(sayWorkout("Under at 92 %, over at 103 %", BY_FEEL)).toBe("Under at 4 of 10, over at 5 of 10");
  expect(sayWorkout("Ride 4 x 8 minutes at 95 %", BY_FEEL)).toBe("Ride 4 x 8 minutes at 5 of 10");
  const [under, over] = expand(
    [0.92, 1.03].map((power) => ({ kind: "steady", seconds: 60, low: power, high: power, description: "" }) as const),
  ).map((step) => effortOf(step, false));
  expect([under, over]).toEqual([
    { low: 4, high: 5 },
    { low: 5, high: 5 },
  ]);
});
