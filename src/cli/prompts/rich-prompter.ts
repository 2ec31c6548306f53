import { hanging } from "../../report/columns.ts";
import type { Page } from "../../report/page.ts";
import type { Ask, Tone } from "../../wizard/prompter.ts";
import { daysPrompt } from "./days-prompt.ts";
import { linePrompt, type Line } from "./line-prompt.ts";
import { listPrompt } from "./list-prompt.ts";
import { PromptInput } from "./prompt-input.ts";
import { PromptOutput } from "./prompt-output.ts";
import { folded, guarded, widthOf, type Machine, type OpenPrompter } from "./run-prompt.ts";

/** Lines of a list's screen that are not the list: question, help, and some of what was said before. */
const LINES_BESIDE_LIST = 6;
const SHORTEST_LIST = 3;
const listLines = ({ screen }: Machine): number => Math.max(SHORTEST_LIST, screen().rows - LINES_BESIDE_LIST);

/** Prompts with lists and colour, redrawn as the rider types. */
export function richPrompter(machine: Machine, { paint, unicode }: Page): OpenPrompter {
  const input = new PromptInput(machine);
  const warn = (text: string): string =>
    hanging("  ", text, widthOf(machine) - 1)
      .map(paint.bad)
      .join("\n");
  const marks = { mark: paint.good("?"), quiet: paint.quiet, warn };
  const colours: Readonly<Record<Tone, (text: string) => string>> = {
    heading: paint.heading,
    plain: (text) => text,
    hint: paint.quiet,
    warning: paint.warn,
    good: paint.good,
  };
  const promptFor = (question: Ask, signal: AbortSignal): Promise<Line> => {
    // A prompt ends the stream that it was given.
    const context = { input, output: new PromptOutput(machine, false), signal };
    const { message, initial = "" } = question;
    const width = widthOf(machine);
    if (question.kind === "choice") {
      const pointer = unicode ? "❯" : ">";
      const { choices, ownWords } = question;
      const size = { width: widthOf(machine), lines: listLines(machine) };
      return listPrompt(
        { message, initial, choices, ownWords, pointer, chosen: paint.good, ...size, ...marks },
        context,
      );
    }
    const prompt = question.kind === "days" ? daysPrompt : linePrompt;
    return prompt({ message, initial, width, check: question.check, ...marks }, context);
  };
  return {
    say: (tone, text) => {
      const before = tone === "heading" ? "\n" : "";
      const mark = tone === "warning" ? "! " : "";
      machine.err(`${before}${colours[tone](folded(`${mark}${text}`, widthOf(machine)))}\n`);
    },
    ask: (question) => guarded(machine, (signal) => input.during(() => promptFor(question, signal))),
    close: () => void input.destroy(),
  };
}
