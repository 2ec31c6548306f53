import type { CommandSpec } from "../../command-spec.ts";

/** `undo`: takes a change back. */
export const undoSpec = {
  name: "undo",
  summary: "take a change back",
  args: [{ name: "[step]", about: "number of the step (default: the last one)" }],
  options: [
    { flags: "--plan <plan>", about: "a plan file, a plan id or a directory (default: the current plan)" },
    { flags: "--yes", about: "do it without asking", conflicts: ["dryRun"] },
    { flags: "--dry-run", about: "show what it would do, and do nothing" },
    { flags: "--today <date>", about: "as if it were this day" },
    { flags: "--quiet", about: "print errors only" },
  ],
  examples: ["cycling-plan undo", "cycling-plan undo 3 --dry-run"],
} as const satisfies CommandSpec;
