import { PLAN_ARGUMENT, type CommandSpec } from "../../command-spec.ts";

/** `changes`: what was done to a plan. */
export const changesSpec = {
  name: "changes",
  summary: "list what was changed, newest first",
  args: [PLAN_ARGUMENT],
  options: [{ flags: "--step <n>", about: "one step, whole" }],
  examples: ["cycling-plan changes", "cycling-plan changes --step 3"],
} as const satisfies CommandSpec;
