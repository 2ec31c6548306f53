import { describe, expect, it } from "vitest";
import type { Score } from "../../../src/plan/schema.ts";
import type { Finding } from "../../../src/rules/finding.ts";
import { fallenScore, scoresOf } from "../../../src/rules/scores.ts";
import { aPlan, steady } from "../../support/a-plan.ts";
import { aRide, aRider, aView, type ViewChange } from "./a-view.ts";

const scores = (change: ViewChange = {}, scored: readonly Finding[] = []) =>
  Object.fromEntries(scoresOf(aView(change), scored).map((one) => [one.id, one]));
const value = (id: string, change: ViewChange, scored?: readonly Finding[]) => scores(change, scored)[id]?.value;
const ride = (easy: number, firm: number) => ({
  rides: [aRide(easy + firm, { workout: { segments: [steady(easy, 65), ...(firm > 0 ? [steady(firm, 80)] : [])] } })],
});
const load = (tss: number) => ({ rides: [aRide(60, { measure: { tss } })] });
const curve = (change: (day: number) => object) => aView().curve.map((day, i) => ({ ...day, ...change(i) }));

describe("the scored sides of a plan", () => {
  it("stand in one order, each with its unit", () => {
    expect(scoresOf(aView(), []).map(({ id, unit }) => [id, unit])).toEqual([
      ["easy-share", "% of time"],
      ["event-form", "points"],
      ["ramp", "points a week"],
      ["monotony", "ratio"],
      ["overload", "weeks"],
      ["variety", "workouts"],
      ["hours-used", "%"],
    ]);
  });

  it("tell how much of the time is easy, the event apart", () => {
    expect(value("easy-share", { days: { 1: ride(60, 20), 8: ride(100, 20) } })).toBe(80);
    const race = { rides: ride(0, 60).rides.map((one) => ({ ...one, isEvent: true })) };
    expect(value("easy-share", { days: { 1: ride(60, 20), 8: race } })).toBe(75);
    expect(value("easy-share", {})).toBe(0);
  });

  it("tell form on the event's morning, and where there is none that there is none", () => {
    const { "event-form": form } = scores({ eventIndex: 20, curve: curve((day) => ({ form: day === 20 ? 7.26 : 0 })) });
    expect(form).toMatchObject({ value: 7.3, note: "fitness minus fatigue on the event's morning" });
    expect(form?.band).toMatchObject({ low: 1, high: 23, n: 15 });
    expect(scores()["event-form"]).toMatchObject({ value: null, band: null, note: "no event" });
    expect(value("event-form", { eventIndex: 99 })).toBeNull();
  });

  it("tell what fitness gains up to its peak, before the event", () => {
    // From 40 at the start to 48 in four weeks.
    const peak = { curve: curve((day) => ({ ctl: day === 15 ? 48 : day === 22 ? 60 : 30 })) };
    expect(value("ramp", { ...peak, eventIndex: 16 })).toBe(2);
    expect(value("ramp", { ...peak, eventIndex: 15 })).toBe(0);
    expect(value("ramp", peak)).toBe(5);
    expect(value("ramp", { ...peak, plan: aPlan({ metadata: { starting_ctl: 56 } }).training_plan })).toBe(1);
    expect(scores(peak).ramp?.note).toBe("your blocks may gain 2.5 a week");
    expect(scores({ rider: aRider({ level: "advanced" }) }).ramp?.note).toBe("your blocks may gain 3.5 a week");
  });

  it("tell the mean monotony of full load weeks", () => {
    // Two of seven days alike: a mean of 2/7 by a spread of the root of 10/49.
    const two = { 1: load(50), 3: load(50) };
    const seven = Object.fromEntries([7, 8, 9, 10, 11, 12, 13].map((day) => [day, load(50)]));
    expect(value("monotony", { days: two })).toBe(0.63);
    expect(value("monotony", { days: { ...two, ...seven } })).toBe(5.32);
    expect(value("monotony", { days: { ...two, ...seven }, weeks: { 2: { isLoad: false } } })).toBe(0.63);
    expect(value("monotony", { days: { ...two, ...seven }, weeks: { 2: { touchesTaper: true } } })).toBe(0.63);
    expect(value("monotony", {})).toBeNull();
    expect(scores().monotony?.note).toBe("aim at 1.7 or less");
  });

  it("count the findings of two rules", () => {
    const found = (rule: Finding["rule"]): Finding => ({ rule, severity: "scored", message: "", numbers: {} });
    const scored = [found("overload"), found("variety"), found("variety"), found("monotony")];
    expect([value("overload", {}, scored), value("variety", {}, scored)]).toEqual([1, 2]);
    expect([value("overload", {}), value("variety", {})]).toEqual([0, 0]);
  });

  it("tell how much of the hours is used", () => {
    const rider = aRider({ ceilingMinutes: 80, recentMinutes: 500, longestRecentMinutes: 120 });
    const flat = curve(() => ({ ctl: 0, atl: 0 }));
    expect(value("hours-used", { rider, curve: flat, days: { 1: ride(60, 0) } })).toBe(75);
    expect(value("hours-used", {})).toBeNull();
    expect(scores()["hours-used"]?.note).toBe("counted over load weeks; 92 or more is good");
  });
});

describe("a score that is worse than before", () => {
  const score = (id: string, of: number | null): Score => ({
    id,
    label: id,
    value: of,
    unit: "",
    band: null,
    note: "",
  });
  it("is told with both, the first of several", () => {
    const before = [score("ramp", 2), score("overload", 1), score("variety", 1)];
    const after = [score("ramp", 2), score("overload", 2), score("variety", 5)];
    expect(fallenScore(before, after)).toEqual({ was: before[1], is: after[1] });
    expect(fallenScore(before, before)).toBeUndefined();
  });

  it("is none where one of the two is missing, unknown, or has no better side", () => {
    expect(fallenScore([], [score("overload", 2)])).toBeUndefined();
    expect(fallenScore([score("event-form", null)], [score("event-form", -20)])).toBeUndefined();
    expect(fallenScore([score("event-form", 5)], [score("event-form", null)])).toBeUndefined();
    expect(fallenScore([score("shape", 5)], [score("shape", 1)])).toBeUndefined();
    expect(fallenScore([score("variety", 5)], [score("overload", 9)])).toBeUndefined();
  });
});
