import { describe, expect, it } from "vitest";
import { WEEKDAYS } from "../../../src/base/calendar.ts";
import type { Rider } from "../../../src/athlete/rider.ts";
import { capacityMinutes, keepsRuns, ridingSets, type RiddenAnyway } from "../../../src/rules/capacity.ts";
import { aRider } from "./a-view.ts";

/** Days of a week by their first letters, Monday first: `.T.T.S.`. */
const week = (letters: string): boolean[] => Array.from(letters, (letter) => letter !== ".");
const spelt = (days: readonly boolean[]): string =>
  days.map((rides, day) => (rides ? (WEEKDAYS[day]?.charAt(0) ?? "") : ".")).join("");

describe("runs of riding days", () => {
  it.each([
    ["MT.T...", 2, true],
    ["MT.T...", 1, false],
    // Saturday, Sunday and Monday are one run.
    ["M....SS", 3, true],
    ["M....SS", 2, false],
    [".......", 0, true],
    ["MTWTFSS", 7, true],
    ["MTWTFSS", 6, false],
  ])("%s keeps to %d: %s", (days, most, keeps) => {
    expect(keepsRuns(week(days), most)).toBe(keeps);
  });
});

describe("the days that a week may ride", () => {
  const rider = aRider();
  const count = (change: Partial<Rider>, open: string, anyway?: RiddenAnyway): number =>
    ridingSets(aRider(change), week(open), anyway).length;

  it("are every choice among the open ones", () => {
    expect(ridingSets(rider, week(".T.T...")).map(spelt)).toEqual([".T.....", "...T...", ".T.T..."]);
    expect(count({}, ".......")).toBe(0);
  });

  it("are five at most, and three in a row for beginners", () => {
    // 127 choices of seven, without the one of seven and the seven of six.
    expect(count({}, "MTWTFSS")).toBe(119);
    expect(ridingSets(aRider({ level: "beginner" }), week("MTWT...")).map(spelt)).not.toContain("MTWT...");
    expect(count({ level: "beginner" }, "MTWT...")).toBe(14);
    expect(count({}, "MTWT...")).toBe(15);
  });

  it("hold the day that is named for the long ride, where it is open", () => {
    expect(count({ longRide: { weekday: 3 } }, ".T.T...")).toBe(2);
    expect(count({ longRide: { weekday: 0 } }, ".T.T...")).toBe(3);
    expect(count({ longRide: {} }, ".T.T...")).toBe(3);
  });

  it("leave a day of the five for strength that has one of its own", () => {
    const five = "MT.TFS.";
    const strength = (strengthDays: readonly number[], strengthPerWeek: 0 | 1 | 2) =>
      count({ strengthDays, strengthPerWeek }, five);
    expect(strength([6], 0)).toBe(31);
    expect(strength([6], 1)).toBe(30);
    // On a day that rides it takes none.
    expect(strength([5], 1)).toBe(31);
    expect(strength([5, 6], 1)).toBe(31);
    // Without Saturday four rides and both of them are six days as well.
    expect(strength([5, 6], 2)).toBe(29);
    // Two days beside: only weeks of three rides and fewer hold both.
    expect(strength([2, 6], 2)).toBe(25);
    expect(count({ strengthPerWeek: 1 }, five)).toBe(31);
  });

  it("leave the rest that rides which happen anyway leave", () => {
    const monday = { riding: week("M......"), mostDays: 2 };
    // With Monday ridden one of the two may be, or Monday itself and one more.
    expect(ridingSets(rider, week("MT.T..."), monday).map(spelt)).toEqual([
      "M......",
      ".T.....",
      "MT.....",
      "...T...",
      "M..T...",
    ]);
    expect(count({}, "MT.T...", { riding: week("MTW...."), mostDays: 2 })).toBe(3);
    expect(count({}, "MT.T...", { riding: [], mostDays: 1 })).toBe(7);
  });
});

it("counts the most minutes that the best days hold, none above the longest ride or the long ride's own day", () => {
  const day = (maxMinutes: number, second?: number) => ({
    available: true,
    maxMinutes,
    given: true,
    ...(second === undefined ? {} : { second }),
  });
  const days = [day(60), day(90, 30), day(60), day(90), day(60), day(240), day(200)];
  const most = (change: Partial<Rider> & { readonly anyway?: RiddenAnyway }, open: string, longest: number): number =>
    capacityMinutes({ ...aRider({ days, ...change }), anyway: change.anyway }, week(open), longest);
  expect(most({}, ".T...SS", 300)).toBe(120 + 240 + 200);
  expect(most({}, ".T...SS", 180)).toBe(120 + 180 + 180);
  expect(most({ longRide: { weekday: 6 } }, ".T...SS", 300)).toBe(120 + 200 + 200);
  expect(most({ longRide: { weekday: 0 } }, ".T...SS", 300)).toBe(120 + 240 + 200);
  // The best five of seven days.
  expect(most({}, "MTWTFSS", 300)).toBe(120 + 90 + 60 + 240 + 200);
  expect(most({ anyway: { riding: week("M......"), mostDays: 2 } }, ".T...SS", 300)).toBe(240);
  expect(most({}, ".......", 300)).toBe(0);
});
