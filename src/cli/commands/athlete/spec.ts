import type { GroupSpec } from "../../command-spec.ts";

/** `athlete`: the saved rider. */
export const athleteGroup: GroupSpec = {
  name: "athlete",
  summary: "keep your own numbers between plans",
  examples: ["cycling-plan athlete show", "cycling-plan athlete set ftp=270", "cycling-plan athlete log ftp"],
};
