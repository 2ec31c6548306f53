import { TODAY_FLAG, type CommandSpec } from "../../command-spec.ts";

/** `schedule`: a plan from another day on. */
export const scheduleSpec = {
  name: "schedule",
  summary: "start a plan on another day, or cancel it",
  args: [{ name: "<plan>", about: "a plan file, a plan id or a directory" }],
  options: [
    {
      flags: "--start <date>",
      about: "first day (2027-01-04, next Monday); weeks begin on the Monday on or after it",
      conflicts: ["cancel"],
    },
    { flags: "--cancel", about: "cancel what was scheduled" },
    TODAY_FLAG,
  ],
  examples: [
    "cycling-plan schedule spring-century --start 2027-01-04",
    "cycling-plan schedule spring-century --cancel",
  ],
} as const satisfies CommandSpec;
