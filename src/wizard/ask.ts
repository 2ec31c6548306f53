import type { AnswerKey } from "../athlete/parse-answers.ts";
import { answerText } from "../athlete/parse-one.ts";
import type { Reading } from "../athlete/parse-reading.ts";
import { checkDraft, type DraftCheck } from "./check-draft.ts";
import { changed, type Draft } from "./draft.ts";
import { BACK, SKIP, type Ask, type Check, type Prompter } from "./prompter.ts";
import type { Question } from "./question.ts";
import type { Ending, WizardPorts, WizardState } from "./state.ts";
import type { Suggestion } from "./suggest.ts";
import { findFtp } from "./find-ftp.ts";

export type Asked =
  | { readonly kind: "answered"; readonly state: WizardState }
  | { readonly kind: "back"; readonly state: WizardState }
  | Ending;

/** Answers that may mean that no plan is made: the rider is told where to turn. */
const WITH_CARE: readonly AnswerKey[] = ["health", "comeback", "goal"];

const WORDS_FOR_UNKNOWN = /^(\?|help|i (don'?t|do not) know|unknown)$/i;
export const isUnknown = (text: string): boolean => WORDS_FOR_UNKNOWN.test(text.trim());

/** Judges a typed answer with the parser of files and flags, beside everything that was said before. */
function checkOf(question: Question, draft: Draft, { today }: WizardPorts): Check {
  return (text) => {
    if (text === BACK || (question.id === "ftp" && isUnknown(text))) return true;
    const reading = question.read(text, today, draft);
    // An answer with several meanings is taken: the rider is asked which.
    if (reading.kind === "unreadable") return reading.meanings === undefined ? `${reading.expected}.` : true;
    const { problems, advice } = checkDraft(changed(draft, reading.value), today);
    for (const [key, expected] of problems) {
      if (advice !== undefined && WITH_CARE.includes(key)) return true; // not with an error line
      const isOwn = question.keys.some((own) => own === key);
      return `${isOwn ? "" : "it does not fit another answer: "}${expected}${advice === undefined ? "" : `. ${advice}`}`;
    }
    return true;
  };
}

/** `text` is what Enter alone means; empty where it means nothing. */
function askOf({ form, message }: Question, text: string, check: Check): Ask {
  const initial = text === "" ? undefined : text;
  if (form.kind !== "choice") return { kind: form.kind, message, initial, check };
  return { kind: "choice", message, choices: form.choices, initial, ownWords: form.ownWords ? check : undefined };
}

async function suggestionFor(question: Question, { suggest, today }: WizardPorts): Promise<Suggestion | undefined> {
  if (question.keys.length === 1 || question.id !== "body") {
    const found = await suggest(question.keys[0]);
    return found !== undefined && question.read(found.text, today, {}).kind === "value" ? found : undefined;
  }
  const found = await Promise.all(question.keys.map(suggest));
  const because = found.find((one) => one !== undefined)?.because;
  if (because === undefined) return undefined;
  const text = found.map((one) => one?.text ?? SKIP).join(" ");
  return question.read(text, today, {}).kind === "value" ? { text, because } : undefined;
}

/** Says what the parser and a coach think of the answers, where it was not said before. */
export function sayNew(before: readonly string[], after: readonly string[], { prompter }: WizardPorts): void {
  for (const warning of after) if (!before.includes(warning)) prompter.say("warning", warning);
}

async function confirmReferral(
  { problems, advice }: { problems: DraftCheck["problems"]; advice: string },
  { prompter }: WizardPorts,
): Promise<"again" | Ending> {
  for (const key of WITH_CARE) {
    const reason = problems.get(key);
    if (reason !== undefined) prompter.say("warning", `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`);
  }
  prompter.say("warning", advice);
  const choice = await prompter.ask({
    kind: "choice",
    message: "What now?",
    choices: [
      { value: "stop", name: "Stop here; I will see a doctor" },
      { value: "again", name: "I typed it wrong: ask again" },
    ],
  });
  if (choice === "again") return "again";
  return choice === undefined ? { kind: "stopped" } : { kind: "referred", advice };
}

/** The plan says of which day its FTP is: the day it was saved where the rider took that number, otherwise today. */
async function withFtpDate(draft: Draft, { suggest, today }: WizardPorts): Promise<Draft> {
  const saved = await suggest("ftp");
  const isSaved = saved?.date !== undefined && saved.text === answerText("ftp", draft.ftp);
  return changed(draft, { ftpDate: isSaved ? saved.date : today });
}

/** Keeps an answer, then goes on: the next question is not asked before. */
export async function settle(question: Question, state: WizardState, ports: WizardPorts): Promise<Asked> {
  const draft = question.id === "ftp" ? await withFtpDate(state.draft, ports) : state.draft;
  const next: WizardState = {
    ...state,
    draft,
    asked: state.asked.includes(question.id) ? state.asked : [...state.asked, question.id],
  };
  await ports.save(next);
  return { kind: "answered", state: next };
}

/** No text that can be typed. */
const AGAIN = "\n";

/** The text of an answer that has one meaning; of several the rider chooses one. Undefined where they stop. */
async function inOneWay(reading: Reading<Draft>, text: string, prompter: Prompter): Promise<string | undefined> {
  if (reading.kind === "value" || reading.meanings === undefined) return text;
  return prompter.ask({
    kind: "choice",
    message: "Which do you mean?",
    choices: [
      ...reading.meanings.map((meaning) => ({ value: meaning.text, name: meaning.name })),
      { value: AGAIN, name: "Neither: ask again" },
    ],
  });
}

/** Asks one question until it has an answer that can stay. */
export async function ask(question: Question, state: WizardState, ports: WizardPorts): Promise<Asked> {
  const { prompter, today } = ports;
  const { draft } = state;
  const own = question.textOf(draft);
  const suggestion = own === "" ? await suggestionFor(question, ports) : undefined;
  prompter.say("plain", "");
  const words = question.lead?.(draft);
  if (words !== undefined) prompter.say("plain", words);
  for (const line of question.explain) prompter.say("hint", line);
  if (suggestion !== undefined) prompter.say("hint", `Suggested: ${suggestion.text} (${suggestion.because}).`);
  const check = checkOf(question, draft, ports);
  for (;;) {
    const typed = await prompter.ask(askOf(question, own || (suggestion?.text ?? ""), check));
    const text = typed === undefined ? undefined : await inOneWay(question.read(typed, today, draft), typed, prompter);
    if (text === undefined) return { kind: "stopped" };
    if (text === AGAIN) continue;
    if (text === BACK) return { kind: "back", state };
    if (question.id === "ftp" && isUnknown(text)) {
      const found = await findFtp(state, ports);
      if (found.kind === "found") return settle(question, found.state, ports);
      if (found.kind === "again") continue;
      return found;
    }
    const verdict = check(text);
    const reading = question.read(text, today, draft);
    if (verdict !== true || reading.kind === "unreadable") {
      prompter.say("warning", verdict === true ? "That cannot be read." : verdict);
      continue;
    }
    const next = changed(draft, reading.value);
    const judged = checkDraft(next, today);
    const { problems, advice } = judged;
    if (advice !== undefined && WITH_CARE.some((key) => problems.has(key))) {
      const referral = await confirmReferral({ problems, advice }, ports);
      if (referral === "again") continue;
      return referral;
    }
    const understood = reading.understood === undefined ? undefined : `That is ${reading.understood}.`;
    const reply = question.reply?.(next, today) ?? understood;
    if (reply !== undefined) prompter.say("good", reply);
    sayNew(checkDraft(draft, today).warnings, judged.warnings, ports);
    return settle(question, { ...state, draft: next }, ports);
  }
}
