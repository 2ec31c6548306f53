import type { CommandSpec, OptionSpec } from "../../command-spec.ts";

const FILE = { name: "<file>", about: "a JSON file; - reads standard input" } as const;
const WRITE: readonly OptionSpec[] = [
  { flags: "--out <dir>", about: "also write what was accepted to this directory" },
  { flags: "--force", about: "replace a file of that name" },
];

/** `tool`: the three steps of a plan, for machines. */
export const toolCommand: CommandSpec = {
  name: "tool",
  summary: "check a proposed overview, week or plan (for machines)",
  commands: [
    {
      name: "overview",
      summary: "check an overview",
      args: [FILE],
      options: [
        { flags: "--profile <file>", about: "the athlete, for an overview in the arguments of create_plan_overview" },
        { flags: "--plan-id <id>", about: "the plan id to give such an overview" },
        { flags: "--today <date>", about: "the day to plan from" },
        ...WRITE,
      ],
      examples: [
        "cycling-plan tool overview proposal.json --json",
        "cycling-plan tool overview arguments.json --profile rider.json --out plans",
        "cycling-plan tool overview - --out plans < proposal.json",
      ],
      load: async () => (await import("./overview/run.ts")).overviewTool,
    },
    {
      name: "week",
      summary: "check the workouts of one week against its overview",
      args: [{ name: "<file>", about: "plan_id, week_number and workouts as JSON; - reads standard input" }],
      options: [
        { flags: "--overview <file>", about: "the overview; left out: {plan_id}_overview.json in --out or ./plans" },
        ...WRITE,
      ],
      examples: [
        "cycling-plan tool week week.json --overview plans/spring_overview.json",
        "cycling-plan tool week - --out plans < week.json",
      ],
      load: async () => (await import("./week/run.ts")).weekTool,
    },
    {
      name: "finalize",
      summary: "put the weeks of an overview together and check the whole",
      args: [{ name: "<file>", about: "the overview; its week files lie beside it" }],
      options: WRITE,
      examples: ["cycling-plan tool finalize plans/spring_overview.json --out plans"],
      load: async () => (await import("./finalize/run.ts")).finalizeTool,
    },
  ],
  examples: ["cycling-plan tool overview proposal.json", "cycling-plan tool week week.json --out plans"],
};
