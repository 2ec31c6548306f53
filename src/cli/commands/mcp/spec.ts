import type { CommandSpec } from "../../command-spec.ts";

/** `mcp`: plans for an assistant that acts for a rider. */
export const mcpSpec = {
  name: "mcp",
  summary: "serve plans to an assistant (Model Context Protocol)",
  options: [{ flags: "--root <dir>", about: "the one folder that is read and written (default: the current one)" }],
  examples: ["cycling-plan mcp", "cycling-plan mcp --root training"],
} as const satisfies CommandSpec;
