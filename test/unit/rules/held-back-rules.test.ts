import { describe, expect, it } from "vitest";
import type { HeldBack } from "../../../src/athlete/schema.ts";
import { HELD_BACK_RULES } from "../../../src/rules/held-back-rules.ts";
import type { SegmentJson } from "../../../src/workout/schema.ts";
import { steady } from "../../support/a-plan.ts";
import { aRide, aRider, aView, foundBy, type ViewChange } from "./a-view.ts";

const found = (id: string, change: ViewChange) => foundBy(HELD_BACK_RULES, id, aView(change));
const said = (id: string, change: ViewChange) => found(id, change).map(({ message }) => message);

const RULES = {
  limit: "effort-cap",
  careful: "health-limit",
  comeback: "comeback-power",
  start: "easy-start",
} as const satisfies Readonly<Record<HeldBack["by"], string>>;
const KINDS = Object.keys(RULES) as HeldBack["by"][];

/** 80 % at most in weeks 2 and 3. */
const limit = (change: Partial<HeldBack> = {}): HeldBack => ({
  by: "limit",
  max_power_pct: 80,
  from_week: 2,
  through_week: 3,
  ...change,
});
const held = (
  day: number,
  segments: SegmentJson[],
  change: object = {},
  ...limits: readonly HeldBack[]
): ViewChange => ({
  rider: aRider({ heldBack: limits.length === 0 ? [limit()] : limits }),
  days: { [day]: { rides: [aRide(60, { workout: { segments }, ...change })] } },
});
const ramp: SegmentJson = { type: "ramp", duration_min: 10, power_start_pct: 50, power_end_pct: 81, description: "" };

describe("power under a limit", () => {
  const OVER = ["81 % of FTP under a limit of 80 %"];
  it.each<readonly [string, ViewChange, readonly string[]]>([
    ["at it", held(8, [steady(60, 80)]), []],
    ["above it", held(8, [steady(60, 81)]), OVER],
    ["above it in one step", held(8, [steady(60, 60), steady(0.25, 81)]), OVER],
    ["a ramp that rises above it", held(8, [ramp]), OVER],
    ["a ramp that falls from above it", held(8, [{ ...ramp, power_start_pct: 81, power_end_pct: 50 }]), OVER],
    ["above it, in the event", held(8, [steady(60, 81)], { isEvent: true }), OVER],
    ["above it, the day before", held(6, [steady(60, 81)]), []],
    ["above it, on its first day", held(7, [steady(60, 81)]), OVER],
    ["above it, on its last day", held(20, [steady(60, 81)]), OVER],
    ["above it, the day after", held(21, [steady(60, 81)]), []],
    ["above it, on the last day that was named", held(8, [steady(60, 81)], {}, limit({ until: "2026-12-15" })), OVER],
    ["above it, the day after that", held(8, [steady(60, 81)], {}, limit({ until: "2026-12-14" })), []],
    [
      "above the lower of two",
      held(8, [steady(60, 75)], {}, limit(), limit({ max_power_pct: 70 })),
      ["75 % of FTP under a limit of 70 %"],
    ],
    [
      "above a lower one of other weeks",
      held(8, [steady(60, 75)], {}, limit(), limit({ max_power_pct: 70, from_week: 3 })),
      [],
    ],
    ["a test", held(8, [steady(60, 70)], { isTest: true }), ["a test under a limit of 80 % of FTP"]],
    ["a test above it", held(8, [steady(60, 81)], { isTest: true }), [...OVER, "a test under a limit of 80 % of FTP"]],
    ["a test, the day after", held(21, [steady(60, 70)], { isTest: true }), []],
  ])("%s", (_name, change, messages) => {
    expect(said("effort-cap", change)).toEqual(messages);
  });

  it.each(KINDS)("is the rule of its own kind alone: %s", (by) => {
    const change = held(8, [steady(60, 81)], {}, limit({ by }));
    expect(KINDS.filter((kind) => said(RULES[kind], change).length > 0)).toEqual([by]);
  });

  it("is told with its day and percents", () => {
    expect(found("effort-cap", held(8, [steady(60, 81)], { isTest: true }))).toEqual([
      { week: 2, date: "2026-12-15", message: OVER[0], numbers: { percent: 81, limit: 80 } },
      { week: 2, date: "2026-12-15", message: "a test under a limit of 80 % of FTP", numbers: { limit: 80 } },
    ]);
  });
});

describe("the first week after weeks off (12.1)", () => {
  const rides = (...minutes: number[]) =>
    Object.fromEntries(minutes.map((each, i) => [8 + i, { rides: [aRide(each)] }]));
  const back = (days: ViewChange["days"]): ViewChange => ({ rider: aRider({ isComingBack: true }), days: days ?? {} });
  it.each<readonly [string, ViewChange, readonly string[]]>([
    ["three rides of 40 minutes", back(rides(40, 40, 40)), []],
    ["four of them", back(rides(30, 30, 30, 30)), ["4 rides, the longest of 30 min, in the first week back"]],
    ["one of 41", back(rides(40, 41)), ["2 rides, the longest of 41 min, in the first week back"]],
    ["a rider who was not away", { days: rides(90, 90, 90, 90) }, []],
    ["longer rides a week later", back({ ...rides(40), 15: { rides: [aRide(90)] } }), []],
    ["no ride", back({}), []],
    ["longer rides of their own", back({ 8: { rides: [aRide(90, { isFixed: true })] } }), []],
    // The event is none of the week's rides: the week after it is the first.
    [
      "an event first",
      back({ 1: { rides: [aRide(90, { isEvent: true })] }, ...rides(41) }),
      ["1 rides, the longest of 41 min, in the first week back"],
    ],
  ])("%s", (_name, change, messages) => {
    expect(said("comeback-first-week", change)).toEqual(messages);
  });

  it("is told with its rides and minutes", () => {
    expect(found("comeback-first-week", back(rides(30, 45)))).toMatchObject([
      { week: 2, numbers: { rides: 2, minutes: 45 } },
    ]);
  });
});
