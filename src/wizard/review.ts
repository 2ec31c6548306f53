import { shortDay } from "../base/date-words.ts";
import { joinWords } from "../base/text.ts";
import type { Outlook } from "../plan/outlook.ts";
import { readinessWord } from "../report/readiness.ts";
import { timeWords } from "../base/time-words.ts";
import { askAll } from "./ask-all.ts";
import { ask } from "./ask.ts";
import { checkDraft } from "./check-draft.ts";
import type { Draft } from "./draft.ts";
import { askMore, moreSaid } from "./more-menu.ts";
import { BACK } from "./prompter.ts";
import { shownOf, type Question } from "./question.ts";
import { eventLength } from "./event-length.ts";
import { MAIN_QUESTIONS, more } from "./questions.ts";
import type { Asked, WizardOutcome, WizardPorts, WizardState } from "./state.ts";

const LABEL = 15;

/** What the answer does not say itself: the first Monday, the usual hours of an event. */
function beside({ id }: Question, draft: Draft, { today }: WizardPorts): string {
  if (id !== "when") return "";
  const { timeline } = checkDraft(draft, today);
  if (timeline === undefined) return "";
  return draft.hasEvent === true
    ? `: ${timeline.weeks} weeks from ${shortDay(timeline.start)}`
    : `, from ${shortDay(timeline.start)}`;
}

/** An answer as the review shows it. */
function shown(question: Question, draft: Draft, { measures }: WizardPorts): string {
  if (question.id === more.id) return moreSaid(draft, measures).join(", ") || "nothing more";
  const text = shownOf(question, draft, measures);
  return text === "" ? "not said" : text;
}

/** What the review lists: every question of these answers, each with its number. */
const listed = (draft: Draft): Question[] =>
  MAIN_QUESTIONS.filter((question) => question.isAsked(draft) && question !== eventLength);

function rows(draft: Draft, ports: WizardPorts): string[] {
  return listed(draft).map(
    (question, index) =>
      `${String(index + 1).padStart(2)}  ${question.label.padEnd(LABEL)}${shown(question, draft, ports)}${beside(question, draft, ports)}`,
  );
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** `98 h in 47 rides, load weeks of 8 h 10 to 10 h. FTP may reach 274 to 293 W.` */
function amounts({ seconds, rides, load, ftp }: Extract<Outlook, { kind: "plan" }>): string {
  const { low, high } = load;
  const weeks = low === high ? timeWords(low) : `${timeWords(low)} to ${timeWords(high)}`;
  const reach = ftp === undefined ? "" : ` FTP may reach ${Math.round(ftp.low)} to ${Math.round(ftp.high)} W.`;
  return `${timeWords(Math.round(seconds / 3600) * 60)} in ${rides} rides, load weeks of ${weeks}.${reach}`;
}

/** The verdict: whether the event is in reach, and what the plan holds. */
export function verdict(outlook: Outlook | undefined): string[] {
  if (outlook === undefined) return [];
  if (outlook.kind === "none") return [`No plan can be made of this yet: ${outlook.why}`, outlook.hint];
  const { readiness, longestMinutes, eventHours } = outlook;
  const word = readinessWord(readiness);
  if (readiness === undefined || word === undefined) return [amounts(outlook)];
  const longest = `your longest ride grows to ${timeWords(longestMinutes)}${eventHours === undefined ? "" : ` for a day of about ${timeWords(eventHours * 60)}`}`;
  if (readiness.state === "green") return [`${capital(word)}: ${longest}.`, amounts(outlook)];
  const short = readiness.reasons.filter(({ state }) => state !== "green").map(({ text }) => text);
  const change = readiness.changes.length === 0 ? [] : [`What would change it: ${joinWords(readiness.changes, "or")}.`];
  return [`${capital(word)}: ${joinWords(short)}.`, ...change, amounts(outlook)];
}

type Next = { readonly kind: "again"; readonly state: WizardState } | WizardOutcome;
const again = (asked: Asked): Next =>
  asked.kind === "answered" || asked.kind === "back" ? { kind: "again", state: asked.state } : asked;

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

async function change(question: Question, state: WizardState, ports: WizardPorts): Promise<Next> {
  const first = question.id === more.id ? await askMore(state, ports) : await ask(question, state, ports);
  // The length stands on the line of the kind, and is asked with it.
  const isKind = question.id === "eventType" && first.kind === "answered";
  const asked = isKind ? await ask(eventLength, first.state, ports) : first;
  return withNewQuestions(again(asked), ports);
}

const MAKE = "make";
const BY_MODEL = "m";

async function choose(state: WizardState, ports: WizardPorts): Promise<string | undefined> {
  const { draft } = state;
  const { modelOffer } = ports;
  const count = listed(draft).length;
  const outlook = ports.foresee?.(draft);
  const care = checkDraft(draft, ports.today).warnings;
  return ports.prompter.ask({
    kind: "text",
    message: "Is this right?",
    initial: MAKE,
    initialShown: "yes, make the plan",
    check: (text) =>
      [MAKE, BACK, "yes", "y", ...(modelOffer === undefined ? [] : [BY_MODEL])].includes(text.toLowerCase()) ||
      (/^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= count) ||
      `expected Enter, or a number from 1 to ${count}.`,
    screen: {
      title: "Your plan, before it is made",
      lines: rows(draft, ports),
      isTable: true,
      below: care.map((warning) => `! ${warning}`),
      soFar: { label: "", now: [], later: outlook?.then(verdict) },
      enter: "makes the plan",
      keys: [
        "a number changes that line",
        ...(modelOffer === undefined
          ? []
          : [`m has ${modelOffer.name} plan it (your answers go there; not those on health)`]),
        "Ctrl-C stops, answers stay",
      ],
    },
  });
}

/** Also after a plan could not be made: shows everything and follows the rider until the plan may be made. */
export async function review(start: WizardState, ports: WizardPorts): Promise<WizardOutcome> {
  let state = start;
  for (;;) {
    const choice = (await choose(state, ports))?.toLowerCase();
    if (choice === undefined) return { kind: "stopped" };
    if (choice === BY_MODEL && ports.modelOffer !== undefined)
      return { kind: "ready", state, provider: ports.modelOffer.provider };
    const question = choice === BACK ? more : listed(state.draft)[Number(choice) - 1];
    if (question === undefined) return { kind: "ready", state };
    const next = await change(question, state, ports);
    if (next.kind !== "again") return next;
    state = next.state;
  }
}
