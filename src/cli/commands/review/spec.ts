import {
  PLAN_ARGUMENT,
  QUIET_FLAG,
  RIDERS_FLAG,
  TIMEZONE_FLAG,
  TODAY_FLAG,
  type CommandSpec,
} from "../../command-spec.ts";

/** `review`: what was ridden, what it means, what is ahead, what could change. */
export const reviewSpec = {
  name: "review",
  summary: "look back on a week: planned and ridden",
  args: [PLAN_ARGUMENT],
  options: [
    {
      flags: "--week <n>",
      about: "this week of the plan (default: the last that is over)",
      conflicts: ["phase", "plan"],
    },
    { flags: "--phase", about: "the phase that you are in, by week", conflicts: ["plan"] },
    { flags: "--plan", about: "the whole plan, by week" },
    { flags: "--activities <path...>", about: "your recorded rides: exports of other programs, or FIT files" },
    { ...RIDERS_FLAG, conflicts: ["week", "phase", "plan", "activities", "timezone"] },
    TIMEZONE_FLAG,
    TODAY_FLAG,
    QUIET_FLAG,
  ],
  examples: [
    "cycling-plan review",
    "cycling-plan review --week 5 --activities my-fit-files/",
    "cycling-plan review --phase",
    "cycling-plan review --riders riders",
  ],
} as const satisfies CommandSpec;
