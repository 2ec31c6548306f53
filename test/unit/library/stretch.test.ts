import { describe, expect, it } from "vitest";
import { sum } from "../../../src/base/numbers.ts";
import { measureSegments } from "../../../src/load/measure.ts";
import { stretchWorkout, longestSeconds, nominalSeconds, shortestSeconds } from "../../../src/library/stretch.ts";
import { secondsOfSegment, type Segment } from "../../../src/workout/segment.ts";
import { shipped, workout } from "./shipped.ts";

const fitted = (id: string, minutes: number, easyPower?: number): Segment[] => {
  const segments = stretchWorkout(workout(id), {
    seconds: minutes * 60,
    ...(easyPower === undefined ? {} : { easyPower }),
  });
  if (segments === undefined) throw new Error(`${id} does not fit`);
  return segments;
};
const minutes = (segments: readonly Segment[]): number[] => segments.map((one) => secondsOfSegment(one) / 60);

describe("fitting a workout to a day", () => {
  it("shrinks the warm-up to 8 and the cool-down to 5 minutes, never the work", () => {
    expect(minutes(fitted("threshold_4x5_95", 45))).toEqual([8, 32, 5]);
  });

  it("brings the warm-up back first, then the cool-down, then fills with easy riding before the cool-down", () => {
    expect(minutes(fitted("threshold_4x5_95", 50))).toEqual([13, 32, 5]);
    expect(minutes(fitted("threshold_4x5_95", 54))).toEqual([15, 32, 7]);
    expect(minutes(fitted("threshold_4x5_95", 90))).toEqual([15, 32, 36, 7]);
  });

  it("does the same for a ride that is all easy", () => {
    expect(minutes(fitted("endurance_base", 34))).toEqual([9, 20, 5]);
    expect(minutes(fitted("endurance_base", 40))).toEqual([10, 20, 10]);
    expect(minutes(fitted("endurance_base", 50))).toEqual([10, 30, 10]);
  });

  it("is exact for every workout at its ends, its own length and seconds in between", () => {
    for (const one of shipped.workouts) {
      const [short, own, long] = [shortestSeconds(one), nominalSeconds(one), longestSeconds(one)];
      for (const seconds of new Set([short, own, long, Math.floor((short + long) / 2), Math.max(short, long - 1)])) {
        const segments = stretchWorkout(one, { seconds, easyPower: 0.611 });
        expect(segments, one.id).toBeDefined();
        if (one.parts.length > 0) expect(sum((segments ?? []).map(secondsOfSegment)), one.id).toBe(seconds);
      }
      expect(stretchWorkout(one, { seconds: short - 1 })).toBeUndefined();
      expect(stretchWorkout(one, { seconds: long + 1 })).toBeUndefined();
    }
  });

  it("refuses parts of a second", () => {
    expect(stretchWorkout(workout("endurance_base"), { seconds: 3600.5 })).toBeUndefined();
  });

  it("keeps every interval as it is written, at any length", () => {
    for (const one of shipped.workouts) {
      const written = one.parts.map((part) => part.segment).filter((segment) => segment.kind === "interval");
      const ridden = stretchWorkout(one, { seconds: longestSeconds(one), easyPower: 0.7 }) ?? [];
      expect(
        ridden.filter((segment) => segment.kind === "interval"),
        one.id,
      ).toEqual(written);
    }
  });

  it("rides the easy part at the power it is given, in whole percents inside its range", () => {
    const easy = (power: number) => fitted("endurance_base", 90, power).find((segment) => segment.kind === "steady");
    expect(easy(0.684)).toMatchObject({ low: 0.66, high: 0.7 });
    expect(easy(0.9)).toMatchObject({ low: 0.7, high: 0.74 });
    expect(easy(0.1)).toMatchObject({ low: 0.56, high: 0.6 });
    expect(fitted("recovery_spin", 45, 0.7).find((segment) => segment.kind === "steady")).toMatchObject({
      low: 0.5,
      high: 0.52,
    });
  });

  it("rides easily first in an event rehearsal, so that its efforts come late", () => {
    expect(minutes(fitted("race_fondo_3x20_85", 200))).toEqual([15, 96, 84, 5]);
    expect(minutes(fitted("climbs_2x20_83", 180))).toEqual([15, 104, 56, 5]);
  });

  it("keeps recovery rides at or below 55 % and under an hour", () => {
    for (const one of shipped.workouts.filter(({ type }) => type === "recovery")) {
      expect(longestSeconds(one)).toBe(3600);
      expect(
        measureSegments(stretchWorkout(one, { seconds: 3600, easyPower: 0.75 }) ?? []).intensity,
      ).toBeLessThanOrEqual(0.55);
    }
  });

  it("gives strength sessions their own length and no segments", () => {
    expect(stretchWorkout(workout("strength_build_30"), { seconds: 1800 })).toEqual([]);
    expect(stretchWorkout(workout("strength_build_30"), { seconds: 2400 })).toBeUndefined();
  });

  it("stretches endurance and long rides to six hours", () => {
    expect(shortestSeconds(workout("endurance_base"))).toBe(30 * 60);
    for (const id of ["endurance_base", "long_ride_steady"])
      expect(longestSeconds(workout(id))).toBeGreaterThanOrEqual(6 * 3600);
  });
});
