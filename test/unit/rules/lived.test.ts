import { describe, expect, it } from "vitest";
import { addDays, weekdayOf } from "../../../src/base/calendar.ts";
import type { LivedDay, TrainingPlan } from "../../../src/plan/schema.ts";
import { checkPlan } from "../../../src/rules/check-plan.ts";
import { livedView } from "../../../src/rules/lived.ts";
import { planView } from "../../../src/rules/view.ts";
import { changed, plant, restDay, resum, ride, steady, swapDays, week } from "./golden.ts";

const hard = (change: (plan: TrainingPlan) => void): string[] =>
  checkPlan(planView(changed(change))).hard.map(({ rule, message }) => `${rule}: ${message}`);

const KINDS: readonly LivedDay["kind"][] = ["missed", "ill", "off", "dropped", "changed"];

/** The Monday of week 3, free in the valid plan. */
const mondayOf = (plan: TrainingPlan) => week(plan, 3).start_date;

const live = (plan: TrainingPlan, kind: LivedDay["kind"], date = mondayOf(plan)): void => {
  plan.plan_metadata.lived = [{ date, kind }];
};

/** A short easy ride that the rider does anyway on that Monday, planted where it should stand or, moved, a day later. */
function ownRide(plan: TrainingPlan, at: { readonly planted?: "there" | "moved" | "never" } = {}): void {
  const date = mondayOf(plan);
  plan.athlete_profile.fixed_rides = [{ date, minutes: 30, effort: "easy" }];
  if (at.planted === "never") return;
  const isMoved = at.planted === "moved";
  const beside = ride(plan, 3, { weekday: "Tuesday" });
  if (isMoved) restDay(beside);
  plant(plan, 3, {
    weekday: isMoved ? "Tuesday" : weekdayOf(date),
    segments: [steady(30, 65)],
    role: "fixed",
    effort: "easy",
    ...(isMoved ? { original_date: date } : {}),
  });
  resum(plan);
}

describe("fixed-rides on a day that went otherwise", () => {
  const missing = "fixed-rides: the rider's own ride is missing (30 min, easy)";

  it.each(KINDS)("a missing one on a day that is %s", (kind) => {
    const found = hard((plan) => {
      ownRide(plan, { planted: "never" });
      live(plan, kind);
    });
    // What was missed still stands in the plan, and a day off is a day on which nothing is said.
    expect(found.includes(missing)).toBe(kind !== "ill" && kind !== "dropped");
  });

  it.each(KINDS)("one that nobody named on a day that is %s", (kind) => {
    const found = hard((plan) => {
      ownRide(plan);
      plan.athlete_profile.fixed_rides = [];
      live(plan, kind);
    });
    expect(found).toContain("fixed-rides: a ride of the rider's own that they did not name (30 min, easy)");
  });

  it("lets a ride that was moved count for its own day", () => {
    const found = hard((plan) => {
      ownRide(plan, { planted: "moved" });
      live(plan, "changed");
    });
    expect(found.filter((text) => text.startsWith("fixed-rides"))).toEqual([]);
  });

  it("lets one that was not ridden stand in the plan", () => {
    const found = hard((plan) => {
      ownRide(plan);
      live(plan, "missed");
    });
    expect(found.filter((text) => text.startsWith("fixed-rides"))).toEqual([]);
  });
});

describe("other-sport on a day that went otherwise", () => {
  it.each(KINDS)("stands as it was said on a day that is %s", (kind) => {
    const found = hard((plan) => {
      plan.athlete_profile.other_sport = [{ date: mondayOf(plan), minutes: 45, sport: "run", effort: "easy" }];
      live(plan, kind);
    });
    expect(found).toContain(`other-sport: other sport is missing (2026-12-21: 45 min of run, easy, load 30)`);
  });
});

describe("available-days on a day that was changed", () => {
  const friday = "available-days: training on a weekday that the rider did not choose, or that has no time";

  it("allows no ride that nobody moved there", () => {
    const found = hard((plan) => {
      swapDays(plan, 2, ["Thursday", "Friday"]);
      live(plan, "changed", addDays(week(plan, 2).start_date, 4));
    });
    expect(found).toContain(friday);
  });

  it("allows the ride that the rider moved there", () => {
    const found = hard((plan) => {
      for (const one of week(plan, 2).workouts) if (one.weekday === "Thursday") one.original_date = one.date;
      swapDays(plan, 2, ["Thursday", "Friday"]);
    });
    expect(found).not.toContain(friday);
  });
});

describe("a recovery week behind weeks in which nothing was ridden", () => {
  it.each([
    ["is ridden", false],
    ["is not ridden either", true],
  ])("has numbers that can be written where it %s", (_, isAll) => {
    const plan = changed((one) => {
      const { number } = planView(one).weeks.find(({ isRecovery }) => isRecovery) ?? { number: 0 };
      const gone = one.weekly_plan.slice(0, isAll ? number : number - 1).flatMap(({ workouts }) => workouts);
      one.plan_metadata.lived = [...new Set(gone.map(({ date }) => date))].map((date) => ({ date, kind: "ill" }));
    });
    const { hard: found, waivers } = checkPlan(livedView(planView(plan)));
    const all = [...found, ...waivers];
    expect(all.map(({ message }) => message)).toContain("nothing was ridden in the load weeks before it");
    expect(all.flatMap(({ numbers }) => Object.values(numbers)).filter((number) => !Number.isFinite(number))).toEqual(
      [],
    );
  });
});
