import { UNITS_FLAG, type CommandSpec } from "../../../command-spec.ts";

/** `athlete show`: what is saved of the rider. */
export const athleteShowSpec = {
  name: "show",
  summary: "show what is saved, and since when",
  options: [UNITS_FLAG],
  examples: ["cycling-plan athlete show"],
} as const satisfies CommandSpec;
