import type { CommandSpec } from "../command-spec.ts";
import { loadNotYet } from "../later.ts";

/** `plans`: what has been planned and scheduled. */
export const plansCommand: CommandSpec = {
  name: "plans",
  summary: "list plans and where they stand",
  options: [{ flags: "--out <dir>", about: "directory of the plans (default: ./plans)" }],
  examples: ["cycling-plan plans"],
  load: loadNotYet("plans", "list finished plans and their dates"),
};
