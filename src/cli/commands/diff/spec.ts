import type { CommandSpec } from "../../command-spec.ts";

/** `diff`: plans side by side; nothing is written. */
export const diffSpec = {
  name: "diff",
  summary: "plans, states of one and proposals side by side",
  args: [
    {
      name: "<plans...>",
      about: "two or more: a plan, PLAN@3 after its third change, PLAN@0 as it was made, a file of change --out",
    },
  ],
  examples: [
    "cycling-plan diff century century-7h",
    "cycling-plan diff century@0 century",
    "cycling-plan diff century easier.json fewer-hours.json",
  ],
} as const satisfies CommandSpec;
