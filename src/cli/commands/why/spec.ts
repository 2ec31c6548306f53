import { TODAY_FLAG, type CommandSpec } from "../../command-spec.ts";

/** `why`: the rules and numbers behind a plan, a week or a day. */
export const whySpec = {
  name: "why",
  summary: "explain why a plan, a week or a day is as it is",
  args: [
    {
      name: "[what...]",
      about: "tomorrow, sat, week 6; a plan before it, or alone (default: all of the current plan)",
    },
  ],
  options: [
    { flags: "--week <n>", about: "one week, by its number", conflicts: ["day"] },
    { flags: "--day <date>", about: "one day: 2027-03-14, 14 March, Saturday" },
    { flags: "--full", about: "with every number, and the rules by their names" },
    TODAY_FLAG,
  ],
  examples: ["cycling-plan why week 3", "cycling-plan why sat"],
} as const satisfies CommandSpec;
