import { describe, expect, it } from "vitest";
import type { EventType } from "../../../src/athlete/schema.ts";
import { seededChance } from "../../../src/base/chance.ts";
import { proposeWeek } from "../../../src/library/week-source.ts";
import type { OverviewWeek, Phase, TrainingDay } from "../../../src/plan/schema.ts";
import { WEEKDAYS, addDays } from "../../../src/base/calendar.ts";
import { shipped } from "./shipped.ts";

const MONDAY = "2026-12-07";
const SATURDAY = 5;

function aWeek(phase: Phase): OverviewWeek {
  const day = (index: number): TrainingDay => {
    const common = { weekday: WEEKDAYS[index] ?? "Monday", date: addDays(MONDAY, index) };
    if (index !== SATURDAY) return { ...common, workout_types: ["rest"], target_minutes: 0, max_minutes: 0 };
    return {
      ...common,
      workout_types: ["endurance", "strength"],
      role: "long",
      family: "long_ride",
      target_minutes: 180,
      max_minutes: 300,
      strength_minutes: 20,
    };
  };
  return {
    week_number: 8,
    start_date: MONDAY,
    phase,
    week_type: phase,
    focus: "",
    target_hours: 3,
    target_tss: 130,
    training_days: WEEKDAYS.map((_, index) => day(index)),
  };
}

const week = (phase: Phase, seed: string, type: EventType = "century") =>
  proposeWeek(shipped, {
    week: aWeek(phase),
    event: { date: "2027-02-28", type, hours: 6, days: 1, intensity_pct: 70 },
    level: "intermediate",
    carefulStart: false,
    heldBack: [],
    ridden: new Map(),
    chance: seededChance(seed),
  }).workouts;

const seeds = Array.from({ length: 24 }, (_, index) => `seed-${index}`);
const named = (phase: Phase, type?: EventType) =>
  new Set(seeds.flatMap((seed) => week(phase, seed, type).map(({ name }) => name)));

describe("a week's long ride", () => {
  it("holds no strides before a century; before a criterium it may", () => {
    const names = named("build");
    expect([...names].filter((name) => name.startsWith("Long ride")).length).toBeGreaterThan(1);
    expect(names).not.toContain("Long ride with late strides");
    expect(named("build", "criterium")).toContain("Long ride with late strides");
  });
});

describe("strength", () => {
  it("is kept, not learned, in a peak and a taper", () => {
    for (const phase of ["peak", "taper"] as const)
      for (const name of named(phase)) expect(name).not.toMatch(/^Strength, (?!keeping)/);
    expect([...named("taper")]).toContain("Strength, keeping, 20 minutes");
  });
});
