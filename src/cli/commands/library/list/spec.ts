import type { CommandSpec } from "../../../command-spec.ts";
import { OWN_LIBRARY } from "../own-library.ts";

/** `library list`: every workout. */
export const libraryListSpec = {
  name: "list",
  summary: "list the workouts",
  options: [
    { flags: "--type <type>", about: "one workout type only" },
    { flags: "--family <name>", about: "one family only" },
    OWN_LIBRARY,
  ],
  examples: ["cycling-plan library list", "cycling-plan library list --type threshold"],
} as const satisfies CommandSpec;
