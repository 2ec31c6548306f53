import { describe, expect, it } from "vitest";
import { addDays, weekdayIndex } from "../../../../src/base/calendar.ts";
import { taperLengths } from "../../../../src/periodization/season/taper-length.ts";
import { dayOf, eventAfter } from "../a-basis.ts";

/** The longest that is tried: an event that is fresh enough after less gets less. */
const longest = (...given: Parameters<typeof taperLengths>): number => Math.max(...taperLengths(...given));

const FIT = { startingCtl: 60, weeks: 16 };

/** Days of taper by event, from the table of 3.3; several days from 10 to 14. */
const RANGES = [
  ["century", 6, 8, 12],
  ["gran_fondo", 6, 8, 12],
  ["road_race", 3, 7, 12],
  ["criterium", 1, 7, 10],
  ["time_trial", 1, 8, 12],
  ["gravel", 6, 9, 14],
  ["ultra", 12, 10, 14],
  ["mtb", 1.6, 7, 10],
  ["hill_climb", 0.5, 7, 10],
  ["multi_day", 4.5, 10, 14],
] as const;

describe("the longest taper", () => {
  it.each(RANGES)("before a %s of %f hours are %i to %i", (type, hours, fewest, most) => {
    const days = longest(eventAfter(16, { type, hours }), FIT);
    expect(days).toBeGreaterThanOrEqual(fewest);
    expect(days).toBeLessThanOrEqual(most);
  });

  it("are about a week in a short plan, and before a short event with little fitness to shed", () => {
    const onWednesday = { date: dayOf(107) };
    const century = eventAfter(16, onWednesday);
    expect(longest(century, { startingCtl: 60, weeks: 6 })).toBe(7);
    expect(longest(century, { startingCtl: 60, weeks: 8 })).toBe(8);
    const timeTrial = eventAfter(16, { ...onWednesday, type: "time_trial", hours: 1 });
    expect(longest(timeTrial, FIT)).toBeGreaterThan(8);
    expect(longest(timeTrial, { startingCtl: 44, weeks: 16 })).toBe(8);
    expect(longest(century, { startingCtl: 44, weeks: 16 })).toBeGreaterThan(8);
  });

  it("never leave two days of a week, which are neither load week nor taper week", () => {
    for (const [type, hours] of RANGES)
      for (let back = 0; back < 7; back++) {
        const date = addDays(dayOf(111), -back);
        for (const days of taperLengths({ ...eventAfter(16, { type, hours }), date }, FIT))
          expect(days - weekdayIndex(date), `${type} on ${date}`).not.toBe(2);
      }
  });

  it("is tried last: a week comes first, then a day more each time", () => {
    const days = taperLengths(eventAfter(16, { type: "century", hours: 6 }), FIT);
    expect(days[0]).toBe(7);
    expect(days).toEqual([...days].sort((a, b) => a - b));
  });

  it("is ten days at first before days in a row and before many hours, then shorter, then longer", () => {
    for (const event of [
      { type: "ultra", hours: 14 },
      { type: "multi_day", hours: 5, days: 4 },
    ] as const) {
      expect(taperLengths(eventAfter(16, event), FIT).slice(0, 3)).toEqual([10, 9, 7]);
      expect(Math.max(...taperLengths(eventAfter(8, event), { startingCtl: 60, weeks: 8 }))).toBeLessThanOrEqual(9);
    }
  });
});
