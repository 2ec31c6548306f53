import { Decoder, Stream } from "@garmin/fitsdk";
import { describe, expect, it } from "vitest";
import { fitFile } from "../../../src/export/fit-file.ts";
import { fit } from "../../../src/export/fit.ts";
import { seasonOf, isRide, type ExportChoices } from "../../../src/export/session.ts";
import type { PlanFile } from "../../../src/plan/schema.ts";
import type { SegmentJson } from "../../../src/workout/schema.ts";
import { aPlan, intervals, steady } from "../../support/a-plan.ts";
import { planWith, rideOf } from "./a-ride.ts";
import { garmin, ridden } from "./read-back.ts";

const write = (plan: PlanFile, choices: ExportChoices = {}) => {
  const { session, season } = rideOf(plan, choices);
  return fit(session, season);
};
const decoded = (segments: SegmentJson[], choices: ExportChoices = {}, profile = {}) =>
  garmin(write(planWith({ segments }, { profile }), choices).content as Uint8Array);

const ramp: SegmentJson = { type: "warmup", duration_min: 10, power_low_pct: 45, power_high_pct: 75, description: "" };
const free: SegmentJson = { type: "free", duration_min: 5, description: "" };

describe("FIT workout, as Garmin's own decoder reads it", () => {
  it("is a cycling workout of the manufacturer number for everybody", () => {
    const { fileId, workout, steps } = decoded([ramp, intervals]);
    expect(fileId).toMatchObject({ type: "workout", manufacturer: "development" });
    expect(workout).toMatchObject({
      sport: "cycling",
      wktName: "W01D2 Sweet spot 3 x 15",
      numValidSteps: steps.length,
    });
    expect(steps.map(({ messageIndex }) => messageIndex)).toEqual(steps.map((_, i) => i));
  });

  it("trap: a repeat comes after its steps, goes back to the first of them, and counts every round", () => {
    const { steps } = decoded([steady(10, 60), intervals, steady(5, 50)]);
    expect(steps.map(({ durationType }) => durationType)).toEqual([
      "time",
      "time",
      "time",
      "repeatUntilStepsCmplt",
      "time",
    ]);
    expect(steps[3]).toMatchObject({ durationValue: 1, targetValue: 3 });
    const seconds = ridden(steps, 265).map((piece) => piece.seconds);
    expect(seconds).toEqual([600, 900, 300, 900, 300, 900, 300, 300]);
  });

  it("has the second part of over-unders as work, and an easy one as rest", () => {
    const over = (percent: number): SegmentJson => ({
      ...(intervals as SegmentJson & { type: "interval" }),
      recovery: { duration_min: 5, power_low_pct: percent, power_high_pct: percent },
    });
    const intensities = (percent: number) => decoded([over(percent)]).steps.slice(0, 2).map(({ intensity }) => intensity); // prettier-ignore
    expect(intensities(105)).toEqual(["active", "active"]);
    expect(intensities(88)).toEqual(["active", "active"]);
    expect(intensities(75)).toEqual(["active", "rest"]);
  });

  it("is in watts of the plan's own FTP where the rider wants them", () => {
    const [step] = decoded([steady(10, 80)], { isInWatts: true }).steps;
    expect(step).toMatchObject({ wktStepName: "Ride 212W" });
    expect((step!.customTargetValueLow! + step!.customTargetValueHigh!) / 2 - 1000).toBeCloseTo(0.8 * 265, 0);
    expect(write(planWith({}), { isInWatts: true }).notes).toContain("Power is written in watts of an FTP of 265 W.");
  });

  it("keeps ranges, and gives single powers one", () => {
    const [range, single, half, none] = decoded([
      { ...steady(5, 90), power_low_pct: 86, power_high_pct: 94 } as SegmentJson,
      steady(5, 90),
      steady(5, 57.5),
      free,
    ]).steps;
    expect(range).toMatchObject({
      targetType: "power",
      targetValue: 0,
      customTargetValueLow: 86,
      customTargetValueHigh: 94,
    });
    expect(single).toMatchObject({ customTargetValueLow: 87, customTargetValueHigh: 93 });
    expect(half).toMatchObject({ customTargetValueLow: 54, customTargetValueHigh: 61 });
    expect(none).toMatchObject({ targetType: "open" });
    expect(none).not.toHaveProperty("customTargetValueLow");
  });

  it("writes watts where another FTP was named, never the number that means 1000 %", () => {
    const [step, zero] = decoded([steady(5, 90), steady(5, 0)], { ftpWatts: 200 }).steps;
    expect(step).toMatchObject({ customTargetValueLow: 1174, customTargetValueHigh: 1186 });
    expect(zero).toMatchObject({ customTargetValueLow: 1001, customTargetValueHigh: 1001 });
  });

  it("writes a ramp as even steps of a minute, around the power the ramp has there", () => {
    const { steps } = decoded([ramp]);
    expect(steps.map(({ durationValue }) => durationValue)).toEqual(Array.from({ length: 10 }, () => 60_000));
    expect(steps.map((step) => (step.customTargetValueLow! + step.customTargetValueHigh!) / 2)).toEqual(
      Array.from({ length: 10 }, (_, i) => 46.5 + 3 * i),
    );
    expect(steps.every(({ intensity }) => intensity === "warmup")).toBe(true);
  });

  it("takes longer steps for ramps where there would be more than fifty", () => {
    const many = Array.from({ length: 30 }, () => steady(1, 60));
    const { steps } = decoded([ramp, ...many, { ...ramp, type: "cooldown" }]);
    expect(steps).toHaveLength(30 + 2 * 10);
    const more = decoded([ramp, ...many, ...many.slice(0, 10), { ...ramp, type: "cooldown" }]);
    expect(more.steps).toHaveLength(40 + 2 * 5);
    expect(write(planWith({ segments: [...many, ...many] })).notes.join()).toContain("More than 50 steps");
  });

  it("has step names for small screens, and notes with effort and heart rate", () => {
    const { steps } = decoded([ramp, intervals, free], {}, { lthr: 170 });
    expect(steps.every(({ wktStepName }) => wktStepName === undefined || wktStepName.length <= 15)).toBe(true);
    expect(steps.at(10)).toMatchObject({
      wktStepName: "Work 90%",
      notes: "Hold it even. RPE 4, HR 143-160, 85-95 rpm",
    });
    expect(steps.at(-1)).toMatchObject({ wktStepName: "Free ride" });
  });

  it("carries heart rate as the second target where there is one, else cadence", () => {
    const withHeart = decoded([intervals], {}, { lthr: 170 }).steps[0];
    expect(withHeart).toMatchObject({
      secondaryTargetType: "heartRate",
      secondaryCustomTargetValueLow: 243,
      secondaryCustomTargetValueHigh: 260,
    });
    expect(decoded([intervals]).steps[0]).toMatchObject({
      secondaryTargetType: "cadence",
      secondaryCustomTargetValueLow: 85,
      secondaryCustomTargetValueHigh: 95,
    });
    expect(decoded([steady(5, 60)]).steps[0]).not.toHaveProperty("secondaryTargetType");
  });

  it("gives every file of a plan a serial number of its own", () => {
    const season = seasonOf(aPlan(), {});
    const rides = season.sessions.filter(isRide);
    const serials = rides.map((session) => garmin(fit(session, season).content as Uint8Array).fileId.serialNumber);
    expect(new Set(serials).size).toBe(rides.length);
    expect(serials).not.toContain(0);
  });

  it("cuts long texts at whole characters within the byte that holds their length", () => {
    const { workout, steps } = garmin(
      write(
        planWith({
          name: "🚴".repeat(5000),
          description: "ü".repeat(5000),
          segments: [{ ...steady(5, 60), description: "日".repeat(5000) }],
        }),
      ).content as Uint8Array,
    );
    const bytes = (text: string): number => new TextEncoder().encode(text).length;
    expect(bytes(workout.wktName)).toBeLessThanOrEqual(254);
    expect(workout.wktName).toMatch(/^W01D2 (🚴)+…?$/u);
    expect(bytes(steps[0]!.notes!)).toBeLessThanOrEqual(254);
    expect(workout.wktDescription).toMatch(/^ü+…?$/);
  });

  it("refuses a number that its field cannot hold instead of writing another", () => {
    const message = (value: number) => [{ message: 0, fields: [{ number: 0, type: "enum", value }] as const }];
    for (const value of [-1, 256, 1.5, Number.NaN]) expect(() => fitFile(message(value))).toThrow(RangeError);
    const read = new Decoder(Stream.fromByteArray(Array.from(fitFile(message(5)))));
    expect(read.checkIntegrity()).toBe(true);
  });
});
