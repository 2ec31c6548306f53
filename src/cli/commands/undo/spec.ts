import { DRY_RUN_FLAG, PLAN_FLAG, QUIET_FLAG, TODAY_FLAG, YES_FLAG, type CommandSpec } from "../../command-spec.ts";

/** `undo`: takes a change back. */
export const undoSpec = {
  name: "undo",
  summary: "take a change back",
  args: [{ name: "[step]", about: "number of the step (default: the last one)" }],
  options: [PLAN_FLAG, YES_FLAG, DRY_RUN_FLAG, TODAY_FLAG, QUIET_FLAG],
  examples: ["cycling-plan undo", "cycling-plan undo 3 --dry-run"],
} as const satisfies CommandSpec;
