import type { CommandSpec } from "../../../command-spec.ts";
import { OWN_LIBRARY } from "../own-library.ts";

/** `library check`: that the workouts are what they say. */
export const libraryCheckSpec = {
  name: "check",
  summary: "prove that every workout is what it says",
  options: [OWN_LIBRARY],
  examples: ["cycling-plan library check", "cycling-plan library check --library my-library"],
} as const satisfies CommandSpec;
