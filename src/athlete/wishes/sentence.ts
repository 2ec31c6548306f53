import type { WishEntry, WishTerm } from "./entry.ts";
import type { Item } from "./lex.ts";

/** A sentence as signs, and what was understood of it so far. */
export interface Sentence {
  readonly text: string;
  readonly items: readonly Item[];
  /** True where something was understood; what is taken is not read again. */
  readonly taken: boolean[];
}

/** What one place of a rule says: the terms and their values. */
export type Said = readonly (readonly [term: WishTerm, value: string])[];

/** A match of a rule: what its groups hold, in order; empty for a group that is not there. */
export interface Match {
  readonly groups: readonly (readonly Item[])[];
  /** The signs of the whole match. */
  readonly signs: string;
}

/** What stands in signs, and what it says; nothing where it says nothing after all. */
export interface Rule {
  readonly pattern: RegExp;
  readonly says: (match: Match) => Said;
}

const TAKEN = "_";

/** The signs of what is not taken yet. */
export const signsOf = ({ items, taken }: Sentence): string =>
  items.map(({ sign }, i) => (taken[i] === true ? TAKEN : sign)).join("");

/** The words from one item to another. */
export function quoteOf({ text, items }: Sentence, from: number, to: number): string {
  const [first, last] = [items[from], items[to - 1]];
  return first === undefined || last === undefined ? "" : text.slice(first.from, last.to);
}

/** Takes items, so that no other rule reads them. */
export function take(sentence: Sentence, from: number, to: number): void {
  for (let i = from; i < to; i++) sentence.taken[i] = true;
}

/** Every place of a sentence where a rule stands, taken. */
export function applied(rule: Rule, sentence: Sentence): WishEntry[] {
  const entries: WishEntry[] = [];
  for (const match of signsOf(sentence).matchAll(rule.pattern)) {
    const [from, to] = [match.index, match.index + match[0].length];
    const groups = (match.indices ?? [])
      .slice(1)
      .map((place) => (place === undefined ? [] : sentence.items.slice(place[0], place[1])));
    const said = rule.says({ groups, signs: match[0] });
    if (said.length === 0) continue;
    const quote = quoteOf(sentence, from, to);
    take(sentence, from, to);
    for (const [term, value] of said) entries.push({ term, value, quote });
  }
  return entries;
}
