import { parseDate, type CalendarDate } from "../../base/calendar.ts";
import { once } from "../../base/once.ts";
import type { WishEntry } from "./entry.ts";
import { lex, type Item } from "./lex.ts";
import { dictionaryOf, type Dictionary } from "./lexicon.ts";
import { LIMIT_RULES } from "./rules-limits.ts";
import { readRides } from "./rules-rides.ts";
import { NUMBER_RULES, TIME_RULES } from "./rules-time.ts";
import { SAME_RULE, STRENGTH_RULES, WORK_RULES } from "./rules-work.ts";
import { applied, quoteOf, signsOf, type Sentence } from "./sentence.ts";
import { tokensOf, type Token } from "./tokens.ts";
import { DUTCH } from "./words/dutch.ts";
import { ENGLISH } from "./words/english.ts";
import { FRENCH } from "./words/french.ts";
import { GERMAN } from "./words/german.ts";
import { ITALIAN } from "./words/italian.ts";
import { SPANISH } from "./words/spanish.ts";

/** Longer texts are no wishes any more; a model is not sent more either. */
export const MOST_WISH_CHARACTERS = 2000;

/** What a text asks for, and the words of it that were not understood. */
export interface ReadWishes {
  readonly entries: readonly WishEntry[];
  readonly left: readonly string[];
  /** Some of it speaks to a program: nothing is made of what it only hints at. */
  readonly isForPrograms: boolean;
}

/** English first: it is meant where nothing tells the languages apart. */
const DICTIONARIES = once(() => [ENGLISH, GERMAN, FRENCH, SPANISH, ITALIAN, DUTCH].map(dictionaryOf));

/** The language that knows most of the words. */
function dictionaryFor(tokens: readonly Token[]): Dictionary | undefined {
  const scored = DICTIONARIES().map((dictionary) => ({
    dictionary,
    known: tokens.filter(({ word }) => dictionary.words.has(word)).length,
  }));
  const most = Math.max(...scored.map(({ known }) => known));
  return scored.find(({ known }) => known === most)?.dictionary;
}

function sentencesOf(text: string, items: readonly Item[]): Sentence[] {
  const sentences: Item[][] = [[]];
  for (const item of items) {
    if (item.sign === ".") sentences.push([]);
    else sentences.at(-1)?.push(item);
  }
  return sentences.filter((some) => some.length > 0).map((some) => ({ text, items: some, taken: [] }));
}

/** Sentences of others, of once, of perhaps, in jest, and questions say nothing of what the rider wants. */
const NOT_A_WISH = /[COZXN0]|^[x&,]?D/;
/** "Every day except Friday" is as sure as the other days by name. */
const EXCEPT_DAYS = /(?<=d[xAr,]{0,3})0(?=d)/g;
/** From here on a text speaks to a program. */
const TO_A_PROGRAM = "J";

function readSentence(sentence: Sentence): WishEntry[] {
  const entries = [
    ...LIMIT_RULES.flatMap((rule) => applied(rule, sentence)),
    ...readRides(sentence),
    ...[...STRENGTH_RULES, ...WORK_RULES, ...TIME_RULES, ...NUMBER_RULES].flatMap((rule) => applied(rule, sentence)),
  ];
  return entries;
}

/** Signs that say something, wherever they stand; two unknown words may, too. */
const HAS_MEANING = /[kdRt#pbrsLSieWqGjFgB~fzVcKHE]|x[^,&]*x/;
const SHORTEST_LEFT = 3;

/** The parts of a sentence of which nothing was understood, those beside each other as one. */
function leftOf(sentence: Sentence): string[] {
  const signs = sentence.items.map(({ sign }) => sign);
  const left: string[] = [];
  let open: number | undefined;
  const close = (to: number): void => {
    if (open === undefined) return;
    const quote = quoteOf(sentence, open, to);
    if (HAS_MEANING.test(signs.slice(open, to).join("")) && quote.length >= SHORTEST_LEFT) left.push(quote);
    open = undefined;
  };
  let from = 0;
  for (let i = 0; i <= signs.length; i++) {
    if (i < signs.length && signs[i] !== "," && signs[i] !== "&") continue;
    const isTaken = sentence.taken.slice(from, i).includes(true);
    if (isTaken) close(from - 1);
    else if (open === undefined && i > from) open = from;
    from = i + 1;
  }
  close(signs.length);
  return left;
}

/** What a rider's words ask for, without a model: the commonest wishes, in six languages. Each word is looked at a few times. */
export function readWishes(text: string, today: CalendarDate): ReadWishes {
  const tokens = tokensOf(text.slice(0, MOST_WISH_CHARACTERS));
  const dictionary = dictionaryFor(tokens);
  if (dictionary === undefined) return { entries: [], left: [], isForPrograms: false };
  const entries: WishEntry[] = [];
  const left: string[] = [];
  let isForPrograms = false;
  for (const sentence of sentencesOf(text, lex({ text, tokens, dictionary, today }))) {
    const signs = signsOf(sentence);
    isForPrograms ||= signs.includes(TO_A_PROGRAM);
    if (isForPrograms || NOT_A_WISH.test(signs.replace(EXCEPT_DAYS, "")))
      left.push(quoteOf(sentence, 0, sentence.items.length));
    else {
      entries.push(...readSentence(sentence));
      if (entries.at(-1)?.term === "avoid") entries.push(...applied(SAME_RULE, sentence));
      left.push(...leftOf(sentence));
    }
  }
  return { entries, left, isForPrograms };
}

/** The days that words name with their month, in the order in which they stand: `my ride on 14 March`. */
export function datesIn(text: string, today: CalendarDate): CalendarDate[] {
  const tokens = tokensOf(text.slice(0, MOST_WISH_CHARACTERS));
  const dictionary = dictionaryFor(tokens);
  if (dictionary === undefined) return [];
  return lex({ text, tokens, dictionary, today }).flatMap(({ sign, value }) =>
    sign === "R" ? (parseDate(value) ?? []) : [],
  );
}
