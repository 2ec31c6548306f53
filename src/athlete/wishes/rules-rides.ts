import type { WishEntry } from "./entry.ts";
import { quoteOf, signsOf, take, type Sentence } from "./sentence.ts";
import { daysOf, minutesOf } from "./values.ts";

/*
 * Rides that happen anyway and other sport: a day, how long, and what it is, in any order of words, in one part of a sentence or
 * in two that stand beside each other.
 */

interface Part {
  readonly from: number;
  readonly to: number;
}

/** The parts of a sentence between commas. */
function partsOf(signs: string): Part[] {
  const parts: Part[] = [];
  let from = 0;
  for (let i = 0; i <= signs.length; i++)
    if (i === signs.length || signs[i] === ",") {
      if (i > from) parts.push({ from, to: i });
      from = i + 1;
    }
  return parts;
}

/** What makes a part speak of something else. */
const OTHER = /[nacoumkKLzVRHGlMNYC_9=pbi]|tw/;
/** A part that only adds: how long, when, how hard. */
const ADDS = /^[tdex&A1y]+$/;

const isEffort = (part: string): boolean => /^[ex&]+$/.test(part) && part.includes("e");

const isRide = (sign: string, value: string): boolean =>
  sign === "s" || (sign === "r" && value !== ":" && value !== "");

/** `race every Wednesday, an hour`: a weekly race, where the sentence names no ride, no event and no date beside it. */
const WEEKLY_RACE = { sign: "r", value: "Race:race" } as const;
const namesMore = (signs: string): boolean => /[rsSER5]/.test(signs);

/** The part that holds a ride or a sport, and what those beside it add. */
function spanOf(signs: string, parts: readonly Part[], at: number): Part | undefined {
  const index = parts.findIndex(({ from, to }) => from <= at && at < to);
  const own = parts[index];
  if (own === undefined) return undefined;
  const textOf = ({ from, to }: Part): string => signs.slice(from, to);
  if (OTHER.test(textOf(own))) return undefined;
  const isWhole = (part: Part): boolean => textOf(part).includes("t") && textOf(part).includes("d");
  let span = own;
  const before = parts[index - 1];
  for (const next of parts.slice(index + 1, index + 3)) {
    const isMore = ADDS.test(textOf(next)) && (!isWhole(span) || isEffort(textOf(next)));
    if (!isMore) break;
    span = { from: span.from, to: next.to };
  }
  if (before !== undefined && !isWhole(span) && ADDS.test(textOf(before))) span = { from: before.from, to: span.to };
  return span;
}

/** `sat:180:hard:Group ride`, `fri:45:run:easy`; one entry a day. */
export function readRides(sentence: Sentence): WishEntry[] {
  const entries: WishEntry[] = [];
  const { items } = sentence;
  for (const [at, item] of items.entries()) {
    const signs = signsOf(sentence);
    const isRace = item.sign === "e" && item.value === "race" && !namesMore(signs);
    const { sign, value } = isRace ? WEEKLY_RACE : item;
    const isGym = sign === "S";
    if ((!isRide(sign, value) && !isGym) || sentence.taken[at] === true) continue;
    const span = spanOf(signs, partsOf(signs), at);
    if (span === undefined) continue;
    const inside = items.slice(span.from, span.to);
    const others = inside.filter((item) => isRide(item.sign, item.value) || item.sign === "S");
    const times = inside.filter((item) => item.sign === "t");
    const minutes = minutesOf(times[0]);
    const days = daysOf(inside);
    if (others.length !== (isRace ? 0 : 1) || times.length !== 1 || minutes === undefined || days.length === 0)
      continue;
    const effort = inside.filter((item) => item.sign === "e").at(-1)?.value;
    const quote = quoteOf(sentence, span.from, span.to);
    const [name = "", usual = ""] = value.split(":");
    for (const day of days)
      entries.push(
        sign === "r"
          ? { term: "fixed_ride", value: `${day}:${minutes}:${effort ?? usual}:${name}`, quote }
          : { term: "other_sport", value: `${day}:${minutes}:${isGym ? "gym" : value}:${effort ?? "moderate"}`, quote },
      );
    take(sentence, span.from, span.to);
  }
  return entries;
}
