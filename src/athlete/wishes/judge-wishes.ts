import type { CalendarDate } from "../../base/calendar.ts";
import { canonicalJson } from "../../base/json.ts";
import { comebackFrom, healthSignsIn, sentencesWith } from "../health-words.ts";
import { FOR_THE_KNEE, HARD_ON_KNEES, isKneePain, painIn } from "../pain.ts";
import { comebackText } from "../parse-health.ts";
import type { AnswerKey } from "../parse-answers.ts";
import type { WishEntry } from "./entry.ts";
import { readWishes } from "./read-wishes.ts";
import { effectOf, readWish, TERMS, type WishEffect } from "./wish-terms.ts";

/** A wish that stands in the text and can be read. */
export interface Wish extends WishEntry {
  readonly key: AnswerKey;
  /** Its value as a request file spells it. */
  readonly answer: unknown;
  readonly effect: WishEffect;
}

/** What a text asks for, as far as anybody understood it. */
export interface JudgedWishes {
  readonly wishes: readonly Wish[];
  /** Parts of the text that were not understood. */
  readonly left: readonly string[];
  /** What was said to be meant and cannot be read, with the reason. */
  readonly unread: readonly (WishEntry & { readonly expected: string })[];
}

/** A text as quotes are looked for in it: one case, one kind of blank, quotation mark and hyphen. */
const plain = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/[‘’`´]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/\s+/g, " ")
    .trim();

/** True where the words stand in the text. Punctuation alone is no quote. */
export const isQuoteOf = (quote: string, text: string): boolean =>
  /[\p{L}\p{N}]/u.test(quote) && plain(text).includes(plain(quote));

/** What words of health mean for a plan: a return after an injury, a heart that needs care, a knee that hurts. Symptoms and the rest are judged with the request. */
function healthWishes(text: string, today: CalendarDate): WishEntry[] {
  return healthSignsIn(text, today).flatMap((sign): WishEntry[] => {
    const quote = sentencesWith(text, sign);
    if (sign.kind === "heart") return [{ term: "health", value: "heart", quote }];
    if (sign.kind === "beta blockers") return [{ term: "health", value: "beta-blockers", quote }];
    if (sign.kind === "injury") return [{ term: "comeback", value: comebackText(comebackFrom(text)), quote }];
    if (isKneePain(sign)) return [{ term: "avoid", value: HARD_ON_KNEES.join(","), quote, told: FOR_THE_KNEE }];
    return [];
  });
}

const sameWish = (a: Wish, b: Wish): boolean =>
  a.term === b.term && canonicalJson(a.answer) === canonicalJson(b.answer);

/** Entries that stand in the text and can be read, each once. What is not in the text was invented, and is dropped. */
function judged(entries: readonly WishEntry[], text: string, today: CalendarDate): Omit<JudgedWishes, "left"> {
  const wishes: Wish[] = [];
  const unread: (WishEntry & { readonly expected: string })[] = [];
  for (const entry of entries) {
    if (!isQuoteOf(entry.quote, text)) continue;
    const reading = readWish(entry.term, entry.value, today);
    if (reading.kind === "unreadable") unread.push({ ...entry, expected: reading.expected });
    else {
      const wish = {
        ...entry,
        key: TERMS[entry.term].key,
        answer: reading.value,
        effect: effectOf(entry.term, entry.value),
      };
      if (!wishes.some((other) => sameWish(other, wish))) wishes.push(wish);
    }
  }
  const placeOf = ({ quote }: Wish): number => plain(text).indexOf(plain(quote));
  return { wishes: wishes.sort((a, b) => placeOf(a) - placeOf(b)), unread };
}

/** True where a quote holds a part of the text, or lies in it. */
const covers = (quote: string, part: string): boolean => isQuoteOf(quote, part) || isQuoteOf(part, quote);

/**
 * What a rider's words ask for. Our own reader always reads; entries of a model go through the same checks and stand beside its
 * own, so that nothing it understood is lost to a model that says less.
 */
export function judgeWishes(text: string, today: CalendarDate, byModel: readonly WishEntry[] = []): JudgedWishes {
  const own = readWishes(text, today);
  const health = healthWishes(text, today).filter(({ told }) => told === undefined || !own.isForPrograms);
  const ownWeeks = own.entries.some(({ term }) => term === "comeback");
  const entries = [...own.entries, ...health.filter(({ term }) => term !== "comeback" || !ownWeeks), ...byModel];
  const found = judged(entries, text, today);
  // What tells of a pain was understood, whatever comes of it: who should look at it is said wherever the text is read.
  const hasPain = (part: string): boolean => !own.isForPrograms && painIn(healthSignsIn(part, today)) !== undefined;
  const left = own.left.filter((part) => !found.wishes.some(({ quote }) => covers(quote, part)) && !hasPain(part));
  // Words of which nothing at all was understood are all of them not understood.
  const isNothing = found.wishes.length + found.unread.length + left.length === 0 && !hasPain(text);
  return { ...found, left: isNothing && /[\p{L}\p{N}]/u.test(text) ? [text.trim()] : left };
}
