import { healthSignsIn } from "../athlete/health-words.ts";
import { PAIN_CARE, painIn } from "../athlete/pain.ts";
import { inCamel } from "../athlete/parse-object.ts";
import { besideGiven, contradictions } from "../athlete/wishes/contradictions.ts";
import { judgeWishes, type JudgedWishes, type Wish } from "../athlete/wishes/judge-wishes.ts";
import { mergeWishes } from "../athlete/wishes/merge-wishes.ts";
import { MOST_WISH_CHARACTERS } from "../athlete/wishes/read-wishes.ts";
import type { WishEntry } from "../athlete/wishes/entry.ts";
import { wishText } from "../athlete/wishes/wish-words.ts";
import type { CalendarDate } from "../base/calendar.ts";
import { joinWords } from "../base/text.ts";
import { ask, confirmReferral, newWarnings } from "./ask.ts";
import { askWishes, leftLines } from "./ask-wishes.ts";
import { checkDraft } from "./check-draft.ts";
import { changed, type Draft } from "./draft.ts";
import { health, HEALTH_FOLLOWS, withActive } from "./health-questions.ts";
import { healthOf } from "./health-ticks.ts";
import type { Asked, WizardPorts, WizardState } from "./state.ts";

/*
 * Wishes in the rider's own words at "anything else": what was read is shown, and taken as the rider says.
 */

/** What the words ask for, beside the answers so far; an event needs a plan that leads to one. */
export function wishesIn(
  text: string,
  draft: Draft,
  { today, byModel = [] }: { readonly today: CalendarDate; readonly byModel?: readonly WishEntry[] },
): JudgedWishes {
  if (text.length > MOST_WISH_CHARACTERS) return { wishes: [], left: [], unread: [] };
  const judged = besideGiven(judgeWishes(text, today, byModel), draft);
  if (draft.hasEvent === true) return judged;
  const expected = "expected a plan that leads to an event; say so at the goal";
  const isEvent = ({ term }: Wish): boolean => term === "event";
  return {
    ...judged,
    wishes: judged.wishes.filter((wish) => !isEvent(wish)),
    unread: [...judged.unread, ...judged.wishes.filter(isEvent).map((wish) => ({ ...wish, expected }))],
  };
}

/** True where the words hold one plain wish and nothing else: it was shown while it was typed. */
const isPlainOne = ({ wishes, left, unread }: JudgedWishes, draft: Draft): boolean =>
  wishes.length === 1 &&
  left.length + unread.length === 0 &&
  wishes[0]?.effect === "restricts" &&
  contradictions(wishes, draft).size === 0;

/** Words about health are asked about where health is asked; what allows no plan is said at once. */
async function askHealth(text: string, state: WizardState, ports: WizardPorts): Promise<Asked> {
  const signs = healthSignsIn(text, ports.today);
  const stops = { symptoms: "symptom", pregnant: "pregnant" } as const;
  const stopping = (["symptoms", "pregnant"] as const).filter((key) => signs.some(({ kind }) => kind === stops[key]));
  if (stopping.length > 0) {
    const said = Object.fromEntries(stopping.map((key) => [key, true]));
    const { problems, advice } = checkDraft(
      changed(state.draft, { health: inCamel({ ...healthOf(state.draft), ...said }) }),
      ports.today,
    );
    if (advice === undefined) return { kind: "answered", state };
    const referral = await confirmReferral({ problems, advice }, ports);
    return referral === "again" ? { kind: "back", state } : referral;
  }
  const asked = signs.filter(
    ({ kind }) => kind === "birth" || kind === "surgery" || kind === "illness" || kind === "past symptom",
  );
  if (asked.length === 0) return { kind: "answered", state };
  const words = joinWords(asked.map((sign) => `"${sign.words}"`));
  ports.prompter.say("warning", `Your words speak of ${words}. Say it here, so that the plan keeps to it.`);
  let next = state;
  for (const question of [health, ...HEALTH_FOLLOWS]) {
    if (!question.isAsked(next.draft)) continue;
    const answer = await ask(question, next, ports);
    if (answer.kind !== "answered") return answer;
    next = answer.state;
  }
  return { kind: "answered", state: next };
}

/** The answers with the wishes in them, where they fit the others; why not otherwise. */
function withTaken(taken: readonly Wish[], state: WizardState, ports: WizardPorts): WizardState {
  const { prompter, today } = ports;
  const next = withActive(changed(state.draft, mergeWishes(taken, state.draft)));
  const [problem] = checkDraft(next, today).problems.values();
  if (problem !== undefined) {
    prompter.say("warning", `That does not fit your other answers, and is left out: ${problem}.`);
    return state;
  }
  for (const caution of newWarnings(state.draft, next, today)) prompter.say("warning", caution);
  return { ...state, draft: next };
}

/** Takes the rider's words; `undefined` where nothing in them is a wish. */
export async function takeWords(text: string, start: WizardState, ports: WizardPorts): Promise<Asked | undefined> {
  const asked = await askHealth(text, start, ports);
  if (asked.kind !== "answered") return asked.kind === "back" ? { kind: "answered", state: asked.state } : asked;
  const { state } = asked;
  const byModel = (await ports.interpret?.(text)) ?? [];
  const judged = wishesIn(text, state.draft, { today: ports.today, byModel });
  const hasPain = painIn(healthSignsIn(text, ports.today)) !== undefined;
  if (hasPain) ports.prompter.say("warning", PAIN_CARE);
  if (judged.wishes.length === 0 && (judged.unread.length === 0 || byModel.length === 0)) {
    for (const line of hasPain ? leftLines(judged) : []) ports.prompter.say("hint", line);
    return state === start && !hasPain ? undefined : { kind: "answered", state };
  }
  const [only] = judged.wishes;
  if (only !== undefined && isPlainOne(judged, state.draft)) ports.prompter.say("good", `I read: ${wishText(only)}`);
  const taken = isPlainOne(judged, state.draft)
    ? judged.wishes
    : await askWishes(judged, { prompter: ports.prompter, today: ports.today, given: state.draft, isYes: false });
  if (taken === undefined) return { kind: "stopped" };
  const next = withTaken(taken, state, ports);
  await ports.save(next);
  return { kind: "answered", state: next };
}

/** What is said of the words while they are typed; undefined where nothing in them is a wish. */
export function wishesReply(text: string, draft: Draft, today: CalendarDate): string | undefined {
  const { wishes } = wishesIn(text, draft, { today });
  return wishes.length === 0 ? undefined : `I read: ${wishes.map(wishText).join(" ")}`;
}
