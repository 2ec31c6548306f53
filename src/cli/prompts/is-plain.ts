import type { System } from "../system.ts";

/** Columns below which nothing can be drawn again in place. */
const NARROWEST = 40;

/** True where prompts are written line by line: asked for, or all the terminal can do. */
export const isPlain = (system: Pick<System, "env" | "screen">, isAskedFor: boolean): boolean =>
  isAskedFor || system.env.TERM === "dumb" || system.screen().columns < NARROWEST;
