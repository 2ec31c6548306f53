import { TODAY_FLAG, UNITS_FLAG, type CommandSpec } from "../../command-spec.ts";

/** `show`: the season, a week or a day. */
export const showSpec = {
  name: "show",
  summary: "show a plan: the season, a week or a day",
  args: [
    {
      name: "[what...]",
      about:
        "tomorrow, sat, 6 Feb, week 6, event; a plan before it, or alone (default: the season of the current plan)",
    },
  ],
  options: [
    { flags: "--week <n>", about: "one week, by its number", conflicts: ["day"] },
    { flags: "--ftp <watts>", about: "of a plan without power: tell its rides in watts of this FTP" },
    { flags: "--day <date>", about: "one day: 2027-03-14, 14 March, Saturday" },
    {
      flags: "--open",
      about: "as a page in your browser, to look at and to print",
      conflicts: ["week", "day", "full"],
    },
    { flags: "--full", about: "everything: notes, scores, steps in percent, reasons with their rules" },
    { flags: "--health", about: "the whole health note as well" },
    UNITS_FLAG,
    TODAY_FLAG,
  ],
  examples: [
    "cycling-plan show",
    "cycling-plan show sat",
    "cycling-plan show --open",
    "cycling-plan show century-2027-03-14-k3f9 week 3",
  ],
} as const satisfies CommandSpec;
