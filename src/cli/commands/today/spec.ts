import { PLAN_ARGUMENT, TODAY_FLAG, UNITS_FLAG, type CommandSpec } from "../../command-spec.ts";

/** `today`: what to ride. */
export const todaySpec = {
  name: "today",
  summary: "say what to ride today",
  args: [PLAN_ARGUMENT],
  options: [
    { flags: "--next", about: "the next ride instead", conflicts: ["week"] },
    { flags: "--week", about: "the whole week instead" },
    { flags: "--full", about: "everything: steps in percent, the whole text, reasons with their rules" },
    { flags: "--health", about: "the whole health note as well" },
    UNITS_FLAG,
    TODAY_FLAG,
  ],
  examples: ["cycling-plan today", "cycling-plan today --next", "cycling-plan today --week"],
} as const satisfies CommandSpec;
