import { describe, expect, it } from "vitest";
import type { WorkKind } from "../../../src/base/work-kinds.ts";
import { kindsOf, longestEffortSeconds, type Work } from "../../../src/load/kinds.ts";
import { expand } from "../../../src/workout/expand.ts";
import type { Cadence, Segment } from "../../../src/workout/segment.ts";

const hold = (seconds: number, power: number, cadence?: Cadence): Segment => ({
  kind: "steady",
  seconds,
  low: power,
  high: power,
  description: "",
  cadence,
});
const work = (change: Partial<Work>): Work => ({
  type: "endurance",
  steps: expand([hold(3600, 0.65)]),
  text: "Ride easy.",
  ...change,
});
const steps = (...segments: Segment[]) => ({ steps: expand(segments) });

const KINDS: readonly (readonly [string, Partial<Work>, readonly WorkKind[]])[] = [
  ["an easy ride", {}, []],
  ["legs that turn under 75 a minute", steps(hold(300, 0.85, { low: 50, high: 70 })), ["low_cadence"]],
  ["legs that may turn under 75 a minute", steps(hold(300, 0.74, { low: 74, high: 85 })), ["low_cadence"]],
  ["legs that turn 75 a minute", steps(hold(300, 0.74, { low: 75, high: 90 })), []],
  ["slow legs in words", { text: "Ride three minutes at 70 rpm and three at 100 rpm." }, ["low_cadence"]],
  ["a range of slow legs in words", { text: "Sit at 70 to 85 rpm on a climb." }, ["low_cadence"]],
  ["turns a minute in words", { text: "At 60-70 turns a minute." }, ["low_cadence"]],
  ["slow legs without a number", { text: "Slow cadence, then quick cadence" }, ["low_cadence"]],
  ["gears that make legs slow", { text: "Two loose climbs in a heavy gear" }, ["low_cadence"]],
  ["a bigger gear", { text: "Swing out of it in a bigger gear" }, ["low_cadence"]],
  ["usual legs in words", { text: "Keep 85 to 95 rpm, 75 to 90 rpm uphill, in a small gear." }, []],
  ["a floor for the legs", { text: "Stay above 60 rpm, no big gears." }, []],
  ["torque work, whatever its steps say", { family: "torque" }, ["low_cadence", "torque"]],
  ["20 seconds from 150 % on", steps(hold(60, 0.6), hold(20, 1.5)), ["sprints"]],
  ["21 seconds from 150 % on", steps(hold(21, 1.5)), []],
  ["20 seconds under 150 %", steps(hold(20, 1.49)), []],
  [
    "a ramp that falls from 150 % in ten seconds",
    steps({ kind: "ramp", seconds: 10, start: 1.5, end: 1, description: "" }),
    ["sprints"],
  ],
  ["sprints of the library", { family: "sprints" }, ["sprints"]],
  ["sweet spot of the library", { family: "sweetspot", type: "sweetspot" }, ["sweetspot"]],
  ["sweet spot of no family", { type: "sweetspot" }, ["sweetspot"]],
  ["another family that is named sweet spot", { family: "strides", type: "sweetspot" }, []],
  ["threshold of the library", { family: "threshold", type: "threshold" }, ["threshold"]],
  ["threshold of no family", { type: "threshold" }, ["threshold"]],
  ["over-unders, no plain threshold", { family: "over_unders", type: "threshold" }, ["over_unders"]],
  ["VO2max by type", { type: "vo2max" }, ["vo2max"]],
  ["VO2max by family", { family: "vo2max_short", type: "mixed" }, ["vo2max"]],
  ["anaerobic work", { family: "anaerobic" }, ["anaerobic"]],
  ["a ride that asks to stand", { text: "Stand for ten turns" }, ["standing"]],
  ["standing", { text: "Climb standing, hands on the hoods" }, ["standing"]],
  ["out of the saddle", { text: "10 s out of the saddle" }, ["standing"]],
  ["an outstanding day", { text: "An outstanding day; understand why" }, []],
  ["the race rehearsed", { family: "race_simulation" }, ["race_simulation"]],
  ["a test", { role: "test" }, ["tests"]],
];

describe("which kinds of work a workout holds", () => {
  it.each(KINDS)("%s", (_name, change, kinds) => {
    expect(kindsOf(work(change))).toEqual(kinds);
  });
});

it("takes for the longest effort all seconds above 75 % without a break", () => {
  const longest = (...segments: Segment[]) => longestEffortSeconds(expand(segments));
  expect(longest(hold(600, 0.75))).toBe(0);
  expect(longest(hold(60, 0.9), hold(30, 0.8), hold(60, 0.5), hold(80, 1.2))).toBe(90);
  expect(longest(hold(60, 0.9), hold(60, 0.5), hold(80, 1.2), hold(60, 0.5))).toBe(80);
});
