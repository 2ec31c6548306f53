import type { Call } from "../command-spec.ts";

/** Columns below which nothing can be drawn again in place. */
const NARROWEST = 40;

/** True where prompts are written line by line: asked for, or all the terminal can do. */
export const isPlain = ({ system, flags }: Pick<Call, "system" | "flags">): boolean =>
  flags.plain === true || system.env.TERM === "dumb" || system.screen().columns < NARROWEST;
