import { AbortPromptError, CancelPromptError, ExitPromptError } from "@inquirer/core";
import type { Page } from "../../report/page.ts";
import type { Ask, ChoiceAsk, Prompter, Tone } from "../../wizard/prompter.ts";
import { BACK } from "../../wizard/prompter.ts";
import type { System } from "../system.ts";
import { wrapped } from "../wrap.ts";
import { daysPrompt } from "./days-prompt.ts";
import { linePrompt, type Line } from "./line-prompt.ts";
import { listPrompt, typedChoice } from "./list-prompt.ts";
import { plainPrompt } from "./plain-prompt.ts";
import { PromptOutput } from "./prompt-output.ts";

type Machine = Pick<System, "width" | "err" | "isCancelled">;

const WIDEST = 80;
/** How often a signal from outside is looked for while a prompt waits. */
const LOOK_EVERY_MS = 100;

const widthOf = ({ width }: Pick<System, "width">): number => Math.min(width, WIDEST);

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
export function richPrompter(machine: Machine, { paint, unicode }: Page): Prompter {
  const width = widthOf(machine);
  const marks = { mark: paint.good("?"), quiet: paint.quiet, warn: paint.bad };
  const colours: Readonly<Record<Tone, (text: string) => string>> = {
    heading: paint.heading,
    plain: (text) => text,
    hint: paint.quiet,
    warning: paint.warn,
    good: paint.good,
  };
  const promptFor = (question: Ask, signal: AbortSignal): Promise<Line> => {
    // A prompt ends the stream that it was given.
    const context = { output: new PromptOutput(machine, false), signal };
    const { message, initial = "" } = question;
    if (question.kind === "choice") {
      const pointer = unicode ? "❯" : ">";
      const { choices, ownWords } = question;
      return listPrompt({ message, initial, choices, ownWords, pointer, width, chosen: paint.good, ...marks }, context);
    }
    const prompt = question.kind === "days" ? daysPrompt : linePrompt;
    return prompt({ message, initial, check: question.check, ...marks }, context);
  };
  return {
    say: (tone, text) => {
      const before = tone === "heading" ? "\n" : "";
      const mark = tone === "warning" ? "! " : "";
      machine.err(`${before}${colours[tone](wrapped(`${mark}${text}`, width))}\n`);
    },
    ask: (question) => guarded(machine, (signal) => promptFor(question, signal)),
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
export function plainPrompter(machine: Machine): Prompter {
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
          plainPrompt({ echo: machine.err }, { output: new PromptOutput(machine, true), signal }),
        );
        if (typed === undefined) return undefined;
        const answer = readPlain(question, typed);
        if (typeof answer !== "string") return answer.value;
        print(`Warning: ${answer}`);
      }
    },
  };
}
