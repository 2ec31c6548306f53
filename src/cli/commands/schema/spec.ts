import type { CommandSpec } from "../../command-spec.ts";

/** `schema`: the file formats, for machines. */
export const schemaSpec = {
  name: "schema",
  summary: "print a file format as JSON Schema",
  args: [
    { name: "<name>", about: "request, plan, overview, week, athlete, asked, change, done, ride, job or library" },
  ],
  examples: ["cycling-plan schema request", "cycling-plan schema plan > plan.schema.json"],
} as const satisfies CommandSpec;
