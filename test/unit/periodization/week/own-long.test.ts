import { describe, expect, it } from "vitest";
import type { Profile } from "../../../../src/athlete/schema.ts";
import { planWeeks } from "../../../../src/periodization/week/plan-weeks.ts";
import type { PlannedWeek } from "../../../../src/periodization/week/progress.ts";
import type { PlanEvent } from "../../../../src/plan/event-schema.ts";
import { aBasis, eventAfter } from "../a-basis.ts";

const WEEKS = 16;
/** Five hours on three days that are no neighbours, four hours ridden at once already. */
const FOUR_HOURS: Partial<Profile> = {
  weekly_hours_available: 5,
  recent_weekly_hours: 4.5,
  longest_recent_ride_minutes: 240,
  ctl: 30,
  training_availability: {
    week_days: ["Tuesday", "Thursday", "Saturday"],
    max_minutes_by_day: { Tuesday: 75, Thursday: 75, Saturday: 360 },
  },
};

const planned = (event: Partial<PlanEvent>, profile: Partial<Profile> = {}): PlannedWeek[] =>
  planWeeks(aBasis({ weeks: WEEKS, event: eventAfter(WEEKS, event), profile: { ...FOUR_HOURS, ...profile } }));

const wholeLoad = (weeks: readonly PlannedWeek[], phase: string): PlannedWeek[] =>
  weeks.filter(({ week, bound }) => week.kind === "load" && week.phase === phase && bound.id !== "taper");
const longestOf = ({ rides }: PlannedWeek): number => Math.max(...rides.map(({ minutes }) => minutes));
const keysOf = ({ rides }: PlannedWeek): number => rides.filter(({ role }) => role === "key").length;

describe("a long ride that the rider knows", () => {
  const weeks = planned({ hours: 9 });

  it("comes back every second week of the build and in the whole peak, the key ride beside it", () => {
    const build = wholeLoad(weeks, "build");
    const own = build.filter((_, turn) => turn % 2 === 1);
    expect(own.length).toBeGreaterThan(0);
    for (const week of own) {
      expect(longestOf(week)).toBeGreaterThanOrEqual(225);
      expect(keysOf(week)).toBe(1);
    }
    for (const week of build.filter((_, turn) => turn % 2 === 0)) expect(week.rides).toHaveLength(3);
    for (const week of wholeLoad(weeks, "peak")) expect(longestOf(week)).toBeGreaterThanOrEqual(240);
  });

  it("is once half of a very long event, without a key ride", () => {
    const last = wholeLoad(weeks, "peak").at(-1);
    expect(last && longestOf(last)).toBe(270);
    expect(last && keysOf(last)).toBe(0);
  });

  it("keeps the tests of the recovery weeks", () => {
    const tested = (all: readonly PlannedWeek[]): number[] =>
      all.flatMap(({ week, rides }) => (rides.some(({ role }) => role === "test") ? [week.number] : []));
    expect(tested(weeks)).toEqual(tested(planned({ hours: 9 }, { longest_recent_ride_minutes: 150 })));
  });

  it("leaves every week its rides where the event asks for less, or two days are neighbours", () => {
    const count = (all: readonly PlannedWeek[]): Set<number> =>
      new Set([...wholeLoad(all, "build"), ...wholeLoad(all, "peak")].map(({ rides }) => rides.length));
    expect(count(planned({ type: "criterium", hours: 1 }))).not.toContain(2);
    const neighbours: Partial<Profile> = { training_availability: { week_days: ["Tuesday", "Saturday", "Sunday"] } };
    expect(count(planned({ hours: 9 }, neighbours))).not.toContain(2);
  });
});
