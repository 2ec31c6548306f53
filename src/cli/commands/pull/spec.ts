import { PLAN_ARGUMENT, QUIET_FLAG, TIMEZONE_FLAG, TODAY_FLAG, type CommandSpec } from "../../command-spec.ts";

/** `pull`: new rides, noted beside the plan. */
export const pullSpec = {
  name: "pull",
  summary: "read new rides: from Zwift's folder, and from yours",
  args: [PLAN_ARGUMENT],
  options: [
    { flags: "--from <folder>", about: "your recordings or exports lie here; it is remembered", conflicts: ["forget"] },
    { flags: "--forget <folder>", about: "do not read this folder any more" },
    TIMEZONE_FLAG,
    TODAY_FLAG,
    QUIET_FLAG,
  ],
  examples: ["cycling-plan pull", "cycling-plan pull --from ~/Documents/rides"],
} as const satisfies CommandSpec;
