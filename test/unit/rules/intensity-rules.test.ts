import { describe, expect, it } from "vitest";
import { INTENSITY_RULES } from "../../../src/rules/intensity-rules.ts";
import type { SegmentJson } from "../../../src/workout/schema.ts";
import type { WeekView } from "../../../src/rules/view.ts";
import { aWeek, steady } from "../../support/a-plan.ts";
import { aRide, aRider, aView, foundBy, type ViewChange } from "./a-view.ts";

const found = (id: string, change: ViewChange) => foundBy(INTENSITY_RULES, id, aView(change));
const said = (id: string, change: ViewChange) => found(id, change).map(({ message }) => message);

const hard = { rides: [aRide(60, { isHard: true })] };
const own = { rides: [aRide(60, { isHard: true, isFixed: true })] };
const on = (day: object, ...indexes: readonly number[]) => Object.fromEntries(indexes.map((index) => [index, day]));

describe("hard days of a week (rule 14)", () => {
  // An intermediate rider has two of them.
  it.each<readonly [string, ViewChange, readonly string[]]>([
    ["two", { days: on(hard, 8, 10) }, []],
    ["three", { days: on(hard, 8, 10, 12) }, ["3 hard days, 2 at most"]],
    [
      "two and a test",
      { days: { ...on(hard, 8, 10), 12: { rides: [aRide(60, { isTest: true })] } } },
      ["3 hard days, 2 at most"],
    ],
    ["two a week", { days: on(hard, 8, 10, 15, 17) }, []],
    [
      "two of a beginner's fourth week",
      { rider: aRider({ level: "beginner" }), days: on(hard, 22, 24) },
      ["2 hard days, 1 at most"],
    ],
    [
      "three of a young rider of ten hours",
      { rider: aRider({ ageBand: "under40" }), days: { ...on(hard, 8, 10, 12), 13: { rides: [aRide(361)] } } },
      [],
    ],
    ["one on the third day of the plan", { days: on(hard, 2) }, []],
    ["one on the second", { days: on(hard, 1) }, ["a hard day in the first 48 hours of the plan"]],
    ["one on the first", { days: on(hard, 0) }, ["a hard day in the first 48 hours of the plan"]],
    ["one of their own on the first", { days: on(own, 0) }, []],
    ["one on the first, made elsewhere", { days: on(hard, 0), isOutside: true }, []],
    ["three, made elsewhere", { days: on(hard, 8, 10, 12), isOutside: true }, ["3 hard days, 2 at most"]],
  ])("%s", (_name, change, messages) => {
    expect(said("hard-days", change)).toEqual(messages);
  });

  it("are told with their numbers", () => {
    expect(found("hard-days", { days: on(hard, 8, 10, 12) })).toEqual([
      { week: 2, message: "3 hard days, 2 at most", numbers: { hard_days: 3, limit: 2 } },
    ]);
    expect(found("hard-days", { days: on(hard, 1) })).toMatchObject([
      { week: 1, date: "2026-12-08", numbers: { day: 2, first_allowed: 3 } },
    ]);
  });

  it("stand where all of them are the rider's own", () => {
    const easy = { rides: [aRide(60)] };
    expect(found("hard-days", { days: { ...on(own, 8, 10, 12), 13: easy } })[0]?.excuse).toEqual({
      reason: "the hard rides are the rider's own, and none is planned beside them",
      numbers: { own_hard_rides: 3 },
      isOwnRides: true,
    });
    expect(found("hard-days", { days: { ...on(own, 8, 10), 12: hard } })[0]).not.toHaveProperty("excuse");
    const test = { rides: [aRide(60, { isTest: true })] };
    expect(found("hard-days", { days: { ...on(own, 8, 10), 12: test } })[0]).not.toHaveProperty("excuse");
  });
});

describe("what lies between hard days (rules 15 and 16)", () => {
  it("is an easy day", () => {
    expect(said("hard-day-spacing", { days: on(hard, 8, 10) })).toEqual([]);
    expect(found("hard-day-spacing", { days: on(hard, 13, 14) })).toEqual([
      { week: 3, date: "2026-12-21", message: "a hard day right after another", numbers: { hours: 24, needed: 48 } },
    ]);
    expect(said("hard-day-spacing", { days: { 8: hard, 9: { rides: [aRide(60)] } } })).toEqual([]);
  });

  it("may be nothing where both are the rider's own", () => {
    expect(found("hard-day-spacing", { days: on(own, 8, 9) })[0]?.excuse?.numbers).toEqual({ own_hard_rides: 2 });
    expect(found("hard-day-spacing", { days: { 8: own, 9: hard } })[0]).not.toHaveProperty("excuse");
    expect(found("hard-day-spacing", { days: { 8: hard, 9: own } })[0]).not.toHaveProperty("excuse");
  });

  const sharp = { rides: [aRide(60, { isVo2: true })] };
  it.each<readonly [string, ViewChange, readonly string[]]>([
    ["a day", { days: on(sharp, 8, 10) }, []],
    ["none", { days: on(sharp, 8, 9) }, ["24 h after the last efforts above 105 %, 48 needed"]],
    [
      "a day, from 50 years on",
      { rider: aRider({ ageBand: "50s" }), days: on(sharp, 8, 10) },
      ["48 h after the last efforts above 105 %, 72 needed"],
    ],
    ["two days, from 50 years on", { rider: aRider({ ageBand: "50s" }), days: on(sharp, 8, 11) }, []],
    ["none before a test", { days: { 8: sharp, 9: { rides: [aRide(60, { isVo2: true, isTest: true })] } } }, []],
    ["none before an easy ride", { days: { 8: sharp, 9: { rides: [aRide(60)] } } }, []],
  ])("efforts above 105 %%: %s", (_name, change, messages) => {
    expect(said("vo2max-spacing", change)).toEqual(messages);
  });

  it("is told with its hours", () => {
    expect(found("vo2max-spacing", { days: on(sharp, 8, 9) })).toMatchObject([
      { week: 2, date: "2026-12-16", numbers: { hours: 24, needed: 48 } },
    ]);
  });
});

/** A ride of so many easy minutes and so many at 80 %. */
const mixed = (easy: number, firm: number, flags = {}) =>
  aRide(easy + firm, { ...flags, workout: { segments: [steady(easy, 65), ...(firm > 0 ? [steady(firm, 80)] : [])] } });
const phase = (number: number, name: "base" | "build" | "peak" | "taper", change: Partial<WeekView> = {}) => ({
  week: aWeek(number, { phase: name }),
  ...change,
});

describe("how much of the riding is easy (rule 18)", () => {
  // Weeks of eight hours want 75 %, five points less in build, in peak and in the plan as a whole (training science 4.2).
  const week = (easy: number, firm: number, name: "base" | "build" | "peak" | "taper" = "base"): ViewChange => ({
    days: { 8: { rides: [mixed(easy, firm)] } },
    weeks: { 2: phase(2, name) },
  });
  const SAID = (share: number, of: string, asked: number) =>
    `${share} % of ${of} is at or below 75 % of FTP, ${asked} asked`;
  it.each<readonly [string, ViewChange, readonly string[]]>([
    ["75 % of base", week(360, 120), []],
    ["less of base", week(359, 121), [SAID(74.8, "the base phase", 75)]],
    ["70 % of build", week(336, 144, "build"), []],
    ["less of build", week(335, 145, "build"), [SAID(69.8, "the plan", 70), SAID(69.8, "the build phase", 70)]],
    ["70 % of peak", week(336, 144, "peak"), []],
    ["less of peak", week(335, 145, "peak"), [SAID(69.8, "the plan", 70), SAID(69.8, "the peak phase", 70)]],
    // The taper is judged with the plan alone.
    ["less of a taper", week(335, 145, "taper"), [SAID(69.8, "the plan", 70)]],
    ["no riding at all", {}, []],
    [
      "beginners want 8 points more",
      { ...week(398, 82), rider: aRider({ level: "beginner" }) },
      [SAID(82.9, "the base phase", 83)],
    ],
  ])("%s", (_name, change, messages) => {
    expect(said("easy-share", change)).toEqual(messages);
  });

  it("is told with its numbers, and yields to days off", () => {
    expect(found("easy-share", week(359, 121))).toEqual([
      { message: SAID(74.8, "the base phase", 75), numbers: { share: 74.8, floor: 75 } },
    ]);
    const off = { ...week(359, 121), weeks: { 2: phase(2, "base", { daysOff: 1 }) } };
    expect(found("easy-share", off)[0]?.excuse?.numbers).toEqual({ days_off: 1 });
  });

  it("goes by the hours of full load weeks, where there are any", () => {
    const two = (change: Partial<WeekView>, easy = 168, firm = 72): ViewChange => ({
      days: { 8: { rides: [mixed(360, 120)] }, 15: { rides: [mixed(easy, firm)] } },
      weeks: { 2: phase(2, "base"), 3: phase(3, "base", change) },
    });
    // 73.3 % in all: enough for the six hours that both weeks have on average, not for eight.
    expect(said("easy-share", two({}))).toEqual([]);
    expect(said("easy-share", two({ isLoad: false }))).toEqual([SAID(73.3, "the base phase", 75)]);
    expect(said("easy-share", two({ touchesTaper: true }))).toEqual([SAID(73.3, "the base phase", 75)]);
    const both = {
      ...two({ isLoad: false }),
      weeks: { 2: phase(2, "base", { isLoad: false }), 3: phase(3, "base", { isLoad: false }) },
    };
    expect(said("easy-share", both)).toEqual([]);
    // A week without a ride counts for none.
    const empty = { ...week(359, 121), weeks: { 2: phase(2, "base"), 3: phase(3, "base") } };
    expect(said("easy-share", empty)).toEqual([SAID(74.8, "the base phase", 75)]);
  });

  it("leaves out hard rides that happen anyway: how their time divides, nobody knows", () => {
    // Nine hours want 77 %.
    const beside = (flags: object) => ({
      ...week(370, 110),
      days: { 8: { rides: [mixed(370, 110)] }, 9: { rides: [mixed(0, 60, flags)] } },
    });
    expect(said("easy-share", beside({ isFixed: true, isHard: true }))).toEqual([]);
    expect(said("easy-share", beside({ isFixed: true }))).not.toEqual([]);
    expect(said("easy-share", beside({ isHard: true }))).not.toEqual([]);
    const alone = { ...week(0, 0), days: { 8: { rides: [mixed(0, 60, { isFixed: true, isHard: true })] } } };
    expect(said("easy-share", alone)).toEqual([]);
  });
});

describe("how much of the riding is above FTP (rule 19)", () => {
  const week = (easy: number, above: number): ViewChange => ({
    days: { 8: { rides: [aRide(480, { workout: { segments: [steady(easy, 65), steady(above, 101)] } })] } },
    weeks: Object.fromEntries([1, 3, 4].map((number) => [number, { isLoad: false }])),
  });
  it("is 8 % at most", () => {
    expect(said("high-share", week(441.6, 38.4))).toEqual([]);
    expect(found("high-share", week(441, 39))).toEqual([
      { message: "8.1 % of the time is above FTP", numbers: { share: 8.1, limit: 8 } },
    ]);
  });

  it("is 12 % up to four hours a week, and nothing of none", () => {
    expect(said("high-share", week(212, 28))).toEqual([]);
    expect(said("high-share", week(211, 29))).toEqual(["12.1 % of the time is above FTP"]);
    expect(said("high-share", {})).toEqual([]);
  });
});

describe("the first weeks of beginners and of careful starts (rule 20; section 7)", () => {
  const ride = (segments: SegmentJson[], flags = {}) => ({ rides: [aRide(60, { workout: { segments }, ...flags })] });
  const beginner = aRider({ level: "beginner" });
  const careful = aRider({ carefulStart: true });
  const ramp: SegmentJson = { type: "ramp", duration_min: 5, power_start_pct: 60, power_end_pct: 95, description: "" };
  const BEGINNER = ["power above 94 % of FTP in the first 3 weeks"];
  it.each<readonly [string, ViewChange["days"], readonly string[]]>([
    ["94 %", { 15: ride([steady(5, 94)]) }, []],
    ["95 %", { 15: ride([steady(5, 95)]) }, BEGINNER],
    ["95 % on the last day of week 3", { 20: ride([steady(5, 95)]) }, BEGINNER],
    ["95 % in week 4", { 21: ride([steady(5, 95)]) }, []],
    ["strides of 15 s", { 15: ride([steady(0.25, 150)]) }, []],
    ["strides of 16 s", { 15: ride([steady(16 / 60, 150)]) }, BEGINNER],
    ["a ramp that rises above it", { 15: ride([ramp]) }, BEGINNER],
    ["a ramp that falls from above it", { 15: ride([{ ...ramp, power_start_pct: 95, power_end_pct: 60 }]) }, BEGINNER],
    ["a test", { 15: ride([steady(5, 110)], { isTest: true }) }, []],
    ["an event", { 15: ride([steady(5, 110)], { isEvent: true }) }, []],
    ["one hard ride of two", { 15: { rides: [aRide(30), ...ride([steady(5, 95)]).rides] } }, BEGINNER],
  ])("a beginner: %s", (_name, days, messages) => {
    expect(said("beginner-power", { rider: beginner, days: days ?? {} })).toEqual(messages);
    expect(said("beginner-power", { days: days ?? {} })).toEqual([]);
  });

  const CAREFUL = ["power above 75 % of FTP in the first 4 weeks"];
  it.each<readonly [string, ViewChange["days"], readonly string[]]>([
    ["75 %", { 22: ride([steady(5, 75)]) }, []],
    ["76 %", { 22: ride([steady(5, 76)]) }, CAREFUL],
    ["a stride", { 22: ride([steady(0.1, 150)]) }, CAREFUL],
    ["76 % on the last day of week 4", { 27: ride([steady(5, 76)]) }, CAREFUL],
    ["76 % in week 5", { 28: ride([steady(5, 76)]) }, []],
    ["a test", { 27: ride([steady(5, 70)], { isTest: true }) }, ["a test in the first four weeks"]],
    ["a test in week 5", { 28: ride([steady(5, 70)], { isTest: true }) }, []],
  ])("a careful start: %s", (_name, days, messages) => {
    expect(said("careful-start", { count: 5, rider: careful, days: days ?? {} })).toEqual(messages);
    expect(said("careful-start", { count: 5, days: days ?? {} })).toEqual([]);
  });

  it("are told with their day and numbers", () => {
    expect(found("beginner-power", { rider: beginner, days: { 15: ride([steady(5, 95)]) } })).toMatchObject([
      { week: 3, date: "2026-12-22", numbers: { limit: 94, weeks: 3 } },
    ]);
    expect(
      found("careful-start", { rider: careful, days: { 22: ride([steady(5, 70)], { isTest: true }) } }),
    ).toMatchObject([{ week: 4, date: "2026-12-29", numbers: { weeks: 4 } }]);
  });
});
