import type { RuleCase } from "./cases.ts";
import { week } from "./golden.ts";

/** The rider's terms about time and effort: one failing and one keeping case for each rule. */
export const TIME_TERMS: readonly RuleCase[] = [
  {
    rule: "start-phase",
    breaks: (plan) => {
      plan.athlete_profile.start_phase = "build";
      for (const one of plan.weekly_plan) if (one.phase === "base") one.phase = "build";
      week(plan, 2).phase = "base";
    },
    keeps: (plan) => {
      plan.athlete_profile.start_phase = "build";
      for (const one of plan.weekly_plan) if (one.phase === "base") one.phase = "build";
    },
    week: 2,
    says: /^week 2 is a base week, and the base is done after week 0$/,
  },
];
