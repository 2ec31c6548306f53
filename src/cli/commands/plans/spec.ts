import { RIDERS_FLAG, TODAY_FLAG, type CommandSpec } from "../../command-spec.ts";

/** `plans`: what has been planned and scheduled. */
export const plansSpec = {
  name: "plans",
  summary: "list plans and where they stand; plans use ID chooses one",
  args: [{ name: "[words...]", about: "use ID: make that plan the current one; left out: the list" }],
  options: [
    TODAY_FLAG,
    { flags: "--out <dir>", about: "directory of the plans (default: ./plans)" },
    { ...RIDERS_FLAG, conflicts: ["out"] },
  ],
  examples: ["cycling-plan plans", "cycling-plan plans use spring-century", "cycling-plan plans --riders riders"],
} as const satisfies CommandSpec;
