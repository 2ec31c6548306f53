import { describe, expect, it } from "vitest";
import { bandText, effortOf, heartAnchorOf, heartBandOf } from "../../../src/plan/effort-bands.ts";
import { expand } from "../../../src/workout/expand.ts";
import type { Segment } from "../../../src/workout/segment.ts";
import { aProfile, intervals, steady } from "../../support/a-plan.ts";
import { planWith, rideOf } from "./a-ride.ts";
import { zwo } from "../../../src/export/zwo.ts";
import { markdown } from "../../../src/export/markdown.ts";
import { ics } from "../../../src/export/ics.ts";

const step = (segment: Segment) => expand([segment])[0]!;
const free = step({ kind: "free", seconds: 600, description: "" });
const held = (power: number, seconds = 600) =>
  step({ kind: "steady", low: power, high: power, seconds, description: "" });
const anchor = { thresholdBpm: 170, from: "threshold" } as const;

describe("effort", () => {
  it.each([
    [0.5, "1"],
    [0.65, "2-3"],
    [0.85, "3-4"],
    [0.87, "3-4"],
    [0.88, "4"],
    [0.9, "4"],
    [0.91, "4-5"],
    [0.95, "4-5"],
    [1.15, "6-7"],
    [1.3, "8-9"],
    [2, "10"],
  ])("at %s of FTP is %s out of 10", (power, text) => {
    expect(bandText(effortOf(held(power), false)!)).toBe(text);
  });

  it("of a ramp reaches from one end to the other", () => {
    expect(
      bandText(effortOf(step({ kind: "warmup", seconds: 600, low: 0.45, high: 0.75, description: "" }), false)!),
    ).toBe("1-3");
  });

  it("is named neither for a free ride nor for the hard part of a test", () => {
    expect(effortOf(free, false)).toBeUndefined();
    expect(effortOf(held(1.05), true)).toBeUndefined();
    expect(effortOf(held(0.5), true)).toEqual({ low: 1, high: 1 });
  });
});

describe("heart rate", () => {
  it.each([
    [0.5, "up to 114"],
    [0.65, "117-141"],
    [0.85, "143-160"],
    [0.95, "162-179"],
  ])("at %s of FTP with 170 at threshold is %s", (power, text) => {
    expect(bandText(heartBandOf(held(power), anchor)!)).toBe(text);
  });

  it("is for steps of five minutes or more, below threshold", () => {
    expect(heartBandOf(held(0.65, 299), anchor)).toBeUndefined();
    expect(heartBandOf(held(0.65, 300), anchor)).toBeDefined();
    expect(heartBandOf(held(1), anchor)).toBeUndefined();
    expect(heartBandOf(free, anchor)).toBeUndefined();
  });

  it("comes from threshold, else from 90 % of the maximum, else there is none", () => {
    expect(heartAnchorOf(aProfile({ lthr: 168, max_hr: 190 }))).toEqual({ thresholdBpm: 168, from: "threshold" });
    expect(heartAnchorOf(aProfile({ max_hr: 190 }))).toEqual({ thresholdBpm: 171, from: "maximum" });
    expect(heartAnchorOf(aProfile())).toBeUndefined();
  });

  it("never comes from a number that was assumed for the rider", () => {
    const assumed = (field: string) => [{ field, value: 190, reason: "from the age" }];
    expect(heartAnchorOf(aProfile({ max_hr: 190, assumptions: assumed("max_hr") }))).toBeUndefined();
    expect(heartAnchorOf(aProfile({ lthr: 170, assumptions: assumed("lthr") }))).toBeUndefined();
  });

  it("stands nowhere in a plan of a rider who gave none", () => {
    const plan = planWith({ segments: [steady(60, 65), intervals] });
    const { session, season } = rideOf(plan);
    for (const { content } of [zwo(session, season), markdown(season), ics(season)])
      expect(content).not.toMatch(/\bHR\b/);
    const given = rideOf(planWith({ segments: [steady(60, 65), intervals] }, { profile: { lthr: 170 } }));
    for (const { content } of [zwo(given.session, given.season), markdown(given.season), ics(given.season)])
      expect(content).toContain("HR 117-141");
  });
});
