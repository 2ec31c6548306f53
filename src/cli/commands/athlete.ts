import type { CommandSpec } from "../command-spec.ts";
import { loadNotYet } from "../later.ts";

/** `athlete`: the saved rider. */
export const athleteCommand: CommandSpec = {
  name: "athlete",
  summary: "keep your own numbers between plans",
  commands: [
    {
      name: "show",
      summary: "show what is saved",
      examples: ["cycling-plan athlete show"],
      load: loadNotYet("athlete show", "show your saved numbers"),
    },
    {
      name: "set",
      summary: "save a number, with its date",
      args: [{ name: "<answers...>", about: "such as ftp=270 weight=70kg" }],
      examples: ["cycling-plan athlete set ftp=270"],
      load: loadNotYet("athlete set", "save your numbers for the next plan"),
    },
    {
      name: "log",
      summary: "list earlier values",
      examples: ["cycling-plan athlete log"],
      load: loadNotYet("athlete log", "list what you saved and when"),
    },
  ],
  examples: ["cycling-plan athlete show", "cycling-plan athlete set ftp=270"],
};
