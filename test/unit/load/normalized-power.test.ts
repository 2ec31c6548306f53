import fc from "fast-check";
import { expect, it } from "vitest";
import { loadOf } from "../../../src/load/normalized-power.ts";
import { measureSteps } from "../../../src/load/measure.ts";
import { expand } from "../../../src/workout/expand.ts";
import type { Segment } from "../../../src/workout/segment.ts";
import { everySecond, loadBySeconds } from "../../support/simulate.ts";

const steady = (minutes: number, power: number): Segment => ({
  kind: "steady",
  seconds: Math.round(minutes * 60),
  low: power,
  high: power,
  description: "",
});
const ramp = (minutes: number, start: number, end: number): Segment => ({
  kind: "ramp",
  seconds: minutes * 60,
  start,
  end,
  description: "",
});
/** Sets of work with a rest between them, none after the last: the form of the published vectors. */
const sets = (count: number, work: readonly [number, number], rest: readonly [number, number]): Segment[] =>
  Array.from({ length: count }, (_, i) => [steady(...work), ...(i < count - 1 ? [steady(...rest)] : [])]).flat();
const up = ramp(10, 0.45, 0.75);
const down = ramp(10, 0.6, 0.4);
const s = (seconds: number): number => seconds / 60;

/** Training science 1.1, table of test vectors. */
const VECTORS: readonly { name: string; segments: Segment[]; minutes: number; intensity: number; tss: number }[] = [
  { name: "60 min at 65", segments: [steady(60, 0.65)], minutes: 60, intensity: 0.65, tss: 42.3 },
  { name: "ramp 50 to 100", segments: [ramp(60, 0.5, 1)], minutes: 60, intensity: 0.788, tss: 62.2 },
  {
    name: "2x20 at 95",
    segments: [up, ...sets(2, [20, 0.95], [5, 0.55]), down],
    minutes: 65,
    intensity: 0.858,
    tss: 79.8,
  },
  {
    name: "3x15 at 90",
    segments: [up, ...sets(3, [15, 0.9], [5, 0.55]), down],
    minutes: 75,
    intensity: 0.812,
    tss: 82.4,
  },
  {
    name: "5x5 at 110",
    segments: [up, ...sets(5, [5, 1.1], [5, 0.5]), down],
    minutes: 65,
    intensity: 0.881,
    tss: 84.1,
  },
  {
    name: "4x8 at 105",
    segments: [up, ...sets(4, [8, 1.05], [3, 0.5]), down],
    minutes: 61,
    intensity: 0.907,
    tss: 83.6,
  },
  {
    name: "8x1 at 140",
    segments: [up, ...sets(8, [1, 1.4], [2, 0.5]), down],
    minutes: 42,
    intensity: 0.905,
    tss: 57.3,
  },
  {
    name: "40x15/15 at 150",
    segments: [
      {
        kind: "interval",
        sets: 40,
        work: { seconds: 15, low: 1.5, high: 1.5 },
        rest: { seconds: 15, low: 0.5, high: 0.5 },
        description: "",
      },
    ],
    minutes: 20,
    intensity: 1,
    tss: 33.3,
  },
  {
    name: "20x30/30 at 150",
    segments: [
      {
        kind: "interval",
        sets: 20,
        work: { seconds: 30, low: 1.5, high: 1.5 },
        rest: { seconds: 30, low: 0.5, high: 0.5 },
        description: "",
      },
    ],
    minutes: 20,
    intensity: 1.109,
    tss: 41,
  },
  {
    name: "8x15 s at 200",
    segments: [up, ...Array.from({ length: 8 }, () => [steady(s(15), 2), steady(s(285), 0.55)]).flat(), down],
    minutes: 60,
    intensity: 0.701,
    tss: 49.2,
  },
];

it.each(VECTORS)("$name is $minutes min, intensity $intensity, load $tss", ({ segments, minutes, intensity, tss }) => {
  const totals = measureSteps(expand(segments));
  expect(totals.seconds).toBe(minutes * 60);
  expect(totals.intensity).toBeCloseTo(intensity, 2);
  expect(loadOf(totals.seconds, totals.intensity)).toBeCloseTo(tss, 0);
  expect(Math.abs(loadOf(totals.seconds, totals.intensity) - tss)).toBeLessThan(0.1001);
});

it("equals the simulation second by second, whatever the steps", () => {
  const power = fc.integer({ min: 0, max: 250 }).map((percent) => percent / 100);
  const segment = fc
    .tuple(fc.integer({ min: 1, max: 400 }), power, power, fc.boolean())
    .map(([seconds, start, end, isRamp]): Segment =>
      isRamp
        ? { kind: "ramp", seconds, start, end, description: "" }
        : { kind: "steady", seconds, low: start, high: start, description: "" },
    );
  fc.assert(
    fc.property(fc.array(segment, { minLength: 1, maxLength: 12 }), (segments) => {
      const steps = expand(segments);
      const { seconds, intensity } = measureSteps(steps);
      expect(loadOf(seconds, intensity)).toBeCloseTo(loadBySeconds(everySecond(steps)), 6);
    }),
    { numRuns: 200, seed: 7 },
  );
});
