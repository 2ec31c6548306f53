import type { CommandSpec } from "../command-spec.ts";
import { loadNotYet } from "../later.ts";

/** `status`: how far a run came. */
export const statusCommand: CommandSpec = {
  name: "status",
  summary: "say how far a run came",
  args: [{ name: "[job]", about: "a job id; left out: all of them" }],
  options: [{ flags: "--out <dir>", about: "directory of the plans (default: ./plans)" }],
  examples: ["cycling-plan status", "cycling-plan status plan_1734376800_a1b2c3d4"],
  load: loadNotYet("status", "read the job records; until then see {plan_id}_job.json in the output directory"),
};
