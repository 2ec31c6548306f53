import { ask, settle, type Place } from "./ask.ts";
import { askBestMinute } from "./find-ftp.ts";
import { askMore } from "./more-menu.ts";
import type { Question } from "./question.ts";
import { more } from "./questions.ts";
import type { Asked, WizardOutcome, WizardPorts, WizardState } from "./state.ts";

/** A rider who comes back from the ramp test is asked for its result first. */
async function afterTest(question: Question, state: WizardState, ports: WizardPorts): Promise<Asked> {
  ports.prompter.say("plain", "Welcome back. Did you ride the test? Type < to answer in another way.");
  const found = await askBestMinute(state, ports);
  if (found.kind === "again") return { kind: "answered", state: { ...state, waitsForTest: false } };
  if (found.kind !== "found") return found;
  return settle(question, found.state, ports);
}

/** `question 9 of 12`, by the questions that these answers lead to; "about" while an answer may still add or spare one. */
function placeOf(question: Question, questions: readonly Question[], { draft }: WizardState): Place {
  const asked = questions.filter((one) => one.isAsked(draft));
  const isSure = draft.trainBy !== undefined && draft.hasEvent !== undefined;
  return `question ${asked.indexOf(question) + 1} of ${isSure ? "" : "about "}${asked.length}`;
}

function askOne(
  question: Question,
  state: WizardState,
  ports: WizardPorts & { readonly place?: Place },
): Promise<Asked> {
  if (state.waitsForTest && question.id === "ftp") return afterTest(question, state, ports);
  return question.id === more.id ? askMore(state, ports) : ask(question, state, ports);
}

/** Asks what is not answered yet, in order; "<" goes back one question, to one that was answered before, too. */
export async function askAll(
  questions: readonly Question[],
  start: WizardState,
  ports: WizardPorts,
): Promise<WizardOutcome> {
  let state = start;
  const isOpen = (question: Question): boolean => question.isAsked(state.draft) && !state.asked.includes(question.id);
  let at = questions.findIndex(isOpen);
  while (at >= 0 && at < questions.length) {
    const question = questions[at];
    if (question === undefined) break;
    const asked = await askOne(question, state, { ...ports, place: placeOf(question, questions, state) });
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
