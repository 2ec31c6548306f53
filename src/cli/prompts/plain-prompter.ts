import { BACK, type Ask, type ChoiceAsk, type Tone } from "../../wizard/prompter.ts";
import { typedChoice } from "./list-prompt.ts";
import { plainPrompt } from "./plain-prompt.ts";
import { PromptInput } from "./prompt-input.ts";
import { PromptOutput } from "./prompt-output.ts";
import { folded, guarded, widthOf, type Machine, type OpenPrompter } from "./run-prompt.ts";

/** Columns that are left for what is typed. */
const ROOM = 8;
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
  return index < 0 ? "" : ` [${index + 1}]`;
}

/** The first of a list is what Enter alone means, as on the other screens. */
const withFirst = (question: Ask): Ask =>
  question.kind === "choice" && !question.choices.some(({ value }) => value === question.initial)
    ? { ...question, initial: question.choices[0]?.value ?? "" }
    : question;

const listed = ({ choices }: ChoiceAsk): string[] => choices.map(({ name }, index) => `  ${index + 1}. ${name}`);

/** One line after the other, nothing drawn twice, no colour: for dumb terminals and screen readers. */
export function plainPrompter(machine: Machine): OpenPrompter {
  const input = new PromptInput(machine);
  const print = (text: string): void => {
    machine.err(`${folded(text, widthOf(machine))}\n`);
  };
  return {
    say: (tone, text) => {
      if (tone === "heading") print("");
      print(`${WORDS[tone]}${text}`);
    },
    ask: async (asked) => {
      const question = withFirst(asked);
      if (question.kind === "choice") for (const line of listed(question)) print(line);
      const number = question.kind === "choice" ? " Number" : "";
      for (;;) {
        machine.err(`${folded(`${question.message}${number}${plainInitial(question)}:`, widthOf(machine) - ROOM)} `);
        const typed = await guarded(machine, (signal) =>
          input.during(() =>
            plainPrompt({ echo: machine.err }, { input, output: new PromptOutput(machine, true), signal }),
          ),
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
