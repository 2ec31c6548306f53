import { describe, expect, it } from "vitest";
import type { Profile } from "../../../../src/athlete/schema.ts";
import type { PlannedRide } from "../../../../src/periodization/week/planned-ride.ts";
import { planWeeks } from "../../../../src/periodization/week/plan-weeks.ts";
import type { PlannedWeek } from "../../../../src/periodization/week/progress.ts";
import type { PlanEvent } from "../../../../src/plan/event-schema.ts";
import { aBasis, eventAfter } from "../a-basis.ts";

const MOST_HARD_BEFORE: Partial<Record<PlanEvent["type"], number>> = { criterium: 4, time_trial: 4 };

const sumOf = (rides: readonly PlannedRide[]): number => rides.reduce((sum, { minutes }) => sum + minutes, 0);
const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const ofKind = (weeks: readonly PlannedWeek[], kind: string): PlannedWeek[] =>
  weeks.filter(({ week }) => week.kind === kind);

interface Dated extends PlannedRide {
  readonly day: number;
}
const dated = (weeks: readonly PlannedWeek[]): Dated[] =>
  weeks.flatMap(({ week, rides }) => rides.map((ride) => ({ ...ride, day: week.firstDay + ride.weekday })));

describe("recovery weeks", () => {
  const cases: [string, Partial<Profile>][] = [
    ["a rider of eight hours", {}],
    ["a rider of 55", { age: 55 }],
    ["a beginner", { experience_level: "beginner", weekly_hours_available: 5, recent_weekly_hours: 4 }],
    [
      "twelve hours",
      { weekly_hours_available: 12, recent_weekly_hours: 11, longest_recent_ride_minutes: 240, ctl: 70 },
    ],
  ];

  it.each(cases)(
    "of %s ride about 60 percent of the block's hours, easily, with one late session at most",
    (_, profile) => {
      const weeks = planWeeks(aBasis({ weeks: 12, profile }));
      const recoveries = ofKind(weeks, "recovery");
      expect(recoveries.length).toBeGreaterThanOrEqual(3);
      for (const recovery of recoveries) {
        const index = weeks.indexOf(recovery);
        const from = weeks.slice(0, index).findLastIndex(({ week }) => week.kind === "recovery") + 1;
        const block = weeks.slice(from, index);
        const load = recovery.load / meanOf(block.map((one) => one.load));
        expect(load, `week ${recovery.week.number}`).toBeGreaterThanOrEqual(0.45);
        expect(load, `week ${recovery.week.number}`).toBeLessThanOrEqual(0.7);
        const quality = recovery.rides.filter(({ isHard, role }) => isHard || role === "test" || role === "key");
        expect(quality.length).toBeLessThanOrEqual(1);
        for (const { weekday } of quality) expect(weekday).toBeGreaterThanOrEqual(4);
        // A test takes what its day's riding takes.
        const longest = (one: PlannedWeek): number =>
          Math.max(...one.rides.filter(({ role }) => role !== "test").map(({ minutes }) => minutes));
        const before = block.at(-1);
        if (before !== undefined) expect(longest(recovery)).toBeLessThanOrEqual(Math.max(75, longest(before) * 0.72));
      }
    },
  );
});

describe("tapers", () => {
  const cases: [PlanEvent["type"], number, number][] = [
    ["century", 6, 10],
    ["gravel", 6, 10],
    ["criterium", 1, 9],
    ["time_trial", 1, 9],
    ["road_race", 3, 9],
    ["multi_day", 4.5, 11],
  ];

  it.each(cases)(
    "before a %s of %f hours over %i days cut the riding by 41 to 60 percent",
    (type, hours, taperDays) => {
      const basis = aBasis({ weeks: 12, event: eventAfter(12, { type, hours }), taperDays });
      const weeks = planWeeks(basis);
      const { taperFrom, eventDay = 0 } = basis.season;
      const rides = dated(weeks).filter(({ day, role }) => day >= taperFrom && role !== "event");
      const usual = meanOf(
        ofKind(weeks, "load")
          .slice(-3)
          .map(({ minutes }) => minutes),
      );
      const kept = sumOf(rides) / ((usual * taperDays) / 7);
      expect(kept).toBeGreaterThanOrEqual(0.4);
      expect(kept).toBeLessThanOrEqual(0.59);
      // Openers on the day before, or on the last one that can be ridden.
      expect(rides.at(-1)).toMatchObject({ role: "openers", day: eventDay - 1 });
      const hard = rides.filter(({ role }) => role === "key").map(({ day }) => day);
      expect(hard.length).toBeGreaterThan(0);
      for (const day of hard) {
        expect(eventDay - day).toBeGreaterThanOrEqual(MOST_HARD_BEFORE[type] ?? 5);
        expect(hard.filter((other) => other > day - 7 && other <= day).length).toBeLessThanOrEqual(2);
      }
      expect(rides.filter(({ day }) => day > eventDay)).toEqual([]);
    },
  );

  it("have their last hard session five days before, and four before a short, sharp event", () => {
    const profile: Partial<Profile> = {
      training_availability: { week_days: ["Monday", "Wednesday", "Saturday", "Sunday"] },
    };
    const lastHard = (type: PlanEvent["type"], hours: number): number => {
      const basis = aBasis({ weeks: 12, event: eventAfter(12, { type, hours }), taperDays: 9, profile });
      return Math.min(...dated(planWeeks(basis)).flatMap(({ role, day }) => (role === "key" ? [83 - day] : [])));
    };
    expect(lastHard("century", 6)).toBeGreaterThanOrEqual(5);
    expect(lastHard("criterium", 1)).toBe(4);
  });

  it("have their openers two days before where the day before cannot be ridden", () => {
    const event = eventAfter(12);
    const profile: Partial<Profile> = {
      training_availability: { week_days: ["Tuesday", "Thursday", "Friday", "Sunday"] },
    };
    const basis = aBasis({ weeks: 12, event, profile });
    const openers = dated(planWeeks(basis)).filter(({ role }) => role === "openers");
    expect(openers.map(({ day }) => (basis.season.eventDay ?? 0) - day)).toEqual([2]);
  });
});

describe("load weeks", () => {
  it("advance each ladder by a rung at a time, and never within a recovery week", () => {
    const weeks = planWeeks(
      aBasis({ weeks: 16, event: eventAfter(16, { type: "time_trial", hours: 1 }), taperDays: 9 }),
    );
    const levels = new Map<string, number>();
    let advanced = 0;
    for (const { week, rides } of weeks)
      for (const { family, level, role } of rides) {
        if (family === undefined || level === undefined || role !== "key") continue;
        const before = levels.get(family);
        if (before !== undefined && week.kind === "load" && level > before) {
          advanced += 1;
          expect(level - before, `${family} in week ${week.number}`).toBe(1);
        }
        if (before !== undefined && week.kind !== "load") expect(level).toBeLessThanOrEqual(before);
        levels.set(family, Math.max(level, before ?? 0));
      }
    expect(advanced).toBeGreaterThan(3);
  });

  it("hold two hard days at most, one for a beginner's first four weeks, never two in a row", () => {
    const days = (profile: Partial<Profile>) => {
      const weeks = planWeeks(aBasis({ weeks: 12, profile }));
      return ofKind(weeks, "load").map(({ week, rides }) => ({
        number: week.number,
        hard: rides.filter(({ isHard }) => isHard).map(({ weekday }) => weekday),
      }));
    };
    for (const { hard } of days({})) {
      expect(hard.length).toBeLessThanOrEqual(2);
      if (hard.length === 2) expect((hard[1] ?? 0) - (hard[0] ?? 0)).toBeGreaterThanOrEqual(2);
    }
    for (const { number, hard } of days({ experience_level: "beginner" }))
      expect(hard.length).toBeLessThanOrEqual(number <= 4 ? 1 : 2);
  });
});
