import { healthSignsIn } from "../athlete/health-words.ts";
import { read, unreadable, type Reading } from "../athlete/parse-reading.ts";
import type { CalendarDate } from "../base/calendar.ts";
import type { Measures } from "../plan/measures.ts";
import { insteadOf } from "../athlete/wishes/near-words.ts";
import { ask, newWarnings, settle, type Place } from "./ask.ts";
import { changed, type Draft } from "./draft.ts";
import { eventLength, lengthSaid } from "./event-length.ts";
import { limit, withActive } from "./health-questions.ts";
import { takeWords, wishesReply } from "./more-wishes.ts";
import { events, fixedRides, NUMBERS, otherSport, STRENGTH, TIMES } from "./more-questions.ts";
import { WISHES } from "./kind-questions.ts";
import { planSoFar } from "./plan-so-far.ts";
import { BACK, SKIP, type Choice } from "./prompter.ts";
import { shownOf, type Question } from "./question.ts";
import { more } from "./questions.ts";
import type { Asked, WizardPorts, WizardState } from "./state.ts";
import { heartNumber, weight } from "./you-questions.ts";

/** One line of the menu: what it asks, in order. */
interface Item {
  readonly label: string;
  readonly questions: readonly Question[];
  /** What it holds, for who has nothing there yet. */
  readonly hint?: string;
}

/** Asked here also of who rides by power. */
const highest: Question = { ...heartNumber, isAsked: () => true, usual: () => ({ text: SKIP, shown: "not said" }) };

const ITEMS: readonly Item[] = [
  { label: "other events", questions: [events] },
  { label: "rides you do anyway", questions: [fixedRides], hint: "club ride, weekly race, commutes" },
  { label: "other sport", questions: [otherSport], hint: "run, swim, gym" },
  { label: "times", questions: TIMES, hint: "days off, weeks with other hours, indoors" },
  { label: "limits on effort", questions: [limit], hint: "percent of FTP, heart rate, longest stretch" },
  { label: "likes and dislikes", questions: WISHES },
  { label: "strength", questions: STRENGTH },
  { label: "weight", questions: [weight] },
  { label: "highest heart rate", questions: [highest] },
  { label: "more numbers", questions: NUMBERS, hint: "longest ride, last test, threshold heart rate" },
];

const isThere = ({ keys }: Question, draft: Draft): boolean => keys.some((key) => draft[key] !== undefined);

/** What says by itself what it is. */
const SAYS_ITSELF: readonly Question[] = [weight, fixedRides, otherSport, events];

/** What was said under "anything else", for the review. */
export const moreSaid = (draft: Draft, measures?: Measures): string[] =>
  ITEMS.flatMap(({ questions, label }) =>
    questions.flatMap((question) => {
      if (!isThere(question, draft)) return [];
      const said = shownOf(question, draft, measures);
      return [
        SAYS_ITSELF.includes(question)
          ? said
          : `${(questions.length === 1 ? label : question.label).toLowerCase()} ${said}`,
      ];
    }),
  );

const LABEL = 22;

function nameOf({ label, questions, hint = "" }: Item, draft: Draft, measures: Measures | undefined): string {
  const said = questions.filter((question) => isThere(question, draft));
  if (said.length === 0) return `${label.padEnd(LABEL)}none${hint === "" ? "" : ` (${hint})`}`;
  const words = said.map((question) =>
    questions.length === 1
      ? shownOf(question, draft, measures)
      : `${question.label.toLowerCase()} ${shownOf(question, draft, measures)}`,
  );
  return `${label.padEnd(LABEL)}${words.join("; ")}`;
}

/** What takes the rider's own words, the surest first. */
const OWN_WORDS: readonly Question[] = [otherSport, fixedRides, events, ...TIMES.slice(0, 2), limit, weight];

/** A list is added to; every other answer is as it was said last. */
function joined({ keys: [key] }: Question, value: Draft, draft: Draft): Draft {
  const before: unknown = draft[key];
  const now: unknown = value[key];
  if (!Array.isArray(before) || !Array.isArray(now)) return value;
  const both: readonly unknown[] = before.concat(now);
  return { [key]: both };
}

const SUCH_WORDS =
  'I do not understand that yet: choose a number, or say for example "no sprints", "my knee hurts", "off 8-14 Feb" or "Thu club ride 2 h hard"';

/** The rider's own words, where one of the readers of files and flags understands them. */
export function readOwnWords(
  text: string,
  today: CalendarDate,
  draft: Draft,
): Reading<Draft> & { readonly by?: Question } {
  const length = draft.hasEvent === true ? lengthSaid(text) : undefined;
  if (length !== undefined) return { ...read({ eventHours: length }), by: eventLength };
  for (const question of OWN_WORDS) {
    // A bare number says nothing of itself.
    const reading = /^[\d.,]+$/.test(text.trim()) ? undefined : question.read(text, today, {});
    if (reading?.kind === "value" && isThere(question, reading.value))
      return { ...read(joined(question, reading.value, draft)), by: question };
  }
  return unreadable(insteadOf(text)?.replace(/\.$/, "") ?? SUCH_WORDS);
}

const NOTHING_MORE = "0";

function choices(draft: Draft, measures: Measures | undefined): Choice[] {
  return [
    { value: NOTHING_MORE, name: "nothing more: show me the plan" },
    ...shownItems(draft).map((item) => ({ value: item.label, name: nameOf(item, draft, measures) })),
  ];
}
const shownItems = (draft: Draft): Item[] =>
  ITEMS.filter(({ questions }) => questions.some((one) => one === limit || one.isAsked(draft)));

/** What was saved of a rider's body is there, and shown. */
async function withSaved(state: WizardState, { suggest, today }: WizardPorts): Promise<WizardState> {
  let { draft } = state;
  if (state.asked.includes(more.id)) return state;
  for (const question of [weight, highest, ...NUMBERS]) {
    const [key] = question.keys;
    const found = draft[key] === undefined ? await suggest(key) : undefined;
    // What recorded rides say fills in by itself what nobody said, and the plan says so.
    const reading = found?.date === undefined ? undefined : question.read(found.text, today, draft);
    if (reading?.kind === "value") draft = changed(draft, reading.value);
  }
  return { ...state, draft };
}

function replyTo(text: string, draft: Draft, { today, measures }: WizardPorts): string | undefined {
  const reading = readOwnWords(text, today, draft);
  return reading.kind === "value" && reading.by !== undefined
    ? `${reading.by.label}: ${shownOf(reading.by, changed(draft, reading.value), measures)}`
    : undefined;
}

/** One line of the menu: its question, or each of them; Enter leaves each as it is. */
async function askItem(item: Item, start: WizardState, ports: WizardPorts): Promise<Asked> {
  let state = start;
  for (const question of item.questions) {
    const asked = await ask(question, state, {
      ...ports,
      place: item.questions.length > 1 ? "Enter leaves it as it is" : undefined,
    });
    if (asked.kind === "back") return { kind: "answered", state };
    if (asked.kind !== "answered") return asked;
    state = asked.state;
  }
  return { kind: "answered", state };
}

async function keepWords(text: string, state: WizardState, ports: WizardPorts): Promise<Asked> {
  const taken = await takeWords(text, state, ports);
  if (taken !== undefined) return taken;
  const reading = readOwnWords(text, ports.today, state.draft);
  if (reading.kind === "unreadable") {
    ports.prompter.say("warning", `${reading.expected}.`);
    return { kind: "answered", state };
  }
  ports.prompter.say("good", `I read: ${replyTo(text, state.draft, ports) ?? text}`);
  const next = { ...state, draft: withActive(changed(state.draft, reading.value)) };
  for (const caution of newWarnings(state.draft, next.draft, ports.today)) ports.prompter.say("warning", caution);
  await ports.save(next);
  return { kind: "answered", state: next };
}

/** Words that somebody can make something of: a wish, an answer, a sign of health, or whatever a model may read. */
function mayBeWords(text: string, draft: Draft, { today, interpret }: WizardPorts): true | string {
  if (text === BACK || interpret !== undefined || wishesReply(text, draft, today) !== undefined) return true;
  if (healthSignsIn(text, today).length > 0) return true;
  const reading = readOwnWords(text, today, draft);
  return reading.kind === "value" || `${reading.expected}.`;
}

/** "Anything else?": a list until the rider has nothing more. */
export async function askMore(start: WizardState, ports: WizardPorts & { readonly place?: Place }): Promise<Asked> {
  let state = await withSaved(start, ports);
  for (;;) {
    const { draft } = state;
    const choice = await ports.prompter.ask({
      kind: "choice",
      message: more.message,
      choices: choices(draft, ports.measures),
      from: 0,
      initial: NOTHING_MORE,
      ownWords: (text) => mayBeWords(text, draft, ports),
      replies: (text) => {
        const said = text === "" ? undefined : (wishesReply(text, draft, ports.today) ?? replyTo(text, draft, ports));
        return said === undefined ? [] : [{ tone: "good", text: said }];
      },
      screen: {
        title: "Anything else",
        place: ports.place,
        lines: [],
        below: ['Or say it in your words: "no sprints, my knee hurts, club ride on Thursdays, about two hours".'],
        soFar: planSoFar(draft, ports),
        keys: ["number or words", "< goes back"],
      },
    });
    if (choice === undefined) return { kind: "stopped" };
    if (choice === BACK) return { kind: "back", state };
    if (choice === NOTHING_MORE) return settle(more, state, ports);
    const item = ITEMS.find(({ label }) => label === choice);
    if (item === undefined) {
      const kept = await keepWords(choice, state, ports);
      if (kept.kind !== "answered" && kept.kind !== "back") return kept;
      state = kept.state;
      continue;
    }
    const asked = await askItem(item, state, ports);
    if (asked.kind !== "answered" && asked.kind !== "back") return asked;
    state = asked.state;
  }
}
