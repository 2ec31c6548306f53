import { describe, expect, it } from "vitest";
import { framedRide } from "../../../src/library/frame-workout.ts";
import type { Segment } from "../../../src/workout/segment.ts";

const steady = (seconds: number, power: number): Segment => ({
  kind: "steady",
  seconds,
  low: power,
  high: power,
  description: "",
});
const warmup: Segment = { kind: "warmup", seconds: 600, low: 0.45, high: 0.75, description: "" };
const cooldown: Segment = { kind: "cooldown", seconds: 600, low: 0.4, high: 0.6, description: "" };

describe("a ride from elsewhere gets what every ride of the library has", () => {
  it("one that has it all stays as it is, and nothing is said", () => {
    const segments = [warmup, steady(1200, 0.95), cooldown];
    expect(framedRide(segments)).toEqual({ segments, changes: [] });
  });

  it("a hard end gets a cool-down", () => {
    const { segments, changes } = framedRide([warmup, steady(1200, 0.95)]);
    expect(segments.at(-1)).toMatchObject({ kind: "cooldown", seconds: 300, low: 0.4, high: 0.55 });
    expect(changes).toEqual(["a cool-down of 5 min is added"]);
  });

  it("an easy last part is the cool-down, and a short one is ridden for longer", () => {
    const { segments, changes } = framedRide([warmup, steady(1200, 0.95), steady(120, 0.5)]);
    expect(segments.at(-1)).toEqual({ kind: "cooldown", seconds: 300, low: 0.5, high: 0.5, description: "" });
    expect(changes).toEqual(["its cool-down takes 5 min, not 2 min"]);
    expect(framedRide([warmup, steady(1200, 0.95), steady(400, 0.5)]).changes).toEqual([]);
  });

  it("a last ramp that falls is one too; a rising one is not", () => {
    const ramp = (start: number, end: number): Segment => ({ kind: "ramp", seconds: 400, start, end, description: "" });
    expect(framedRide([warmup, ramp(0.6, 0.4)]).segments.at(-1)).toMatchObject({
      kind: "cooldown",
      low: 0.4,
      high: 0.6,
    });
    expect(framedRide([warmup, ramp(0.4, 0.6)]).segments).toHaveLength(3);
  });

  it("steps that a head unit made of a ramp are the ramp again", () => {
    const { segments, changes } = framedRide([
      warmup,
      steady(1200, 0.95),
      ...[0.58, 0.54, 0.5, 0.46, 0.42].map((power) => steady(60, power)),
    ]);
    expect(segments).toHaveLength(3);
    expect(segments.at(-1)).toMatchObject({ kind: "cooldown", seconds: 300, low: 0.42, high: 0.58 });
    expect(changes).toEqual(["its last 5 steps are taken as one cool-down"]);
  });

  it("a hard part without a warm-up gets one, or a longer one", () => {
    const added = framedRide([steady(120, 0.5), steady(1200, 1), cooldown]);
    expect(added.segments[0]).toMatchObject({ kind: "warmup", seconds: 360, low: 0.45, high: 0.65 });
    expect(added.changes).toEqual(["a warm-up of 6 min is added before its first hard part"]);
    const longer = framedRide([{ ...warmup, seconds: 180 }, steady(1200, 1), cooldown]);
    expect(longer.segments[0]).toMatchObject({ kind: "warmup", seconds: 480 });
    expect(longer.changes).toEqual(["its warm-up takes 8 min, not 3 min"]);
  });

  it("powers become whole percents, and that is said only where it is no dust", () => {
    const rounded = framedRide([warmup, steady(1200, 0.905), cooldown]);
    expect(rounded.segments[1]).toMatchObject({ low: 0.91, high: 0.91 });
    expect(rounded.changes).toEqual(["powers are rounded to whole percents of FTP"]);
    expect(framedRide([warmup, steady(1200, 0.8800001), cooldown])).toMatchObject({
      changes: [],
      segments: [{}, { low: 0.88 }, {}],
    });
  });
});
