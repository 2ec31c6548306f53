import type { CommandSpec } from "../command-spec.ts";

const FILE = { name: "<file>", about: "a JSON file; - reads standard input" } as const;

/** `tool`: the three steps of a plan, for machines. */
export const toolCommand: CommandSpec = {
  name: "tool",
  summary: "check a proposed overview, week or plan (for machines)",
  commands: [
    {
      name: "overview",
      summary: "check an overview",
      args: [FILE],
      examples: ["cycling-plan tool overview proposal.json"],
      load: async () => (await import("../actions/tool.ts")).overviewTool,
    },
    {
      name: "week",
      summary: "check one week against its overview",
      args: [FILE],
      examples: ["cycling-plan tool week proposal.json"],
      load: async () => (await import("../actions/tool.ts")).weekTool,
    },
    {
      name: "finalize",
      summary: "put the weeks together and check the whole",
      args: [FILE],
      examples: ["cycling-plan tool finalize proposal.json"],
      load: async () => (await import("../actions/tool.ts")).finalizeTool,
    },
  ],
  examples: ["cycling-plan tool overview proposal.json", "cycling-plan tool week - < week.json"],
};
