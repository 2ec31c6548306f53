import { describe, expect, it } from "vitest";
import { SESSION_RULES } from "../../../src/rules/session-rules.ts";
import type { SegmentJson, Workout } from "../../../src/workout/schema.ts";
import { steady } from "../../support/a-plan.ts";
import { aRide, aRider, aView, foundBy, type ViewChange } from "./a-view.ts";

const found = (id: string, change: ViewChange) => foundBy(SESSION_RULES, id, aView(change));
const said = (id: string, change: ViewChange) => found(id, change).map(({ message }) => message);

const ramp = (minutes: number, from: number, to: number): SegmentJson => ({
  type: "ramp",
  duration_min: minutes,
  power_start_pct: from,
  power_end_pct: to,
  description: "",
});
/** A session of an intermediate rider on Tuesday of the second week, 2026-12-15. */
const session = (segments: readonly SegmentJson[], flags: object = {}, workout: Partial<Workout> = {}): ViewChange => ({
  days: { 8: { rides: [aRide(60, { ...flags, workout: { name: "Session", segments: [...segments], ...workout } })] } },
});
const repeat = (times: number, ...segments: readonly SegmentJson[]): SegmentJson[] =>
  Array.from({ length: times }, () => segments).flat();
/** A step of so many seconds. */
const seconds = (count: number, percent: number): SegmentJson => steady(count / 60, percent);
const OTHERS = [{ isTest: true }, { isEvent: true }, { isFixed: true }] as const;

describe("efforts that can be ridden (rule 33; training science 5.2)", () => {
  it.each<readonly [string, ViewChange, readonly string[]]>([
    ["20 minutes at 98 %", session([steady(20, 98)]), []],
    ["21 minutes", session([steady(21, 98)]), ['"Session": one effort at 95-100 %: 1260 s, 1200 at most']],
    ["three times 15", session(repeat(3, steady(15, 98), steady(5, 50))), []],
    [
      "three times 16",
      session(repeat(3, steady(16, 98), steady(5, 50))),
      ['"Session": all efforts at 95-100 %: 2880 s, 2700 at most'],
    ],
    ["21 minutes of an advanced rider", { ...session([steady(21, 98)]), rider: aRider({ level: "advanced" }) }, []],
    [
      "11 minutes of a beginner",
      { ...session([steady(11, 98)]), rider: aRider({ level: "beginner" }) },
      ['"Session": one effort at 95-100 %: 660 s, 600 at most'],
    ],
  ])("%s", (_name, change, messages) => {
    expect(said("feasible-efforts", change)).toEqual(messages);
  });

  it("are told with their day and seconds", () => {
    expect(found("feasible-efforts", session([steady(21, 98)]))).toMatchObject([
      { week: 2, date: "2026-12-15", numbers: { seconds: 1260, limit: 1200 } },
    ]);
  });

  it.each(OTHERS)("are not asked of what nobody planned to be ridden like that: %j", (flags) => {
    expect(said("feasible-efforts", session([steady(30, 98)], flags))).toEqual([]);
    expect(said("w-balance", session([seconds(400, 120)], flags))).toEqual([]);
  });
});

describe("the reserve above FTP (rule 34; training science 1.4)", () => {
  const SAID = (left: number, floor: number) => [
    `"Session": ${left} % of W' left at the hardest point, ${floor} at least`,
  ];
  // It lasts 350 seconds at 120 %, so that 315 of them leave a tenth.
  it.each<readonly [string, ViewChange, readonly string[]]>([
    ["a tenth left on a ladder", session([seconds(315, 120)], {}, { level: 3 }), []],
    ["less of it on a ladder", session([seconds(322, 120)], {}, { level: 3 }), SAID(8, 10)],
    ["the same on none", session([seconds(322, 120)], {}, { level: undefined }), []],
    ["none left on none", session([seconds(350, 120)], {}, { level: undefined }), []],
    ["less than none", session([seconds(357, 120)], {}, { level: undefined }), SAID(-2, 0)],
    ["all at FTP", session([steady(60, 100)]), []],
    ["two efforts with a rest", session([seconds(300, 120), steady(10, 50), seconds(300, 120)]), []],
    // Ramps are held to it as well: ten minutes from 100 to 110 % take 30 of 70 seconds, and two minutes give little back.
    ["ramps that rise again and again", session(repeat(3, ramp(10, 100, 110), steady(2, 90))), SAID(-9, 10)],
  ])("%s", (_name, change, messages) => {
    expect(said("w-balance", change)).toEqual(messages);
  });

  it("is told with its day and percents", () => {
    expect(found("w-balance", session([seconds(322, 120)]))).toMatchObject([
      { week: 2, date: "2026-12-15", numbers: { left: 8, limit: 10 } },
    ]);
  });
});

describe("a workout is what its type says (rule 35)", () => {
  const easy = [steady(60, 65)];
  it("is told with what is asked and what is there", () => {
    expect(found("honest-label", session([steady(45, 65), steady(15, 80)], {}, { type: "threshold" }))).toMatchObject([
      {
        week: 2,
        message: '"Session": called threshold, but half of the work in the range of threshold: 0, 0.5 asked',
        numbers: { found: 0, limit: 0.5 },
      },
    ]);
    // Ten of thirty minutes, a third of the work.
    expect(
      found("honest-label", session([...easy, steady(10, 98), steady(20, 80)], {}, { type: "threshold" })),
    ).toMatchObject([
      {
        message: '"Session": called threshold, but half of the work in the range of threshold: 0.33, 0.5 asked',
        numbers: { found: 0.333, limit: 0.5 },
      },
    ]);
    expect(said("honest-label", session(easy))).toEqual([]);
  });

  it("is not asked of tests, openers and what is not planned", () => {
    const wrong = (flags: object, workout: Partial<Workout> = {}) =>
      said("honest-label", session(easy, flags, { type: "threshold", ...workout }));
    expect(wrong({})).toHaveLength(1);
    expect(wrong({}, { role: "openers" })).toEqual([]);
    for (const flags of OTHERS) expect(wrong(flags)).toEqual([]);
  });
});

describe("warm-up and cool-down (rule 41)", () => {
  const SAID = (before: number, after: number) => [
    `"Session": ${before} min before the first effort above 90 %, ${after} after the last`,
  ];
  const around = (before: number, after: number, ...work: readonly SegmentJson[]): ViewChange =>
    session([steady(before, 60), ...work, steady(after, 50)]);
  const hard = steady(5, 95);
  it.each<readonly [string, ViewChange, readonly string[]]>([
    ["8 and 5 minutes", around(8, 5, hard), []],
    ["8 and 5 minutes but for a second", around(479 / 60, 299 / 60, hard), []],
    ["less before", around(7.9, 5, hard), SAID(7.9, 5)],
    ["less after", around(8, 4.9, hard), SAID(8, 4.9)],
    ["none at 90 %", session([steady(60, 90)]), []],
    ["none of an easy ride", session([steady(60, 65)]), []],
    ["the first of two efforts", around(8, 5, hard, steady(5, 50), hard), []],
    ["less before the first of two", around(7, 5, hard, steady(5, 50), hard), SAID(7, 5)],
    ["less after the last of two", around(8, 4, hard, steady(5, 50), hard), SAID(8, 4)],
    ["firm riding before counts", around(4, 5, steady(4, 88), hard), []],
    // From 60 to 120 % in 10 minutes, 90 % is passed in the middle.
    ["a ramp that reaches it in time", around(3, 5, ramp(10, 60, 120)), []],
    ["a ramp that reaches it too soon", around(2.5, 5, ramp(10, 60, 120)), SAID(7.5, 5)],
    ["a ramp that falls below it in time", around(8, 0.5, ramp(10, 120, 60)), []],
    ["a ramp that falls below it too late", around(8, 0.5, ramp(8, 120, 60)), SAID(8, 4.5)],
    ["a ramp that begins above it", around(7, 5, ramp(10, 91, 120)), SAID(7, 5)],
    ["a ramp that ends above it", around(8, 4, ramp(10, 120, 91)), SAID(8, 4)],
  ])("%s", (_name, change, messages) => {
    expect(said("warm-up", change)).toEqual(messages);
  });

  it("is told with its day and seconds", () => {
    expect(found("warm-up", around(7, 4, hard))).toMatchObject([
      { week: 2, date: "2026-12-15", numbers: { before_seconds: 420, after_seconds: 240 } },
    ]);
  });

  it("is asked of tests, and not of what is not planned", () => {
    expect(said("warm-up", session([hard], { isTest: true }))).toEqual(SAID(0, 0));
    expect(said("warm-up", session([hard], { isEvent: true }))).toEqual([]);
    expect(said("warm-up", session([hard], { isFixed: true }))).toEqual([]);
  });
});
