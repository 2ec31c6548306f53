import type { CommandSpec } from "../command-spec.ts";

/** `doctor`: what the program finds on this machine. */
export const doctorCommand: CommandSpec = {
  name: "doctor",
  summary: "check this installation and say where things are",
  examples: ["cycling-plan doctor", "cycling-plan doctor --json"],
  load: async () => (await import("../actions/doctor.ts")).doctor,
};
