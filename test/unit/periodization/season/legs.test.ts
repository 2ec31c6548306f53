import { describe, expect, it } from "vitest";
import type { EventRequest, PlanRequest } from "../../../../src/athlete/request.ts";
import { addDays, daysBetween, type CalendarDate } from "../../../../src/base/calendar.ts";
import { attemptPlan } from "../../../../src/jobs/compile/compile.ts";
import type { TrainingPlan } from "../../../../src/plan/schema.ts";
import { aTask } from "../../../support/a-task.ts";
import { shipped } from "../../library/shipped.ts";

/** A Saturday sixteen weeks away. */
const FIRST: CalendarDate = "2027-03-20";

const requestWith = (events: readonly EventRequest[], first: Partial<EventRequest> = {}): PlanRequest => ({
  goal: "",
  event: { date: FIRST, type: "road_race", hours: 3, ...first },
  ...(events.length === 0 ? {} : { events }),
  tests: true,
  acceptRamp: false,
  profile: {
    ftp: 265,
    age: 35,
    goals: [],
    experience_level: "intermediate",
    weekly_hours_available: 8,
    recent_weekly_hours: 7,
    longest_recent_ride_minutes: 150,
    ctl: 45,
    training_availability: { week_days: ["Tuesday", "Wednesday", "Thursday", "Saturday", "Sunday"] },
  },
});

function planFor(events: readonly EventRequest[], first?: Partial<EventRequest>): TrainingPlan {
  const attempt = attemptPlan(aTask({ request: requestWith(events, first) }), shipped);
  if (attempt.kind !== "done") throw new Error(attempt.findings.map(({ message }) => message).join("; "));
  return attempt.plan;
}

const kinds = ({ weekly_plan: weeks }: TrainingPlan, from: CalendarDate): string[] =>
  weeks.filter(({ start_date: start }) => start > from).map(({ week_type: type }) => type);

const eventDays = ({ weekly_plan: weeks }: TrainingPlan): (readonly [string, string | undefined])[] =>
  weeks.flatMap(({ workouts }) =>
    workouts.filter(({ role }) => role === "event").map(({ date, priority }) => [date, priority] as const),
  );

const minutesOn = ({ weekly_plan: weeks }: TrainingPlan, date: CalendarDate): number =>
  weeks
    .flatMap(({ workouts }) => workouts)
    .filter((workout) => workout.date === date && workout.role !== "event")
    .reduce((total, workout) => total + workout.duration_min, 0);

describe("a plan with one A", () => {
  const alone = planFor([]);

  it("says nothing of a list of events, nor of priorities", () => {
    expect(alone.plan_metadata.events).toBeUndefined();
    expect(eventDays(alone)).toEqual([[FIRST, undefined]]);
  });

  it("is the same whether it stands in the old fields or is the only one of a list", () => {
    expect(planFor([], { priority: "A" })).toEqual(alone);
  });
});

describe("a second A", () => {
  it("three weeks behind the first: a week to recover, then hold and a short taper", () => {
    const plan = planFor([{ date: addDays(FIRST, 21), type: "road_race", hours: 3 }]);
    const behind = kinds(plan, FIRST);
    expect(behind).toHaveLength(3);
    expect(behind[0]).toBe("recovery");
    expect(behind.at(-1)).toBe("taper");
    expect(behind).not.toContain("base");
    const days = plan.plan_metadata.events?.map(({ taper_days: taper }) => taper);
    expect(days?.[1]).toBeGreaterThanOrEqual(7);
    expect(days?.[1]).toBeLessThanOrEqual(8);
  });

  it("seven weeks behind the first has a season of its own", () => {
    const plan = planFor([{ date: addDays(FIRST, 49), type: "road_race", hours: 3 }]);
    const behind = kinds(plan, FIRST);
    expect(behind).toHaveLength(7);
    expect(behind[0]).toBe("recovery");
    expect(
      behind.filter((kind) => kind === "build" || kind === "peak" || kind === "base").length,
    ).toBeGreaterThanOrEqual(3);
    expect(behind.at(-1)).toBe("taper");
    expect(plan.plan_metadata.events?.map(({ readiness }) => readiness?.reasons.length)).toEqual([2, 2]);
  });

  it("a day or a week behind the first is in the plan, with what taper there is room for", () => {
    for (const days of [1, 7]) {
      const date = addDays(FIRST, days);
      const plan = planFor([{ date, type: "criterium", hours: 1 }]);
      expect(eventDays(plan)).toEqual([
        [FIRST, "A"],
        [date, "A"],
      ]);
      expect(plan.plan_metadata.events?.[1]?.taper_days).toBe(days === 1 ? 0 : 5);
    }
  });
});

describe("a B", () => {
  const date = addDays(FIRST, -26);
  const [alone, plan] = [planFor([]), planFor([{ date, type: "road_race", priority: "B", hours: 3 }])];

  it("leaves the phases as they are", () => {
    expect(plan.weekly_plan.map(({ phase, week_type: type }) => [phase, type])).toEqual(
      alone.weekly_plan.map(({ phase, week_type: type }) => [phase, type]),
    );
  });

  it("has three shorter days before it", () => {
    for (const left of [1, 2, 3]) expect(minutesOn(plan, addDays(date, -left))).toBeLessThanOrEqual(75);
    const before = [1, 2, 3].map((left) => minutesOn(alone, addDays(date, -left)));
    expect(Math.max(...before)).toBeGreaterThan(75);
  });
});

describe("events behind the last A", () => {
  it("carry the plan on to the week of the last of them", () => {
    const date = addDays(FIRST, 30);
    const plan = planFor([{ date, type: "time_trial", priority: "C", hours: 0.5 }]);
    expect(daysBetween(date, plan.plan_metadata.end_date)).toBeLessThan(7);
    expect(kinds(plan, FIRST)[0]).toBe("recovery");
    expect(eventDays(plan).at(-1)).toEqual([date, "C"]);
  });

  it("are left out behind the 24th week, and named", () => {
    const plan = planFor([{ date: addDays(FIRST, 120), type: "gravel", priority: "B", hours: 5, name: "Late ride" }]);
    expect(plan.weekly_plan).toHaveLength(planFor([]).weekly_plan.length);
    expect(plan.plan_metadata.events).toBeUndefined();
    expect(plan.plan_metadata.given_up?.map(({ text }) => text).join(" ")).toMatch(
      /^Your Late ride on 18 Jul 2027 is left out/,
    );
  });
});
