import { timeWords } from "../../../src/base/time-words.ts";
import { describe, expect, it } from "vitest";
import { LOAD_RULES } from "../../../src/rules/load-rules.ts";
import { aRide, aRider, aView, foundBy, type ViewChange } from "./a-view.ts";

const found = (id: string, change: ViewChange) => foundBy(LOAD_RULES, id, aView(change));
const said = (id: string, change: ViewChange) => found(id, change).map(({ message }) => message);

const ride = (minutes: number) => ({ rides: [aRide(minutes)] });
const own = { rides: [aRide(400, { isFixed: true })] };

describe("the first week beside what is ridden now (training science 2.5)", () => {
  const rider = aRider({ recentMinutes: 200 });
  const first = (minutes: number): ViewChange => ({ rider, days: { 1: ride(minutes) } });
  it("is a tenth more at most", () => {
    expect(found("first-week", first(220))).toEqual([]);
    expect(found("first-week", first(220 + 1 / 60))).toEqual([]);
    expect(found("first-week", first(220.5))).toEqual([
      { week: 1, message: "3 h 41, 3 h 40 at most from what is ridden now", numbers: { minutes: 221, limit: 220 } },
    ]);
    expect(found("first-week", { rider, days: { 8: ride(400) } })).toEqual([]);
  });

  it("may be more where the rider's own rides alone are", () => {
    expect(found("first-week", { rider, days: { 1: own } })[0]?.excuse?.numbers).toEqual({ own_minutes: 400 });
    expect(found("first-week", { rider, days: { 1: own, 2: ride(30) } })[0]).not.toHaveProperty("excuse");
  });
});

describe("the first week back after a long break (5.1)", () => {
  const rider = aRider({ recentMinutes: 200 });
  const back = (days: ViewChange["days"], change: ViewChange = {}): ViewChange => ({
    count: 6,
    rider,
    ...change,
    days: days ?? {},
  });
  const SAID = (minutes: number, limit: number) => [
    `${timeWords(minutes)} in the first week back, ${timeWords(limit)} at most`,
  ];
  it.each<readonly [string, ViewChange, readonly string[]]>([
    // From day 1 to day 12 ten days lie between, to day 13 eleven.
    ["ten days without a ride", back({ 1: ride(200), 12: ride(200) }), []],
    ["eleven days", back({ 1: ride(200), 13: ride(200) }), SAID(200, 140)],
    ["70 %", back({ 1: ride(200), 13: ride(140) }), []],
    ["a minute more", back({ 1: ride(200), 13: ride(141) }), []],
    ["two minutes more", back({ 1: ride(200), 13: ride(142) }), SAID(142, 140)],
    ["an empty week between", back({ 4: ride(200), 16: ride(200) }), SAID(200, 140)],
    ["ten days at the start", back({ 10: ride(200) }), []],
    ["eleven days at the start, by what is ridden now", back({ 11: ride(200) }), SAID(200, 140)],
    ["a second week back", back({ 1: ride(200), 13: ride(140), 15: ride(200) }), []],
    ["a later ride of the same week counts", back({ 1: ride(200), 13: ride(200), 3: ride(60) }), []],
    ["a taper", back({ 1: ride(200), 13: ride(200) }, { weeks: { 2: { isTaper: true } } }), []],
    [
      "a recovery week",
      back({ 1: ride(200), 13: ride(200) }, { weeks: { 2: { isLoad: false, isRecovery: true } } }),
      SAID(200, 140),
    ],
  ])("%s", (_name, change, messages) => {
    expect(said("return-week", change)).toEqual(messages);
  });

  it.each<readonly [string, ViewChange, number]>([
    ["the mean of the load weeks before", back({ 1: ride(300), 8: ride(100), 22: ride(200) }), 140],
    ["the last three of them", back({ 1: ride(600), 8: ride(100), 15: ride(110), 22: ride(120), 35: ride(200) }), 77],
    [
      "those that are full",
      back({ 1: ride(100), 8: ride(300), 22: ride(200) }, { weeks: { 2: { isLoad: false } } }),
      70,
    ],
    [
      "those before the taper",
      back({ 1: ride(100), 8: ride(300), 22: ride(200) }, { weeks: { 2: { touchesTaper: true } } }),
      70,
    ],
    ["those with a ride", back({ 8: ride(100), 21: ride(200) }), 70],
    [
      "what is ridden now where there are none",
      back({ 1: ride(300), 15: ride(200) }, { weeks: { 1: { isLoad: false } } }),
      140,
    ],
  ])("goes by %s", (_name, change, limit) => {
    expect(found("return-week", change).at(-1)?.numbers).toMatchObject({ limit });
  });

  it("is told with its week, and may be more where the rider's own rides alone are", () => {
    expect(found("return-week", back({ 1: ride(200), 22: ride(200) }))).toEqual([
      { week: 4, message: SAID(200, 140)[0], numbers: { minutes: 200, limit: 140 } },
    ]);
    expect(found("return-week", back({ 1: ride(200), 22: own }))[0]?.excuse).toMatchObject({ isOwnRides: true });
  });
});
