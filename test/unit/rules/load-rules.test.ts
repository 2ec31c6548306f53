import { describe, expect, it } from "vitest";
import { LOAD_RULES, monotonyOf } from "../../../src/rules/load-rules.ts";
import type { WeekView } from "../../../src/rules/view.ts";
import { aRide, aRider, anEvent, aView, foundBy, type ViewChange } from "./a-view.ts";

const found = (id: string, change: ViewChange) => foundBy(LOAD_RULES, id, aView(change));
const said = (id: string, change: ViewChange) => found(id, change).map(({ message }) => message);

/** Fitness on the evenings and form on the mornings of a plan's days; the start is 40. */
const curve = (ctl: (day: number) => number, form: (day: number) => number = () => 0, count = 4): ViewChange => ({
  count,
  curve: aView({ count }).curve.map((day, i) => ({ ...day, ctl: ctl(i), form: form(i) })),
});
const load = (tss: number) => ({ rides: [aRide(60, { measure: { tss } })] });
const own = { rides: [aRide(60, { isFixed: true })] };
const recovery: Partial<WeekView> = { isRecovery: true, isLoad: false };

describe("how much of the allowed hours load weeks use (rule 2)", () => {
  const week = (minutes: number, change: ViewChange = {}): ViewChange => ({
    ...curve(
      () => 0,
      () => 0,
      1,
    ),
    rider: aRider({ ceilingMinutes: 100, recentMinutes: 500, longestRecentMinutes: 120 }),
    ...change,
    days: { 1: { rides: [aRide(minutes)] }, ...change.days },
  });
  it("is 92 % at least", () => {
    expect(found("hours-used", week(92))).toEqual([]);
    expect(found("hours-used", week(91.5))).toEqual([
      {
        message: "load weeks use 91.5 % of what ceiling, days, minutes and a safe ramp allow",
        numbers: { share: 0.915, limit: 0.92, planned_minutes: 91.5, allowed_minutes: 100 },
      },
    ]);
    expect(found("hours-used", week(91.97))).toEqual([]);
    expect(found("hours-used", week(50, { weeks: { 1: { isLoad: false } } }))).toEqual([]);
  });

  it("yields to the rider's own rides", () => {
    expect(found("hours-used", week(20, { days: { 3: own } }))[0]?.excuse?.numbers).toEqual({ own_minutes: 60 });
  });
});

describe("how fast fitness rises (rules 5 and 6)", () => {
  const rising = (to: number): ViewChange => ({
    ...curve((day) => (day < 7 ? 40 : to)),
    days: Object.fromEntries([1, 8, 15, 22].map((day) => [day, load(50)])),
  });
  it("is 5 points in a load week at most", () => {
    expect(found("fitness-ramp", rising(45))).toEqual([]);
    expect(found("fitness-ramp", rising(45 + 1e-7))).toEqual([]);
    expect(found("fitness-ramp", rising(45.26))).toEqual([
      { week: 2, message: "fitness rises by 5.3 in the week, 5 at most", numbers: { rise: 5.26, limit: 5 } },
    ]);
  });

  it("may be more where the rider's own rides alone make it so", () => {
    const days = { 8: own };
    expect(found("fitness-ramp", { ...rising(46), days })[0]?.excuse).toMatchObject({ isOwnRides: true });
    expect(found("fitness-ramp", { ...rising(46), days: { ...days, 9: load(50) } })[0]).not.toHaveProperty("excuse");
  });

  const block = (ctl: number, weeks: ViewChange["weeks"] = { 4: recovery }): ViewChange => ({
    ...curve((day) => (day < 27 ? 40 : ctl)),
    weeks,
  });
  it.each<readonly [string, ViewChange, readonly object[]]>([
    ["2.5 a week over three load weeks and one of recovery", block(50), []],
    ["2.5 but for rounding", block(50 + 1e-7), []],
    ["more", block(53), [{ rise: 3.25, limit: 2.5 }]],
    ["more over a shorter block", block(48, { 2: recovery, 4: recovery }), [{ rise: 4, limit: 2.5 }]],
    ["the same without a recovery week", block(53, {}), []],
    ["the same behind another recovery week", block(53, { 3: recovery, 4: recovery }), []],
  ])("is over a block: %s", (_name, change, numbers) => {
    expect(found("block-ramp", change).map((one) => one.numbers)).toEqual(numbers);
  });

  it("is told with its week", () => {
    expect(found("block-ramp", block(53))).toMatchObject([
      { week: 4, message: "fitness rises by 3.3 a week over the block" },
    ]);
  });
});

describe("how tired a morning may be (rule 7)", () => {
  const low = (on: number, form: number, change: ViewChange = {}): ViewChange => ({
    ...curve(
      () => 40,
      (day) => (day === on ? form : 0),
    ),
    ...change,
  });
  it.each<readonly [string, ViewChange, readonly string[]]>([
    ["-35", low(8, -35), []],
    ["-35 but for rounding", low(8, -35 - 1e-7), []],
    ["less", low(8, -35.1), ["form is -35.1 in the morning, -35 at least"]],
    [
      "less on the event's morning",
      low(20, -40, { eventIndex: 20, events: [anEvent(20)] }),
      ["form is -40 in the morning, -35 at least"],
    ],
    ["less behind the event", low(21, -40, { eventIndex: 20, events: [anEvent(20)] }), []],
    [
      "less behind one of several",
      low(21, -40, { eventIndex: 20, events: [anEvent(20), anEvent(27)] }),
      ["form is -40 in the morning, -35 at least"],
    ],
    ["less on the plan's last morning", low(27, -40), ["form is -40 in the morning, -35 at least"]],
  ])("%s", (_name, change, messages) => {
    expect(said("lowest-form", change)).toEqual(messages);
  });

  it("leaves out what events of the days before take", () => {
    // 420 of load take 60 of fatigue less 10 of fitness on the next morning.
    const race = { rides: [aRide(60, { isEvent: true, measure: { tss: 420 } })] };
    const several = { events: [anEvent(7, "C"), anEvent(27)], days: { 7: race } };
    expect(said("lowest-form", low(8, -84, several))).toEqual([]);
    expect(said("lowest-form", low(8, -86, several))).toEqual(["form is -36 in the morning, -35 at least"]);
  });

  it("is told with its day, and stands where their own rides of the seven days before make it so", () => {
    expect(found("lowest-form", low(8, -40))).toEqual([
      {
        week: 2,
        date: "2026-12-15",
        message: "form is -40 in the morning, -35 at least",
        numbers: { form: -40, limit: -35 },
      },
    ]);
    const excused = (days: ViewChange["days"], on = 12) =>
      found("lowest-form", low(on, -40, { days: days ?? {} }))[0]?.excuse?.isOwnRides === true;
    expect(excused({ 5: own })).toBe(true);
    expect(excused({ 11: own })).toBe(true);
    expect(excused({ 4: own })).toBe(false);
    expect(excused({ 12: own })).toBe(false);
    expect(excused({ 5: own, 6: load(50) })).toBe(false);
    expect(excused({ 4: load(50), 5: own, 12: load(50) })).toBe(true);
    expect(excused({ 0: own }, 3)).toBe(true);
  });

  const after = (form: number, change: ViewChange = {}): ViewChange => low(14, form, change);
  it("is -25 after a load week", () => {
    expect(found("form-after-week", after(-25))).toEqual([]);
    expect(found("form-after-week", after(-25 - 1e-7))).toEqual([]);
    expect(found("form-after-week", after(-25.06))).toEqual([
      { week: 2, message: "form is -25.1 after the week, -25 at least", numbers: { form: -25.06, limit: -25 } },
    ]);
    expect(found("form-after-week", after(-30, { days: { 8: own } }))[0]?.excuse).toMatchObject({ isOwnRides: true });
    expect(found("form-after-week", after(-30, { weeks: { 2: recovery } }))).toEqual([]);
  });
});

describe("a week's load beside the load weeks before it (rule 12)", () => {
  const loads = (all: readonly number[], weeks: ViewChange["weeks"] = {}): ViewChange => ({
    count: all.length,
    days: Object.fromEntries(all.map((tss, i) => [i * 7 + 1, load(tss)])),
    weeks,
  });
  it.each<readonly [string, ViewChange, readonly object[]]>([
    ["130 %", loads([100, 100, 100, 130]), []],
    ["more", loads([100, 100, 100, 135]), [{ share: 1.35, limit: 1.3 }]],
    ["more than the one before", loads([100, 140]), [{ share: 1.4, limit: 1.3 }]],
    ["the last three alone", loads([70, 90, 100, 100, 100, 130]), []],
    ["recovery weeks apart", loads([100, 100, 100, 20, 130], { 4: recovery }), []],
    ["a recovery week of much", loads([100, 100, 100, 140], { 4: recovery }), []],
    ["events of those weeks counted", loads([100, 140], { 1: { raceTss: 40 } }), []],
    ["weeks without load", loads([0, 100]), []],
    ["weeks behind it", loads([100, 200, 10]), [{ share: 2, limit: 1.3 }]],
  ])("%s", (_name, change, numbers) => {
    expect(found("load-spike", change).map((one) => one.numbers)).toEqual(numbers);
  });

  it("is told with its week and percent", () => {
    expect(found("load-spike", loads([100, 100, 135]))).toMatchObject([
      { week: 3, message: "load is 135 % of the last load weeks" },
    ]);
  });
});

describe("how much the days of a week are alike (rule 13)", () => {
  const week = (...loads: number[]): ViewChange => ({
    count: 1,
    days: Object.fromEntries(loads.map((tss, day) => [day, load(tss)])),
  });
  const of = (...loads: number[]): number => {
    const [first] = aView(week(...loads)).weeks;
    return first === undefined ? Number.NaN : monotonyOf(first);
  };
  it("is the mean of the loads by their spread, 10 at most (training science 1.3)", () => {
    expect(of(100, 0, 80, 60, 0, 120, 150)).toBeCloseTo(1.372, 3);
    expect(of(60, 60, 60, 60, 60, 60, 60)).toBe(10);
    expect(of(60, 60, 60, 60, 60, 60, 61)).toBe(10);
    expect(of()).toBe(10);
  });

  it("is 1.7 at most", () => {
    expect(said("monotony", week())).toEqual([]);
    expect(said("monotony", week(100, 0, 80, 60, 0, 120, 150))).toEqual([]);
    expect(found("monotony", week(60, 60, 60, 60, 60, 60))).toEqual([
      { week: 1, message: "monotony 2.45, 1.7 aimed at", numbers: { monotony: 2.45, aim: 1.7, limit: 2 } },
    ]);
  });
});
