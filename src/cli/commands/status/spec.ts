import { CLOCK_FLAG, TODAY_FLAG, type CommandSpec } from "../../command-spec.ts";

/** `status`: how far a run came. */
export const statusSpec = {
  name: "status",
  summary: "say where you stand, and how far a run came",
  args: [{ name: "[job]", about: "a job id or a plan id; left out: your plan, and all runs" }],
  options: [TODAY_FLAG, { flags: "--out <dir>", about: "directory of the plans (default: ./plans)" }, CLOCK_FLAG],
  examples: ["cycling-plan status", "cycling-plan status plan_1734376800_a1b2c3d4"],
} as const satisfies CommandSpec;
