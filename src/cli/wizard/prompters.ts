import { AbortPromptError, CancelPromptError, ExitPromptError } from "@inquirer/core";
import { hanging } from "../../report/columns.ts";
import type { Page } from "../../report/page.ts";
import type { Ask, ChoiceAsk, Prompter, Tone } from "../../wizard/prompter.ts";
import { BACK } from "../../wizard/prompter.ts";
import type { System } from "../system.ts";
import { wrapped } from "../wrap.ts";
import { daysPrompt } from "./days-prompt.ts";
import { linePrompt, type Line } from "./line-prompt.ts";
import { listPrompt, typedChoice } from "./list-prompt.ts";
import { plainPrompt } from "./plain-prompt.ts";
import { PromptInput } from "./prompt-input.ts";
import { PromptOutput } from "./prompt-output.ts";

type Machine = Pick<System, "screen" | "err" | "isCancelled" | "keys">;

/** A prompter that holds the terminal until it is closed. */
export interface OpenPrompter extends Prompter {
  readonly close: () => void;
}

const WIDEST = 80;
/** Lines of a list's screen that are not the list: question, help, and some of what was said before. */
const LINES_BESIDE_LIST = 6;
const SHORTEST_LIST = 3;
/** How often a signal from outside is looked for while a prompt waits. */
const LOOK_EVERY_MS = 100;

const widthOf = ({ screen }: Pick<System, "screen">): number => Math.min(screen().columns, WIDEST);
const listLines = ({ screen }: Pick<System, "screen">): number =>
  Math.max(SHORTEST_LIST, screen().rows - LINES_BESIDE_LIST);

/** Runs one prompt; Ctrl-C, a closed terminal and a signal from outside all end it without an answer. */
async function guarded({ isCancelled }: Machine, prompt: (signal: AbortSignal) => Promise<Line>): Promise<Line> {
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

/** Prompts with lists and colour, redrawn as the rider types. */
export function richPrompter(machine: Machine, { paint, unicode }: Page): OpenPrompter {
  const input = new PromptInput(machine.keys());
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
    return prompt({ message, initial, check: question.check, ...marks }, context);
  };
  return {
    say: (tone, text) => {
      const before = tone === "heading" ? "\n" : "";
      const mark = tone === "warning" ? "! " : "";
      machine.err(`${before}${colours[tone](wrapped(`${mark}${text}`, widthOf(machine)))}\n`);
    },
    ask: (question) => guarded(machine, (signal) => promptFor(question, signal)),
    close: () => void input.destroy(),
  };
}

const WORDS: Readonly<Record<Tone, string>> = { heading: "", plain: "", hint: "", warning: "Warning: ", good: "" };

function readPlain(question: Ask, typed: string): { value: string } | string {
  const text = typed.trim() === "" ? (question.initial ?? "") : typed.trim();
  if (question.kind !== "choice") {
    const verdict = text === BACK || question.check(text);
    return verdict === true ? { value: text } : verdict || "Please answer.";
  }
  return text === "" ? "Please choose a number." : typedChoice(text, question);
}

function plainInitial(question: Ask): string {
  if (question.initial === undefined || question.initial === "") return "";
  if (question.kind !== "choice") return ` [${question.initial}]`;
  const index = question.choices.findIndex(({ value }) => value === question.initial);
  return index < 0 ? "" : ` [${String(index + 1)}]`;
}

/** The first of a list is what Enter alone means, as on the other screens. */
const withFirst = (question: Ask): Ask =>
  question.kind === "choice" && !question.choices.some(({ value }) => value === question.initial)
    ? { ...question, initial: question.choices[0]?.value ?? "" }
    : question;

const listed = ({ choices }: ChoiceAsk): string[] =>
  choices.map(({ name }, index) => `  ${String(index + 1)}. ${name}`);

/** One line after the other, nothing drawn twice, no colour: for dumb terminals and screen readers. */
export function plainPrompter(machine: Machine): OpenPrompter {
  const input = new PromptInput(machine.keys());
  const print = (text: string): void => {
    machine.err(`${wrapped(text, widthOf(machine))}\n`);
  };
  return {
    say: (tone, text) => {
      print(`${tone === "heading" ? "\n" : ""}${WORDS[tone]}${text}`);
    },
    ask: async (asked) => {
      const question = withFirst(asked);
      if (question.kind === "choice") for (const line of listed(question)) print(line);
      const number = question.kind === "choice" ? " Number" : "";
      for (;;) {
        machine.err(`${question.message}${number}${plainInitial(question)}: `);
        const typed = await guarded(machine, (signal) =>
          plainPrompt({ echo: machine.err }, { input, output: new PromptOutput(machine, true), signal }),
        );
        if (typed === undefined) {
          machine.err("\n");
          return undefined;
        }
        const answer = readPlain(question, typed);
        if (typeof answer !== "string") return answer.value;
        print(`Warning: ${answer}`);
      }
    },
    close: () => void input.destroy(),
  };
}
