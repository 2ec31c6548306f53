import { TODAY_FLAG, type CommandSpec } from "../../command-spec.ts";

/** `plans`: what has been planned and scheduled. */
export const plansSpec = {
  name: "plans",
  summary: "list plans and where they stand",
  options: [TODAY_FLAG, { flags: "--out <dir>", about: "directory of the plans (default: ./plans)" }],
  examples: ["cycling-plan plans"],
} as const satisfies CommandSpec;
