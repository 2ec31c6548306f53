import { describe, expect, it } from "vitest";
import type { SegmentJson } from "../../../src/workout/schema.ts";
import { zwo } from "../../../src/export/zwo.ts";
import { intervals, steady } from "../../support/a-plan.ts";
import { planWith, rideOf, rideWith } from "./a-ride.ts";

const write = (segments: SegmentJson[], choices = {}): string => {
  const { session, season } = rideWith(segments, choices);
  return String(zwo(session, season).content);
};

/** The elements between `<workout>` and its end, without texts. */
const elements = (text: string): string[] =>
  text
    .split("\n")
    .filter((line) => /^ {4}</.test(line) && !line.startsWith("    </"))
    .map((line) => line.trim().replace(/^<|\/?>$/g, ""));

const ramp = (type: "warmup" | "cooldown", low: number, high: number, minutes = 10): SegmentJson => ({
  type,
  duration_min: minutes,
  power_low_pct: low,
  power_high_pct: high,
  description: "",
});

describe("Zwift workout file", () => {
  it("writes a whole ride", () => {
    const { session, season } = rideOf(planWith({}));
    expect(zwo(session, season).content).toMatchInlineSnapshot(`
      "<?xml version="1.0" encoding="UTF-8"?>
      <workout_file>
        <author>cycling-plan</author>
        <name>W01D2 Sweet spot 3 x 15</name>
        <description>Trains the power that you hold for hours. Ride every interval evenly.

      Week 1 of 1, base. Tuesday, 8 December 2026. 80 min, load 86.</description>
        <sportType>bike</sportType>
        <category>a-plan</category>
        <subcategory>Week 01</subcategory>
        <workout>
          <Warmup Duration="600" PowerLow="0.45" PowerHigh="0.75">
            <textevent timeoffset="0" message="Start easy. RPE 1-3"/>
          </Warmup>
          <IntervalsT Repeat="3" OnDuration="900" OffDuration="300" OnPower="0.90" OffPower="0.55" Cadence="90">
            <textevent timeoffset="0" message="1 of 3: Hold it even. RPE 4, 85-95 rpm"/>
            <textevent timeoffset="900" message="Easy. RPE 1"/>
            <textevent timeoffset="1200" message="2 of 3: Hold it even. RPE 4, 85-95 rpm"/>
            <textevent timeoffset="2100" message="Easy. RPE 1"/>
            <textevent timeoffset="2400" message="3 of 3: Hold it even. RPE 4, 85-95 rpm"/>
            <textevent timeoffset="3300" message="Easy. RPE 1"/>
          </IntervalsT>
          <Cooldown Duration="600" PowerLow="0.60" PowerHigh="0.40">
            <textevent timeoffset="0" message="Spin out. RPE 1-3"/>
          </Cooldown>
        </workout>
      </workout_file>
      "
    `);
  });

  it("trap: a cool-down's PowerLow is where the ramp starts, the larger number", () => {
    expect(elements(write([ramp("cooldown", 40, 60)]))).toEqual([
      'Cooldown Duration="600" PowerLow="0.60" PowerHigh="0.40"',
    ]);
  });

  it("trap: a ramp from 0 % is a ramp, and a step at 0 % has its power", () => {
    const fromZero: SegmentJson = {
      type: "ramp",
      duration_min: 1,
      power_start_pct: 0,
      power_end_pct: 50,
      description: "",
    };
    expect(elements(write([ramp("warmup", 0, 50), fromZero, steady(1, 0)]))).toEqual([
      'Warmup Duration="600" PowerLow="0.00" PowerHigh="0.50"',
      'Ramp Duration="60" PowerLow="0.00" PowerHigh="0.50"',
      'SteadyState Duration="60" Power="0.00"',
    ]);
  });

  it("calls a cool-down that rises and a warm-up that falls a ramp, because readers turn those round", () => {
    expect(elements(write([ramp("warmup", 60, 40), ramp("cooldown", 60, 40)]))).toEqual([
      'Ramp Duration="600" PowerLow="0.60" PowerHigh="0.40"',
      'Ramp Duration="600" PowerLow="0.40" PowerHigh="0.60"',
    ]);
  });

  it("keeps ramps on tens of seconds and the length exact", () => {
    expect(elements(write([ramp("warmup", 40, 65, 125 / 60)]))).toEqual([
      'Warmup Duration="120" PowerLow="0.40" PowerHigh="0.64"',
      'SteadyState Duration="5" Power="0.645"',
    ]);
    expect(elements(write([ramp("cooldown", 40, 65, 125 / 60)]))).toEqual([
      'SteadyState Duration="5" Power="0.645"',
      'Cooldown Duration="120" PowerLow="0.64" PowerHigh="0.40"',
    ]);
    expect(elements(write([ramp("warmup", 40, 60, 7 / 60)]))).toEqual(['SteadyState Duration="7" Power="0.50"']);
  });

  it("writes repeats as one element, and one round or work without rest step by step", () => {
    const work = { duration_min: 1, power_low_pct: 120, power_high_pct: 120 };
    const once: SegmentJson = {
      type: "interval",
      sets: 1,
      work,
      recovery: { ...work, power_low_pct: 50, power_high_pct: 50 },
      description: "",
    };
    const bare: SegmentJson = { type: "interval", sets: 2, work, description: "" };
    expect(elements(write([intervals, once, bare]))).toEqual([
      'IntervalsT Repeat="3" OnDuration="900" OffDuration="300" OnPower="0.90" OffPower="0.55" Cadence="90"',
      'SteadyState Duration="60" Power="1.20"',
      'SteadyState Duration="60" Power="0.50"',
      'SteadyState Duration="60" Power="1.20"',
      'SteadyState Duration="60" Power="1.20"',
    ]);
  });

  it("writes a free ride with the trainer let go, and says no effort for it", () => {
    const text = write([{ type: "free", duration_min: 20, description: "As you like" }]);
    expect(elements(text)).toEqual(['FreeRide Duration="1200" FlatRoad="1"']);
    expect(text).toContain('message="As you like"');
  });

  it("has texts at most 100 characters long and 10 s apart, inside their step, that keep the feel", () => {
    const long = { ...steady(1, 65), description: "Ride easy and look far ahead. ".repeat(40) };
    const short = { ...steady(0.25, 130), description: "Ride hard and look far ahead. ".repeat(8) };
    const texts = write([long, short]).split("    <SteadyState").slice(1);
    const offsets = (text: string): number[] =>
      Array.from(text.matchAll(/timeoffset="(\d+)"/g), (match) => Number(match[1]));
    const messages = texts.flatMap((text) => Array.from(text.matchAll(/message="([^"]*)"/g), (match) => match[1]!));
    expect(offsets(texts[0]!).every((offset, i) => offset === i * 10 && offset < 60)).toBe(true);
    expect(offsets(texts[1]!)).toEqual([0]);
    expect(messages.every((message) => message.length <= 100)).toBe(true);
    expect(messages.at(0)).toMatch(/RPE 2-3$/);
    expect(messages.at(-1)).toMatch(/RPE 8-9$/);
    expect(messages.at(-1)!.length).toBeGreaterThan(80);
  });

  it("leaves out texts that would push another away", () => {
    const work = { duration_min: 0.1, power_low_pct: 120, power_high_pct: 120 };
    const text = write([
      {
        type: "interval",
        sets: 4,
        work,
        recovery: { ...work, power_low_pct: 50, power_high_pct: 50 },
        description: "Go",
      },
    ]);
    const offsets = Array.from(text.matchAll(/timeoffset="(\d+)"/g), (match) => Number(match[1]));
    expect(offsets).toEqual([0, 12, 24, 36]);
  });

  it("for TrainingPeaks holds no texts, and says what that costs", () => {
    const { session, season } = rideWith([intervals, steady(10, 60)], { target: "trainingpeaks" });
    const { content, notes } = zwo(session, season);
    expect(content).not.toContain("textevent");
    expect(notes.join()).toContain("TrainingPeaks");
  });

  it("for MyWhoosh writes plain ramps and every repeat", () => {
    expect(
      elements(write([ramp("warmup", 40, 60), intervals, ramp("cooldown", 40, 60)], { target: "mywhoosh" })),
    ).toEqual([
      'Ramp Duration="600" PowerLow="0.40" PowerHigh="0.60"',
      ...[1, 2, 3].flatMap(() => [
        'SteadyState Duration="900" Power="0.90" Cadence="90"',
        'SteadyState Duration="300" Power="0.55"',
      ]),
      'Ramp Duration="600" PowerLow="0.60" PowerHigh="0.40"',
    ]);
  });

  it("rounds power to three places at most and always shows two", () => {
    const range: SegmentJson = {
      type: "steady",
      duration_min: 1,
      power_low_pct: 62.25,
      power_high_pct: 63,
      description: "",
    };
    expect(
      elements(write([range, steady(1, 57.5), steady(1, 200)])).map((line) => /Power="(.*)"/.exec(line)?.[1]),
    ).toEqual(["0.626", "0.575", "2.00"]);
  });
});
