import { describe, expect, it } from "vitest";
import type { Profile } from "../../../../src/athlete/schema.ts";
import { longDayMinutes } from "../../../../src/periodization/week/long-days.ts";
import { planWeeks } from "../../../../src/periodization/week/plan-weeks.ts";
import type { PlannedWeek } from "../../../../src/periodization/week/progress.ts";
import type { PlanEvent } from "../../../../src/plan/event-schema.ts";
import { aBasis, eventAfter } from "../a-basis.ts";

const SIX_DAYS: Partial<Profile> = {
  training_availability: { week_days: ["Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] },
  weekly_hours_available: 9,
  recent_weekly_hours: 8,
  longest_recent_ride_minutes: 180,
  ctl: 55,
};

const planned = (event: Partial<PlanEvent>, profile: Partial<Profile> = SIX_DAYS): PlannedWeek[] =>
  planWeeks(aBasis({ weeks: 14, event: eventAfter(14, event), profile, taperDays: 9 }));

/** Minutes of the long days of each load week from build on, in the order of the week. */
const longDays = (weeks: readonly PlannedWeek[]): number[][] =>
  weeks
    .filter(({ week }) => week.kind === "load" && week.phase !== "base" && week.firstDay + 7 <= 14 * 7 - 10)
    .map(({ rides }) => rides.filter(({ role }) => role === "long").map(({ minutes }) => minutes));

const inARow = ({ rides }: PlannedWeek): boolean => {
  const days = rides.filter(({ role }) => role === "long").map(({ weekday }) => weekday);
  return days.every((day, i) => i === 0 || day === (days[i - 1] ?? 0) + 1);
};

describe("long days in a row", () => {
  it("are one before a day of six hours, two before two days, and once three before a week", () => {
    expect(longDays(planned({ type: "multi_day", hours: 5, days: 1 })).map((days) => days.length)).not.toContain(2);
    const two = planned({ type: "multi_day", hours: 5, days: 2 });
    expect(new Set(longDays(two).map((days) => days.length))).toEqual(new Set([2]));
    const week = planned({ type: "multi_day", hours: 5, days: 7 });
    expect(longDays(week).map((days) => days.length)).toEqual([
      ...longDays(two)
        .slice(1)
        .map(() => 2),
      3,
    ]);
    expect(week.every(inARow)).toBe(true);
  });

  it("are two before more than eight hours: the second 55 to 85 % of the first, which is longest where the longest ride belongs", () => {
    const ultra = longDays(planned({ type: "ultra", hours: 14 }));
    expect(ultra.length).toBeGreaterThan(4);
    const firsts = ultra.map(([first = 0]) => first);
    for (const [i, [first = 0, second = 0, ...more]] of ultra.entries()) {
      expect(more).toEqual([]);
      expect(second / first).toBeGreaterThan(i < ultra.length - 2 ? 0.55 : 0.39);
      expect(second / first).toBeLessThan(0.85);
    }
    expect(Math.min(...firsts.slice(-2))).toBeGreaterThan(Math.max(...firsts.slice(0, -2)));
    expect(longDays(planned({ type: "century", hours: 8 })).map((days) => days.length)).not.toContain(2);
  });

  it("need neighbours, and stages that are long themselves", () => {
    const apart: Partial<Profile> = {
      ...SIX_DAYS,
      training_availability: { week_days: ["Monday", "Wednesday", "Friday", "Sunday"] },
    };
    for (const weeks of [
      planned({ type: "multi_day", hours: 5, days: 7 }, apart),
      planned({ type: "time_trial", hours: 0.5, days: 3 }),
      planned({ type: "hill_climb", hours: 10, days: 3 }),
    ])
      expect(longDays(weeks).flatMap((days) => days.slice(1))).toEqual([]);
  });

  it("leave the other days their minutes", () => {
    const template = { riding: [1, 3, 5, 6], long: 5, hard: [1, 3] };
    const room = [0, 90, 0, 90, 0, 300, 120];
    const of = (weekMinutes: number, ideal: number, least = 0) => [
      ...longDayMinutes(template, { longDays: 2, weekMinutes, room, long: { ideal, least } }).entries(),
    ];
    expect(of(480, 200)).toEqual([
      [5, 214],
      [6, 120],
    ]);
    // Two hard days of 45 minutes leave 210: two days of less than two hours, the same length.
    expect(of(300, 150)).toEqual([
      [5, 105],
      [6, 105],
    ]);
    // The longest ride keeps its length where it has to.
    expect(of(300, 150, 140)).toEqual([
      [5, 140],
      [6, 70],
    ]);
    expect(of(300, 180, 170)).toEqual([]);
    // Where the longest ride belongs the first day is what the rider rides today: hard days of 60 minutes leave 360.
    const whole = { longDays: 2, weekMinutes: 480, room, long: { ideal: 345, least: 0 }, isWhole: true };
    expect([...longDayMinutes(template, { ...whole, own: 290 }).values()]).toEqual([290, 70]);
    expect([...longDayMinutes(template, whole).values()]).toEqual([258, 102]);
    expect(
      longDayMinutes(
        { ...template, hard: [1, 6] },
        { longDays: 2, weekMinutes: 480, room, long: { ideal: 200, least: 0 } },
      ).size,
    ).toBe(0);
  });
});
