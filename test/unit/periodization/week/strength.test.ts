import { describe, expect, it } from "vitest";
import type { Profile } from "../../../../src/athlete/schema.ts";
import type { RideWish } from "../../../../src/periodization/week/planned-ride.ts";
import { strengthDays } from "../../../../src/periodization/week/strength.ts";
import { NEVER } from "../../../../src/periodization/week/progress.ts";
import { aRider, aSeason, eventAfter } from "../a-basis.ts";

const ride = (weekday: number, role: RideWish["role"], change: Partial<RideWish> = {}): RideWish => ({
  weekday,
  role,
  type: "endurance",
  least: 30,
  most: 60,
  ideal: 60,
  loadAt: (minutes) => minutes,
  workSeconds: 0,
  isHard: role === "key",
  isVo2: false,
  why: [],
  ...change,
});
/** Monday is 0: hard on Tuesday, easy on Thursday and Saturday, long on Sunday. */
const WEEK = [ride(1, "key"), ride(3, "easy"), ride(5, "easy"), ride(6, "long", { most: 180 })];

interface Asked {
  readonly perWeek?: 0 | 1 | 2;
  readonly rides?: readonly RideWish[];
  readonly week?: number;
  readonly minutes?: Profile["training_availability"]["max_minutes_by_day"];
  readonly lastStrength?: number;
  readonly week_days?: Profile["training_availability"]["week_days"];
}
/** Weekday and minutes of each session in a week of a twelve-week plan with an event at its end. */
function placed({
  perWeek = 2,
  rides = WEEK,
  week = 2,
  minutes,
  lastStrength = NEVER,
  week_days,
}: Asked = {}): number[][] {
  const event = eventAfter(12);
  const days = week_days ?? ["Tuesday", "Thursday", "Saturday", "Sunday"];
  const profile: Partial<Profile> = {
    strength_per_week: perWeek,
    training_availability: { week_days: days, ...(minutes === undefined ? {} : { max_minutes_by_day: minutes }) },
  };
  const rider = aRider(profile, event);
  const season = aSeason({ weeks: 12, rider, event });
  const weekMinutes = rides.reduce((sum, { ideal }) => sum + ideal, 0);
  return strengthDays({ rider, season }, season.weeks[week - 1]!, { rides, weekMinutes, lastStrength }).map((day) => [
    day.weekday,
    day.minutes,
  ]);
}

describe("days for strength", () => {
  it("are none where none is wanted", () => {
    expect(placed({ perWeek: 0 })).toEqual([]);
  });

  it("are hard days first, after the ride, and easy ones; never the day before a long ride", () => {
    expect(placed()).toEqual([
      [1, 40],
      [3, 40],
    ]);
    const hardLater = [ride(1, "easy"), ride(3, "key"), ride(6, "long", { most: 180 })];
    expect(placed({ perWeek: 1, rides: hardLater, week_days: ["Tuesday", "Thursday", "Sunday"] })).toEqual([[3, 40]]);
  });

  it("are days of a long ride or a test last, and easy days before them", () => {
    const rides = [
      ride(1, "test", { isHard: true, most: 90 }),
      ride(3, "easy"),
      ride(6, "long", { isHard: true, most: 180 }),
    ];
    const week_days: Asked["week_days"] = ["Tuesday", "Thursday", "Sunday"];
    expect(placed({ perWeek: 1, rides, week_days })).toEqual([[3, 40]]);
  });

  it.each(["key", "long", "test", "event"] as const)("are never the day before a ride of role %s", (role) => {
    const rides = [ride(1, "easy"), ride(2, role, { isHard: true }), ride(5, "easy")];
    expect(
      placed({ perWeek: 2, rides, week_days: ["Tuesday", "Wednesday", "Saturday"] }).map(([day]) => day),
    ).not.toContain(1);
  });

  it("are never the day of an event or of its openers", () => {
    for (const role of ["event", "openers"] as const)
      expect(placed({ rides: [ride(1, role), ride(3, "easy")], week_days: ["Tuesday", "Thursday"] })).toEqual([
        [3, 40],
      ]);
  });

  it("are 48 hours apart, also from last week's", () => {
    const rides = [ride(1, "easy"), ride(2, "easy"), ride(3, "easy")];
    const week_days: Asked["week_days"] = ["Tuesday", "Wednesday", "Thursday"];
    expect(placed({ rides, week_days }).map(([day]) => day)).toEqual([1, 3]);
    // Week 2 begins on day 7: a session on its Sunday before leaves no Monday, and Monday's no Tuesday.
    expect(placed({ rides, week_days, perWeek: 1, lastStrength: 7 }).map(([day]) => day)).toEqual([2]);
  });

  it("is one at most in a recovery week, and none in the last seven days before the event", () => {
    expect(placed({ week: 3 })).toHaveLength(1);
    expect(placed({ week: 11, rides: [ride(1, "easy")] })).toHaveLength(1);
    expect(placed({ week: 12, rides: [ride(1, "easy")] })).toEqual([]);
  });

  it("are shorter on a full day, and none where riding would give way", () => {
    const rides = [ride(1, "key"), ride(6, "long", { most: 120, ideal: 120 })];
    const week_days: Asked["week_days"] = ["Tuesday", "Sunday"];
    const on = (Tuesday: number) => placed({ perWeek: 1, rides, week_days, minutes: { Tuesday, Sunday: 180 } });
    expect(on(100)).toEqual([[1, 40]]);
    expect(on(80)).toEqual([[1, 20]]);
    expect(on(49)).toEqual([]);
  });
});
