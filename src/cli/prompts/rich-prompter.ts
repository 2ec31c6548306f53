import { hanging } from "../../report/columns.ts";
import type { Page } from "../../report/page.ts";
import type { Paint } from "../../report/paint.ts";
import type { Ask, Screen, Tone } from "../../wizard/prompter.ts";
import { asciiText } from "../../report/ascii.ts";
import { daysScreen } from "./days-prompt.ts";
import type { Look } from "./frame.ts";
import { linePrompt, type Line } from "./line-prompt.ts";
import { listPrompt } from "./list-prompt.ts";
import { PromptInput } from "./prompt-input.ts";
import { PromptOutput } from "./prompt-output.ts";
import { folded, guarded, widthOf, type Machine, type OpenPrompter } from "./run-prompt.ts";
import { listScreen, textScreen, ticksScreen } from "./screen-prompts.ts";

/** Lines of a list's screen that are not the list: question, help, and some of what was said before. */
const LINES_BESIDE_LIST = 6;
const SHORTEST_LIST = 3;
const listLines = ({ screen }: Machine): number => Math.max(SHORTEST_LIST, screen().rows - LINES_BESIDE_LIST);

interface Context {
  readonly input: PromptInput;
  readonly output: PromptOutput;
  readonly signal: AbortSignal;
}

/** A question with a screen of its own: it is wiped when it is answered, and the next stands in its place. */
function onScreen(
  question: Ask,
  { screen, look, context }: { screen: Screen; look: Look; context: Context },
): Promise<Line> {
  const { message, initial = "", replies } = question;
  const wiped = { ...context, clearPromptOnDone: true };
  const config = { ...look, message, screen, initial, replies };
  if (question.kind === "choice") {
    const { choices, ownWords, from = 1 } = question;
    return listScreen({ ...config, choices, ownWords, from }, wiped);
  }
  const { check } = question;
  if (question.kind === "ticks")
    return ticksScreen(
      { ...config, initial: initial === "none" ? "" : initial, choices: question.choices, check },
      wiped,
    );
  if (question.kind === "days") return daysScreen({ ...config, check }, wiped);
  return textScreen({ ...config, initialShown: question.initialShown ?? initial, check }, wiped);
}

interface Marks {
  readonly mark: string;
  readonly quiet: Paint["quiet"];
  readonly warn: (text: string) => string;
}

/** A question in one line, below what was said. */
function inLine(
  question: Ask,
  {
    machine,
    paint,
    marks,
    pointer,
    context,
  }: { machine: Machine; paint: Paint; marks: Marks; pointer: string; context: Context },
): Promise<Line> {
  const { message, initial = "" } = question;
  const width = widthOf(machine);
  if (question.kind === "choice") {
    const { choices, ownWords } = question;
    const size = { width, lines: listLines(machine) };
    return listPrompt({ message, initial, choices, ownWords, pointer, chosen: paint.good, ...size, ...marks }, context);
  }
  return linePrompt({ message, initial, width, check: question.check, ...marks }, context);
}

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
  const lookNow = (): Look => ({
    width: widthOf(machine) - 1,
    rows: machine.screen().rows,
    heading: paint.heading,
    quiet: paint.quiet,
    caution: paint.warn,
    good: paint.good,
    warn,
    dot: unicode ? " · " : " | ",
  });
  const promptFor = (question: Ask, signal: AbortSignal): Promise<Line> => {
    // A prompt ends the stream that it was given.
    const output = new PromptOutput(unicode ? machine : { ...machine, err: (text) => { machine.err(asciiText(text)); } }, false); // prettier-ignore
    const context = { input, output, signal };
    const { screen } = question;
    return screen === undefined
      ? inLine(question, { machine, paint, marks, pointer: unicode ? "❯" : ">", context })
      : onScreen(question, { screen, look: lookNow(), context });
  };
  return {
    isLive: true,
    say: (tone, text) => {
      const before = tone === "heading" ? "\n" : "";
      const mark = tone === "warning" ? "! " : "";
      machine.err(`${before}${colours[tone](folded(`${mark}${text}`, widthOf(machine)))}\n`);
    },
    ask: (question) => guarded(machine, (signal) => input.during(() => promptFor(question, signal))),
    close: () => void input.destroy(),
  };
}
