import { describe, expect, it } from "vitest";
import { parseRequest } from "../../../src/athlete/parse-request.ts";
import { exportPlan } from "../../../src/export/export-plan.ts";
import { compilePlan } from "../../../src/jobs/compile/compile.ts";
import { aTask } from "../../support/a-task.ts";
import { shipped } from "../library/shipped.ts";

const TODAY = "2026-12-01";
const planOf = (flags: Readonly<Record<string, string>>) => {
  const parsed = parseRequest(
    {
      flags: {
        ftp: "260",
        hours: "7",
        days: "tue,thu,sat,sun",
        experience: "intermediate",
        eventDate: "2027-02-28",
        ...flags,
      },
    },
    TODAY,
  );
  return compilePlan(aTask({ ...parsed, today: TODAY, planId: "cx", seed: "cx" }), shipped).plan;
};
const workoutsOf = (plan: ReturnType<typeof planOf>) =>
  plan.training_plan.weekly_plan.flatMap(({ workouts }) => workouts);

describe("a cyclocross race, from the request to the export", () => {
  it.each([{ eventType: "cyclocross", goal: "race well" }, { goal: "my first CX race" }])("%j", (words) => {
    const plan = planOf(words);
    expect(plan.training_plan.plan_metadata.event).toMatchObject({
      type: "cyclocross",
      hours: 0.75,
      intensity_pct: 96,
    });
    const rides = workoutsOf(plan);
    const race = rides.filter(({ family }) => family === "race_cyclocross");
    expect(race.length).toBeGreaterThanOrEqual(2);
    for (const { description } of race) expect(description).toMatch(/run thirty paces|recovers/);
    const event = rides.find(({ role }) => role === "event");
    expect(event?.name).toBe("Event: cyclocross");
    expect(event?.description).toContain("get off early rather than late");
    const files = exportPlan(plan, { formats: ["zwo", "ics", "md"] });
    const texts = files.map(({ path, bytes }) => [path, new TextDecoder().decode(bytes)] as const);
    expect(texts.filter(([path, text]) => path.endsWith(".zwo") && text.includes("Cyclocross")).length).toBe(
      race.length,
    );
    expect(texts.find(([path]) => path.endsWith(".ics"))?.[1]).toContain("Event: cyclocross");
    expect(texts.find(([path]) => path.endsWith(".md"))?.[1]).toContain("cyclocross");
  });

  it("rides a hill of four minutes at its own power, not a criterium's sets", () => {
    const plan = planOf({
      eventType: "hill_climb",
      eventHours: "0.0667",
      experience: "advanced",
      goal: "hill climb champs",
    });
    expect(plan.training_plan.plan_metadata.event?.intensity_pct).toBeGreaterThanOrEqual(124);
    const families = workoutsOf(plan).map(({ family }) => family);
    expect(families).toContain("race_hill_short");
    expect(families).not.toContain("race_criterium");
  });
});
