import type { AnswerKey } from "../athlete/parse-answers.ts";
import { answerText } from "../athlete/parse-one.ts";
import type { Reading } from "../athlete/parse-reading.ts";
import { checkDraft, type DraftCheck } from "./check-draft.ts";
import { changed, type Draft } from "./draft.ts";
import { findFtp, isUnknown } from "./find-ftp.ts";
import { withActive } from "./health-questions.ts";
import { METRIC } from "../plan/measures.ts";
import { planSoFar } from "./plan-so-far.ts";
import { BACK, type Ask, type Check, type Prompter, type Reply, type Screen } from "./prompter.ts";
import { choicesOf, shownOf, type Question, type Usual } from "./question.ts";
import { confirmRamp } from "./confirm-ramp.ts";
import type { Asked, Ending, WizardPorts, WizardState } from "./state.ts";
import type { Suggestion } from "./suggest.ts";

/** Answers that may mean that no plan is made: the rider is told where to turn. */
const WITH_CARE: readonly AnswerKey[] = ["health", "comeback", "goal"];

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

/** What a coach and the parser say of the answers, beside what they said before. */
export function newWarnings(draft: Draft, next: Draft, today: WizardPorts["today"]): string[] {
  const before = checkDraft(draft, today).warnings;
  return checkDraft(next, today).warnings.filter((warning) => !before.includes(warning));
}

/** All that is odd about an answer, or follows from it. */
const cautionsOf = (
  question: Question,
  text: string,
  { draft, next, today }: { draft: Draft; next: Draft; today: WizardPorts["today"] },
): string[] => [
  ...(question.notes?.(text) ?? []),
  ...(question.care?.(withActive(next)) ?? []),
  ...newWarnings(draft, next, today),
];

/** What was understood, and what to think about, while it is typed. */
function repliesOf(question: Question, draft: Draft, { today }: WizardPorts): (text: string) => readonly Reply[] {
  return (text) => {
    if (text === BACK || text === "" || (question.id === "ftp" && isUnknown(text))) return [];
    const reading = question.read(text, today, draft);
    if (reading.kind === "unreadable") return [];
    const next = changed(draft, reading.value);
    if (checkDraft(next, today).problems.size > 0)
      return (question.care?.(next) ?? []).map((said): Reply => ({ tone: "warning", text: said }));
    const understood = understoodOf(question, next, { reading, today });
    return [
      ...(understood === undefined ? [] : [{ tone: "good" as const, text: understood }]),
      ...cautionsOf(question, text, { draft, next, today }).map((said): Reply => ({ tone: "warning", text: said })),
    ];
  };
}

function understoodOf(
  question: Question,
  next: Draft,
  { reading, today }: { reading: Reading<Draft>; today: WizardPorts["today"] },
): string | undefined {
  const said = reading.kind === "value" ? reading.understood : undefined;
  return question.reply?.(next, today) ?? (said === undefined ? undefined : `That is ${said}.`);
}

/** What Enter alone means: its text, and how that is shown. */
async function enterFor(
  question: Question,
  draft: Draft,
  ports: WizardPorts,
): Promise<Usual & { readonly because?: string }> {
  const own = question.textOf(draft);
  if (own !== "") return { text: own, shown: shownOf(question, draft, ports.measures) };
  const suggestion = await suggestionFor(question, ports);
  if (suggestion === undefined) return question.usual?.(draft, ports.today) ?? { text: "" };
  const reading = question.read(suggestion.text, ports.today, draft);
  const shown =
    reading.kind === "value" ? question.shown?.(changed(draft, reading.value), ports.measures ?? METRIC) : undefined;
  return { text: suggestion.text, shown: shown ?? suggestion.text, because: suggestion.because };
}

async function suggestionFor(question: Question, { suggest, today }: WizardPorts): Promise<Suggestion | undefined> {
  if (question.form.kind === "ticks") return undefined;
  const found = await suggest(question.keys[0]);
  return found !== undefined && question.read(found.text, today, {}).kind === "value" ? found : undefined;
}

/** Where a question stands, such as `question 9 of 12`. */
export type Place = string | undefined;

interface Put {
  readonly question: Question;
  readonly draft: Draft;
  readonly place: Place;
  readonly enter: Usual & { readonly because?: string };
}

function screenOf({ question, draft, place, enter }: Put, ports: WizardPorts): Screen {
  const lead = question.lead?.(draft);
  const suggested = enter.because === undefined ? [] : [`Suggested: ${enter.text} (${enter.because}).`];
  const shown = enter.shown ?? enter.text;
  const isTicks = question.form.kind === "ticks";
  return {
    title: question.label,
    place,
    lines: [...(lead === undefined ? [] : [lead]), ...question.explain, ...suggested],
    soFar: planSoFar(draft, ports),
    enter: shown === "" || "choices" in question.form ? undefined : `takes ${shown}`,
    keys: isTicks ? ["Space or number ticks", "Enter goes on (no tick: nothing fits)", "< goes back"] : undefined,
    foot: question.foot,
  };
}

function askOf(put: Put, check: Check, ports: WizardPorts): Ask {
  const { question, draft, enter } = put;
  const { form, message } = question;
  const initial = enter.text === "" ? undefined : enter.text;
  const base = { message, initial, screen: screenOf(put, ports), replies: repliesOf(question, draft, ports) };
  if (form.kind === "choice")
    return {
      ...base,
      kind: "choice",
      choices: choicesOf(question, draft),
      ownWords: form.ownWords ? check : undefined,
    };
  if (form.kind === "ticks") return { ...base, kind: "ticks", choices: form.choices, check };
  return form.kind === "days"
    ? { ...base, kind: "days", check }
    : { ...base, kind: "text", initialShown: enter.shown, check };
}

/** No plan may be made: says why and where to turn, and lets the rider say that they mistyped. */
export async function confirmReferral(
  { problems, advice }: { problems: DraftCheck["problems"]; advice: string },
  { prompter }: Pick<WizardPorts, "prompter">,
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
      { value: "stop", name: "stop here; I will see a doctor" },
      { value: "again", name: "I typed it wrong: ask again" },
    ],
  });
  if (choice === "again") return "again";
  return choice === undefined ? { kind: "stopped" } : { kind: "referred", advice };
}

/** The plan says of which day its FTP is: the day it was saved where the rider took that number, otherwise today. */
async function withFtpDate(draft: Draft, { suggest, today }: WizardPorts): Promise<Draft> {
  if (draft.ftp === undefined) return changed(draft, { ftpDate: undefined });
  const saved = await suggest("ftp");
  const isSaved = saved?.date !== undefined && saved.text === answerText("ftp", draft.ftp);
  return changed(draft, { ftpDate: isSaved ? saved.date : today });
}

const isTimed = ({ weeks, eventDate }: Draft): boolean => weeks !== undefined || eventDate !== undefined;

/** Keeps an answer, then goes on: the next question is not asked before. */
export async function settle(question: Question, state: WizardState, ports: WizardPorts): Promise<Asked> {
  const dated = question.id === "ftp" ? await withFtpDate(state.draft, ports) : state.draft;
  const next: WizardState = {
    ...state,
    draft: withActive(dated),
    asked: state.asked.includes(question.id) ? state.asked : [...state.asked, question.id],
  };
  await ports.save(next);
  // A source that needs time is asked before its question comes.
  if (next.draft.hours === undefined && isTimed(next.draft)) void ports.suggest("hours");
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
      { value: AGAIN, name: "neither: ask again" },
    ],
  });
}

/** What was typed, judged: kept, or why not. */
async function accept(
  put: Put,
  text: string,
  { state, ports }: { state: WizardState; ports: WizardPorts },
): Promise<Asked | "again"> {
  const { question, draft } = put;
  const { prompter, today } = ports;
  const verdict = checkOf(question, draft, ports)(text);
  const reading = question.read(text, today, draft);
  if (verdict !== true || reading.kind === "unreadable") {
    prompter.say("warning", verdict === true ? "That cannot be read." : verdict);
    return "again";
  }
  const said = changed(draft, reading.value);
  const next = question.id === "ftp" ? await withFtpDate(said, ports) : said;
  const { problems, advice } = checkDraft(next, today);
  if (advice !== undefined && WITH_CARE.some((key) => problems.has(key))) {
    const referral = await confirmReferral({ problems, advice }, ports);
    return referral === "again" ? "again" : referral;
  }
  const understood = understoodOf(question, next, { reading, today });
  if (understood !== undefined && prompter.isLive !== true) prompter.say("good", understood);
  for (const caution of cautionsOf(question, text, { draft, next, today })) prompter.say("warning", caution);
  const ramp = await confirmRamp(question, next, ports);
  if (ramp.kind === "again") return "again";
  if (ramp.kind !== "draft") return ramp;
  return settle(question, { ...state, draft: ramp.draft }, ports);
}

/** Asks one question until it has an answer that can stay. */
export async function ask(
  question: Question,
  state: WizardState,
  ports: WizardPorts & { readonly place?: Place },
): Promise<Asked> {
  const { prompter, today } = ports;
  const { draft } = state;
  const enter = await enterFor(question, draft, ports);
  const put: Put = { question, draft, place: ports.place, enter };
  for (;;) {
    const typed = await prompter.ask(askOf(put, checkOf(question, draft, ports), ports));
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
    const accepted = await accept(put, text, { state, ports });
    if (accepted !== "again") return accepted;
  }
}
