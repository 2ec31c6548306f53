import { DRY_RUN_FLAG, PLAN_FLAG, QUIET_FLAG, TODAY_FLAG, YES_FLAG, type CommandSpec } from "../../command-spec.ts";

/** `change`: what happened, or is wanted, in a few words; seen before it is done. */
export const changeSpec = {
  name: "change",
  summary: "missed, ill, away, moved: seen first, then yes",
  args: [{ name: "[words...]", about: "what happened: missed tue, sick tue-fri, move sat sun, hours 6" }],
  options: [
    PLAN_FLAG,
    YES_FLAG,
    DRY_RUN_FLAG,
    { flags: "--way <n>", about: "another way to do it, where there are several: 2" },
    { flags: "--above-neck", about: "with sick: a cold above the neck only, no fever" },
    { flags: "--every-day", about: "show every day that changes" },
    { flags: "--out <file>", about: "keep the proposal in a file, and do nothing", conflicts: ["yes"] },
    { flags: "--apply <file>", about: "do what such a file proposes, if the plan is as it was" },
    { flags: "--accept-edits", about: "the plan file counts as it is, though edited by hand" },
    TODAY_FLAG,
    QUIET_FLAG,
  ],
  examples: [
    "cycling-plan change missed tue",
    "cycling-plan change sick tue-fri",
    "cycling-plan change move sat sun and shorten thu to 60",
    "cycling-plan change hours 6 next week --dry-run",
  ],
} as const satisfies CommandSpec;
