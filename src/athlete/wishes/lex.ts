import type { CalendarDate } from "../../base/calendar.ts";
import { rangeMeant } from "../parse-date-ranges.ts";
import { monthNamed } from "../parse-month-names.ts";
import { quantityAt, type Lexed } from "./lex-quantity.ts";
import type { Dictionary, Phrase, Sign } from "./lexicon.ts";
import type { Token } from "./tokens.ts";

/** One sign of a text, and where it stands. */
export interface Item {
  readonly sign: Sign;
  readonly value: string;
  readonly from: number;
  readonly to: number;
}

/** A text, the language it is read in, and the day it is seen from. */
export interface Reading {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly dictionary: Dictionary;
  readonly today: CalendarDate;
}

/** Tokens of the longest date: `from Monday the 8th of February 2027 to ...` begins behind its first word. */
const MOST_DATE_TOKENS = 9;
const isDateStart = ({ word }: Token): boolean => /^\d{1,4}$/.test(word) || monthNamed(word) !== undefined;
const isDateEnd = ({ word }: Token): boolean => /^\d{1,4}$/.test(word) || monthNamed(word) !== undefined;
const namesMonth = (tokens: readonly Token[]): boolean =>
  tokens.some(({ word }) => (/^\p{L}/u.test(word) && monthNamed(word) !== undefined) || /^\d{4}$/.test(word));

/** `8-14 February`, `1 March`, `2027-02-08..2027-02-14`: one meaning, or it is no date here. */
function dateAt({ text, tokens, today }: Reading, at: number): Lexed | undefined {
  const first = tokens[at];
  if (first === undefined || !isDateStart(first)) return undefined;
  const most = Math.min(MOST_DATE_TOKENS, tokens.length - at);
  for (let length = most; length >= 2; length--) {
    const some = tokens.slice(at, at + length);
    const last = some.at(-1);
    if (last === undefined || !isDateEnd(last) || !namesMonth(some)) continue;
    const { ranges } = rangeMeant(text.slice(first.from, last.to), { today, looks: "ahead" });
    const [range, other] = ranges;
    if (range !== undefined && other === undefined && range.from <= range.to)
      return { sign: "R", value: range.from === range.to ? range.from : `${range.from}..${range.to}`, length };
  }
  return undefined;
}

/** How many tokens a phrase takes here, hyphens inside it among them; 0 where it does not stand here. */
function lengthOf({ words, sign }: Phrase, tokens: readonly Token[], at: number): number {
  const inside = sign === "~" ? ["-", ","] : ["-"];
  let next = at;
  for (const [i, word] of words.entries()) {
    if (i > 0 && inside.includes(tokens[next]?.word ?? "")) next += 1;
    if (tokens[next]?.word !== word) return 0;
    next += 1;
  }
  return next - at;
}

function phraseAt({ tokens, dictionary }: Reading, at: number): Lexed | undefined {
  for (const phrase of dictionary.phrases.get(tokens[at]?.word ?? "") ?? []) {
    const length = lengthOf(phrase, tokens, at);
    if (length > 0) return { sign: phrase.sign, value: phrase.value, length };
  }
  return undefined;
}

const ON = ["on", "every", "each", "only"];

/** The weekday that a token names; a short form is one only beside another day. */
function dayOf({ tokens, dictionary }: Reading, at: number): number | undefined {
  const word = tokens[at]?.word ?? "";
  const full = dictionary.days.get(word);
  const short = dictionary.shortDays.get(word);
  if (full !== undefined || short === undefined) return full;
  const isName = (index: number): boolean => {
    const other = tokens[index]?.word ?? "";
    return dictionary.days.has(other) || dictionary.shortDays.has(other);
  };
  const isBetween = (index: number): boolean =>
    [",", "-", "/", "&", ...dictionary.lexicon.and.split(" "), ...dictionary.lexicon.to.split(" ")].includes(
      tokens[index]?.word ?? "",
    );
  const isBeside = [at - 1, at + 1].some(isName);
  const isApart = (isBetween(at - 1) && isName(at - 2)) || (isBetween(at + 1) && isName(at + 2));
  const isOfRide = (dictionary.phrases.get(tokens[at + 1]?.word ?? "") ?? []).some(
    (phrase) => phrase.sign === "r" && lengthOf(phrase, tokens, at + 1) > 0,
  );
  return isBeside || isApart || isOfRide || ON.includes(tokens[at - 1]?.word ?? "") ? short : undefined;
}

/** A day, or those from one to another. */
function dayAt(reading: Reading, at: number): Lexed | undefined {
  const { tokens, dictionary } = reading;
  const first = dayOf(reading, at);
  if (first === undefined) return undefined;
  const between = tokens[at + 1]?.word ?? "";
  const isRange = between === "-" || (dictionary.lexicon.to.split(" ").includes(between) && !["or", "o", "ou", "of", "oder"].includes(between)); // prettier-ignore
  const last = isRange ? dayOf(reading, at + 2) : undefined;
  if (last === undefined || last <= first) return { sign: "d", value: String(first), length: 1 };
  const days = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  return { sign: "d", value: days.join(""), length: 3 };
}

/** `dreistündige`: how long, in one word. */
function gluedAt({ tokens, dictionary }: Reading, at: number): Lexed | undefined {
  const [, number = ""] = /^(\p{L}{2,6})stundig(?:e[rnms]?)?$/u.exec(tokens[at]?.word ?? "") ?? [];
  const hours = number === "ein" ? 1 : dictionary.numbers.get(number);
  return hours === undefined ? undefined : { sign: "t", value: String(hours * 60), length: 1 };
}

/** `A race`: an A that is an A. */
function priorityAt({ text, tokens }: Reading, at: number): Lexed | undefined {
  const token = tokens[at];
  const next = tokens[at + 1]?.word ?? "";
  if (token === undefined || !["race", "event", "goal", "-"].includes(next)) return undefined;
  const letter = text.slice(token.from, token.to);
  return ["A", "B", "C"].includes(letter) ? { sign: "5", value: letter, length: 1 } : undefined;
}

const SEPARATORS: Readonly<Record<string, Sign>> = {
  ".": ".",
  ";": ".",
  "!": ".",
  "?": ".",
  "\n": ".",
  ",": ",",
  "(": ",",
  ")": ",",
  "–": ",",
  "—": ",",
  "&": "&",
  "+": "&",
  "/": "&",
};
/** What stands in programs and their data. */
const OF_PROGRAMS = ["{", "}", "[", "]", "<", ">", "="];

function lexedAt(reading: Reading, at: number): Lexed {
  const word = reading.tokens[at]?.word ?? "";
  const date = dateAt(reading, at);
  if (date !== undefined) return date;
  const quantity = quantityAt(reading, at) ?? gluedAt(reading, at);
  const phrase = phraseAt(reading, at);
  if (quantity !== undefined && (phrase === undefined || phrase.length < quantity.length)) return quantity;
  if (OF_PROGRAMS.includes(word)) return { sign: "J", value: "", length: 1 };
  const separator = Object.hasOwn(SEPARATORS, word) ? SEPARATORS[word] : undefined;
  if (separator !== undefined) return { sign: separator, value: "", length: 1 };
  return (
    priorityAt(reading, at) ??
    (phrase !== undefined && phrase.length > 1 ? phrase : undefined) ??
    dayAt(reading, at) ??
    phrase ?? { sign: /[\p{L}\d]/u.test(word) ? "x" : "", value: "", length: 1 }
  );
}

/** The signs of a text in order; words that say nothing are left out. */
export function lex(reading: Reading): Item[] {
  const { tokens } = reading;
  const items: Item[] = [];
  for (let at = 0; at < tokens.length;) {
    const { sign, value, length } = lexedAt(reading, at);
    const [first, last] = [tokens[at], tokens[at + length - 1]];
    if (sign !== "" && first !== undefined && last !== undefined)
      items.push({ sign, value, from: first.from, to: last.to });
    at += Math.max(1, length);
  }
  return items;
}
