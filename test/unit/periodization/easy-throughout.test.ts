import { describe, expect, it } from "vitest";
import type { PlanRequest } from "../../../src/athlete/request.ts";
import { compilePlan } from "../../../src/jobs/compile/compile.ts";
import { textsOf } from "../../../src/plan/without-power.ts";
import { sweepTask } from "../../../scripts/sweep/outcome.ts";
import { shipped } from "../library/shipped.ts";

const planOf = (health: PlanRequest["profile"]["health"]) =>
  compilePlan(
    sweepTask(
      {
        goal: "",
        event: { date: "2027-02-28", type: "multi_day" },
        tests: true,
        acceptRamp: false,
        profile: {
          ftp: 200,
          max_hr: 152,
          age: 61,
          goals: [],
          experience_level: "intermediate",
          weekly_hours_available: 5,
          training_availability: { week_days: ["Tuesday", "Thursday", "Saturday"] },
          health,
        },
      },
      "easy",
    ),
    shipped,
  ).plan.training_plan;

const saysOf = (health: PlanRequest["profile"]["health"]): string => {
  const plan = planOf(health);
  return textsOf(plan.plan_metadata, plan.weekly_plan).join("\n");
};
const HARD =
  /ride the hard sessions|hard parts|harder work|fresh and sharp|hard days can be hard|intervals|hard session for/;
const HEART = /[Rr]esting heart rate|beats lower|Heart rate drift/;

describe("a plan that is held to easy riding throughout", () => {
  it("speaks of no hard parts, anywhere", () => {
    expect(saysOf({ heart_disease: true })).not.toMatch(HARD);
    expect(saysOf({})).toMatch(HARD);
  });

  it("watches no heart that a drug slows", () => {
    const slowed = saysOf({ heart_disease: true, beta_blockers: true });
    expect(slowed).not.toMatch(HEART);
    expect(slowed).toContain("Watch three signs.");
    expect(saysOf({ heart_disease: true })).toMatch(HEART);
    expect(saysOf({ heart_disease: true })).toContain("Watch five signs.");
  });
});
