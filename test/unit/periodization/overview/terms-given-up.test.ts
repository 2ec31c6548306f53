import { describe, expect, it } from "vitest";
import type { PlanRequest } from "../../../../src/athlete/request.ts";
import { attemptPlan } from "../../../../src/jobs/compile/compile.ts";
import { aRequest } from "../../../support/a-request.ts";
import { aTask } from "../../../support/a-task.ts";
import { shipped } from "../../library/shipped.ts";

type Terms = Partial<PlanRequest["profile"]>;

/** What a plan of some weeks says that it gave up, for a rider of 35 with five days. */
function givenUp(weeks: number, terms: Terms, events: Pick<PlanRequest, "event" | "events"> = {}): string {
  const span = events.event === undefined ? { weeks } : {};
  const request = aRequest({ longest_recent_ride_minutes: 150, ...terms }, { ...events, ...span });
  const attempt = attemptPlan(aTask({ request }), shipped);
  if (attempt.kind !== "done") throw new Error(attempt.findings.map(({ message }) => message).join("; "));
  return (attempt.plan.plan_metadata.given_up ?? []).map(({ text }) => text).join("\n");
}

describe("a long ride on another day than the rider named is told with its cause", () => {
  const long_ride = { day: "Saturday" } as const;

  it.each<[string, Terms]>([
    ["In week 2 it is one of your days off,", { unavailable: [{ from: "2026-12-19", to: "2026-12-19" }] }],
    [
      "In week 2 it is none of your days then,",
      { hours_by_date: [{ from: "2026-12-14", to: "2026-12-20", days: ["Tuesday", "Thursday", "Sunday"] }] },
    ],
    [
      "In week 2 a ride of your own has that day,",
      { fixed_rides: [{ date: "2026-12-19", minutes: 60, effort: "hard" }] },
    ],
    [
      "In week 2 it has less than 30 min left,",
      {
        fixed_rides: [{ date: "2026-12-19", minutes: 80, effort: "easy" }],
        training_availability: {
          week_days: ["Tuesday", "Wednesday", "Thursday", "Saturday", "Sunday"],
          max_minutes_by_day: { Saturday: 100 },
        },
      },
    ],
  ])("%s", (text, terms) => {
    expect(givenUp(8, { long_ride, ...terms })).toContain(
      `You asked for long rides on Saturday. ${text} so another day has it.`,
    );
  });

  it.each(["2027-01-09", "2027-01-23"] as const)("names an event on %s that has the day", (date) => {
    const event = { date: "2027-03-14", type: "road_race", hours: 3 } as const;
    const said = givenUp(14, { long_ride }, { event, events: [{ date, priority: "B", type: "road_race", hours: 2 }] });
    expect(said).toMatch(
      /You asked for long rides on Saturday\. In week \d an event has that day, so another day has it\./,
    );
  });

  it("is not told where the day has it", () => {
    expect(givenUp(8, { long_ride })).not.toContain("long rides on");
  });
});

describe("a rhythm that no plan of these weeks has", () => {
  it("is told with the weeks in a row", () => {
    expect(givenUp(5, { rhythm: "3:1" })).toContain(
      "You asked for 3:1. Weeks 1 to 4 are 4 load weeks in a row: 5 weeks in all leave no better place for a recovery week.",
    );
  });

  it("is not told where it is kept", () => {
    expect(givenUp(8, { rhythm: "3:1" })).not.toContain("You asked for 3:1");
  });
});
