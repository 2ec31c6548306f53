import type { CalendarDate } from "../base/calendar.ts";
import * as table from "./health-word-table.ts";
import { COMEBACK } from "./safety-limits.ts";
import type { Comeback } from "./schema.ts";
import { once } from "../base/once.ts";

/** What a text says of a rider's health: `words` are their own, as they stand in the text without marks. */
export interface HealthSign {
  /** `now` stops everything; `before` and the others are asked about. */
  readonly kind: "symptom" | "past symptom" | "heart" | "pregnant" | "birth" | "surgery" | "injury" | "illness";
  readonly words: string;
}

/** Letters as the table writes them: small, without marks, apostrophes as blanks. */
const bare = (text: string): string =>
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
function pattern(line: string): RegExp {
  const source = bare(line).replaceAll("*", `[${LETTER}]*`).replaceAll(" ?", "[\\s-]*").replaceAll(" ", "[\\s-]+");
  return new RegExp(`(?<![${LETTER}])(?:${source})(?![${LETTER}])`, "g");
}

/** Patterns are made once, and only where a text is long enough to hold words. */
const one = (line: string): (() => RegExp) => once(() => pattern(line));
const all = (lines: readonly string[]): (() => RegExp) => once(() => pattern(lines.join("|")));

/** In the order in which they are looked for: what an earlier kind took, a later one does not take again. */
const KIND_LINES = [
  ["symptom", table.SYMPTOM_WORDS],
  ["heart", table.HEART_WORDS],
  ["birth", table.BIRTH_WORDS],
  ["pregnant", table.PREGNANT_WORDS],
  ["injury", table.INJURY_WORDS],
  ["illness", table.ILLNESS_WORDS],
  ["surgery", table.SURGERY_WORDS],
] as const;
const KINDS = KIND_LINES.map(([kind, lines]) => [kind, all(lines)] as const);

const anyHealthWord = all(KIND_LINES.flatMap(([, lines]) => lines));
const negation = one(table.NEGATIONS);
const negationAfter = one(table.NEGATIONS_AFTER);
const noNegation = one(table.NO_NEGATIONS);
const filler = one(table.FILLERS);
const noMore = one(table.NO_MORE);
const past = one(table.PAST);
const now = one(table.NOW);
const others = one(table.OTHERS);
const self = one(table.SELF);
const causes = one(table.CAUSES);
const keptAway = one(table.KEPT_AWAY);
const longAgo = one(table.LONG_AGO);
const without = one("without|ohne|sans|sin|senza|sem|zonder|uden|uten|utan|ilman|bez|без|χωρις");

const has = (text: string, words: RegExp): boolean => text.search(words) >= 0;
const wordsIn = (text: string): string[] => text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
/** Nothing but small words and other words of health. */
const isFilled = (text: string): boolean =>
  wordsIn(text.replace(anyHealthWord(), " ").replace(filler(), " ")).length === 0;

interface Place {
  readonly clause: string;
  readonly from: number;
  readonly to: number;
}

/** How a negation takes a word of health back: not at all, wholly, or as something that was there once. */
function negationOf({ clause, from, to }: Place): "none" | "no" | "no more" {
  const before = clause.slice(0, from);
  for (const match of before.matchAll(negation())) {
    const between = before.slice(match.index + match[0].length);
    if (!isFilled(between) || has(between.trimStart().split(/\s/)[0] ?? "", noNegation())) continue;
    const isTwice = has(match[0], without()) && has(before.slice(0, match.index), negation());
    if (isTwice) continue;
    const first = wordsIn(before.slice(0, match.index)).at(-1) ?? "";
    const beside = [first, match[0], between, wordsIn(clause.slice(to))[0] ?? ""];
    return beside.some((text) => has(text, noMore())) ? "no more" : "no";
  }
  const behind = clause.slice(to);
  const after = behind.matchAll(negationAfter()).next().value;
  if (after === undefined || !isFilled(behind.slice(0, after.index))) return "none";
  const rest = behind.slice(after.index + after[0].length);
  const next = wordsIn(rest)[0];
  const isEnd = next === undefined || has(next, noMore()) || /^\s*,/.test(rest) || /^(free|frei)$/.test(after[0]);
  if (!isEnd) return "none";
  return next !== undefined && has(next, noMore()) ? "no more" : "no";
}

/** Somebody else's, a cause to ride for, or what is to be kept away. */
function isNotTheRiders({ clause, from }: Place): boolean {
  if (has(clause, causes())) return true;
  const before = clause.slice(0, from);
  const other = [...before.matchAll(others())].at(-1);
  if (other !== undefined && !has(before.slice(other.index + other[0].length), self())) return true;
  const away = [...before.matchAll(keptAway())].at(-1);
  return away !== undefined && isFilled(before.slice(away.index + away[0].length));
}

const YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)/g;

/** A year before the last one, or words for it. */
const isLongAgo = (clause: string, today: CalendarDate): boolean =>
  has(clause, longAgo()) || (clause.match(YEAR) ?? []).some((year) => Number(year) < Number(today.slice(0, 4)) - 1);

function signAt(
  kind: (typeof KIND_LINES)[number][0],
  place: Place,
  today: CalendarDate,
): HealthSign["kind"] | undefined {
  const taken = negationOf(place);
  if (taken === "no" || isNotTheRiders(place)) return undefined;
  const { clause } = place;
  if (kind === "symptom") {
    const wasThen = taken === "no more" || ((has(clause, past()) || has(clause, YEAR)) && !has(clause, now()));
    return wasThen ? "past symptom" : "symptom";
  }
  if (kind === "heart") return kind;
  if (kind === "pregnant") return taken === "no more" ? "birth" : kind;
  return isLongAgo(clause, today) ? undefined : kind;
}

const PLAIN = new Set(table.PLAIN_WORDS.split(" "));

/** What a rider's words say of their health, each kind once, in the order of the text's clauses. */
export function healthSignsIn(text: string, today: CalendarDate): HealthSign[] {
  if (wordsIn(bare(text)).every((word) => PLAIN.has(word) || /^\d+$/.test(word))) return [];
  const found = new Map<HealthSign["kind"], HealthSign>();
  for (const clause of bare(text).split(table.BREAKS)) {
    let left = clause;
    for (const [kind, words] of KINDS)
      for (const match of left.matchAll(words())) {
        const place = { clause, from: match.index, to: match.index + match[0].length };
        left = left.slice(0, place.from) + "#".repeat(match[0].length) + left.slice(place.to);
        const sign = signAt(kind, place, today);
        if (sign !== undefined && !found.has(sign))
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
