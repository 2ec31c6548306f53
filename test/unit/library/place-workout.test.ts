import { describe, expect, it } from "vitest";
import { stretchWorkout, nominalSeconds } from "../../../src/library/stretch.ts";
import { placeRide, typeOfRide } from "../../../src/library/place-workout.ts";
import type { Segment } from "../../../src/workout/segment.ts";
import { shipped } from "./shipped.ts";

const warmup: Segment = { kind: "warmup", seconds: 600, low: 0.45, high: 0.75, description: "" };
const cooldown: Segment = { kind: "cooldown", seconds: 600, low: 0.4, high: 0.6, description: "" };
const steady = (seconds: number, power: number): Segment => ({
  kind: "steady",
  seconds,
  low: power,
  high: power,
  description: "",
});
const sets = (count: number, [on, power]: [number, number], [off, rest]: [number, number]): Segment => ({
  kind: "interval",
  sets: count,
  work: { seconds: on, low: power, high: power },
  rest: { seconds: off, low: rest, high: rest },
  description: "",
});

describe("a ride from elsewhere is placed by its content", () => {
  it.each([
    ["40 min at 50 %", [steady(2400, 0.5)], "recovery", "recovery"],
    ["90 min at 65 %", [steady(5400, 0.65)], "endurance", "endurance"],
    ["3 h at 65 %", [steady(10_800, 0.65)], "endurance", "long_ride"],
    ["2 x 20 at 80 %", [warmup, sets(2, [1200, 0.8], [300, 0.55]), cooldown], "tempo", "tempo"],
    ["3 x 12 at 90 %", [warmup, sets(3, [720, 0.9], [240, 0.5]), cooldown], "sweetspot", "sweetspot"],
    ["4 x 8 at 100 %", [warmup, sets(4, [480, 1], [180, 0.5]), cooldown], "threshold", "threshold"],
    ["over-unders", [warmup, sets(6, [120, 0.95], [60, 1.05]), cooldown], "threshold", "over_unders"],
    ["5 x 4 at 110 %", [warmup, sets(5, [240, 1.1], [240, 0.5]), cooldown], "vo2max", "vo2max_long"],
    ["20 x 30/30 at 118 %", [warmup, sets(20, [30, 1.18], [30, 0.5]), cooldown], "vo2max", "vo2max_short"],
    ["6 x 1 min at 140 %", [warmup, sets(6, [60, 1.4], [240, 0.5]), cooldown], "mixed", "anaerobic"],
  ])("%s", (_, segments, type, family) => {
    expect(typeOfRide(segments)).toBe(type);
    expect(placeRide(segments, shipped)).toMatchObject({ type, family });
  });

  it("more of the same work stands higher on its ladder", () => {
    const levelOf = (count: number): number =>
      placeRide([warmup, sets(count, [480, 1], [180, 0.5]), cooldown], shipped)?.level ?? 0;
    expect(levelOf(2)).toBeLessThan(levelOf(4));
    expect(levelOf(4)).toBeLessThan(levelOf(6));
  });

  it("work of many kinds belongs to no ladder", () => {
    const mixture = [warmup, steady(420, 0.8), steady(300, 0.95), steady(240, 1.1)];
    expect(typeOfRide(mixture)).toBe("mixed");
    expect(placeRide(mixture, shipped)).toBeUndefined();
  });

  it("relation: our own workouts come back to the ladder they are from, at most a level away in nine of ten", () => {
    const families = ["tempo", "sweetspot", "threshold", "over_unders", "vo2max_long", "vo2max_short"];
    const ours = shipped.workouts.filter(({ family }) => families.includes(family));
    const found = ours.map((workout) => ({
      workout,
      place: placeRide(stretchWorkout(workout, { seconds: nominalSeconds(workout) }) ?? [], shipped),
    }));
    // Some forms lie between two ladders (91 to 93 % is sweet spot and threshold); none may lie further off.
    const home = found.filter(({ workout, place }) => place?.family === workout.family);
    expect(home.length / found.length).toBeGreaterThan(0.9);
    const near = home.filter(({ workout, place }) => Math.abs((place?.level ?? 99) - workout.level) <= 1);
    expect(near.length / home.length).toBeGreaterThan(0.9);
  });
});
