import { NEW_STATE, type WizardOutcome, type WizardPorts, type WizardState } from "../../../src/wizard/state.ts";
import { runWizard } from "../../../src/wizard/run-wizard.ts";
import type { Ask } from "../../../src/wizard/prompter.ts";

/** What a wizard said and asked, and where it ended. */
export interface Played {
  /** Everything that a rider read, prompts and choices among it. */
  readonly lines: readonly string[];
  readonly outcome: WizardOutcome;
  readonly saved: readonly WizardState[];
}

/** Answers by question, each for as often as it is asked; Enter alone where none is left. */
export type Script = Readonly<Record<string, readonly string[]>>;

/** The answers of a rider without anything saved. */
export const STRAIGHT: Script = {
  "What do you want most?": ["Improve FTP"],
  "How many weeks, or which day?": ["12"],
  "Your FTP in watts?": ["265"],
  "Your weight, highest heart rate, and age?": ["70 186 42"],
  "Hours you can ride in a week?": ["8"],
  "Hours you ride in a week now?": ["6"],
  "How long have you trained?": ["intermediate"],
  "Which days can you ride?": ["tue thu sat"],
  "Yes or no to 1 to 4, such as: y n n n": ["ynnn"],
  "Is this right?": ["make"],
};

/** Plays a wizard in memory. A question that is asked more than twenty times has lost its way. */
export async function play(script: Script, change: Partial<WizardPorts> = {}): Promise<Played> {
  const lines: string[] = [];
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
        lines.push(question.message, ...(question.kind === "choice" ? question.choices.map(({ name }) => name) : []));
        return Promise.resolve(reply(question));
      },
    },
    today: "2026-12-01",
    suggest: () => Promise.resolve(undefined),
    save: (state) => {
      saved.push(state);
      return Promise.resolve();
    },
    writeRampTest: () => Promise.resolve(["ramp-test.zwo", "ramp-test.mrc"]),
    writeRequest: (path) => Promise.resolve({ kind: "written", path }),
    ...change,
  });
  return { lines, outcome, saved };
}
