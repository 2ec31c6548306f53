import { describe, expect, it } from "vitest";
import { shareMinutes, wholeWeek } from "../../../../src/periodization/week/share-minutes.ts";
import type { RideWish } from "../../../../src/periodization/week/planned-ride.ts";

const wish = (ideal: number, [least, most]: readonly [number, number] = [30, 300], comfortable?: number): RideWish => ({
  weekday: 1,
  role: "easy",
  type: "endurance",
  least,
  most,
  ideal,
  ...(comfortable === undefined ? {} : { comfortable }),
  loadAt: (minutes) => minutes,
  workSeconds: 0,
  isHard: false,
  isVo2: false,
  why: [],
});
const minutesOf = (rides: readonly RideWish[], total: number): number[] =>
  shareMinutes(rides, total).map(({ minutes }) => minutes);

describe("a week's minutes", () => {
  it("are shared in the proportion of what each ride wants", () => {
    expect(minutesOf([wish(60), wish(60), wish(120)], 480)).toEqual([120, 120, 240]);
    expect(minutesOf([wish(60), wish(60), wish(120)], 240)).toEqual([60, 60, 120]);
  });

  it("stay inside each ride's limits; the others take what is left", () => {
    expect(minutesOf([wish(60, [30, 75]), wish(60), wish(60)], 375)).toEqual([75, 150, 150]);
    expect(minutesOf([wish(60, [90, 120]), wish(60), wish(60)], 210)).toEqual([90, 60, 60]);
  });

  it("are whole fives; what rounding left is handed out from the longest ride on", () => {
    expect(minutesOf([wish(60), wish(60), wish(100)], 250)).toEqual([70, 65, 115]);
    for (const total of [201, 233, 252, 299])
      expect(minutesOf([wish(60), wish(60), wish(100)], total).map((minutes) => minutes % 5)).toEqual([0, 0, 0]);
  });

  it("pass a comfortable length only where all rides are there, and then all alike", () => {
    const two = [wish(60, [30, 300], 60), wish(120, [30, 300], 120)];
    expect(minutesOf([...two, wish(60)], 360)).toEqual([60, 120, 180]);
    const [short = 0, long = 0] = minutesOf(two, 360);
    expect(short + long).toBe(360);
    expect(Math.abs(long - 2 * short)).toBeLessThanOrEqual(15);
  });

  it("are no more than the rides can take, and no fewer than they need", () => {
    expect(minutesOf([wish(60, [30, 60]), wish(60, [30, 60])], 500)).toEqual([60, 60]);
    expect(minutesOf([wish(60, [45, 60]), wish(60, [45, 60])], 50)).toEqual([45, 45]);
  });
});

describe("minutes of a whole week", () => {
  it("are whole fives, single minutes below two and a half hours", () => {
    expect(wholeWeek(479.9)).toBe(475);
    expect(wholeWeek(480)).toBe(480);
    expect(wholeWeek(149.9)).toBe(149);
    expect(wholeWeek(48, 480)).toBe(45);
  });
});
