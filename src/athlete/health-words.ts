import type { CalendarDate } from "../base/calendar.ts";
import { once } from "../base/once.ts";
import {
  bare,
  Clause,
  firstWord,
  has,
  type KIND_LINES,
  KINDS,
  namesKnee,
  pattern,
  wordsIn,
  type Found,
} from "./health-clause.ts";
import * as table from "./health-word-table.ts";
import { COMEBACK } from "./safety-limits.ts";
import type { Comeback } from "./schema.ts";

/** What a text says of a rider's health: `words` are their own, as they stand in the text without marks. */
export interface HealthSign {
  /** `now` stops everything; `before` and the others are asked about. */
  readonly kind:
    | "symptom"
    | "past symptom"
    | "heart"
    | "pregnant"
    | "birth"
    | "surgery"
    | "injury"
    | "illness"
    | "beta blockers"
    | "pain";
  readonly words: string;
}

interface Place {
  readonly clause: Clause;
  readonly from: number;
  readonly to: number;
}

/** A word that stands before a negation is looked for in so many characters. */
const LONGEST_WORD = 100;

/** The negation that takes back what stands at a place: the first of those with nothing but small words and words of health between. */
function negationBefore({ clause, from }: Place): Found | undefined {
  const all = clause.all("negation");
  let taken: Found | undefined;
  for (let i = all.findLastIndex(({ to }) => to <= from); i >= 0; i--) {
    const one = all[i];
    if (one === undefined || clause.isBroken(one.to, from)) break;
    if (clause.isInside(one)) continue;
    const between = clause.text.slice(one.to, from);
    if (!clause.isFilled(one.to, from) || has(between.trimStart().split(/\s/, 1)[0] ?? "", "noNegation")) continue;
    const isTwice = i > 0 && has(one.words, "without");
    if (!isTwice) taken = one;
  }
  return taken;
}

/** How a negation takes a word of health back: not at all, wholly, or as something that was there once. */
function negationOf(place: Place): "none" | "no" | "no more" {
  const { clause, from, to } = place;
  const behind = clause.text.slice(to);
  const before = negationBefore(place);
  if (before !== undefined) {
    const first = wordsIn(clause.text.slice(Math.max(0, before.from - LONGEST_WORD), before.from)).at(-1) ?? "";
    const beside = [first, before.words, clause.text.slice(before.to, from), firstWord(behind) ?? ""];
    return beside.some((text) => has(text, "noMore")) ? "no more" : "no";
  }
  const after = clause.all("negationAfter").find((one) => one.from >= to);
  if (after === undefined || !clause.isFilled(to, after.from)) return "none";
  const rest = clause.text.slice(after.to);
  const next = firstWord(rest);
  const isEnd = next === undefined || has(next, "noMore") || /^\s*,/.test(rest) || /^(free|frei)$/.test(after.words);
  if (!isEnd) return "none";
  return next !== undefined && has(next, "noMore") ? "no more" : "no";
}

/** Somebody else's, a cause to ride for (nobody rides for a sore knee), or what is to be kept away. */
function isNotTheRiders({ clause, from }: Place, isPain: boolean): boolean {
  if (!isPain && clause.has("causes")) return true;
  const other = clause.all("others").findLast(({ to }) => to <= from);
  const isSelf = ({ from: begin, to: end }: Found): boolean => begin >= (other?.to ?? 0) && end <= from;
  if (other !== undefined && !clause.all("self").some(isSelf)) return true;
  const away = clause.all("keptAway").findLast(({ to }) => to <= from);
  return away !== undefined && clause.isFilled(away.to, from);
}

const YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)/g;

/** A year before the last one, or words for it. */
const isLongAgo = ({ clause }: Place, today: CalendarDate): boolean =>
  clause.has("longAgo") || (clause.text.match(YEAR) ?? []).some((year) => Number(year) < Number(today.slice(0, 4)) - 1);

function signAt(
  kind: (typeof KIND_LINES)[number][0],
  place: Place,
  today: CalendarDate,
): HealthSign["kind"] | undefined {
  const taken = negationOf(place);
  if (taken === "no" || isNotTheRiders(place, kind === "pain")) return undefined;
  const { clause } = place;
  if (kind === "symptom") {
    const isPast = clause.has("past") || clause.text.search(YEAR) >= 0;
    return taken === "no more" || (isPast && !clause.has("now")) ? "past symptom" : "symptom";
  }
  if (kind === "heart") return kind;
  // A pain that is over asks nothing of a plan.
  if (kind === "pain" && (taken === "no more" || (clause.has("past") && !clause.has("now")))) return undefined;
  if (kind === "beta blockers") return taken === "no more" ? undefined : kind;
  if (kind === "pregnant") return taken === "no more" ? "birth" : kind;
  return isLongAgo(place, today) ? undefined : kind;
}

const PLAIN = new Set(table.PLAIN_WORDS.split(" "));

/** No goal is longer (parse-values.ts), so no clause of a rider is either: longer ones are looked at in pieces, each with what stands around it. */
const LONGEST_CLAUSE = 5000;
const PIECE = { length: 500, before: 250, after: 100 };

/** A text, and which part of it the signs are taken from. */
interface Piece {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** A clause whole; one that no rider writes in pieces, so that the time stays in proportion to its length. */
function* piecesOf(clause: string): Generator<Piece> {
  const { length, before, after } = PIECE;
  if (clause.length <= LONGEST_CLAUSE) yield { text: clause, from: 0, to: clause.length };
  else
    for (let at = 0; at < clause.length; at += length) {
      const start = Math.max(0, at - before);
      yield { text: clause.slice(start, at + length + after), from: at - start, to: at - start + length };
    }
}

/** Of several pains that of a knee is told: the plan can be kind to it. */
const isFirstKnee = (
  kind: HealthSign["kind"],
  words: string,
  found: ReadonlyMap<HealthSign["kind"], HealthSign>,
): boolean => kind === "pain" && namesKnee(words) && !namesKnee(found.get("pain")?.words ?? "");

/** Nobody writes a book of themselves; a longer text is read up to here. */
const MOST_CHARACTERS = 120_000;

/** What a rider's words say of their health, each kind once, in the order of the text's clauses. */
export function healthSignsIn(whole: string, today: CalendarDate): HealthSign[] {
  const text = whole.slice(0, MOST_CHARACTERS);
  if (wordsIn(bare(text)).every((word) => PLAIN.has(word) || /^\d+$/.test(word))) return [];
  const found = new Map<HealthSign["kind"], HealthSign>();
  for (const clause of bare(text).split(table.BREAKS))
    for (const piece of piecesOf(clause)) {
      const clause = new Clause(piece.text);
      let left = piece.text;
      for (const [kind, words] of KINDS)
        for (const match of left.matchAll(words())) {
          const place = { clause, from: match.index, to: match.index + match[0].length };
          left = left.slice(0, place.from) + "#".repeat(match[0].length) + left.slice(place.to);
          if (place.from < piece.from || place.from >= piece.to) continue;
          const sign = signAt(kind, place, today);
          if (sign !== undefined && (!found.has(sign) || isFirstKnee(sign, match[0], found)))
            found.set(sign, { kind: sign, words: match[0].replace(/\s+/g, " ") });
        }
    }
  return [...found.values()];
}

/** The sentence of a text in which a sign stands, as it was written; the whole text where it cannot be told. */
export function sentencesWith(text: string, { words }: HealthSign): string {
  const sentences = text.split(/(?<=[.!?;\n])/);
  const found = sentences.find((sentence) => bare(sentence).replace(/\s+/g, " ").includes(words));
  return (found ?? text).trim();
}

const weeksPattern = once(
  () =>
    [
      pattern(`([0-9]{1,3}|[a-z]+) (${table.WEEK_WORDS})`),
      pattern(`([0-9]{1,3}|[a-z]+) (${table.MONTH_WORDS})`),
    ] as const,
);
const WEEKS_OF_MONTH = 52 / 12;

const numberNamed = (word: string): number | undefined =>
  table.NUMBER_WORDS.find(([, words]) => words.split(" ").includes(word))?.[0];

/** The weeks off that a text names; the first that it does. */
function weeksOffIn(text: string): number | undefined {
  for (const [index, words] of weeksPattern().entries())
    for (const match of bare(text).matchAll(words)) {
      const said = match[1] ?? "";
      const number = /^\d/.test(said) ? Number(said) : numberNamed(said);
      if (number !== undefined) return Math.round(number * (index === 0 ? 1 : WEEKS_OF_MONTH));
    }
  return undefined;
}

/** The return that a text tells of where it names an injury: its weeks as said, or those that are usual. */
export const comebackFrom = (text: string): Comeback => ({
  weeks_off: weeksOffIn(text) ?? COMEBACK.assumedWeeks,
  reason: "injury",
});
