import type { CommandSpec } from "../../../command-spec.ts";
import { WRITE_ACCEPTED } from "../arguments.ts";

/** `tool finalize`: is this a whole plan? */
export const toolFinalizeSpec = {
  name: "finalize",
  summary: "put the weeks of an overview together and check the whole",
  args: [{ name: "<file>", about: "the overview; its week files lie beside it" }],
  options: WRITE_ACCEPTED,
  examples: ["cycling-plan tool finalize plans/spring_overview.json --out plans"],
} as const satisfies CommandSpec;
