import type { CommandSpec } from "../../../command-spec.ts";

/** `athlete set`: numbers with the day from which they hold. */
export const athleteSetSpec = {
  name: "set",
  summary: "save numbers with their day; generate suggests them",
  args: [
    {
      name: "<answers...>",
      about:
        "NAME=VALUE, such as ftp=270 weight=70kg days=tue,thu,sat; the names are those of the flags of generate; NAME=- takes one out",
    },
  ],
  options: [{ flags: "--date <date>", about: "the day from which they hold (default: today)" }],
  examples: [
    "cycling-plan athlete set ftp=270",
    "cycling-plan athlete set ftp=270 last-test=2026-11-20 --date 2026-11-20",
    "cycling-plan athlete set max-hr=-",
  ],
} as const satisfies CommandSpec;
