import type { Readiness } from "../plan/event-schema.ts";
import { readinessText } from "../report/readiness.ts";
import { askAll } from "./ask-all.ts";
import { ask } from "./ask.ts";
import { checkDraft } from "./check-draft.ts";
import { changed, requestFileOf, type Draft } from "./draft.ts";
import { goalName } from "./goal-questions.ts";
import { healthText } from "./health-questions.ts";
import { BACK, type Choice } from "./prompter.ts";
import { DETAIL_QUESTIONS } from "./profile-questions.ts";
import type { Question } from "./question.ts";
import { MAIN_QUESTIONS, REVIEW_QUESTIONS } from "./questions.ts";
import type { Ending, WizardOutcome, WizardPorts, WizardState } from "./state.ts";

const NOTHING = "not given";
const LABEL_COLUMNS = 24;

/** An answer as the review shows it. */
export function shown(question: Question, draft: Draft): string {
  if (question.id === "health") return healthText(draft);
  if (question.id === "reading" || question.id === "goal") return goalName(question.id, draft);
  const text = question.textOf(draft);
  if (question.id === "when" && draft.hasEvent === false && text !== "") return `${text} weeks, no event`;
  if (question.id === "when" && text !== "") return `event on ${text}`;
  // The name of a choice without what explains it.
  const choice =
    question.form.kind === "choice" ? question.form.choices.find(({ value }) => value === text) : undefined;
  if (choice !== undefined) return choice.name.replace(/ ?[(:].*/, "");
  return text === "" ? NOTHING : text;
}

const isListed = (question: Question, draft: Draft): boolean =>
  question.isAsked(draft) &&
  (!DETAIL_QUESTIONS.includes(question) || question.keys.some((key) => draft[key] !== undefined));

const line = (label: string, text: string): string => `${label.padEnd(LABEL_COLUMNS)}${text}`;

/** A plan that is not yet ready stands out; the sign of a warning takes the place of the row's two blanks. */
function sayReadiness(readiness: Readiness, { prompter }: WizardPorts): void {
  const said = line("Ready for the event", readinessText(readiness));
  if (readiness.state === "red") prompter.say("warning", said);
  else prompter.say("plain", `  ${said}`);
}

async function sayReview(state: WizardState, ports: WizardPorts): Promise<void> {
  const { prompter, today } = ports;
  prompter.say("heading", "Step 4 of 4: Check your answers");
  for (const question of REVIEW_QUESTIONS)
    if (isListed(question, state.draft))
      prompter.say("plain", `  ${line(question.label, shown(question, state.draft))}`);
  const readiness = await ports.foresee?.(state.draft);
  if (readiness !== undefined) sayReadiness(readiness, ports);
  for (const warning of checkDraft(state.draft, today).warnings) prompter.say("warning", warning);
}

type Next = { readonly kind: "again"; readonly state: WizardState } | WizardOutcome;

async function acceptRamp(state: WizardState, ports: WizardPorts): Promise<Next> {
  const ramp = checkDraft(state.draft, ports.today).steep;
  if (ramp === undefined) return { kind: "ready", state };
  const { hours, recent } = ramp;
  ports.prompter.say("warning", `${hours} hours a week is more than twice the ${recent} you ride now.`);
  const choice = await ports.prompter.ask({
    kind: "choice",
    message: "What now?",
    choices: [
      { value: "change", name: "Back to my answers" },
      { value: "accept", name: "I mean it: start from what I ride now and grow step by step" },
    ],
  });
  if (choice === undefined) return { kind: "stopped" };
  if (choice === "change") return { kind: "again", state };
  const next = { ...state, draft: changed(state.draft, { acceptRamp: true }) };
  await ports.save(next);
  return { kind: "ready", state: next };
}

async function change(question: Question, state: WizardState, ports: WizardPorts): Promise<Next> {
  const asked = await ask(question, state, ports);
  if (asked.kind === "answered" || asked.kind === "back") return { kind: "again", state: asked.state };
  return asked satisfies Ending;
}

/** Answers that lead to a question that was not asked before (another goal, an event) have it asked now. */
async function withNewQuestions(next: Next, ports: WizardPorts): Promise<Next> {
  if (next.kind !== "again") return next;
  const isOpen = MAIN_QUESTIONS.some(
    (question) => question.isAsked(next.state.draft) && !next.state.asked.includes(question.id),
  );
  if (!isOpen) return next;
  const asked = await askAll(MAIN_QUESTIONS, next.state, ports);
  return asked.kind === "ready" ? { kind: "again", state: asked.state } : asked;
}

async function moreDetail(state: WizardState, ports: WizardPorts): Promise<Next> {
  ports.prompter.say("hint", "Enter alone leaves an answer as it is.");
  const open = DETAIL_QUESTIONS.map(({ id }) => id);
  const asked = await askAll(
    DETAIL_QUESTIONS,
    { ...state, asked: state.asked.filter((id) => !open.includes(id)) },
    ports,
  );
  return asked.kind === "ready" ? { kind: "again", state: asked.state } : asked;
}

const REQUEST_FILE = "my-answers.json";

/** Writes the answers for `generate --profile`; a name that cannot be used is asked again. */
async function saveAsFile(state: WizardState, { prompter, writeRequest }: WizardPorts): Promise<Next> {
  for (;;) {
    const name = await prompter.ask({
      kind: "text",
      message: "Name of the file?",
      initial: REQUEST_FILE,
      check: (text) => text.trim() !== "" || "Type a name, such as my-answers.json.",
    });
    if (name === undefined) return { kind: "stopped" };
    if (name === BACK) return { kind: "again", state };
    const written = await writeRequest(name, requestFileOf(state.draft));
    if (written.kind === "written") {
      prompter.say("good", `Written: ${written.path}`);
      prompter.say("plain", `To make this plan again, type: cycling-plan generate --profile ${name}`);
      return { kind: "again", state };
    }
    prompter.say("warning", `${written.why} Type another name, or < to go back.`);
  }
}

/** What the lines of the review do that are no answer. */
async function chosen(choice: string, state: WizardState, ports: WizardPorts): Promise<Next> {
  if (choice === "more") return moreDetail(state, ports);
  if (choice === "model" && ports.modelOffer !== undefined) {
    const next = await acceptRamp(state, ports);
    return next.kind === "ready" ? { ...next, provider: ports.modelOffer.provider } : next;
  }
  return choice === "file" ? saveAsFile(state, ports) : acceptRamp(state, ports);
}

/** One more line, where there is a key for a model. */
const offered = ({ modelOffer }: WizardPorts): Choice[] =>
  modelOffer === undefined
    ? []
    : [{ value: "model", name: `Yes, by ${modelOffer.name} (your answers go there; not those on health)` }];

/**
 * The fourth step, also after a plan could not be made: shows everything and follows the rider's choice until the plan
 * may be made.
 */
export async function review(start: WizardState, ports: WizardPorts): Promise<WizardOutcome> {
  let state = start;
  for (;;) {
    await sayReview(state, ports);
    const { draft } = state;
    const listed = REVIEW_QUESTIONS.filter((question) => isListed(question, draft));
    const choice = await ports.prompter.ask({
      kind: "choice",
      message: "Is this right?",
      choices: [
        { value: "make", name: "Yes, make the plan" },
        ...offered(ports),
        { value: "more", name: "More detail (minutes per day, days off, strength, last test ...)" },
        ...listed.map((question) => ({ value: question.id, name: `Change: ${question.label}` })),
        { value: "file", name: "Save my answers as a file, to make this plan again" },
        { value: "stop", name: "Stop for now; my answers are kept" },
      ],
    });
    if (choice === undefined) return { kind: "stopped" };
    if (choice === "stop") return { kind: "paused" };
    const question = listed.find(({ id }) => id === choice);
    const next: Next =
      question !== undefined
        ? await withNewQuestions(await change(question, state, ports), ports)
        : await chosen(choice, state, ports);
    if (next.kind !== "again") return next;
    state = next.state;
  }
}
