import { describe, expect, it } from "vitest";
import type { Profile } from "../../../../src/athlete/schema.ts";
import { planWeeks } from "../../../../src/periodization/week/plan-weeks.ts";
import type { PlannedWeek } from "../../../../src/periodization/week/progress.ts";
import type { PlanEvent } from "../../../../src/plan/event-schema.ts";
import { aBasis, eventAfter } from "../a-basis.ts";

const RIDER: Partial<Profile> = {
  training_availability: { week_days: ["Tuesday", "Wednesday", "Thursday", "Saturday", "Sunday"] },
  weekly_hours_available: 8,
  recent_weekly_hours: 7,
  longest_recent_ride_minutes: 180,
  ctl: 50,
};
const planned = (event: Partial<PlanEvent>, profile: Partial<Profile>): PlannedWeek[] =>
  planWeeks(aBasis({ weeks: 14, event: eventAfter(14, event), profile: { ...RIDER, ...profile }, taperDays: 9 }));

const hardDays = (weeks: readonly PlannedWeek[]): number[] =>
  weeks
    .filter(({ week }) => week.kind === "load" && week.phase !== "base" && week.firstDay + 7 <= 14 * 7 - 10)
    .map(({ rides }) => rides.filter((ride) => ride.isHard).length);

describe("hard days of a load week", () => {
  it("are one beside a long ride with work in it from 60, which has the load of another, and two before", () => {
    const fondo = { type: "gran_fondo", hours: 6 } as const;
    expect(Math.max(...hardDays(planned(fondo, { age: 61 })))).toBe(1);
    expect(Math.max(...hardDays(planned(fondo, { age: 59 })))).toBe(2);
    // The long ride of a criterium is easy, and no hard day.
    expect(Math.max(...hardDays(planned({ type: "criterium", hours: 1 }, { age: 61 })))).toBe(2);
  });

  it("from 60 ride both ladders in turn", () => {
    const families = planned({ type: "gran_fondo", hours: 6 }, { age: 61 })
      .filter(({ week }) => week.phase === "build" && week.kind === "load")
      .flatMap(({ rides }) => rides.filter(({ role }) => role === "key").map(({ isVo2 }) => isVo2));
    expect(families).toContain(true);
    expect(families).toContain(false);
  });

  it("hold no VO2max work in the first week of a base", () => {
    for (const type of ["criterium", "gran_fondo", "cyclocross", "hill_climb"] as const) {
      const [first] = planned({ type, hours: 1 }, { age: 30 });
      expect(
        first?.rides.some(({ isVo2, role }) => isVo2 && role === "key"),
        type,
      ).toBe(false);
    }
  });
});
