import type { Help } from "commander";
import { hanging, widthOf, wrap } from "../report/columns.ts";
import type { System } from "./system.ts";

/** Columns of the help where the screen has them. */
const HELP_WIDTH = 80;
export const helpWidth = ({ width }: Pick<System, "width">): number => Math.min(width, HELP_WIDTH);
/** Words with less room than this beside a flag stand below it. */
const LEAST_BESIDE = 24;
const USAGE = "Usage: ";

/** A flag and what it does, within the screen. */
function item(term: string, termWidth: number, { about, width }: { about: string; width: number }): string {
  const beside = `  ${term.padEnd(termWidth)}  `;
  if (width - widthOf(beside) >= LEAST_BESIDE) return hanging(beside, about, width).join("\n");
  return [...hanging("  ", term, width), ...hanging("    ", about, width)].join("\n");
}

/** How commander lays its help out on a narrow screen: it wraps no words itself that have less than 40 columns. */
export const helpLayout = (columns: number): Partial<Help> => {
  if (columns >= HELP_WIDTH) return {};
  return {
    styleTitle: (title) => wrap(title, columns).join("\n"),
    styleUsage: (usage) => hanging(USAGE, usage, columns).join("\n").slice(USAGE.length),
    styleCommandDescription: (text) => wrap(text, columns).join("\n"),
    formatItem: (term, termWidth, about) => item(term, termWidth, { about, width: columns }),
  };
};
