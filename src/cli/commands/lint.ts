import type { CommandSpec } from "../command-spec.ts";
import { loadNotYet } from "../later.ts";

/** `lint`: any plan against the named rules. */
export const lintCommand: CommandSpec = {
  name: "lint",
  summary: "check a plan against the named rules",
  args: [{ name: "[path]", about: "a plan file, or a folder of workouts" }],
  options: [
    { flags: "--rules [id]", about: "list the rules with their sources" },
    { flags: "--rule <id>", about: "check one rule only" },
    { flags: "--severity <level>", about: "hard or scored" },
    { flags: "--athlete <file>", about: "the rider a foreign plan is for" },
  ],
  examples: ["cycling-plan lint plans/century-2027-03-14-k3f9_plan.json", "cycling-plan lint --rules"],
  load: loadNotYet("lint", "check any plan, also one edited by hand"),
};
