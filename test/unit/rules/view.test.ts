import { describe, expect, it } from "vitest";
import type { ListedEvent } from "../../../src/plan/event-schema.ts";
import type { Workout } from "../../../src/workout/schema.ts";
import { steady } from "../../support/a-plan.ts";
import { aListedEvent, viewOf, withEvents } from "./a-view.ts";
import type { PlanView } from "../../../src/rules/view.ts";

const easy: Partial<Workout> = { type: "endurance", role: "easy", family: "endurance", segments: [steady(60, 65)] };
const hard: Partial<Workout> = { type: "threshold", role: "key", segments: [steady(60, 65), steady(8, 90)] };
const sharp: Partial<Workout> = { type: "vo2max", role: "key", segments: [steady(60, 65), steady(2, 110)] };
const lift: Partial<Workout> = { type: "strength", role: "strength", segments: [], duration_min: 40, tss: 0 };
const event: Partial<Workout> = { ...hard, role: "event" };

const dayOf = (view: PlanView, index: number) => {
  const day = view.days[index];
  if (day === undefined) throw new Error(`no day ${index}`);
  return day;
};
const day = (...workouts: readonly Partial<Workout>[]) => dayOf(viewOf({ 8: workouts }), 8);
describe("a day as rules read it", () => {
  it("has its place", () => {
    expect(day(easy)).toMatchObject({ index: 8, date: "2026-12-15", week: 2, weekday: 1, isOff: false });
  });

  it.each<readonly [string, readonly Partial<Workout>[], object]>([
    ["easy", [easy], { isHard: false, isPlannedHard: false, isPlanned: true, rideSeconds: 3600, tss: 42.3 }],
    ["rest", [{ type: "rest", segments: [] }], { rides: [], isPlanned: false, rideSeconds: 0, tss: 0 }],
    ["hard", [hard], { isHard: true, isPlannedHard: true }],
    ["a minute less of hard work", [{ ...hard, segments: [steady(60, 65), steady(7, 90)] }], { isHard: false }],
    ["a test", [{ ...easy, role: "test" }], { isHard: true, isPlannedHard: true }],
    ["the event", [event], { isHard: false, isPlannedHard: false, isPlanned: false, rideSeconds: 0 }],
    ["strength", [lift], { rides: [], strengthSeconds: 2400, isPlanned: true, rideSeconds: 0 }],
    ["a ride and strength", [easy, lift], { strengthSeconds: 2400, isPlanned: true, rideSeconds: 3600 }],
    ["two rides", [easy, hard], { isHard: true, rideSeconds: 7680 }],
    [
      "an easy ride of their own",
      [{ ...easy, role: "fixed", effort: "easy" }],
      { isPlanned: false, isHard: false, rideSeconds: 3600 },
    ],
    // How hard a ride of their own is, they say: it is planned as one even stretch.
    [
      "a hard ride of their own",
      [{ ...easy, role: "fixed", effort: "hard" }],
      { isPlanned: false, isHard: true, isPlannedHard: false },
    ],
    ["hard work that they call moderate", [{ ...hard, role: "fixed", effort: "moderate" }], { isHard: false }],
    ["hard work of theirs without a word", [{ ...hard, role: "fixed" }], { isHard: true, isPlannedHard: false }],
    [
      "their hard ride and a test",
      [
        { ...easy, role: "fixed", effort: "hard" },
        { ...easy, role: "test" },
      ],
      { isPlannedHard: true },
    ],
    ["easy work that is called hard", [{ ...easy, effort: "hard" }], { isHard: false }],
  ])("%s", (_name, workouts, holds) => {
    expect(day(...workouts)).toMatchObject(holds);
  });

  it.each<readonly [string, Partial<Workout>, boolean]>([
    ["two minutes above 105 %", sharp, true],
    ["less of it", { ...sharp, segments: [steady(60, 65), steady(1.9, 110)] }, false],
    ["two minutes at 105 %", { ...sharp, segments: [steady(60, 65), steady(2, 105)] }, false],
    ["those of the event", { ...sharp, role: "event" }, false],
    ["those of a ride of their own", { ...sharp, role: "fixed", effort: "hard" }, false],
  ])("counts efforts above 105 %%: %s", (_name, workout, isVo2) => {
    expect(day(workout).rides[0]?.isVo2).toBe(isVo2);
  });

  it("knows openers in the three days before an A, elsewhere they are rides like others", () => {
    const openers = { ...hard, role: "openers" } as const;
    const isHard = (index: number, workout: Partial<Workout>, ...events: readonly ListedEvent[]) =>
      dayOf(viewOf({ [index]: [workout] }, { metadata: withEvents(...events) }), index).isHard;
    expect([23, 24, 25, 26, 27].map((index) => isHard(index, openers, aListedEvent(27)))).toEqual([
      true,
      false,
      false,
      false,
      true,
    ]);
    expect(isHard(26, hard, aListedEvent(27))).toBe(true);
    expect(isHard(26, openers)).toBe(true);
    expect(isHard(12, openers, aListedEvent(13, { priority: "B" }), aListedEvent(27))).toBe(true);
    // The next of two.
    expect(isHard(12, openers, aListedEvent(13), aListedEvent(27))).toBe(false);
    expect(isHard(26, openers, aListedEvent(13), aListedEvent(27))).toBe(false);
  });

  it("is off on the rider's dates, with the limits of its weekday", () => {
    const view = viewOf({}, { profile: { unavailable: [{ from: "2026-12-15", to: "2026-12-15" }] } });
    expect([7, 8, 9].map((index) => dayOf(view, index).isOff)).toEqual([false, true, false]);
    expect([7, 8, 12].map((index) => dayOf(view, index).limit.available)).toEqual([false, true, true]);
    const fixed = viewOf({}, { profile: { fixed_rides: [{ day: "Tuesday", minutes: 60, effort: "easy" }] } });
    expect([8, 9].map((index) => dayOf(fixed, index).given.minutes)).toEqual([60, 0]);
    const race = viewOf(
      {},
      {
        profile: { fixed_rides: [{ day: "Tuesday", minutes: 60, effort: "easy" }] },
        metadata: withEvents(aListedEvent(8), aListedEvent(27)),
      },
    );
    expect([1, 8].map((index) => dayOf(race, index).given.minutes)).toEqual([60, 0]);
  });
});
