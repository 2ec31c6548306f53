import { ACCEPTED } from "./accepted-range.ts";
import { bare } from "./health-clause.ts";

/*
 * How many days an event of several days takes, in a rider's own words: "a week of touring", "five-day tour", "die Tour dauert 7
 * Tage". How often somebody rides ("4 days a week") and when something is ("in 90 days") say nothing of it.
 */

const NUMBERS: readonly (readonly [number, string])[] = [
  [2, "two|zwei|deux|dos|due|twee"],
  [3, "three|drei|trois|tres|tre|drie"],
  [4, "four|vier|quatre|cuatro|quattro"],
  [5, "five|funf|cinq|cinco|cinque|vijf"],
  [6, "six|sechs|seis|sei|zes"],
  [7, "seven|sieben|sept|siete|sette|zeven"],
  [8, "eight|acht|huit|ocho|otto"],
  [9, "nine|neun|neuf|nueve|nove|negen"],
  [10, "ten|zehn|dix|diez|dieci|tien"],
];
const NUMBER = String.raw`\d{1,2}|${NUMBERS.map(([, words]) => words).join("|")}`;
const DAY = String.raw`(?:days?|tage?n?|tagige?n?|jours?|dias?|giorni|dagen|daagse|etappen|stages?|etapes?|etapas|tappe)`;
const WEEK = String.raw`(?:week|woche|semaine|semana|settimana)`;
const A = String.raw`(?:a|one|1|eine?r?|une?|una|een)`;
const DAYS_OF_WEEK = 7;

/** "days a week" and "Tage die Woche" say how often. */
const OFTEN = String.raw`(?!\s*(?:/|a|per|each|every|in der|die|pro|par|por|alla|a la)\s*${WEEK})`;
const BY_DAYS = new RegExp(
  String.raw`(?<![\p{L}\d.,]|in |every |alle )(${NUMBER})[\s-]*${DAY}(?![\p{L}])${OFTEN}(?!\s*(?:away|from now|left|to go|ago|noch))`,
  "u",
);
const BY_WEEK = new RegExp(
  String.raw`(?<![\p{L}\d])(?<!in )(?:${A}[\s-]+${WEEK}(?: ?s)?[\s-]+(?:of|tour|touring|in the|through|across|long|ride|riding|trip|holiday|cycling|im|in den|durch|radfahren|radreise|de|dans les|en|por|di|nelle|in de)|${WEEK}[\s-]?long|${WEEK}lange?)(?![\p{L}])`,
  "u",
);

/** The days that words name for an event; undefined where they name none, or as many as no event has. */
export function daysInWords(text: string): number | undefined {
  const line = bare(text);
  const [, said] = BY_DAYS.exec(line) ?? [];
  if (said === undefined) return BY_WEEK.test(line) ? DAYS_OF_WEEK : undefined;
  const days = /^\d/.test(said) ? Number(said) : NUMBERS.find(([, words]) => words.split("|").includes(said))?.[0];
  return days !== undefined && days > 1 && days <= ACCEPTED.eventDays.high ? days : undefined;
}
