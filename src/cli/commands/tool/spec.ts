import type { GroupSpec } from "../../command-spec.ts";

/** `tool`: the three steps of a plan, for machines. */
export const toolGroup: GroupSpec = {
  name: "tool",
  summary: "check a proposed overview, week or plan (for machines)",
  examples: ["cycling-plan tool overview proposal.json", "cycling-plan tool week week.json --out plans"],
};
