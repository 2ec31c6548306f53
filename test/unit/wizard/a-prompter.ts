import { NEW_STATE, type WizardOutcome, type WizardPorts, type WizardState } from "../../../src/wizard/state.ts";
import { runWizard } from "../../../src/wizard/run-wizard.ts";
import type { Ask } from "../../../src/wizard/prompter.ts";

/** What a wizard said and asked, and where it ended. */
export interface Played {
  /** Everything that a rider read, prompts and choices among it. */
  readonly lines: readonly string[];
  readonly outcome: WizardOutcome;
  readonly saved: readonly WizardState[];
  /** The keys that screens named. */
  readonly keys: readonly string[];
}

/** Answers by question, each for as often as it is asked; Enter alone where none is left. */
export type Script = Readonly<Record<string, readonly string[]>>;

/** The answers of a rider without anything saved. */
export const STRAIGHT: Script = {
  "What do you want most?": ["Improve FTP"],
  "How many weeks, or which day?": ["12"],
  "How old are you?": ["42"],
  "Does any of this fit you? It sets limits that the plan then keeps.": ["none"],
  "What tells you how hard you ride?": ["power"],
  "Your FTP, in watts?": ["265"],
  "How many hours a week can you ride?": ["8"],
  "How many hours a week do you ride now?": ["6"],
  "How long have you trained?": ["intermediate"],
  "Which days can you ride?": ["tue thu sat"],
  "Anything else the plan should know?": ["0"],
  "Is this right?": ["make"],
};

/** Plays a wizard in memory. A question that is asked more than twenty times has lost its way. */
export async function play(
  script: Script,
  change: Partial<WizardPorts> = {},
  look: (question: Ask) => void = () => undefined,
): Promise<Played> {
  const lines: string[] = [];
  const keys: string[] = [];
  const saved: WizardState[] = [];
  const used = new Map<string, number>();
  const reply = (question: Ask): string => {
    const count = used.get(question.message) ?? 0;
    if (count > 20) throw new Error(`"${question.message}" is asked again and again`);
    used.set(question.message, count + 1);
    const first = question.kind === "choice" ? (question.choices[0]?.value ?? "") : "";
    return script[question.message]?.[count] ?? question.initial ?? first;
  };
  const outcome = await runWizard(NEW_STATE, {
    prompter: {
      say: (_tone, text) => void lines.push(text),
      ask: (question) => {
        const { screen } = question;
        look(question);
        keys.push(...(screen?.keys ?? []));
        const said = reply(question);
        lines.push(
          ...(screen === undefined ? [] : [screen.title, ...screen.lines, ...(screen.below ?? [])]),
          question.message,
          ...("choices" in question ? question.choices.map(({ name }) => name) : []),
          ...(question.replies?.(said) ?? []).map(({ text }) => text),
        );
        return Promise.resolve(said);
      },
    },
    today: "2026-12-01",
    suggest: () => Promise.resolve(undefined),
    save: (state) => {
      saved.push(state);
      return Promise.resolve();
    },
    writeRampTest: () => Promise.resolve(["ramp-test.zwo", "ramp-test.mrc"]),
    ...change,
  });
  return { lines, outcome, saved, keys };
}
