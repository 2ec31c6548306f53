import type { CommandSpec } from "../../command-spec.ts";

/** `plans`: what has been planned and scheduled. */
export const plansCommand: CommandSpec = {
  name: "plans",
  summary: "list plans and where they stand",
  options: [{ flags: "--out <dir>", about: "directory of the plans (default: ./plans)" }],
  examples: ["cycling-plan plans"],
  load: async () => (await import("./run.ts")).plans,
};
