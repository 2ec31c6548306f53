import { PLAN_ARGUMENT, type CommandSpec } from "../../command-spec.ts";

/** `pull`: new rides, noted beside the plan. */
export const pullSpec = {
  name: "pull",
  summary: "read new rides: from Zwift's folder, and from yours",
  args: [PLAN_ARGUMENT],
  options: [
    { flags: "--from <folder>", about: "your recordings or exports lie here; it is remembered", conflicts: ["forget"] },
    { flags: "--forget <folder>", about: "do not read this folder any more" },
    { flags: "--timezone <zone>", about: "where you ride, such as Europe/Berlin (default: this computer's)" },
    { flags: "--today <date>", about: "as if it were this day" },
    { flags: "--quiet", about: "print errors only" },
  ],
  examples: ["cycling-plan pull", "cycling-plan pull --from ~/Documents/rides"],
} as const satisfies CommandSpec;
