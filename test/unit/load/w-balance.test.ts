import fc from "fast-check";
import { expect, it } from "vitest";
import { lowestWBalance } from "../../../src/load/w-balance.ts";
import { expand } from "../../../src/workout/expand.ts";
import type { Segment } from "../../../src/workout/segment.ts";
import { everySecond, lowestWBySeconds } from "../../support/simulate.ts";

const power = fc.integer({ min: 30, max: 180 }).map((percent) => percent / 100);
const segment = fc
  .tuple(fc.integer({ min: 1, max: 400 }), power, power, fc.boolean())
  .map(([seconds, start, end, isRamp]): Segment =>
    isRamp
      ? { kind: "ramp", seconds, start, end, description: "" }
      : { kind: "steady", seconds, low: start, high: start, description: "" },
  );

it("equals the model second by second, whatever the steps", () => {
  fc.assert(
    fc.property(fc.array(segment, { minLength: 1, maxLength: 12 }), (segments) => {
      const steps = expand(segments);
      expect(lowestWBalance(steps)).toBeCloseTo(lowestWBySeconds(everySecond(steps)), 6);
    }),
    { numRuns: 200, seed: 7 },
  );
});

it("falls on a line above FTP, and nothing after the last effort lowers it", () => {
  const effort: Segment = { kind: "steady", seconds: 100, low: 1.35, high: 1.35, description: "" };
  const easy: Segment = { kind: "steady", seconds: 600, low: 0.5, high: 0.5, description: "" };
  expect(lowestWBalance(expand([easy, effort]))).toBeCloseTo(0.5, 9);
  expect(lowestWBalance(expand([easy, effort, easy]))).toBeCloseTo(0.5, 9);
  expect(lowestWBalance(expand([effort, easy, effort]))).toBeLessThan(0.5);
  expect(lowestWBalance(expand([easy]))).toBe(1);
});
