import type { GroupSpec } from "../../command-spec.ts";

/** `library`: the workouts that plans are made of. */
export const libraryGroup: GroupSpec = {
  name: "library",
  summary: "look at the workouts plans are made of",
  examples: ["cycling-plan library list", "cycling-plan library check"],
};
