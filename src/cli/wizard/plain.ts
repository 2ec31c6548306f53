import type { Call } from "../command-spec.ts";

/** True where prompts are written line by line: asked for, or all the terminal can do. */
export const isPlain = ({ system, flags }: Pick<Call, "system" | "flags">): boolean =>
  flags.plain === true || system.env.TERM === "dumb";
