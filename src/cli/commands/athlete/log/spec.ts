import type { CommandSpec } from "../../../command-spec.ts";

/** `athlete log`: every change of the saved numbers. */
export const athleteLogSpec = {
  name: "log",
  summary: "list every change, the newest first",
  args: [{ name: "[name]", about: "one number only, such as ftp" }],
  examples: ["cycling-plan athlete log", "cycling-plan athlete log ftp"],
} as const satisfies CommandSpec;
