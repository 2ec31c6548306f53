import { once } from "../base/once.ts";
import * as table from "./health-word-table.ts";

/** Letters as the table writes them: small, without marks, apostrophes as blanks. */
export const bare = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/['’`´]/g, " ")
    .replace(/ß/g, "ss")
    .replace(/ø/g, "o")
    .replace(/æ/g, "ae")
    .replace(/œ/g, "oe")
    .replace(/ł/g, "l")
    .replace(/ı/g, "i");

/** Latin, Greek and Cyrillic letters without marks: a class of its own, because all letters of the world take long to prepare. */
const LETTER = "a-z\u0370-\u03ff\u0400-\u04ff";

/** A line of the table as a pattern that stands between letters of no word. */
export function pattern(line: string): RegExp {
  const source = bare(line).replaceAll("*", `[${LETTER}]*`).replaceAll(" ?", "[\\s-]*").replaceAll(" ", "[\\s-]+");
  return new RegExp(`(?<![${LETTER}])(?:${source})(?![${LETTER}])`, "g");
}

/** Patterns are made once, and only where a text is long enough to hold words. */
const one = (line: string): (() => RegExp) => once(() => pattern(line));
const all = (lines: readonly string[]): (() => RegExp) => once(() => pattern(lines.join("|")));

/** In the order in which they are looked for: what an earlier kind took, a later one does not take again. */
export const KIND_LINES = [
  ["symptom", table.SYMPTOM_WORDS],
  ["heart", table.HEART_WORDS],
  ["birth", table.BIRTH_WORDS],
  ["pregnant", table.PREGNANT_WORDS],
  ["injury", table.INJURY_WORDS],
  ["illness", table.ILLNESS_WORDS],
  ["surgery", table.SURGERY_WORDS],
  ["pain", table.PAIN_WORDS],
  ["beta blockers", table.BLOCKER_WORDS],
] as const;
export const KINDS = KIND_LINES.map(([kind, lines]) => [kind, all(lines)] as const);

const kneeWords = once(() => pattern(table.KNEE_WORDS));
/** True where words of pain name a knee. */
export const namesKnee = (words: string): boolean => bare(words).search(kneeWords()) >= 0;

const anyHealthWord = all(KIND_LINES.flatMap(([, lines]) => lines));
const filler = one(table.FILLERS);
const words = {
  negation: one(table.NEGATIONS),
  negationAfter: one(table.NEGATIONS_AFTER),
  past: one(table.PAST),
  now: one(table.NOW),
  others: one(table.OTHERS),
  self: one(table.SELF),
  causes: one(table.CAUSES),
  keptAway: one(table.KEPT_AWAY),
  longAgo: one(table.LONG_AGO),
  noNegation: one(table.NO_NEGATIONS),
  noMore: one(table.NO_MORE),
  without: one("without|ohne|sans|sin|senza|sem|zonder|uden|uten|utan|ilman|bez|без|χωρις"),
} as const;
export type WordList = keyof typeof words;

/** Where something stands in a clause. */
export interface Found {
  readonly from: number;
  readonly to: number;
  readonly words: string;
}

export const has = (text: string, list: WordList): boolean => text.search(words[list]()) >= 0;
export const wordsIn = (text: string): string[] => text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
export const firstWord = (text: string): string | undefined => /[\p{L}\p{N}]+/u.exec(text)?.[0];

/** What is neither a small word nor one of health is left, on its place. */
const unfilled = (text: string): string =>
  [anyHealthWord(), filler()].reduce((left, known) => left.replace(known, (found) => " ".repeat(found.length)), text);

/** Up to so many characters a part is read by itself; a longer one as the clause was read. */
const EXACT = 200;

/** A part of a text that is one thought, with what is looked for in it: each list is made once, however many words of health there are. */
export class Clause {
  readonly text: string;
  private readonly lists = new Map<WordList, readonly Found[]>();
  private readonly left = once(() => Array.from(unfilled(this.text).matchAll(/[\p{L}\p{N}]+/gu), ({ index }) => index));

  private readonly health = once(() =>
    Array.from(this.text.matchAll(anyHealthWord()), ({ index, 0: found }) => ({
      from: index,
      to: index + found.length,
    })),
  );

  constructor(text: string) {
    this.text = text;
  }

  all(list: WordList): readonly Found[] {
    const known = this.lists.get(list);
    if (known !== undefined) return known;
    const found = Array.from(this.text.matchAll(words[list]()), (match) => ({
      from: match.index,
      to: match.index + match[0].length,
      words: match[0],
    }));
    this.lists.set(list, found);
    return found;
  }

  has(list: WordList): boolean {
    return this.all(list).length > 0;
  }

  /** Nothing but small words and other words of health stand there. */
  isFilled(from: number, to: number): boolean {
    if (to - from <= EXACT) return wordsIn(unfilled(this.text.slice(from, to))).length === 0;
    return !this.isBroken(from, to);
  }

  /** Part of a word of health that does not end with it: "no" in "dor no peito" takes nothing back. */
  isInside({ to }: Found): boolean {
    return this.health().some((one) => one.from < to && to < one.to && wordsIn(this.text.slice(to, one.to)).length > 0);
  }

  /** A word that is neither small nor of health begins there, read in its clause. */
  isBroken(from: number, to: number): boolean {
    const at = this.left();
    let [low, high] = [0, at.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((at[middle] ?? 0) < from) low = middle + 1;
      else high = middle;
    }
    return (at[low] ?? Infinity) < to;
  }
}
