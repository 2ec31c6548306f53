import { describe, expect, it } from "vitest";
import type { PlanRequest } from "../../../src/athlete/request.ts";
import { exportPlan } from "../../../src/export/export-plan.ts";
import { compilePlan } from "../../../src/jobs/compile/compile.ts";
import type { FixedRide, OtherSportHabit } from "../../../src/athlete/terms.ts";
import type { Workout } from "../../../src/workout/schema.ts";
import { aRequest } from "../../support/a-request.ts";
import { aTask } from "../../support/a-task.ts";
import { shipped } from "../library/shipped.ts";

const request = (given: {
  readonly fixed_rides?: FixedRide[];
  readonly other_sport?: OtherSportHabit[];
}): PlanRequest =>
  aRequest(
    {
      training_availability: {
        week_days: ["Tuesday", "Wednesday", "Thursday", "Saturday", "Sunday"],
        max_minutes_by_day: { Tuesday: 90, Wednesday: 90, Thursday: 90, Saturday: 240, Sunday: 240 },
      },
      ...given,
    },
    { weeks: 8 },
  );
const planned = (given: Parameters<typeof request>[0]) =>
  compilePlan(aTask({ request: request(given), planId: "own", seed: "own" }), shipped).plan;
const workouts = (plan: ReturnType<typeof planned>): Workout[] =>
  plan.training_plan.weekly_plan.flatMap((week) => week.workouts);

const CLUB: FixedRide = { day: "Wednesday", minutes: 90, effort: "hard", name: "Club ride" };
const COMMUTE: FixedRide = { day: "Tuesday", minutes: 20, effort: "easy", name: "Commute" };

describe("rides that happen anyway", () => {
  it("stand in each week, in calendar and on paper, and in no file that leads a ride", () => {
    const plan = planned({ fixed_rides: [CLUB] });
    const fixed = workouts(plan).filter(({ role }) => role === "fixed");
    expect(fixed.map(({ weekday, duration_min, effort, name }) => ({ weekday, duration_min, effort, name }))).toEqual(
      Array.from({ length: 8 }, () => ({ weekday: "Wednesday", duration_min: 90, effort: "hard", name: "Club ride" })),
    );
    const files = exportPlan(plan, { formats: ["zwo", "erg", "mrc", "fit", "ics", "md"] });
    const text = (format: string): string =>
      files
        .filter((file) => file.format === format)
        .map(({ bytes }) => new TextDecoder().decode(bytes))
        .join("");
    for (const format of ["zwo", "erg", "mrc"]) expect(text(format), format).not.toContain("Club ride");
    expect(files.filter(({ path }) => path.includes("club-ride"))).toEqual([]);
    expect(text("ics").match(/SUMMARY:Club ride/g)).toHaveLength(8);
    expect(text("md").match(/: Club ride$/gm)).toHaveLength(8);
  });

  it("take the place of a key session: two hard ones leave none", () => {
    const two = planned({ fixed_rides: [CLUB, { day: "Saturday", minutes: 60, effort: "race" }] });
    expect(workouts(two).filter(({ role }) => role === "key")).toEqual([]);
    const most = (plan: ReturnType<typeof planned>): number =>
      Math.max(
        ...plan.training_plan.weekly_plan.map((week) => week.workouts.filter(({ role }) => role === "key").length),
      );
    expect(most(planned({ fixed_rides: [{ ...CLUB, day: "Sunday" }] }))).toBe(1);
    expect(most(planned({}))).toBe(2);
  });

  it("leave their day free where they are short and easy, and share its minutes", () => {
    const plan = planned({ fixed_rides: [COMMUTE, COMMUTE] });
    const tuesdays = plan.training_plan.weekly_plan.map((week) =>
      week.workouts
        .filter(({ weekday }) => weekday === "Tuesday")
        .map(({ role, duration_min }) => ({ role, duration_min })),
    );
    expect(tuesdays.every((day) => day.filter(({ role }) => role === "fixed").length === 2)).toBe(true);
    expect(tuesdays.some((day) => day.some(({ role }) => role !== "fixed"))).toBe(true);
    for (const day of tuesdays) expect(day.reduce((sum, one) => sum + one.duration_min, 0)).toBeLessThanOrEqual(90);
  });

  it("stay where they pass the rider's hours by themselves, and the plan says so with the numbers", () => {
    const long: FixedRide[] = [
      { day: "Saturday", minutes: 300, effort: "moderate" },
      { day: "Sunday", minutes: 240, effort: "easy" },
    ];
    const { plan_metadata: meta, weekly_plan: weeks } = planned({ fixed_rides: long }).training_plan;
    expect(weeks.flatMap((week) => week.workouts).every(({ role, type }) => role === "fixed" || type === "rest")).toBe(
      true,
    );
    const said = meta.given_up?.find(({ id }) => id === "weekly-ceiling");
    expect(said?.text).toMatch(/^Your own rides take up to 9 h of your 8 h a week, in 8 weeks\./);
    expect(meta.warnings).toContain(said?.text);
  });
});

describe("other sport", () => {
  it("stands beside the workouts, lowers form and leaves fitness as it is", () => {
    const run: OtherSportHabit = { day: "Monday", from: "2026-12-14", minutes: 60, sport: "run", effort: "easy" };
    const plan = planned({ other_sport: [run] });
    expect(plan.training_plan.weekly_plan.map((week) => week.other_sport?.length ?? 0)).toEqual([
      0, 1, 1, 1, 1, 1, 1, 1,
    ]);
    expect(workouts(plan).some(({ weekday, type }) => weekday === "Monday" && type !== "rest")).toBe(false);
    expect(plan.training_plan.plan_metadata.starting_ctl).toBe(planned({}).training_plan.plan_metadata.starting_ctl);
  });
});
