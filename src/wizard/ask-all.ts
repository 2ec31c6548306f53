import type { AnswerKey } from "../athlete/parse-answers.ts";
import { ask, settle, type Asked } from "./ask.ts";
import { askBestMinute } from "./find-ftp.ts";
import type { Question, Step } from "./question.ts";
import { MAIN_QUESTIONS } from "./questions.ts";
import type { WizardOutcome, WizardPorts, WizardState } from "./state.ts";

const STEPS: readonly Step[] = ["goal", "timeline", "profile"];
const TITLES: Readonly<Record<Step, string>> = { goal: "Goal", timeline: "Time", profile: "You" };

/** Nobody suggests an answer about health. */
const NOT_SUGGESTED = ["health", "heart", "timeOff"];

/** The keys of a step that a source could suggest something for. */
const suggestible = (step: Step): AnswerKey[] =>
  MAIN_QUESTIONS.filter((question) => question.step === step && !NOT_SUGGESTED.includes(question.id)).flatMap(
    ({ keys }) => keys,
  );

async function announce(step: Step, { prompter, suggest }: WizardPorts): Promise<void> {
  prompter.say("heading", `Step ${STEPS.indexOf(step) + 1} of 4: ${TITLES[step]}`);
  const found = await Promise.all(suggestible(step).map(suggest));
  if (found.every((one) => one === undefined)) prompter.say("hint", "Nothing is saved yet to suggest an answer from.");
}

/** A rider who comes back from the ramp test is asked for its result first. */
async function afterTest(question: Question, state: WizardState, ports: WizardPorts): Promise<Asked> {
  ports.prompter.say("plain", "Welcome back. Did you ride the test? Type < to answer in another way.");
  const found = await askBestMinute(state, ports);
  if (found.kind === "again") return { kind: "answered", state: { ...state, waitsForTest: false } };
  if (found.kind !== "found") return found;
  return settle(question, found.state, ports);
}

/** Asks what is not answered yet, in order; "<" goes back one question, to one that was answered before, too. */
export async function askAll(
  questions: readonly Question[],
  start: WizardState,
  ports: WizardPorts,
): Promise<WizardOutcome> {
  let state = start;
  let step: Step | undefined;
  const isOpen = (question: Question): boolean => question.isAsked(state.draft) && !state.asked.includes(question.id);
  let at = questions.findIndex(isOpen);
  while (at >= 0 && at < questions.length) {
    const question = questions[at];
    if (question === undefined) break;
    if (question.step !== step) await announce((step = question.step), ports);
    const asked =
      state.waitsForTest && question.id === "ftp"
        ? await afterTest(question, state, ports)
        : await ask(question, state, ports);
    if (asked.kind !== "answered" && asked.kind !== "back") return asked;
    state = asked.state;
    if (asked.kind === "back") {
      const before = questions.findLastIndex((one, index) => index < at && one.isAsked(state.draft));
      if (before < 0) ports.prompter.say("hint", "This is the first question.");
      at = Math.max(before, 0);
    } else at = questions.findIndex((one, index) => index >= at && isOpen(one));
  }
  return { kind: "ready", state };
}
