import { expect, it } from "vitest";
import { secondsAbove } from "../../../src/load/zones.ts";
import { expand } from "../../../src/workout/expand.ts";

const HUNDRED = 100;
const above = (start: number, end: number, floor: number): number => {
  const [step] = expand([{ kind: "ramp", seconds: HUNDRED, start, end, description: "" }]);
  if (step === undefined) throw new Error("no step");
  return secondsAbove(step, floor);
};

it.each([
  ["a steady power at the floor is not above it", 0.75, 0.75, 0.75, 0],
  ["a steady power above it is, as a whole", 0.76, 0.76, 0.75, HUNDRED],
  ["a steady power below it is not", 0.74, 0.74, 0.75, 0],
  ["a ramp that rises is cut where it crosses", 0.5, 1, 0.9, 20],
  ["a ramp that falls is cut there as well", 1, 0.5, 0.9, 20],
  ["a ramp that begins at the floor and rises is above it", 0.75, 1, 0.75, HUNDRED],
  ["a ramp that rises up to the floor is not", 0.5, 0.75, 0.75, 0],
  ["a ramp that falls down to the floor is above it", 1, 0.75, 0.75, HUNDRED],
  ["a ramp all above it is, as a whole", 0.8, 1, 0.75, HUNDRED],
])("%s", (_, start, end, floor, seconds) => {
  expect(above(start, end, floor)).toBeCloseTo(seconds, 6);
});
