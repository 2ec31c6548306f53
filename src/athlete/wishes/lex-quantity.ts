import type { Dictionary, Sign } from "./lexicon.ts";
import type { Token } from "./tokens.ts";

/** What stands at a place of a text: its sign, what it holds, and how many tokens it takes. */
export interface Lexed {
  readonly sign: Sign | "";
  readonly value: string;
  readonly length: number;
}

const DIGITS = /^\d+(?:[.,]\d+)?$/;
const HYPHENS = ["-", "–", "—"];
const isHyphen = (token: Token | undefined): boolean => token !== undefined && HYPHENS.includes(token.word);
const HOUR_MINUTES = 60;
const WEEKS_OF_MONTH = 52 / 12;
/** `and a half`, in every language: a half more. */
const HALVES = ["and a half", "et demie", "et demi", "y media", "e mezza", "e mezzo", "en een half"].map((text) =>
  text.split(" "),
);

const wordsAt = (tokens: readonly Token[], at: number, words: readonly string[]): boolean =>
  words.every((word, i) => tokens[at + i]?.word === word);
const halfAt = (tokens: readonly Token[], at: number): number =>
  HALVES.find((words) => wordsAt(tokens, at, words))?.length ?? 0;

interface Counted {
  readonly low: number;
  readonly high: number;
  readonly length: number;
  /** An article where no unit follows. */
  readonly isArticle: boolean;
}

interface Place {
  readonly tokens: readonly Token[];
  readonly dictionary: Dictionary;
}

function numberAt({ tokens, dictionary }: Place, at: number): number | undefined {
  const word = tokens[at]?.word;
  if (word === undefined) return undefined;
  return DIGITS.test(word) ? Number(word.replace(",", ".")) : dictionary.numbers.get(word);
}

/** `6`, `six`, `6-8`, `6 to 8`, `between 6 and 8`. */
function countedAt(place: Place, at: number): Counted | undefined {
  const { tokens, dictionary } = place;
  const isBetween = tokens[at]?.word === "between";
  const first = isBetween ? at + 1 : at;
  const low = numberAt(place, first);
  if (low === undefined) return undefined;
  const next = tokens[first + 1];
  const ends = (isBetween ? dictionary.lexicon.and : dictionary.lexicon.to).split(" ");
  const isRange = next !== undefined && (ends.includes(next.word) || isHyphen(next));
  const high = isRange ? numberAt(place, first + 2) : undefined;
  if (high !== undefined && high > low) return { low, high, length: first + 3 - at, isArticle: false };
  if (isBetween) return undefined;
  return { low, high: low, length: 1, isArticle: dictionary.lexicon.ones.split(" ").includes(tokens[at]?.word ?? "") };
}

const durationValue = (low: number, high: number): string => (low === high ? String(low) : `${low}-${high}`);

/** Signs that name nothing of their own that could be counted. */
const NO_THING: readonly string[] = ["", "w", "1", "e"];

const isNoThing = ({ phrases, days }: Dictionary, word: string): boolean =>
  !/^[\p{L}\d%:/-]/u.test(word) ||
  days.has(word) ||
  (phrases.get(word) ?? []).some(({ sign }) => NO_THING.includes(sign));

/** The minutes of `2h30`, `1 h 45`, `1 hour 45 minutes`, `2 hours and a half`, and how many tokens they take. */
function minutesBehind({ tokens, dictionary }: Place, unitAt: number): { minutes: number; length: number } {
  const glued = /^h(\d\d)/.exec(tokens[unitAt]?.word ?? "")?.[1];
  if (glued !== undefined) return { minutes: Number(glued), length: 0 };
  const [behind, after] = [tokens[unitAt + 1], tokens[unitAt + 2]];
  if (behind !== undefined && /^[0-5]\d$/.test(behind.word)) {
    const unit = dictionary.units.get(after?.word ?? "");
    const isBeside = behind.from === tokens[unitAt]?.to;
    if (unit === "minutes") return { minutes: Number(behind.word), length: 2 };
    // `8 h 30 sprints` names two things; minutes stand at the end of what they belong to.
    if (isBeside || after === undefined || isNoThing(dictionary, after.word))
      return { minutes: Number(behind.word), length: 1 };
  }
  const half = halfAt(tokens, unitAt + 1);
  return { minutes: half > 0 ? HOUR_MINUTES / 2 : 0, length: half };
}

/** Hours with what stands behind them. In minutes. */
function hoursAt(place: Place, unitAt: number, { low, high }: Counted): Lexed {
  const { minutes, length } = minutesBehind(place, unitAt);
  return {
    sign: "t",
    value: durationValue(low * HOUR_MINUTES + minutes, high * HOUR_MINUTES + minutes),
    length: unitAt + 1 + length,
  };
}

const AFTER_NUMBER: readonly (readonly [sign: Sign | "", words: readonly string[]])[] = [
  ["p", ["%"]],
  ["b", ["bpm"]],
  ["b", ["beats"]],
  ["W", ["watts"]],
  ["W", ["watt"]],
  ["W", ["w"]],
  ["q", ["kg"]],
  ["q", ["kilos"]],
  ["q", ["kilo"]],
  ["f", ["of", "10"]],
  ["f", ["out", "of", "10"]],
  ["f", ["/", "10"]],
  ["", ["am"]],
  ["", ["pm"]],
  ["", ["uhr"]],
  ["", ["o", "clock"]],
];

/** A number with its unit, as far as one stands here. */
export function quantityAt(place: Place, at: number): Lexed | undefined {
  const { tokens, dictionary } = place;
  const counted = countedAt(place, at);
  if (counted === undefined) return undefined;
  const { low, high } = counted;
  const isClock = tokens[at + 1]?.word === ":" && /^[0-5]\d$/.test(tokens[at + 2]?.word ?? "");
  // A time of day says nothing of a ride.
  if (isClock) return { sign: "", value: "", length: 3 };
  let next = at + counted.length;
  const half = halfAt(tokens, next);
  const isHalf = half > 0 && dictionary.units.get(tokens[next + half]?.word ?? "") === "hours";
  const amount = isHalf ? { ...counted, low: low + 0.5, high: high + 0.5 } : counted;
  if (isHalf) next += half;
  if (isHyphen(tokens[next])) next += 1;
  const word = tokens[next]?.word ?? "";
  const unit = dictionary.units.get(word) ?? (/^h\d\d/.test(word) ? "hours" : undefined);
  if (unit === "hours") {
    const lexed = hoursAt(place, next, amount);
    return { ...lexed, length: lexed.length - at };
  }
  const length = next + 1 - at;
  if (unit === "minutes") return { sign: "t", value: durationValue(low, high), length };
  if (unit === "weeks" || unit === "months")
    return { sign: "G", value: String(Math.round(unit === "weeks" ? low : low * WEEKS_OF_MONTH)), length };
  if (counted.isArticle) return undefined;
  if (unit === "percent") return { sign: "p", value: String(low), length };
  const found = AFTER_NUMBER.find(([, words]) => wordsAt(tokens, next, words));
  if (found !== undefined) return { sign: found[0], value: String(low), length: next + found[1].length - at };
  const years = dictionary.lexicon.years.split("|").find((text) => wordsAt(tokens, next, text.split(" ")));
  if (years !== undefined) return { sign: "j", value: String(low), length: next + years.split(" ").length - at };
  return low === high ? { sign: "#", value: String(low), length: counted.length } : undefined;
}
