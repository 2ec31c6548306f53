import { describe, expect, it } from "vitest";
import { addDays } from "../../../../src/base/calendar.ts";
import { matchRides } from "../../../../src/jobs/review/match.ts";
import { riddenFitness, type RiddenFitness } from "../../../../src/jobs/review/ridden-fitness.ts";
import type { Ridden } from "../../../../src/jobs/review/ridden.ts";
import { aPlan, MONDAY } from "../../../support/a-plan.ts";

const plan = aPlan().training_plan;
const today = addDays(MONDAY, 7);
const asPlanned: readonly Ridden[] = plan.weekly_plan
  .flatMap(({ workouts }) => workouts)
  .filter(({ date, segments }) => date < today && segments.length > 0)
  .map(({ date, duration_min: minutes, tss }) => ({ day: date, seconds: minutes * 60, load: tss, isMeasured: true }));

function after(rides: readonly Ridden[]): RiddenFitness {
  const found = riddenFitness(plan, matchRides(plan, { rides, done: [], today }), addDays(MONDAY, 6));
  if (found === undefined) throw new Error("the plan has begun");
  return found;
}

describe("planned and ridden fitness", () => {
  it("are the same where the plan was ridden as it stands", () => {
    const { planned, low, high, unknown } = after(asPlanned);
    expect(low).toBeCloseTo(planned, 6);
    expect(high).toBeCloseTo(planned, 6);
    expect(unknown).toBe(0);
  });

  it("differ by what was ridden more", () => {
    const more = { day: addDays(MONDAY, 6), seconds: 3600, load: 42, isMeasured: true };
    const { planned, low, high } = after([...asPlanned, more]);
    expect(high - planned).toBeCloseTo(1, 6);
    expect(low).toBe(high);
  });

  it("lie between nothing and all of it where a day is not known", () => {
    const [tuesday] = asPlanned;
    const { planned, low, high, unknown } = after(asPlanned.slice(1));
    expect(unknown).toBe(1);
    expect(high).toBeCloseTo(planned, 6);
    // The load of a day counts a 42nd on that day, and a 42nd of it less on each of the five that follow.
    expect(planned - low).toBeCloseTo(((tuesday?.load ?? 0) / 42) * (41 / 42) ** 5, 6);
  });
});
