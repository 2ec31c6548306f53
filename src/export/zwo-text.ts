import { cleanLine } from "../base/text.ts";
import type { Step } from "../workout/expand.ts";
import type { Rounds } from "./rounds.ts";
import type { Season, Session } from "./session.ts";
import { besideWords, cueOf, cueText, piecesOf, type Cue } from "./step-words.ts";
import { xmlAttribute } from "./xml.ts";

/** Longest text that stays readable on the screen; of 17,503 texts in files of riders 95 of 100 have 102 or fewer. */
const MOST_CHARACTERS = 100;
/** A text stands about this long; the next must not push it away. */
const APART_SECONDS = 10;

/** A text on the rider's screen, in seconds from the start of the element that holds it. */
interface TextEvent {
  readonly offset: number;
  readonly message: string;
}

/** The cue in as many texts as the step has time for; where it has not, the words give way and the feel stays. */
function textsOf(cue: Cue, seconds: number): string[] {
  const pieces = piecesOf(cueText(cue), MOST_CHARACTERS);
  if (pieces.length <= Math.max(1, Math.floor(seconds / APART_SECONDS))) return pieces;
  return [cueText({ ...cue, words: cleanLine(cue.words, MOST_CHARACTERS - besideWords(cue).length - 2) })];
}

/** Texts of one step that begins `offset` seconds into its element. */
function eventsOf(cue: Cue, step: Step, offset: number): TextEvent[] {
  return textsOf(cue, step.seconds).map((message, i) => ({ offset: offset + i * APART_SECONDS, message }));
}

const numbered = (cue: Cue, round: number, times: number): Cue =>
  times === 1 ? cue : { ...cue, words: `${round + 1} of ${times}: ${cue.words}` };

/** Texts of one step on its own, in round `round` of its repeats. */
export function stepEvents(
  step: Step,
  at: { round: number; times: number },
  of: { session: Session; season: Season },
): TextEvent[] {
  const cue = cueOf(step, of.session, of.season);
  return eventsOf(step.role === "rest" ? cue : numbered(cue, at.round, at.times), step, 0);
}

/** Texts of a whole block of repeats; one that would come too soon after another is left out. */
export function repeatEvents(rounds: Rounds, of: { session: Session; season: Season }): TextEvent[] {
  const events: TextEvent[] = [];
  let offset = 0;
  for (let round = 0; round < rounds.times; round++)
    for (const step of rounds.steps) {
      const cue = cueOf(step, of.session, of.season);
      const found = eventsOf(step.role === "rest" ? cue : numbered(cue, round, rounds.times), step, offset);
      const last = events.at(-1)?.offset;
      if (last === undefined || offset - last >= APART_SECONDS) events.push(...found);
      offset += step.seconds;
    }
  return events;
}

/** An element with its texts inside, or closed at once where it has none. */
export function element(
  tag: string,
  attributes: Readonly<Record<string, string | undefined>>,
  events: readonly TextEvent[],
): string[] {
  const given = Object.entries(attributes).filter(([, value]) => value !== undefined);
  const head = `    <${[tag, ...given.map(([name, value]) => `${name}="${value ?? ""}"`)].join(" ")}`;
  if (events.length === 0) return [`${head}/>`];
  return [
    `${head}>`,
    ...events.map(
      ({ offset, message }) => `      <textevent timeoffset="${offset}" message="${xmlAttribute(message)}"/>`,
    ),
    `    </${tag}>`,
  ];
}
