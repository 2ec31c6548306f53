import { describe, expect, it } from "vitest";
import { addDays } from "../../../src/base/calendar.ts";
import { checkPlan } from "../../../src/rules/check-plan.ts";
import { planView } from "../../../src/rules/view.ts";
import type { TrainingPlan } from "../../../src/plan/schema.ts";
import { changed, easyRide, resum, restDay, ride, steady, refill, week } from "./golden.ts";

const found = (breaks: (plan: TrainingPlan) => void): string[] => {
  const { hard, waivers } = checkPlan(planView(changed(breaks)));
  return [...hard, ...waivers].map(({ rule, message }) => `${rule}: ${message}`);
};

const BREAKS: readonly [string, RegExp, (plan: TrainingPlan) => void][] = [
  [
    "openers left out",
    /^last-days: no openers \d days? before the event$/,
    (plan) => {
      restDay(ride(plan, plan.weekly_plan.length, { role: "openers" }));
    },
  ],
  [
    "hard sessions that are called openers",
    /^hard-day-spacing: a hard day right after another$/,
    (plan) => {
      for (const workout of week(plan, 5).workouts) {
        if (workout.role !== "key" && workout.role !== "easy") continue;
        Object.assign(workout, structuredClone(ride(plan, 5, { role: "key" })), {
          role: "openers",
          weekday: workout.weekday,
          date: workout.date,
        });
      }
      resum(plan);
    },
  ],
  [
    "hours asked that nobody rides",
    /^load-figures: 20 h asked, the workouts are [\d.]+ h, 20 % either way allowed$/,
    (plan) => {
      week(plan, 5).target_hours = 20;
    },
  ],
  [
    "no test in the whole plan",
    /^test-timing: the plan holds no test$/,
    (plan) => {
      for (const one of plan.weekly_plan)
        for (const workout of one.workouts) if (workout.role === "test") easyRide(workout, 60);
    },
  ],
  [
    "days that stand in another order",
    /^dates: \w+day stands after \w+day$/,
    (plan) => {
      week(plan, 5).workouts.reverse();
    },
  ],
  [
    "another last day",
    /^dates: the plan says that it ends on/,
    (plan) => {
      plan.plan_metadata.end_date = addDays(plan.plan_metadata.end_date, 7);
    },
  ],
  [
    "a warm-up that falls",
    /^whole-numbers: .* has a warmup whose low power is above its high power$/,
    (plan) => {
      const { segments } = ride(plan, 2);
      refill(ride(plan, 2), [
        { type: "warmup", duration_min: 10, power_low_pct: 70, power_high_pct: 40, description: "" },
        ...segments,
      ]);
    },
  ],
  [
    "another FTP than the rider's",
    /^target-ftp: the plan says that it is made for an FTP of 300 W/,
    (plan) => {
      plan.plan_metadata.current_ftp = 300;
    },
  ],
  [
    "a whole week after a month without a ride at the start",
    /^return-week: /,
    (plan) => {
      for (const one of plan.weekly_plan.slice(0, 4))
        for (const workout of one.workouts) if (workout.segments.length > 0) restDay(workout);
      for (const workout of week(plan, 5).workouts)
        if (workout.segments.length > 0) refill(workout, [steady(90, 62)], { type: "endurance" });
      resum(plan);
    },
  ],
];

describe("what else breaks a rule", () => {
  it.each(BREAKS)("%s", (_name, says, breaks) => {
    expect(found(() => undefined)).toEqual([]);
    expect(found(breaks)).toContainEqual(expect.stringMatching(says));
  });
});
