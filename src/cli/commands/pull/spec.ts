import { PLAN_ARGUMENT, QUIET_FLAG, TIMEZONE_FLAG, TODAY_FLAG, type CommandSpec } from "../../command-spec.ts";

/** `pull`: new rides, noted beside the plan. */
export const pullSpec = {
  name: "pull",
  summary: "read new rides: from Zwift's folder, and from yours",
  args: [PLAN_ARGUMENT],
  options: [
    {
      flags: "--from <folder>",
      about: "where recordings or exports lie, or intervals.icu; it is remembered",
      conflicts: ["forget"],
    },
    { flags: "--forget <folder>", about: "do not read it any more" },
    { flags: "--athlete <id>", about: "whose rides at intervals.icu (default: the owner of the key, 0)" },
    { flags: "--timeout <s>", about: "longest time for intervals.icu (default: 300)" },
    TIMEZONE_FLAG,
    TODAY_FLAG,
    QUIET_FLAG,
  ],
  examples: [
    "cycling-plan pull",
    "cycling-plan pull --from ~/Documents/rides",
    "cycling-plan pull --from intervals.icu",
  ],
} as const satisfies CommandSpec;
