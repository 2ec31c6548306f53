import { PLAN_ARGUMENT, TODAY_FLAG, type CommandSpec } from "../../command-spec.ts";

/** `show`: the season, a week or a day. */
export const showSpec = {
  name: "show",
  summary: "show a plan: the season, a week or a day",
  args: [PLAN_ARGUMENT],
  options: [
    { flags: "--week <n>", about: "one week, by its number", conflicts: ["day"] },
    { flags: "--ftp <watts>", about: "of a plan without power: tell its rides in watts of this FTP" },
    { flags: "--day <date>", about: "one day (2027-03-14, Saturday), with its workout drawn" },
    { flags: "--open", about: "as a page in your browser, to look at and to print", conflicts: ["week", "day"] },
    TODAY_FLAG,
  ],
  examples: [
    "cycling-plan show",
    "cycling-plan show century-2027-03-14-k3f9 --week 3",
    "cycling-plan show plans --day 2027-02-06",
    "cycling-plan show --open",
  ],
} as const satisfies CommandSpec;
