import { describe, expect, it } from "vitest";
import type { PlanRequest } from "../../../../src/athlete/request.ts";
import { WEEKDAYS } from "../../../../src/base/calendar.ts";
import { catalogueOf } from "../../../../src/library/catalogue.ts";
import { withKept } from "../../../../src/periodization/overview/fixed-days.ts";
import { adoptOverview } from "../../../../src/periodization/overview/outside-overview.ts";
import { parseOutsideOverview } from "../../../../src/periodization/overview/outside-schema.ts";
import type { Overview } from "../../../../src/plan/schema.ts";
import type { PlanTask } from "../../../../src/plan/task.ts";
import { shipped } from "../../library/shipped.ts";
import { aProfile, dayOf } from "../a-basis.ts";

/** Monday first: what other planners write for a week of six hours. */
const DAYS = ["rest", "threshold", "rest", "vo2max", "rest", "endurance", "recovery"];
const PHASES = ["Foundation", " build ", "Build", "Recovery", "PEAK", "Taper"];

const week = (number: number, change: object = {}) => ({
  week_number: number,
  phase: PHASES[number - 1],
  weekly_focus: "steady",
  training_days: WEEKDAYS.map((weekday, i) => ({ weekday, workout_types: [DAYS[i]] })),
  target_tss: 300,
  total_hours: 6,
  ...change,
});
const outside = (change: (number: number) => object = () => ({}), more: object = {}) => ({
  total_weeks: 6,
  weekly_overview: PHASES.map((_, i) => week(i + 1, change(i + 1))),
  ...more,
});
const { assumptions: _, ...profile } = aProfile();
const taskFor = (request: Partial<PlanRequest["profile"]> = {}): PlanTask => ({
  planId: "p",
  askedAt: "2026-12-01T00:00:00Z",
  today: "2026-12-01",
  seed: "s",
  assumptions: [],
  warnings: [],
  request: { goal: "", tests: true, acceptRamp: false, weeks: 6, profile: { ...profile, ...request } },
});
const adopted = (value: unknown = outside(), request: Partial<PlanRequest["profile"]> = {}): Overview =>
  adoptOverview(parseOutsideOverview(value), taskFor(request), catalogueOf(shipped));

describe("an overview made elsewhere", () => {
  it("keeps its weeks, days, types, hours and loads, and gets dates", () => {
    const { weekly_overview: weeks } = adopted();
    expect(weeks.map(({ target_hours: hours, target_tss: load }) => [hours, load])).toEqual(PHASES.map(() => [6, 300]));
    for (const [i, { start_date: start, training_days: days }] of weeks.entries()) {
      expect(start).toBe(dayOf(i * 7));
      expect(days.map(({ date }) => date)).toEqual(WEEKDAYS.map((_day, day) => dayOf(i * 7 + day)));
      expect(days.map(({ workout_types: types }) => types[0])).toEqual(DAYS);
      expect(days.reduce((sum, { target_minutes: minutes }) => sum + minutes, 0)).toBe(360);
    }
  });

  it("has other planners' phases in our words; a week of recovery stays in the phase before it", () => {
    const { weekly_overview: weeks } = adopted();
    expect(weeks.map(({ phase, week_type: kind }) => [phase, kind])).toEqual([
      ["base", "base"],
      ["build", "build"],
      ["build", "build"],
      ["build", "recovery"],
      ["peak", "peak"],
      ["taper", "taper"],
    ]);
  });

  it("gets ladder steps on its hard days, higher from load week to load week, and one long ride", () => {
    const { weekly_overview: weeks } = adopted();
    // Two ladders of VO2max take turns: the third week rides that of the first, a step higher.
    const [first, , third] = weeks.map(({ training_days: days }) => days[3]);
    expect(third).toMatchObject({ family: first?.family, level: (first?.level ?? 0) + 1 });
    for (const { training_days: days } of weeks) {
      expect(days.map(({ role }) => role)).toEqual([undefined, "key", undefined, "key", undefined, "long", "easy"]);
      expect(days[5]?.target_minutes).toBeGreaterThan(days[6]?.target_minutes ?? 0);
    }
  });

  it("lets no ride grow beyond what is safe over the longest before", () => {
    const { weekly_overview: weeks } = adopted(
      outside((number) => ({ total_hours: number < 3 ? 4 : 7.5 })),
      {
        weekly_hours_available: 8,
      },
    );
    const longest = weeks.map(({ training_days: days }) => Math.max(...days.map(({ target_minutes: min }) => min)));
    for (const [i, minutes] of longest.entries())
      if (i > 0) expect(minutes).toBeLessThanOrEqual(Math.max(...longest.slice(0, i)) + 45);
  });
});

describe("an overview that cannot be", () => {
  it.each<[string, unknown, string]>([
    ["no object", [], "(the whole file)"],
    [
      "an unknown phase",
      outside(() => ({ phase: "Chaos" })),
      "expected Foundation, Base, Build, Recovery, Peak or Taper",
    ],
    ["six days", outside(() => ({ training_days: week(1).training_days.slice(1) })), "expected all seven weekdays"],
    [
      "days in another order",
      outside(() => ({ training_days: [...week(1).training_days].reverse() })),
      "expected Monday",
    ],
    ["weeks in another order", outside((number) => ({ week_number: 7 - number })), "expected 1, got 6"],
    ["a week too few", outside(undefined, { total_weeks: 7 }), "6 weeks for total_weeks 7"],
    ["three weeks", outside(undefined, { total_weeks: 3 }), "total_weeks"],
  ])("is refused with its field: %s", (_name, value, says) => {
    expect(() => parseOutsideOverview(value)).toThrow(says);
  });

  it.each<[string, number, Partial<PlanRequest["profile"]>, string]>([
    ["weekly-ceiling", 8.1, {}, "the rider has 8 h"],
    // Two weekdays of two hours, two days of the weekend of four and a half.
    ["day-minutes", 13.1, { weekly_hours_available: 20, recent_weekly_hours: 15 }, "its 4 riding days hold 13 h"],
    ["unavailable-dates", 6, { unavailable: [{ from: dayOf(15), to: dayOf(15) }] }, "one of the rider's days off"],
  ])("by %s is refused before a week is built", (rule, hours, request, says) => {
    const value = outside((number) => (number === 3 ? { total_hours: hours } : {}));
    expect(() => adopted(value, request)).toThrow(`Week 3 of the overview asks for ${hours} h, but`);
    expect(() => adopted(value, request)).toThrow(says);
    expect(() => adopted(value, request)).toThrow(
      expect.objectContaining({ details: expect.objectContaining({ rule }) as unknown }),
    );
  });
});

it("days of ours on top of an overview bring their minutes with them", () => {
  const overview = adopted();
  const openers = {
    weekday: "Friday",
    date: dayOf(39),
    workout_types: ["mixed"],
    target_minutes: 45,
    max_minutes: 60,
    role: "openers",
  } as const;
  const { weekly_overview: weeks } = withKept(overview, {
    days: [{ ...openers, workout_types: ["mixed"] }],
    weeks: [],
  });
  expect(weeks[5]).toMatchObject({ target_hours: 6.75, target_tss: 338 });
  expect(weeks[5]?.training_days[4]).toMatchObject({ role: "openers", target_minutes: 45 });
  expect(weeks.slice(0, 5)).toEqual(overview.weekly_overview.slice(0, 5));
});
