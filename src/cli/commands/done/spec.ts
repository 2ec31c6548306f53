import { PLAN_FLAG, QUIET_FLAG, TODAY_FLAG, type CommandSpec } from "../../command-spec.ts";

/** `done`: a day was ridden, or not. It changes no plan. */
export const doneSpec = {
  name: "done",
  summary: "note that you rode: done tue, done tue --minutes 60",
  args: [{ name: "[day...]", about: "which day (default: today)" }],
  options: [
    PLAN_FLAG,
    { flags: "--minutes <minutes>", about: "how long it was" },
    { flags: "--feel <n>", about: "how hard it felt, 1 to 10" },
    { flags: "--not", about: "it was not ridden" },
    TODAY_FLAG,
    QUIET_FLAG,
  ],
  examples: ["cycling-plan done", "cycling-plan done tue --minutes 60 --feel 5"],
} as const satisfies CommandSpec;
