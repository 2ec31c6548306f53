import type { CommandSpec } from "../../command-spec.ts";

/** `change`: what happened, or is wanted, in a few words; seen before it is done. */
export const changeSpec = {
  name: "change",
  summary: "missed, ill, away, moved: seen first, then yes",
  args: [{ name: "[words...]", about: "what happened: missed tue, sick tue-fri, move sat sun, hours 6" }],
  options: [
    { flags: "--plan <plan>", about: "a plan file, a plan id or a directory (default: the current plan)" },
    { flags: "--yes", about: "do it without asking", conflicts: ["dryRun"] },
    { flags: "--dry-run", about: "show what it would do, and do nothing" },
    { flags: "--way <n>", about: "another way to do it, where there are several: 2" },
    { flags: "--above-neck", about: "with sick: a cold above the neck only, no fever" },
    { flags: "--every-day", about: "show every day that changes" },
    { flags: "--out <file>", about: "keep the proposal in a file, and do nothing", conflicts: ["yes"] },
    { flags: "--apply <file>", about: "do what such a file proposes, if the plan is as it was" },
    { flags: "--accept-edits", about: "take a plan file that was edited by hand as it is" },
    { flags: "--today <date>", about: "as if it were this day" },
    { flags: "--quiet", about: "print errors only" },
  ],
  examples: [
    "cycling-plan change missed tue",
    "cycling-plan change sick tue-fri",
    "cycling-plan change move sat sun and shorten thu to 60",
    "cycling-plan change hours 6 next week --dry-run",
  ],
} as const satisfies CommandSpec;
