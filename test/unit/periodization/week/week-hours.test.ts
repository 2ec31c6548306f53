import { describe, expect, it } from "vitest";
import type { Profile } from "../../../../src/athlete/schema.ts";
import { noRungsYet } from "../../../../src/periodization/week/next-session.ts";
import { startProgress, type PlannedWeek, type Progress } from "../../../../src/periodization/week/progress.ts";
import { longestOf, mostOn, weekBounds } from "../../../../src/periodization/week/week-hours.ts";
import { aBasis, aSeason, eventAfter } from "../a-basis.ts";

/** Eight hours with room for them on every chosen day. */
const ROOMY: Partial<Profile> = {
  recent_weekly_hours: 8,
  training_availability: {
    week_days: ["Tuesday", "Thursday", "Saturday", "Sunday"],
    max_minutes_by_day: { Tuesday: 150, Thursday: 150, Saturday: 240, Sunday: 240 },
  },
};
const [FIRST] = aSeason({ weeks: 12 }).weeks;
const ridden = (minutes: number): PlannedWeek => ({
  week: FIRST!,
  rides: [],
  strength: [],
  minutes,
  load: 400,
  bound: { id: "weekly-ceiling", text: "" },
  template: undefined,
  riddenRungs: noRungsYet,
});

interface At {
  readonly profile?: Partial<Profile>;
  readonly week: number;
  readonly progress?: Partial<Progress>;
}
/** Bounds of a week of a plan without an event. */
function bounds({ profile = {}, week, progress = {} }: At) {
  const basis = aBasis({ weeks: 12, profile: { ...ROOMY, ...profile } });
  const now = { ...startProgress(basis.rider), lastRide: (week - 1) * 7 - 1, ...progress };
  return weekBounds(basis, basis.season.weeks[week - 1]!, now);
}
const settled = { lastLoads: [ridden(480)], bestMinutes: 480, longestMinutes: 200 };

describe("the minutes of a load week", () => {
  it("are 97, 99 and 100 % of the ceiling over a block of three, as whole fives", () => {
    const minutes = [5, 6, 7].map((week) => bounds({ week, progress: settled }).minutes);
    expect(minutes).toEqual([465, 475, 480]);
    expect(bounds({ week: 5, progress: settled }).bound).toMatchObject({
      id: "weekly-ceiling",
      numbers: { share_pct: 97 },
    });
    expect(bounds({ week: 7, progress: settled }).bound.text).toBe("all of your 8 h");
  });

  it("are a tenth more than those ridden now in the first week", () => {
    const first = bounds({ week: 1, profile: { recent_weekly_hours: 5 } });
    expect(first).toMatchObject({ minutes: 330, bound: { id: "recent-hours" } });
  });

  it("grow by 12 % over the most so far, 10 % for a beginner, and by 15 minutes at the least", () => {
    const after = (bestMinutes: number, level: Profile["experience_level"] = "intermediate"): number =>
      bounds({ week: 3, profile: { experience_level: level }, progress: { ...settled, bestMinutes } }).minutes;
    expect(after(300)).toBe(335);
    expect(after(300, "beginner")).toBe(330);
    expect(after(100)).toBe(115);
  });

  it("are what the days hold, where that is less, and say so", () => {
    const minutes = { Tuesday: 60, Thursday: 60, Saturday: 60, Sunday: 90 };
    const profile = { training_availability: { ...ROOMY.training_availability!, max_minutes_by_day: minutes } };
    const held = bounds({ week: 3, profile, progress: settled });
    expect(held).toMatchObject({ minutes: 270, bound: { id: "day-minutes", numbers: { days_hours: 4.5 } } });
  });

  it("are at most 70 % of those before after more than ten days off", () => {
    // The first day of the week that can be ridden is its Tuesday, day 43 of the plan.
    const back = (daysOff: number) => bounds({ week: 7, progress: { ...settled, lastRide: 43 - daysOff - 1 } });
    expect(back(11)).toMatchObject({ minutes: 335, bound: { id: "return-week" } });
    expect(back(10).minutes).toBe(480);
  });

  it("are never under the lower end of the rider's own range", () => {
    const wide = { weekly_hours_min: 7.95 };
    expect(bounds({ week: 5, profile: wide, progress: settled }).minutes).toBe(475);
  });
});

describe("the longest ride", () => {
  const longest = (progress: Partial<Progress>, profile: Partial<Profile> = {}): number => {
    const basis = aBasis({ weeks: 12, profile: { ...ROOMY, ...profile } });
    return longestOf(basis, { ...startProgress(basis.rider), ...progress });
  };

  it("is the longest of late in the first week", () => {
    expect(longest({ longestMinutes: 130 })).toBe(130);
    expect(longest({ longestMinutes: 400 })).toBe(300);
    expect(longest({ longestMinutes: 400 }, { experience_level: "beginner" })).toBe(240);
  });

  it("grows by half an hour or 15 %, whichever is more, and never by more than 45 minutes", () => {
    const after = (longestMinutes: number): number => longest({ ...settled, longestMinutes });
    expect([after(60), after(120), after(200), after(220), after(250)]).toEqual([90, 150, 230, 253, 287]);
    expect(longest({ ...settled, longestMinutes: 320 }, { experience_level: "advanced" })).toBe(300);
  });

  it("lies 10 to 28 days before the event: nearer ones are no longer", () => {
    const basis = aBasis({ weeks: 12, event: eventAfter(12) });
    const now = { ...startProgress(basis.rider), longestPlanned: 200 };
    const eventDay = 83;
    expect(mostOn(basis, now, eventDay - 10)).toBe(Number.POSITIVE_INFINITY);
    expect(mostOn(basis, now, eventDay - 9)).toBe(200);
    expect(mostOn({ ...basis, tuning: { ...basis.tuning, longCap: 150 } }, now, eventDay - 29)).toBe(150);
    expect(mostOn({ ...basis, tuning: { ...basis.tuning, longCap: 150 } }, now, eventDay - 28)).toBe(
      Number.POSITIVE_INFINITY,
    );
  });
});
