import { AbortPromptError, CancelPromptError, ExitPromptError } from "@inquirer/core";
import { hanging } from "../../report/columns.ts";
import type { Prompter } from "../../wizard/prompter.ts";
import type { System } from "../system.ts";
import type { Line } from "./line-prompt.ts";

/** What prompts need of the machine. */
export type Machine = Pick<System, "screen" | "err" | "isCancelled" | "keys" | "onContinue">;

/** A prompter that holds the terminal until it is closed. */
export interface OpenPrompter extends Prompter {
  readonly close: () => void;
}

const WIDEST = 80;
/** How often a signal from outside is looked for while a prompt waits. */
const LOOK_EVERY_MS = 100;

/** Columns that text is written in. */
export const widthOf = ({ screen }: Pick<System, "screen">): number => Math.min(screen().columns, WIDEST);

/** What later lines of a text stand below: its blanks, a number, the sign of a warning, or a label in a column of its own. */
const MARK = /^ *(?:\d+\.? |! )?(?:\S(?: ?\S)* {2,}(?=\S))?/;
/** More than this share of a narrow screen is no margin. */
const WIDEST_MARK = 0.5;
const BLANKS = /^ */;

/** A text in the columns that there are. */
export function folded(text: string, width: number): string {
  if (text.length <= width) return text;
  const [label = ""] = MARK.exec(text) ?? [];
  const [mark = ""] = label.length <= width * WIDEST_MARK ? [label] : (BLANKS.exec(text) ?? []);
  return hanging(mark, text.slice(mark.length), width).join("\n");
}

/** Runs one prompt; Ctrl-C, a closed terminal and a signal from outside all end it without an answer. */
export async function guarded({ isCancelled }: Machine, prompt: (signal: AbortSignal) => Promise<Line>): Promise<Line> {
  const stop = new AbortController();
  const watch = setInterval(() => {
    if (isCancelled()) stop.abort();
  }, LOOK_EVERY_MS);
  try {
    return await prompt(stop.signal);
  } catch (error) {
    const isStop =
      error instanceof ExitPromptError || error instanceof AbortPromptError || error instanceof CancelPromptError;
    if (isStop) return undefined;
    throw error;
  } finally {
    clearInterval(watch);
  }
}
