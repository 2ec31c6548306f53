import { describe, expect, it } from "vitest";
import { parseRequest } from "../../../../src/athlete/parse-request.ts";
import { compilePlan } from "../../../../src/jobs/compile/compile.ts";
import { whyWeek } from "../../../../src/jobs/plans/why.ts";
import { aTask } from "../../../support/a-task.ts";
import { shipped } from "../../library/shipped.ts";

const TODAY = "2026-12-01";
const FLAGS = { ftp: "265", hours: "8-10", days: "tue,thu,sat,sun", experience: "intermediate", weeks: "12" };

describe("what a day is said to be", () => {
  const task = aTask({ ...parseRequest({ flags: FLAGS }, TODAY), today: TODAY, planId: "why", seed: "1" });
  const { plan } = compilePlan(task, shipped);
  const days = plan.training_plan.weekly_plan.flatMap(({ week_number: week, workouts }) =>
    (whyWeek(plan, week)?.days ?? []).map((day) => ({
      ...day,
      family: workouts.find(({ date }) => date === day.date)?.family,
    })),
  );

  it("calls no day with work below threshold an easy one, in its name or its reason", () => {
    const steady = days.filter(({ family, sessions }) => family === "steady" && sessions[0]?.role === "easy");
    expect(steady.length).toBeGreaterThan(0);
    for (const { is, sessions } of steady) {
      expect(is).toBe("a steady day, between easy and hard");
      expect(sessions.flatMap(({ why }) => why).find(({ id }) => id === "easy-day")?.text).toBe(
        "steady work that takes little out of you, so that the hard days can be hard",
      );
    }
  });

  it("calls the others easy", () => {
    const easy = days.filter(({ family, sessions }) => family === "endurance" && sessions[0]?.role === "easy");
    expect(new Set(easy.map(({ is }) => is))).toEqual(new Set(["an easy day"]));
  });
});
