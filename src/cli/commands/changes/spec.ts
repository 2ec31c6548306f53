import type { CommandSpec } from "../../command-spec.ts";

/** `changes`: what was done to a plan. */
export const changesSpec = {
  name: "changes",
  summary: "list what was changed, newest first",
  args: [
    { name: "[plan]", about: "plan id, file or directory (default: the current plan); a number alone is a step of it" },
    { name: "[step]", about: "one step, whole" },
  ],
  options: [{ flags: "--step <n>", about: "the same as the number alone" }],
  examples: ["cycling-plan changes", "cycling-plan changes 3", "cycling-plan changes century 3"],
} as const satisfies CommandSpec;
