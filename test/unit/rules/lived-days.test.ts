import { describe, expect, it } from "vitest";
import { addDays, type CalendarDate } from "../../../src/base/calendar.ts";
import type { LivedDay } from "../../../src/plan/schema.ts";
import { isHistory, isLetGo, lifeExcuse, livedPlan, livedView } from "../../../src/rules/lived.ts";
import type { Found } from "../../../src/rules/rule.ts";
import { planView } from "../../../src/rules/view.ts";
import { aPlan, aRestDay, aWeek, aWorkout, MONDAY, steady } from "../../support/a-plan.ts";
import { aView, type ViewChange } from "./a-view.ts";

const KINDS = ["missed", "ill", "off", "dropped", "changed", "more"] as const;
const day = (index: number): CalendarDate => addDays(MONDAY, index);
const lived = (...days: readonly LivedDay[]) => aPlan({ metadata: { lived: [...days] } }).training_plan;

it("knows the kinds of days whose own rides were let go", () => {
  expect(KINDS.filter(isLetGo)).toEqual(["ill", "dropped"]);
});

describe("a plan with what was really ridden", () => {
  const tuesday = day(8);

  it.each(KINDS)("of a day that is %s", (kind) => {
    const plan = lived({ date: tuesday, kind });
    const after = livedPlan(plan);
    const isGone = kind === "missed" || kind === "ill";
    expect(after.weekly_plan[1]?.workouts[1]?.type).toBe(isGone ? "rest" : "sweetspot");
    if (!isGone) expect(after).toBe(plan);
  });

  it("rests for all that a day held, and has the sums of what is left", () => {
    const start = day(7);
    const workouts = [
      aRestDay(start),
      aWorkout({ date: tuesday, segments: [steady(60, 65)] }),
      aWorkout({ date: tuesday, segments: [steady(30, 65)] }),
      ...[2, 3, 4, 5, 6].map((weekday) =>
        weekday === 5
          ? aWorkout({ date: addDays(start, 5), segments: [steady(120, 65)] })
          : aRestDay(addDays(start, weekday)),
      ),
    ];
    const plan = aPlan({
      weeks: [aWeek(1), aWeek(2, { workouts })],
      metadata: { lived: [{ date: tuesday, kind: "missed" }] },
    }).training_plan;
    const [first, second] = livedPlan(plan).weekly_plan;
    expect(first).toBe(plan.weekly_plan[0]);
    expect(second?.workouts.map(({ type }) => type)).toEqual([
      "rest",
      "rest",
      "rest",
      "rest",
      "rest",
      "sweetspot",
      "rest",
    ]);
    expect(second?.workouts.map(({ date }) => date)).toEqual([0, 1, 2, 3, 4, 5, 6].map((one) => addDays(start, one)));
    expect(second).toMatchObject({ planned_hours: 2, planned_tss: 84.5 });
  });

  it("is seen once: the view itself where nothing came between, else one that is kept", () => {
    const whole = planView(aPlan().training_plan);
    expect(livedView(whole)).toBe(whole);
    const view = planView(lived({ date: tuesday, kind: "ill" }));
    expect(livedView(view)).not.toBe(view);
    expect(livedView(view).days[8]?.rides).toEqual([]);
    expect(livedView(view)).toBe(livedView(view));
  });
});

describe("what days that went otherwise excuse", () => {
  /** Nine weeks, the third day of the second one went otherwise; weeks 4 and 8 recover. */
  const excused = (kind: LivedDay["kind"], week?: number, change: ViewChange = {}) => {
    const view = aView({
      count: 9,
      plan: lived({ date: day(9), kind }),
      weeks: { 4: { isRecovery: true }, 8: { isRecovery: true } },
      ...change,
    });
    return lifeExcuse(view, { ...(week === undefined ? {} : { week }), message: "", numbers: {} });
  };
  const weeks = [1, 2, 3, 4, 5, 6, 7, 8, 9];

  it.each<readonly [LivedDay["kind"], readonly number[]]>([
    // The block and its recovery week.
    ["changed", [2, 3, 4]],
    // Its own week and the five after it.
    ["missed", [2, 3, 4, 5, 6, 7]],
    ["ill", [2, 3, 4, 5, 6, 7]],
    ["dropped", [2, 3, 4, 5, 6, 7]],
    // More than planned excuses nothing, and days off are the rider's calendar.
    ["more", []],
    ["off", []],
  ])("in weeks where a day was %s: %j", (kind, expected) => {
    expect(weeks.filter((week) => excused(kind, week) !== undefined)).toEqual(expected);
    expect(excused(kind) !== undefined).toBe(expected.length > 0);
  });

  it("is told with the number of days", () => {
    const view = aView({
      plan: lived({ date: day(1), kind: "ill" }, { date: day(2), kind: "ill" }, { date: day(3), kind: "more" }),
    });
    expect(lifeExcuse(view, { week: 1, message: "", numbers: {} })).toEqual({
      reason: "days that went otherwise than planned",
      numbers: { days: 2 },
    });
  });

  it("is nothing where no day did, or one of another plan", () => {
    expect(excused("missed", 2, { plan: aPlan().training_plan })).toBeUndefined();
    expect(excused("missed", 2, { plan: lived({ date: day(-1), kind: "missed" }) })).toBeUndefined();
    // Of the plan as a whole it is one of the causes all the same.
    expect(excused("missed", undefined, { plan: lived({ date: day(-1), kind: "missed" }) })).toBeDefined();
  });

  it("ends for a changed day at the first recovery week, its own included", () => {
    const own = { weeks: { 2: { isRecovery: true } } };
    expect(weeks.filter((week) => excused("changed", week, own) !== undefined)).toEqual([2]);
    const none = { weeks: {} };
    expect(weeks.filter((week) => excused("changed", week, none) !== undefined)).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
  });
});

describe("what is past when a plan is changed", () => {
  const changedOn = (index: number) => aPlan({ metadata: { changed_on: day(index) } }).training_plan;
  it.each<readonly [string, Pick<Found, "week" | "date">, boolean]>([
    ["a day before it", { date: day(8) }, true],
    ["the day itself", { date: day(9) }, false],
    ["a day before it in a week that goes on", { week: 2, date: day(8) }, true],
    ["a later day of a week before it", { week: 1, date: day(9) }, false],
    ["the week that holds it", { week: 2 }, false],
    ["the week before it", { week: 1 }, true],
    ["a later week", { week: 3 }, false],
    ["a week that the plan has not", { week: 9 }, false],
    ["the plan as a whole", {}, false],
  ])("%s: %j", (_name, where, isPast) => {
    const found: Found = { ...where, message: "", numbers: {} };
    expect(isHistory(aView({ plan: changedOn(9) }), found)).toBe(isPast);
    expect(isHistory(aView(), found)).toBe(false);
  });

  it("is a week whose Sunday lies before the day of the change", () => {
    const found: Found = { week: 1, message: "", numbers: {} };
    expect(isHistory(aView({ plan: changedOn(6) }), found)).toBe(false);
    expect(isHistory(aView({ plan: changedOn(7) }), found)).toBe(true);
  });
});
