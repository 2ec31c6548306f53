import type { CommandSpec } from "../../../command-spec.ts";
import { OWN_LIBRARY } from "../own-library.ts";

/** `library show`: one workout. */
export const libraryShowSpec = {
  name: "show",
  summary: "show one workout",
  args: [{ name: "<id>", about: "id of the workout, as library list prints it" }],
  options: [OWN_LIBRARY],
  examples: ["cycling-plan library show tempo_2x10_80"],
} as const satisfies CommandSpec;
