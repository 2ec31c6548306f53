import { describe, expect, it } from "vitest";
import { parseRequest } from "../../../src/athlete/parse-request.ts";
import { athleteOf, sweepTask } from "../../../scripts/sweep/outcome.ts";
import { attemptPlan, compilePlan } from "../../../src/jobs/compile/compile.ts";
import type { Week } from "../../../src/plan/schema.ts";
import type { Workout } from "../../../src/workout/schema.ts";
import { aTask } from "../../support/a-task.ts";
import { shipped } from "../library/shipped.ts";

const TODAY = "2026-11-25";

/** The plan of a rider who answers with the command line's words. */
function weeksOf(flags: Readonly<Record<string, string>>): { weeks: Week[]; scores: Record<string, number | null> } {
  const parsed = parseRequest({ flags }, TODAY);
  const { plan } = compilePlan(aTask({ ...parsed, today: TODAY, planId: "coach", seed: "coach" }), shipped);
  const { plan_metadata: metadata, weekly_plan: weeks } = plan.training_plan;
  const scores = Object.fromEntries((metadata.scores ?? []).map(({ id, value }) => [id, value]));
  return { weeks, scores };
}

const keysOf = (week: Week): Workout[] => week.workouts.filter(({ role }) => role === "key");
const levelsOf = (weeks: readonly Week[], phases: readonly string[]): Workout[] =>
  weeks.filter(({ phase }) => phases.includes(phase)).flatMap(keysOf);

const SIX_DAYS = {
  ftp: "280",
  weight: "68",
  hours: "10",
  recentHours: "9",
  days: "mon,tue,wed,thu,sat,sun",
  minutes: "mon=60,tue=75,wed=90,thu=60,sat=180,sun=150",
  experience: "advanced",
  weeks: "16",
  goal: "raise FTP",
  age: "33",
};
const MASTERS = {
  ftp: "270",
  weight: "74",
  hours: "8",
  recentHours: "7",
  days: "tue,wed,thu,sat,sun",
  experience: "advanced",
  eventDate: "2027-03-28",
  eventType: "road_race",
  age: "52",
};
const CENTURY = {
  ftp: "250",
  weight: "76",
  hours: "9",
  recentHours: "5",
  days: "tue,thu,sat,sun",
  experience: "intermediate",
  eventDate: "2027-05-02",
  eventType: "century",
  age: "45",
};

describe("a plan read as a coach reads it", () => {
  it("rides no hard workout again within two weeks where short days leave few that fit", () => {
    const { weeks, scores } = weeksOf(SIX_DAYS);
    expect(weeks.flatMap(keysOf).length).toBeGreaterThan(18);
    expect(scores.variety).toBe(0);
  });

  it("climbs no ladder in the weeks of the taper", () => {
    let touches = 0;
    for (const eventType of ["road_race", "criterium", "ultra"]) {
      const { weeks } = weeksOf({ ...MASTERS, eventType });
      const before = levelsOf(weeks, ["base", "build", "peak"]);
      for (const { family, level = 0 } of levelsOf(weeks, ["taper"])) {
        touches += 1;
        const reached = before.filter((workout) => workout.family === family).map((workout) => workout.level ?? 0);
        expect(level, family).toBeLessThanOrEqual(Math.max(...reached));
      }
    }
    expect(touches).toBeGreaterThan(1);
  });

  it("rides no token session beside a long ride with work in it", () => {
    const { weeks } = weeksOf(CENTURY);
    const highest = Math.max(...levelsOf(weeks, ["base", "build"]).map(({ level }) => level ?? 0));
    const peak = weeks.filter(({ workouts }) => workouts.some(({ family }) => family === "race_fondo"));
    expect(peak.length).toBeGreaterThan(1);
    // VO2max is a ladder of its own, and steady work makes no hard day: any step of these counts beside the long ride.
    for (const [, second] of peak.map(keysOf))
      if (second?.type !== "vo2max" && second?.family !== "steady")
        expect(second?.level ?? highest, second?.name).toBeGreaterThanOrEqual(highest / 2);
  });

  it("begins a week of days off with no ride that the event does not ask for", () => {
    const { weeks } = weeksOf({
      ...MASTERS,
      eventType: "criterium",
      off: "2026-12-01..2026-12-04",
      longestRide: "280",
      age: "35",
    });
    const longest = Math.max(...(weeks[0]?.workouts ?? []).map(({ duration_min: minutes }) => minutes));
    expect(longest).toBeLessThanOrEqual(120);
  });

  it.each([
    [1708, "rides its longest where the longest belongs, and no other shorter for it"],
    [5522, "keeps its tests where a recovery week has to be five minutes shorter for one"],
    [4550, "tests late where its first recovery weeks have too few rides"],
  ])("rider %i of the sweep %s", (index) => {
    expect(attemptPlan(sweepTask(athleteOf("ten-thousand", index), "coach"), shipped)).toMatchObject({
      kind: "done",
    });
  });
});
