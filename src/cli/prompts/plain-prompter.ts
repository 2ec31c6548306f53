import { BACK, type Ask, type ChoiceAsk, type Screen, type TicksAsk, type Tone } from "../../wizard/prompter.ts";
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
    const verdict =
      text === BACK ||
      (text === "" && question.initial === undefined && question.kind !== "ticks"
        ? "Please answer."
        : question.check(text));
    return verdict === true ? { value: text } : verdict || "Please answer.";
  }
  return text === "" ? "Please choose a number." : typedChoice(text, question);
}

const shownInitial = (question: Ask): string =>
  (question.kind === "text" ? question.initialShown : undefined) ?? question.initial ?? "";

function plainInitial(question: Ask): string {
  if (question.initial === undefined || question.initial === "") return "";
  if (question.kind !== "choice") return ` [${shownInitial(question)}]`;
  const index = question.choices.findIndex(({ value }) => value === question.initial);
  return index < 0 ? "" : ` [${index + (question.from ?? 1)}]`;
}

/** The first of a list is what Enter alone means, as on the other screens. */
const withFirst = (question: Ask): Ask =>
  question.kind === "choice" && !question.choices.some(({ value }) => value === question.initial)
    ? { ...question, initial: question.choices[0]?.value ?? "" }
    : question;

const listed = ({
  choices,
  from = 1,
}: Pick<ChoiceAsk, "choices" | "from"> | (Pick<TicksAsk, "choices"> & { from?: number })): string[] =>
  choices.map(({ name }, index) => `  ${index + from}. ${name.replace(/ {2,}/g, ": ")}`);

/** `Question 9 of 12: Hours now`, then why it is asked, a line a thing. */
function heading({ title, place, lines, isTable, foot }: Screen): string[] {
  const head =
    place === undefined || place === "" ? title : `${place.charAt(0).toUpperCase()}${place.slice(1)}: ${title}`;
  const shown = isTable ? lines.map((line) => line.replace(/^ *(\d+) {2}(.*?) {2,}/, "$1. $2: ")) : lines;
  return [head, ...shown, ...(foot === undefined ? [] : [foot])];
}

/** What the last word of a question asks for. */
function wanted({ kind }: Ask): string {
  if (kind === "choice") return " Number";
  return kind === "ticks" ? " Numbers, or Enter where none fits" : "";
}

/** One line after the other, nothing drawn twice, no colour: for dumb terminals and screen readers. */
export function plainPrompter(machine: Machine): OpenPrompter {
  const input = new PromptInput(machine);
  let known = "";
  const print = (text: string): void => {
    machine.err(`${folded(text, widthOf(machine))}\n`);
  };
  /** What is known of the plan is said again only where it has become more. */
  const sayKnown = (lines: readonly string[]): void => {
    const text = lines.join(". ").replaceAll(" · ", ", ");
    if (text !== "" && text !== known) print(`Plan so far: ${text}`);
    known = text;
  };
  const introduce = async (question: Ask): Promise<void> => {
    const { screen } = question;
    if (screen === undefined) return;
    print("");
    for (const line of heading(screen)) print(line);
    for (const line of screen.below ?? []) print(line);
    const { soFar } = screen;
    if (soFar?.label === undefined) sayKnown(soFar?.now ?? []);
    else for (const line of (await soFar.later) ?? []) print(line);
    if (screen.isTable) print(["Enter makes the plan", ...(screen.keys ?? [])].join("; "));
  };
  return {
    say: (tone, text) => {
      if (tone === "heading") print("");
      print(`${WORDS[tone]}${text}`);
    },
    ask: async (asked) => {
      const question = withFirst(asked);
      await introduce(question);
      if (question.kind === "choice" || question.kind === "ticks") for (const line of listed(question)) print(line);
      const tail = `${wanted(question)}${plainInitial(question)}:`;
      for (;;) {
        machine.err(`${folded(`${question.message}${tail}`, widthOf(machine) - ROOM)} `);
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
