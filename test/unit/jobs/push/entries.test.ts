import { expect, it } from "vitest";
import { pushedEntries } from "../../../../src/jobs/push/entries.ts";
import type { PlanEvent } from "../../../../src/plan/event-schema.ts";
import { aPlan, aWeek, aWorkout, MONDAY } from "../../../support/a-plan.ts";

const EVENT: PlanEvent = {
  name: "Grandma's Grand Tour",
  date: MONDAY,
  type: "road_race",
  hours: 3,
  intensity_pct: 80,
  priority: "B",
  days: 1,
};

it("names an event and a ride of one's own by their kinds", () => {
  const rides = [
    aWorkout({ date: MONDAY, role: "event", priority: "B", name: `B event: ${String(EVENT.name)} (road race), day 1 of 2` }),
    aWorkout({ date: MONDAY, role: "fixed", name: "Coffee with Ann", effort: "easy" }),
  ]; // prettier-ignore
  const plan = aPlan({ weeks: [aWeek(1, { workouts: rides })], metadata: { event: EVENT } });
  const { entries } = pushedEntries(plan, {});
  expect(entries.slice(1).map(({ fields }) => fields.name)).toEqual([
    "B event: road race, day 1 of 2",
    "A ride of your own",
  ]);
  expect(JSON.stringify(entries)).not.toMatch(/Grandma|Ann\b/);
});
