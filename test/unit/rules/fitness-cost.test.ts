import { describe, expect, it } from "vitest";
import type { Profile } from "../../../src/athlete/schema.ts";
import { fitnessAtEnds, fitnessLossSentence, fitnessOfAnHour } from "../../../src/rules/fitness-cost.ts";
import { aPlan } from "../../support/a-plan.ts";
import { aPlanEvent, aRide, aRider, aView, type ViewChange } from "./a-view.ts";

/** The fitness of each evening; the plan starts with 40. */
const curve = (ctl: (day: number) => number) => aView().curve.map((day, i) => ({ ...day, ctl: ctl(i) }));
const ride = (minutes: number, tss = 42) => ({ rides: [aRide(minutes, { measure: { tss } })] });

describe("fitness where it is told", () => {
  const at = (change: ViewChange) => fitnessAtEnds(aView({ curve: curve((day) => 100 + day), ...change }));
  it.each<readonly [string, ViewChange, beforeTaper: number, end: number]>([
    ["without an event after the last day", {}, 127, 127],
    ["without a taper on the event's morning", { eventIndex: 20 }, 119, 119],
    ["before the taper too", { eventIndex: 20, taperDays: 7 }, 112, 119],
    ["in a plan that is all taper", { eventIndex: 7, taperDays: 7 }, 40, 106],
    ["in a plan that is shorter", { eventIndex: 5, taperDays: 7 }, 40, 104],
    ["on the plan's first morning", { eventIndex: 0 }, 40, 40],
  ])("%s", (_name, change, beforeTaper, end) => {
    expect(at(change)).toEqual({ start: 40, beforeTaper, end });
  });
});

describe("what an hour more would bring", () => {
  // A load of 42 is worth a point on its evening, and 41/42 of it on each evening after.
  const left = (days: number) => (41 / 42) ** days;
  it.each<readonly [string, ViewChange, number]>([
    ["in an hour a week its own load", { days: { 1: ride(60) } }, left(26)],
    ["in two hours a week half of it", { days: { 1: ride(120) } }, left(26) / 2],
    ["up to the event", { days: { 1: ride(60), 12: ride(0) }, eventIndex: 10 }, left(8)],
    ["nothing of what comes behind it", { days: { 1: ride(60) }, eventIndex: 1 }, 0],
    ["nothing before an event on the first day", { days: { 1: ride(60) }, eventIndex: 0 }, 0],
    ["nothing where nothing is ridden", {}, 0],
    ["nothing without a load week", { days: { 1: ride(60) }, weeks: { 1: { isLoad: false } } }, 0],
    [
      "by the hours of load weeks alone",
      { days: { 1: ride(60), 8: ride(240, 0) }, weeks: { 2: { isLoad: false } } },
      left(26),
    ],
    ["by their mean", { days: { 1: ride(60), 8: ride(180, 0) } }, left(26) / 2],
  ])("is %s", (_name, change, points) => {
    expect(fitnessOfAnHour(aView(change))).toBeCloseTo(points, 9);
  });
});

/** Fitness falls from 40 to a figure on every evening; the load week is of so many minutes, an hour more brings so many points. */
function loss(
  to: number,
  {
    minutes = 100,
    points = 0,
    from = 40,
    profile = {},
    ...change
  }: ViewChange & { minutes?: number; points?: number; from?: number; profile?: Partial<Profile> } = {},
): string | undefined {
  const tss = (points * 42 * minutes) / 60 / (41 / 42) ** ((change.eventIndex ?? 28) - 2);
  return fitnessLossSentence(
    aView({
      plan: aPlan({ metadata: { starting_ctl: from }, profile }).training_plan,
      curve: curve(() => to),
      rider: aRider({ recentMinutes: 100 }),
      ...change,
      days: minutes === 0 ? {} : { 1: ride(minutes, tss) },
    }),
  );
}

describe("a plan that ends with less fitness than it starts with", () => {
  it("is told from 2 percent on", () => {
    expect(loss(39.2)).toBeUndefined();
    expect(loss(39.19)).toBe(
      "Fitness is 39 at the end, 2 % below the 40 of the start: load weeks of 1 h 40, as many as you ride now, hold no more.",
    );
  });

  it("is told with a decimal where whole figures are the same", () => {
    expect(loss(19.55, { from: 20 })).toContain("Fitness is 19.6 at the end, 2 % below the 20 of the start");
    expect(loss(19.4, { from: 20 })).toContain("Fitness is 19 at the end, 3 % below the 20 of the start");
  });

  it.each([
    [100, "1 h 40, as many as you ride now, hold"],
    [95, "1 h 40, as many as you ride now, hold"],
    [105, "1 h 50, as many as you ride now, hold"],
    [94, "1 h 30, where you ride 1 h 40 now, hold"],
    [106, "1 h 50 hold"],
  ])("says beside %d minutes what is ridden now", (minutes, words) => {
    expect(loss(30, { minutes })).toContain(`load weeks of ${words} no more`);
  });

  it.each([
    [0.4, "hold no more."],
    [0.6, "hold no more; an hour more a week would bring about 1 point."],
    [1.4, "hold no more; an hour more a week would bring about 1 point."],
    [1.6, "hold no more; an hour more a week would bring about 2 points."],
  ])("says what an hour more would bring: %d", (points, words) => {
    expect(loss(30, { points })?.endsWith(words)).toBe(true);
  });

  const event = { event: aPlanEvent(), eventIndex: 20 };
  it("says that a taper costs, and the hours where they do", () => {
    expect(loss(30, event)).toBe(
      "Fitness is 30 on the event's morning, 25 % below the 40 of the start: load weeks of 1 h 40, as many as you ride now, hold no more.",
    );
    expect(loss(30, { ...event, taperDays: 7 })).toBe(
      "Fitness is 30 on the event's morning, 25 % below the 40 of the start: a taper buys freshness with fitness, and load weeks of 1 h 40, as many as you ride now, hold no more.",
    );
    const late = curve((day) => (day < 15 ? 40 : 30));
    expect(loss(30, { ...event, taperDays: 5, curve: late })).toBe(
      "Fitness is 30 on the event's morning, 25 % below the 40 of the start: a taper buys freshness with fitness.",
    );
  });

  describe("from a start that is assumed", () => {
    const assumed = (field: string) => ({ profile: { assumptions: [{ field, value: 40, reason: "not given" }] } });
    const SAID =
      "The fitness you start with is assumed. If it is 46, the most that is usual for riders like you, you have";
    it("is held against the most that is usual, 15 % more", () => {
      // 2 % below 46 are 45.08.
      expect(loss(45.08, assumed("ctl"))).toBeUndefined();
      expect(loss(45, assumed("ctl"))).toBe(
        `${SAID} 2 % less at the end, 45: load weeks of 1 h 40, as many as you ride now, hold no more.`,
      );
      expect(loss(45, assumed("weight_kg"))).toBeUndefined();
      expect(loss(45)).toBeUndefined();
      expect(loss(45, { ...assumed("ctl"), minutes: 0 })).toBeUndefined();
      // What is less than the assumed start itself is told as that.
      expect(loss(39, assumed("ctl"))).toContain("below the 40 of the start");
    });

    it("is told of the event's morning", () => {
      expect(loss(44, { ...event, ...assumed("ctl"), taperDays: 7 })).toBe(
        `${SAID} 4 % less on the event's morning, 44: load weeks of 1 h 40, as many as you ride now, hold no more.`,
      );
      const late = curve((day) => (day < 15 ? 46 : 44));
      expect(loss(44, { ...event, ...assumed("ctl"), taperDays: 5, curve: late })).toBe(
        `${SAID} 4 % less on the event's morning, 44: a taper buys freshness with fitness.`,
      );
    });
  });
});
