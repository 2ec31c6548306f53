import { describe, expect, it } from "vitest";
import { riderInWeek } from "../../../src/athlete/rider-in-week.ts";
import { riderOf } from "../../../src/athlete/rider.ts";
import type { HoursByDate } from "../../../src/athlete/terms.ts";
import { WEEKDAYS } from "../../../src/base/calendar.ts";

const MONDAY = "2027-02-01";

const inWeek = (...bands: readonly HoursByDate[]) => {
  const rider = riderOf({
    ftp: 250,
    goals: [],
    experience_level: "intermediate",
    weekly_hours_available: 8,
    weekly_hours_min: 6,
    training_availability: { week_days: ["Tuesday", "Saturday"], max_minutes_by_day: { Tuesday: 60 } },
    hours_by_date: [...bands],
    assumptions: [],
  });
  const then = riderInWeek(rider, MONDAY);
  return { then, open: WEEKDAYS.filter((_, i) => then.days[i]?.available) };
};

describe("the rider in one week", () => {
  it("is the usual one where no band touches it", () => {
    const { then } = inWeek({ from: "2027-02-08", to: "2027-02-14", hours: 3 });
    expect(then.ceilingMinutes).toBe(480);
    expect(then.usual).toBeUndefined();
  });

  it("has the hours of its dates, and no lower end above them", () => {
    const { then } = inWeek({ from: MONDAY, to: "2027-02-07", hours: 3 });
    expect(then.ceilingMinutes).toBe(180);
    expect(then.floorMinutes).toBe(180);
    expect(then.usual?.ceilingMinutes).toBe(480);
  });

  it("has the mean of its days where a band ends inside it", () => {
    // Three days of 1 h a week and four of 8: (3 * 60 + 4 * 480) / 7 = 300.
    expect(inWeek({ from: "2027-01-20", to: "2027-02-03", hours: 1 }).then.ceilingMinutes).toBe(300);
  });

  it("takes the days of no hours out and leaves the others theirs", () => {
    const { then, open } = inWeek({ from: MONDAY, to: "2027-02-03", hours: 0 });
    expect(open).toEqual(["Saturday"]);
    expect(then.ceilingMinutes).toBe(480);
  });

  it("has the days and minutes of its dates", () => {
    const { then, open } = inWeek({
      from: MONDAY,
      to: "2027-02-07",
      days: ["Wednesday", "Friday"],
      max_minutes_by_day: { Wednesday: 45, Friday: 20 },
    });
    expect(open).toEqual(["Wednesday"]);
    expect(then.days[2]).toMatchObject({ maxMinutes: 45, given: true });
  });

  it("lets the later of two bands win", () => {
    const { then } = inWeek(
      { from: MONDAY, to: "2027-02-28", hours: 3 },
      { from: MONDAY, to: "2027-02-07", hours: 12 },
    );
    expect(then.ceilingMinutes).toBe(720);
  });
});
