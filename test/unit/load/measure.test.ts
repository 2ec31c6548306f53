import { describe, expect, it } from "vitest";
import {
  isHardWork,
  measureOf,
  measureSegments,
  measureWorkout,
  rememberMeasure,
  walkSteps,
} from "../../../src/load/measure.ts";
import { weekSums } from "../../../src/load/week-sums.ts";
import { expand } from "../../../src/workout/expand.ts";
import type { Segment } from "../../../src/workout/segment.ts";
import { aRestDay, aWorkout, MONDAY, steady } from "../../support/a-plan.ts";

const hold = (seconds: number, power: number): Segment => ({
  kind: "steady",
  seconds,
  low: power,
  high: power,
  description: "",
});
const ramp = (seconds: number, start: number, end: number): Segment => ({
  kind: "ramp",
  seconds,
  start,
  end,
  description: "",
});

/** Ten minutes each at 75, 80, 90, 100, 105 and 110 %, then a ramp of 100 seconds from 50 to 150 %. */
const RIDE = [...[0.75, 0.8, 0.9, 1, 1.05, 1.1].map((power) => hold(600, power)), ramp(100, 0.5, 1.5)];

describe("what a ride holds", () => {
  const measure = measureSegments(RIDE);

  it("is low up to 75 %, middle up to FTP, high above (training science 1.5)", () => {
    // Of the ramp 25 seconds lie up to 75 %, 25 up to FTP and 50 above.
    expect(measure.seconds).toBe(3700);
    expect(measure.zones).toEqual({
      low: expect.closeTo(625, 6) as number,
      mid: expect.closeTo(1825, 6) as number,
      high: expect.closeTo(1250, 6) as number,
    });
  });

  it("counts work from 90 % on and above 105 % (training science 4.3)", () => {
    expect(measure.secondsFrom90).toBeCloseTo(2400 + 60, 3);
    expect(measure.secondsAbove105).toBeCloseTo(600 + 45, 6);
  });

  it("has the peak that is held, not the one that a ramp passes", () => {
    expect(measure.peak).toBe(1.1);
    expect(measureSegments([hold(60, 1.2), hold(60, 0.9)]).peak).toBe(1.2);
    expect(measureSegments([ramp(60, 0.5, 1)]).peak).toBe(0);
  });

  it("is the same where the walk was kept and gone on from", () => {
    const steps = expand(RIDE);
    expect(measureOf(walkSteps(steps.slice(3), walkSteps(steps.slice(0, 3))))).toEqual(measure);
    expect(measure.steps).toEqual(steps);
  });

  it("has a plain mean where no window of 30 seconds is full", () => {
    expect(measureSegments([hold(10, 0.5), hold(10, 1)]).intensity).toBeCloseTo(0.75, 9);
    expect(measureSegments([])).toMatchObject({ seconds: 0, intensity: 0, tss: 0 });
  });
});

it("is hard from 8 minutes at 90 % or 4 above 105 % on (training science 4.3)", () => {
  const isHard = (secondsFrom90: number, secondsAbove105: number) => isHardWork({ secondsFrom90, secondsAbove105 });
  expect([isHard(480, 0), isHard(479, 239), isHard(0, 240), isHard(480, 240)]).toEqual([true, false, true, true]);
});

it("measures the segments of a file once, and takes what it was told of them", () => {
  const { segments } = aWorkout({ date: MONDAY, segments: [steady(60, 100)] });
  const measure = measureWorkout({ segments });
  expect(measure.tss).toBe(100);
  expect(measureWorkout({ segments })).toBe(measure);
  const told = { ...measure, tss: 7 };
  rememberMeasure(segments, told);
  expect(measureWorkout({ segments })).toBe(told);
});

it("sums of a week what is ridden as training: hours as simulated, loads as its rides say", () => {
  const ride = aWorkout({ date: MONDAY, segments: [steady(60, 100)], tss: 99.96 });
  const event = aWorkout({ date: MONDAY, role: "event" });
  const strength = { ...aRestDay(MONDAY), type: "strength" as const, duration_min: 45, tss: 20 };
  expect(weekSums([ride, { ...ride, tss: 10 }, aRestDay(MONDAY), strength, event])).toEqual({
    planned_hours: 2,
    planned_tss: 110,
  });
});
