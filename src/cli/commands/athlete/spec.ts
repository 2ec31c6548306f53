import type { CommandSpec } from "../../command-spec.ts";

/** `athlete`: the saved rider. */
export const athleteCommand: CommandSpec = {
  name: "athlete",
  summary: "keep your own numbers between plans",
  commands: [
    {
      name: "show",
      summary: "show what is saved, and since when",
      examples: ["cycling-plan athlete show"],
      load: async () => (await import("./show/run.ts")).athleteShow,
    },
    {
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
      load: async () => (await import("./set/run.ts")).athleteSet,
    },
    {
      name: "log",
      summary: "list every change, the newest first",
      args: [{ name: "[name]", about: "one number only, such as ftp" }],
      examples: ["cycling-plan athlete log", "cycling-plan athlete log ftp"],
      load: async () => (await import("./log/run.ts")).athleteLog,
    },
  ],
  examples: ["cycling-plan athlete show", "cycling-plan athlete set ftp=270", "cycling-plan athlete log ftp"],
};
