import type { CommandSpec } from "../../command-spec.ts";

/** `lint`: any plan against the named rules. */
export const lintSpec = {
  name: "lint",
  summary: "check a plan against the named rules",
  args: [
    {
      name: "[plan]",
      about:
        "a plan file (- reads standard input), a plan id, a directory, or a folder of zwo files in the order of weeks and days; left out: the current plan",
    },
  ],
  options: [
    {
      flags: "--rules [id]",
      about: "list the rules with their sources, or one of them",
      conflicts: ["rule", "severity", "athlete"],
    },
    { flags: "--rule <id...>", about: "check these rules only" },
    { flags: "--severity <level>", about: "hard: errors only; scored: notes only" },
    { flags: "--full", about: "every measure of the plan beside what others' plans hold" },
    { flags: "--athlete <file>", about: "a profile or request: the rider to check the plan for" },
  ],
  examples: [
    "cycling-plan lint",
    "cycling-plan lint plans/century-2027-03-14-k3f9_plan.json --severity hard",
    "cycling-plan lint made-elsewhere.json --athlete rider.json",
    "cycling-plan lint Zwift/Workouts/12345 --athlete rider.json",
    "cycling-plan lint --rules hard-day-spacing",
  ],
} as const satisfies CommandSpec;
