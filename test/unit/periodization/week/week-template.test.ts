import { describe, expect, it } from "vitest";
import { WEEKDAYS } from "../../../../src/base/calendar.ts";
import {
  chooseTemplate,
  type TemplateWish,
  type WeekTemplate,
} from "../../../../src/periodization/week/week-template.ts";
import { aRider } from "../a-basis.ts";

/** The week for a rider with so many minutes on each weekday, Monday first; 0 is a day that cannot be ridden. */
function chosen(room: readonly number[], change: Partial<TemplateWish> = {}): WeekTemplate | undefined {
  const week_days = WEEKDAYS.filter((_, day) => (room[day] ?? 0) > 0);
  return chooseTemplate(aRider({ training_availability: { week_days } }), {
    open: room.map((minutes) => minutes > 0),
    room,
    weekMinutes: 480,
    longMinutes: 180,
    rideCount: 4,
    hardDays: 2,
    firstHard: 0,
    lastLong: undefined,
    wantsPair: false,
    longDays: 0,
    before: undefined,
    longOn: [],
    anyway: { riding: [], mostDays: 7 },
    longAnyway: undefined,
    given: { hard: [] },
    ...change,
  });
}
const USUAL = [0, 90, 0, 90, 0, 300, 300];

describe("the days of a week", () => {
  it("ride long at the weekend, hard twice on other days, a day apart at least", () => {
    expect(chosen(USUAL)).toEqual({ riding: [1, 3, 5, 6], long: 6, hard: [1, 3] });
    for (const room of [USUAL, [90, 90, 90, 90, 90, 300, 300], [60, 60, 0, 60, 60, 0, 240]]) {
      const week = chosen(room);
      const [first = 0, second = 0] = week?.hard ?? [];
      expect(second - first).toBeGreaterThanOrEqual(2);
      expect(first + 7 - second).toBeGreaterThanOrEqual(2);
      expect(week?.hard).not.toContain(week?.long);
    }
    // Two neighbours are no two hard days.
    expect(chosen([0, 90, 90, 0, 0, 0, 300], { rideCount: 3 })?.hard).toHaveLength(1);
  });

  it("are five at most, and no day that is not open", () => {
    const week = chosen([90, 90, 90, 90, 90, 300, 300], { rideCount: 6, weekMinutes: 720 });
    expect(week?.riding).toHaveLength(5);
    expect(chosen(USUAL, { open: [false, true, false, false, false, true, true] })?.riding).toEqual([1, 5, 6]);
    expect(chosen(USUAL, { open: USUAL.map(() => false) })).toBeUndefined();
  });

  it("ride long where there is room for it, whatever the weekday", () => {
    expect(chosen([0, 60, 200, 60, 0, 60, 60])?.long).toBe(2);
  });

  it("hold as many hard days as are wanted, none before the first that may be, and easy after the long ride", () => {
    expect(chosen(USUAL, { hardDays: 0 })?.hard).toEqual([]);
    expect(chosen(USUAL, { hardDays: 1 })?.hard).toHaveLength(1);
    expect(chosen(USUAL, { firstHard: 2 })?.hard).toEqual([3, 5]);
    const monday = [90, 90, 0, 90, 0, 0, 300];
    expect(chosen(monday, { hardDays: 1, lastLong: 6 })?.hard).not.toContain(0);
  });

  it("put the long ride where it is wanted, and two long days beside each other", () => {
    expect(chosen(USUAL, { longOn: [5] })?.long).toBe(5);
    const pair = chosen([0, 240, 0, 240, 0, 300, 300], { wantsPair: true, hardDays: 1 });
    expect(pair?.riding).toEqual(expect.arrayContaining([5, 6]));
    expect(pair?.hard.every((day) => day < 5)).toBe(true);
  });

  it("stay those of the week before where nothing speaks against them", () => {
    const before = { riding: [0, 2, 4, 5], long: 5, hard: [0, 2] };
    const anyDay = [90, 90, 90, 90, 90, 300, 300];
    expect(chosen(anyDay, { before })).toEqual(before);
  });
});
