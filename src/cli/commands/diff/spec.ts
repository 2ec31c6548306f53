import type { CommandSpec } from "../../command-spec.ts";

/** `diff`: plans side by side; nothing is written. */
export const diffSpec = {
  name: "diff",
  summary: "plans, or states of one, side by side",
  args: [
    { name: "<plans...>", about: "two or more plans; PLAN@3 is a plan after its third change, PLAN@0 as it was made" },
  ],
  examples: ["cycling-plan diff century century-7h", "cycling-plan diff century@0 century"],
} as const satisfies CommandSpec;
