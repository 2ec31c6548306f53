import { expect, it } from "vitest";
import type { Ride } from "../../../src/library/ride.ts";
import { underLimit } from "../../../src/library/under-limit.ts";
import { measureSegments } from "../../../src/load/measure.ts";
import { expand } from "../../../src/workout/expand.ts";
import type { SegmentJson } from "../../../src/workout/schema.ts";
import { readSegment } from "../../../src/workout/segment.ts";
import { steady } from "../../support/a-plan.ts";

const ramp: SegmentJson = {
  type: "ramp",
  duration_min: 10,
  power_start_pct: 45,
  power_end_pct: 75,
  description: "Up",
};
const rideOf = (...parts: SegmentJson[]): Ride => {
  const segments = parts.map(readSegment);
  return { segments, measure: measureSegments(segments) };
};
const highest = (ride: Ride): number =>
  Math.max(...expand(ride.segments).map(({ start, end }) => Math.max(start, end)));

it.each([
  ["held", rideOf(steady(30, 65)), 0.6, 0.6],
  ["passed through in a ramp", rideOf(ramp, steady(30, 55)), 0.6, 0.6],
  ["below it", rideOf(steady(30, 55)), 0.6, 0.55],
])("power that is %s is never above a rider's limit", (_, ride, most, peak) => {
  const cut = underLimit(ride, most);
  expect(highest(cut)).toBeCloseTo(peak, 6);
  expect(cut.measure.seconds).toBe(ride.measure.seconds);
  expect(underLimit(cut, most)).toBe(cut);
});
