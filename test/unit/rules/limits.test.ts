import { describe, expect, it } from "vitest";
import type { AgeBand, Rider } from "../../../src/athlete/rider.ts";
import type { ExperienceLevel, HeldBack } from "../../../src/athlete/schema.ts";
import {
  baseWeeksFirst,
  blockRampLimit,
  firstWeekLimit,
  hardDayLimit,
  hardDayLoad,
  heldPowerIn,
  highestPowerIn,
  highShareCeiling,
  isEasyOnly,
  isHeldBackIn,
  keepsLimits,
  loadWeeksInARow,
  longestRideAllowed,
  lowestFormAfterWeek,
  lowShareFloor,
  mayTestIn,
  restDaysNeeded,
  returnWeekLimit,
  ridesInARow,
  vo2Spacing,
  weekGrowthLimit,
  weekRampLimit,
  workLimitsIn,
} from "../../../src/rules/limits.ts";
import { aRider } from "./a-view.ts";

type Who = readonly [level: ExperienceLevel, age: AgeBand];
const held = (change: Partial<HeldBack> = {}): HeldBack => ({
  by: "limit",
  max_power_pct: 80,
  from_week: 2,
  through_week: 4,
  ...change,
});

describe("how fast fitness may rise (training science 2.2)", () => {
  it.each<readonly [...Who, week: number, block: number]>([
    ["beginner", "under40", 3, 1.5],
    ["intermediate", "under40", 5, 2.5],
    ["advanced", "under40", 7, 3.5],
    ["intermediate", "40s", 5, 2.5],
    ["intermediate", "50s", 3.75, 1.875],
    ["intermediate", "60plus", 3, 1.5],
    ["beginner", "60plus", 1.8, 0.9],
  ])("%s, %s: %d in a week, %d a week over a block", (level, ageBand, week, block) => {
    const rider = aRider({ level, ageBand });
    expect(weekRampLimit(rider)).toBeCloseTo(week, 9);
    expect(blockRampLimit(rider)).toBeCloseTo(block, 9);
    expect(weekRampLimit({ ...rider, isComingBack: true })).toBeCloseTo(week * 0.7, 9);
  });
});

describe("how tired a load week may end (2.2, 12.2)", () => {
  it("goes by level", () => {
    const floors = (["beginner", "intermediate", "advanced"] as const).map((level) =>
      lowestFormAfterWeek(aRider({ level, recentMinutes: 0 }), 9),
    );
    expect(floors).toEqual([-15, -25, -30]);
  });

  // Of 300 minutes 85 % are 255.
  const used: Partial<Rider> = { level: "beginner", ageBand: "40s", recentMinutes: 255, ceilingMinutes: 300 };
  it.each<readonly [string, Partial<Rider>, week: number, floor: number]>([
    ["who rides nearly the hours offered", {}, 5, -20],
    ["in the fourth week", {}, 4, -15],
    ["who rides less", { recentMinutes: 254 }, 5, -15],
    ["from 50 years on", { ageBand: "50s" }, 5, -15],
    ["from 60 years on", { ageBand: "60plus" }, 5, -15],
    ["with other hours that week", { ceilingMinutes: 600, usual: { days: [], ceilingMinutes: 300 } }, 5, -20],
    ["with more hours usually", { usual: { days: [], ceilingMinutes: 301 } }, 5, -15],
    ["no beginner", { level: "intermediate" }, 5, -25],
  ])("lets a beginner be more so: %s", (_name, change, week, floor) => {
    expect(lowestFormAfterWeek(aRider({ ...used, ...change }), week)).toBe(floor);
  });
});

describe("blocks and phases", () => {
  it.each<readonly [Partial<Rider>, number]>([
    [{ ageBand: "under40" }, 3],
    [{ ageBand: "40s" }, 3],
    [{ ageBand: "50s" }, 2],
    [{ ageBand: "60plus" }, 2],
    [{ ageBand: "40s", rhythm: "2:1" }, 2],
    [{ ageBand: "40s", rhythm: "3:1" }, 3],
    [{ ageBand: "50s", rhythm: "3:1" }, 2],
  ])("%j rides so many load weeks in a row: %d (2.4)", (change, weeks) => {
    expect(loadWeeksInARow(aRider(change))).toBe(weeks);
  });

  it.each<readonly [string, Partial<Rider>, number]>([
    ["from a fitness of 25 on", {}, 0],
    ["under a fitness of 25", { startingCtl: 24.9 }, 4],
    ["a careful start", { carefulStart: true }, 4],
    ["a beginner", { level: "beginner" }, 3],
    ["a beginner of little fitness", { level: "beginner", startingCtl: 20 }, 4],
    ["back after weeks off", { heldBack: [held({ by: "comeback" }), held({ by: "comeback", through_week: 6 })] }, 6],
    ["under another limit", { heldBack: [held({ by: "limit", through_week: 6 })] }, 0],
  ])("base comes first: %s (3.1, 12.1)", (_name, change, weeks) => {
    expect(baseWeeksFirst(aRider({ startingCtl: 25, ...change }))).toBe(weeks);
  });
});

describe("minutes of a week and of its longest ride (2.5, 5.1)", () => {
  it("begin with a tenth more than now, three short rides at least", () => {
    expect(firstWeekLimit(200)).toBeCloseTo(220, 9);
    expect(firstWeekLimit(82)).toBeCloseTo(90.2, 9);
    expect(firstWeekLimit(81)).toBe(90);
  });

  it.each([
    ["beginner", 200, 220],
    ["beginner", 140, 155],
    ["intermediate", 200, 224],
    ["intermediate", 120, 135],
    ["advanced", 300, 336],
  ] as const)("grow from week to week: %s from %d to %d", (level, from, to) => {
    expect(weekGrowthLimit(level, from)).toBeCloseTo(to, 9);
  });

  it("are 70 % after a break, one short ride at least", () => {
    expect(returnWeekLimit(100)).toBeCloseTo(70, 9);
    expect(returnWeekLimit(40)).toBe(30);
  });

  it.each([
    [60, 90],
    [200, 230],
    [240, 276],
    [300, 345],
    [320, 365],
  ])("let the longest ride grow from %d to %d", (from, to) => {
    expect(longestRideAllowed(from)).toBeCloseTo(to, 9);
  });
});

describe("shares of time (4.2)", () => {
  it.each([
    [3, 60, 12],
    [4, 60, 12],
    [4.5, 64, 10],
    [5, 68, 8],
    [8, 75, 8],
    [10.5, 80, 8],
    [14, 84, 8],
  ])("%d h want %d %% easy, and %d %% above FTP at most", (hours, low, high) => {
    expect(lowShareFloor(hours, "advanced") * 100).toBeCloseTo(low, 9);
    expect(lowShareFloor(hours, "intermediate") * 100).toBeCloseTo(low, 9);
    expect(lowShareFloor(hours, "beginner") * 100).toBeCloseTo(low + 8, 9);
    expect(highShareCeiling(hours) * 100).toBeCloseTo(high, 9);
  });
});

describe("hard days and rest (4.2, 4.3, 2.5)", () => {
  it.each<readonly [...Who, hours: number, week: number, limit: number]>([
    ["beginner", "under40", 10, 4, 1],
    ["beginner", "under40", 10, 5, 2],
    ["intermediate", "under40", 9, 1, 2],
    ["intermediate", "under40", 9.1, 1, 3],
    ["advanced", "40s", 12, 9, 2],
    ["advanced", "50s", 12, 9, 2],
  ])("%s, %s, %d h in week %d: %d a week", (level, ageBand, hours, week, limit) => {
    expect(hardDayLimit({ level, ageBand }, hours, week)).toBe(limit);
  });

  it("a day of much load is 120, or 2.2 times fitness where that is more", () => {
    expect(hardDayLoad(50)).toBe(120);
    expect(hardDayLoad(60)).toBeCloseTo(132, 9);
  });

  it.each<readonly [...Who, hours: number, rest: number]>([
    ["intermediate", "40s", 6, 2],
    ["intermediate", "40s", 6.1, 1],
    ["beginner", "40s", 9, 2],
    ["advanced", "60plus", 9, 2],
    ["advanced", "50s", 9, 1],
  ])("%s, %s, %d h: %d rest days", (level, ageBand, hours, rest) => {
    expect(restDaysNeeded({ level, ageBand }, hours)).toBe(rest);
  });

  it("leave 48 hours between efforts above 105 %, 72 from 50 years on", () => {
    expect((["under40", "40s", "50s", "60plus"] as const).map((ageBand) => vo2Spacing({ ageBand }))).toEqual([
      2, 2, 3, 3,
    ]);
    expect((["beginner", "intermediate", "advanced"] as const).map(ridesInARow)).toEqual([3, 5, 5]);
  });
});

describe("what holds a rider back in a week", () => {
  it("is the lowest of the limits of that week", () => {
    const heldBack = [held(), held({ max_power_pct: 90, from_week: 4, through_week: 6 })];
    expect([1, 2, 3, 4, 5, 6, 7].map((week) => heldPowerIn({ heldBack }, week))).toEqual([
      Infinity,
      0.8,
      0.8,
      0.8,
      0.9,
      0.9,
      Infinity,
    ]);
  });

  it.each<readonly [string, Partial<Rider>, week: number, most: number]>([
    ["nothing", {}, 1, Infinity],
    ["a beginner's first weeks", { level: "beginner" }, 3, 0.94],
    ["a beginner's fourth week", { level: "beginner" }, 4, Infinity],
    ["a careful start", { carefulStart: true }, 4, 0.75],
    ["after a careful start", { carefulStart: true }, 5, Infinity],
    ["a limit below it", { carefulStart: true, heldBack: [held({ max_power_pct: 60 })] }, 2, 0.6],
    ["a limit above it", { carefulStart: true, heldBack: [held()] }, 2, 0.75],
    ["a limit below a beginner's", { level: "beginner", heldBack: [held()] }, 2, 0.8],
    ["a limit above a beginner's", { level: "beginner", heldBack: [held({ max_power_pct: 100 })] }, 2, 0.94],
    ["a limit of a beginner later", { level: "beginner", heldBack: [held({ max_power_pct: 100 })] }, 4, 1],
    ["a limit", { heldBack: [held()] }, 4, 0.8],
  ])("%s", (_name, change, week, most) => {
    const rider = aRider(change);
    expect(highestPowerIn(rider, week)).toBe(most);
    expect(isHeldBackIn(rider, week)).toBe(most !== Infinity);
    expect(isEasyOnly(rider, week)).toBe(most <= 0.75);
  });

  it("is what the rider wants of single efforts", () => {
    const rider = aRider({ longestEffort: { seconds: 300, throughWeek: 3 }, avoids: ["sprints"] });
    expect(workLimitsIn(rider, 3)).toEqual({ longestEffortSeconds: 300, avoided: ["sprints"] });
    expect(workLimitsIn(rider, 4)).toEqual({ longestEffortSeconds: Infinity, avoided: ["sprints"] });
    expect(workLimitsIn(aRider(), 1)).toEqual({ longestEffortSeconds: Infinity, avoided: [] });
    const limits = workLimitsIn(rider, 3);
    expect(keepsLimits({ longestEffortSeconds: 300, kinds: ["torque"] }, limits)).toBe(true);
    expect(keepsLimits({ longestEffortSeconds: 301, kinds: [] }, limits)).toBe(false);
    expect(keepsLimits({ longestEffortSeconds: 10, kinds: ["torque", "sprints"] }, limits)).toBe(false);
  });

  it.each<readonly [string, Partial<Rider>, week: number, mayTest: boolean]>([
    ["nobody held back", {}, 1, true],
    ["a beginner", { level: "beginner" }, 1, true],
    ["a careful start", { carefulStart: true }, 4, false],
    ["after a careful start", { carefulStart: true }, 5, true],
    ["a limit on power", { heldBack: [held()] }, 2, false],
    ["behind that limit", { heldBack: [held()] }, 5, true],
    ["short efforts wanted", { longestEffort: { seconds: 600, throughWeek: 3 } }, 3, false],
    ["no longer wanted", { longestEffort: { seconds: 600, throughWeek: 3 } }, 4, true],
  ])("keeps from a test: %s", (_name, change, week, mayTest) => {
    expect(mayTestIn(aRider(change), week)).toBe(mayTest);
  });
});
