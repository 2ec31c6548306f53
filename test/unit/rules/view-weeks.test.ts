import { describe, expect, it } from "vitest";
import type { OtherSportHabit } from "../../../src/athlete/terms.ts";
import { addDays, WEEKDAYS } from "../../../src/base/calendar.ts";
import type { ListedEvent } from "../../../src/plan/event-schema.ts";
import type { Week } from "../../../src/plan/schema.ts";
import { aimViews, formAfter, isInTaper, taperStart, type PlanView } from "../../../src/rules/view.ts";
import type { Workout } from "../../../src/workout/schema.ts";
import { MONDAY, steady } from "../../support/a-plan.ts";
import { aListedEvent, anEvent, aPlanEvent, aView, viewOf, withEvents } from "./a-view.ts";

const easy: Partial<Workout> = { type: "endurance", role: "easy", family: "endurance", segments: [steady(60, 65)] };
const event: Partial<Workout> = { type: "threshold", role: "event", segments: [steady(60, 65), steady(8, 90)] };
const lift: Partial<Workout> = { type: "strength", role: "strength", segments: [], duration_min: 40, tss: 0 };

describe("a week as rules read it", () => {
  it("has the sums of its training, the event left out", () => {
    const own: Partial<Workout> = { ...easy, role: "fixed", effort: "easy", segments: [steady(90, 65)] };
    const [, week] = viewOf({ 8: [easy], 10: [own, lift], 13: [{ ...event, segments: [steady(300, 70)] }] }).weeks;
    expect(week).toMatchObject({ number: 2, rideSeconds: 9000, longestSeconds: 5400, raceTss: 0, daysOff: 0 });
    expect(week?.rides).toHaveLength(2);
    expect(week?.planned).toHaveLength(1);
    expect(week?.tss).toBeCloseTo(42.3 + 63.4, 9);
  });

  it.each<readonly [Partial<Week>, object]>([
    [{}, { isRecovery: false, isTaper: false, isLoad: true }],
    [{ week_type: "recovery" }, { isRecovery: true, isTaper: false, isLoad: false }],
    [{ phase: "taper" }, { isRecovery: false, isTaper: true, isLoad: false }],
  ])("%j", (change, kind) => {
    expect(viewOf({}, { weeks: { 2: change } }).weeks[1]).toMatchObject(kind);
  });

  it("counts the days that the rider lost", () => {
    const view = viewOf({}, { profile: { unavailable: [{ from: "2026-12-15", to: "2026-12-20" }] } });
    expect(view.weeks.map(({ daysOff }) => daysOff)).toEqual([0, 2, 0, 0]);
  });

  const numbers = (view: PlanView, is: "touchesTaper" | "isNearEvent") =>
    view.weeks.filter((week) => week[is]).map(({ number }) => number);
  it("touches the taper before the only event, and all that comes behind it", () => {
    const touched = (index: number, days: number) =>
      numbers(
        viewOf({}, { metadata: { event: aPlanEvent({ date: addDays(MONDAY, index) }), taper_days: days } }),
        "touchesTaper",
      );
    expect(touched(27, 7)).toEqual([3, 4]);
    expect(touched(27, 6)).toEqual([4]);
    expect(touched(20, 6)).toEqual([3, 4]);
    expect(touched(27, 0)).toEqual([]);
    expect(numbers(viewOf({}), "touchesTaper")).toEqual([]);
  });

  it("touches the taper of one of several, up to that event", () => {
    const touched = (...events: readonly ListedEvent[]) =>
      numbers(viewOf({}, { metadata: withEvents(...events) }), "touchesTaper");
    expect(touched(aListedEvent(13, { taper_days: 7 }), aListedEvent(27))).toEqual([1, 2]);
    expect(touched(aListedEvent(13, { taper_days: 6 }), aListedEvent(27))).toEqual([2]);
    expect(touched(aListedEvent(12, { taper_days: 5, days: 3 }), aListedEvent(27))).toEqual([2, 3]);
    expect(touched(aListedEvent(13), aListedEvent(27, { taper_days: 1 }))).toEqual([4]);
  });

  it("lies near one of several events that ease its days", () => {
    const near = (...events: readonly ListedEvent[]) =>
      numbers(viewOf({}, { metadata: withEvents(...events), count: 6 }), "isNearEvent");
    // Four days before it; seven days behind an A, two behind others.
    expect(near(aListedEvent(17), aListedEvent(60))).toEqual([2, 3, 4]);
    expect(near(aListedEvent(18), aListedEvent(60))).toEqual([3, 4]);
    expect(near(aListedEvent(14), aListedEvent(60))).toEqual([2, 3, 4]);
    expect(near(aListedEvent(13), aListedEvent(60))).toEqual([2, 3]);
    expect(near(aListedEvent(14, { priority: "B" }), aListedEvent(60))).toEqual([2, 3]);
    expect(near(aListedEvent(17, { priority: "B" }), aListedEvent(60))).toEqual([2, 3]);
    expect(near(aListedEvent(18, { priority: "B" }), aListedEvent(60))).toEqual([3]);
    expect(near(aListedEvent(19, { priority: "C" }), aListedEvent(60))).toEqual([3, 4]);
    expect(near(aListedEvent(18, { priority: "C", days: 2 }), aListedEvent(60))).toEqual([3, 4]);
    expect(near(aListedEvent(16))).toEqual([]);
  });

  it("holds the load of its events where there are several", () => {
    const race = { 13: [event], 15: [easy] };
    const loads = (...events: readonly ListedEvent[]) =>
      viewOf(race, { metadata: withEvents(...events) }).weeks.map(({ raceTss }) => raceTss > 0);
    expect(loads(aListedEvent(13))).toEqual([false, false, false, false]);
    expect(loads(aListedEvent(13), aListedEvent(27))).toEqual([false, true, false, false]);
  });
});

describe("a plan as rules read it", () => {
  it("has its fitness day by day, and form of the morning after the last", () => {
    const view = viewOf({ 0: [easy] }, { metadata: { starting_ctl: 30, starting_atl: 44 } });
    expect(view.curve).toHaveLength(29);
    expect(view.curve[0]).toMatchObject({ tss: 42.3, form: -14 });
    expect(view.curve[0]?.ctl).toBeCloseTo(30 + 12.3 / 42, 9);
    expect(view.start).toEqual({ ctl: 30, atl: 44 });
    expect(formAfter(view, 3)).toBe(view.curve[4]?.form);
    expect(formAfter(view, 28)).toBeUndefined();
  });

  it("knows in form, not in fitness, what other sport takes", () => {
    const run: OtherSportHabit = { date: MONDAY, minutes: 60, sport: "run", effort: "hard" };
    const [plain, tired] = [viewOf({}), viewOf({}, { profile: { other_sport: [run] } })];
    // 72 of load: a seventh into fatigue, a 42nd into fitness.
    expect(tired.sportForm).toHaveLength(29);
    expect(tired.sportForm[1]).toBeCloseTo(72 / 42 - 72 / 7, 9);
    expect((tired.curve[1]?.form ?? 0) - (plain.curve[1]?.form ?? 0)).toBeCloseTo(72 / 42 - 72 / 7, 9);
    expect(tired.curve[1]?.ctl).toBe(plain.curve[1]?.ctl);
    // A habit is what form is used to: easy hours each day, of 40, change nothing.
    const habits = WEEKDAYS.map((day): OtherSportHabit => ({ day, minutes: 60, sport: "run", effort: "easy" }));
    const habit = viewOf({}, { profile: { other_sport: habits } });
    expect(habit.sportForm.every((form) => Math.abs(form) < 1e-9)).toBe(true);
  });

  it("has its events in their places", () => {
    const one = viewOf({}, { metadata: { event: aPlanEvent({ date: addDays(MONDAY, 25), days: 3 }), taper_days: 7 } });
    expect(one).toMatchObject({ eventIndex: 25, taperDays: 7, isOutside: false });
    expect(one.events).toMatchObject([{ priority: "A", index: 25, lastIndex: 27, taperDays: 7 }]);
    const two = viewOf(
      {},
      {
        metadata: {
          ...withEvents(aListedEvent(13, { priority: "C" }), aListedEvent(27, { taper_days: 5 })),
          taper_days: 7,
          overview_source: "outside",
        },
      },
    );
    expect(two).toMatchObject({ eventIndex: 27, isOutside: true });
    expect(two.events.map(({ priority, index, taperDays }) => [priority, index, taperDays])).toEqual([
      ["C", 13, 0],
      ["A", 27, 5],
    ]);
    expect(viewOf({})).toMatchObject({ event: undefined, eventIndex: undefined, taperDays: 0, events: [] });
  });

  it("knows where the taper begins", () => {
    expect(taperStart({ eventIndex: 27, taperDays: 7 })).toBe(20);
    expect(taperStart({ eventIndex: 27, taperDays: 0 })).toBe(Number.POSITIVE_INFINITY);
    expect(taperStart({ eventIndex: undefined, taperDays: 7 })).toBe(Number.POSITIVE_INFINITY);
    const events = [anEvent(13, "A", { taperDays: 7, lastIndex: 14 }), anEvent(27)];
    expect([5, 6, 13, 14, 15, 27].map((index) => isInTaper({ events }, index))).toEqual([
      false,
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});

describe("a plan as each A sees it", () => {
  it("is whole for an only event, and nothing without one", () => {
    expect(aimViews(aView())).toEqual([]);
    const view = aView({ event: aPlanEvent(), eventIndex: 20, taperDays: 7, events: [anEvent(20)] });
    expect(aimViews(view)).toEqual([{ ...view, stretchFrom: 0, isShort: false }]);
  });

  it("leads up to each of several, from the Monday behind the one before", () => {
    const events = [anEvent(13), anEvent(20, "B"), anEvent(47, "A", { taperDays: 7 }), anEvent(60, "C")];
    const aims = aimViews(aView({ count: 9, events, taperDays: 3 }));
    expect(
      aims.map(({ eventIndex, taperDays, stretchFrom, isShort }) => [eventIndex, taperDays, stretchFrom, isShort]),
    ).toEqual([
      [13, 0, 0, false],
      [47, 7, 14, true],
    ]);
    expect(aims.map(({ weeks, days }) => [weeks.length, days.length])).toEqual([
      [2, 14],
      [7, 49],
    ]);
    expect(aims.map((aim) => aim.event.date)).toEqual([addDays(MONDAY, 13), addDays(MONDAY, 47)]);
  });

  it.each([
    [34, true],
    [35, false],
  ])("has no new build in %d days: %s", (days, isShort) => {
    const [, second] = aimViews(aView({ count: 9, events: [anEvent(13, "A", { lastIndex: 14 }), anEvent(14 + days)] }));
    expect(second).toMatchObject({ isShort, stretchFrom: 21 });
  });

  it("holds the week in which an event ends", () => {
    const [first] = aimViews(aView({ count: 9, events: [anEvent(13, "A", { lastIndex: 14 }), anEvent(60)] }));
    expect(first?.weeks).toHaveLength(3);
  });
});
