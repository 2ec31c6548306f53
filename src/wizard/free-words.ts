import { weekdayNamed } from "../athlete/parse-days.ts";
import { EVENT_TYPES } from "../athlete/schema.ts";
import { minutesOf, plainText } from "../athlete/parse-number.ts";
import type { OTHER_SPORTS } from "../athlete/terms.ts";

/*
 * Sentences in the forms that the readers of files and flags know: "club ride on Thursday nights, about two hours" is
 * `thu:120:hard:Club ride`. Nothing is decided here: the reader has the last word, and the rider is shown what it made of it.
 */

/** In the form of a flag already: colons that are no times of day. */
const isTyped = (text: string): boolean => text.replace(/\d:\d/g, "").includes(":");

const NUMBERS: Readonly<Record<string, string>> = {
  one: "1",
  two: "2",
  three: "3",
  four: "4",
  five: "5",
  six: "6",
  an: "1",
  "half an": "0.5",
};
const TIME = /\b(\d+(?:[.,]\d+)?) ?(?:h(?:ours?|rs?)?)(?: ?(\d{1,2})(?: ?min(?:utes)?)?)?\b|\b(\d+) ?min(?:utes)?\b/;
const SPELT_HOURS = /\b(half an|one|two|three|four|five|six|an) hours?\b/;

/** The minutes that a sentence names. */
function minutesIn(text: string): number | undefined {
  const plain = plainText(text).replace(SPELT_HOURS, (_, word: string) => `${NUMBERS[word] ?? ""} h`);
  const [match] = TIME.exec(plain) ?? [];
  return match === undefined
    ? undefined
    : minutesOf(match.replace(/ours?|rs?/, "").replace(/h (?=\d)/, "h"), "minutes");
}

/** The one weekday that a sentence names. */
function dayIn(text: string): string | undefined {
  const words = plainText(text).match(/\p{L}+/gu) ?? [];
  const found = new Set(
    words
      .filter((word) => word.length > 2)
      .flatMap((word) => weekdayNamed(word) ?? weekdayNamed(word.replace(/s$/, "")) ?? []),
  );
  const [day] = found;
  return found.size === 1 ? day : undefined;
}

const EFFORT_WORDS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:race|races|racing|crit|criterium|time trial|tt)\b/, "race"],
  [/\b(?:hard|fast|club|group|chain ?gang|intervals?|bunch)\b/, "hard"],
  [/\b(?:moderate|steady|brisk|tempo)\b/, "moderate"],
  [/\b(?:easy|gentle|slow|commutes?|recovery|social)\b/, "easy"],
];
const effortIn = (text: string): string | undefined => EFFORT_WORDS.find(([words]) => words.test(plainText(text)))?.[1];

const NAMES: readonly (readonly [RegExp, string])[] = [
  [/\bclub ?(?:ride|run)?\b/, "Club ride"],
  [/\bgroup ?ride\b/, "Group ride"],
  [/\bchain ?gang\b/, "Chain gang"],
  [/\bcommut/, "Commute"],
  [/\brace\b|\bcrit\b/, "Race"],
];
const nameIn = (text: string): string => NAMES.find(([words]) => words.test(plainText(text)))?.[1] ?? "";

/** `thu:120:hard:Club ride`; undefined where a sentence lacks a day, a time or an effort. */
export function rideTyped(text: string): string | undefined {
  if (isTyped(text)) return text;
  const [day, minutes, effort] = [dayIn(text), minutesIn(text), effortIn(text)];
  if (day === undefined || minutes === undefined || effort === undefined) return undefined;
  const name = nameIn(text);
  return `${day.slice(0, 3).toLowerCase()}:${minutes}:${effort}${name === "" ? "" : `:${name}`}`;
}

const SPORT_WORDS: readonly (readonly [RegExp, (typeof OTHER_SPORTS)[number]])[] = [
  [/\b(?:run|runs|running|jog|jogging)\b/, "run"],
  [/\b(?:swim|swims|swimming)\b/, "swim"],
  [/\b(?:gym|crossfit|weights)\b/, "gym"],
  [/\b(?:hike|hikes|hiking|walking)\b/, "hike"],
  [/\b(?:ski|skiing)\b/, "ski"],
  [/\b(?:football|soccer|basketball|handball|hockey|volleyball|team)\b/, "team"],
];

/** `fri:45:run:moderate`; an effort that is not said is moderate, as most is. */
export function sportTyped(text: string): string | undefined {
  if (isTyped(text)) return text;
  const sport = SPORT_WORDS.find(([words]) => words.test(plainText(text)))?.[1];
  const [day, minutes] = [dayIn(text), minutesIn(text)];
  if (sport === undefined || day === undefined || minutes === undefined) return undefined;
  return `${day.slice(0, 3).toLowerCase()}:${minutes}:${sport}:${effortIn(text) ?? "moderate"}`;
}

/** `18 apr:road_race:B:3`, from `18 Apr road race B 3 h`; undefined where no kind of event is named. */
export function eventTyped(text: string): string | undefined {
  if (isTyped(text)) return text;
  const plain = plainText(text);
  const type = EVENT_TYPES.find((one) => plain.includes(one.replaceAll("_", " ")) || plain.includes(one));
  if (type === undefined) return undefined;
  const priority = /(?:^|[\s,])([ABCabc])(?=$|[\s,])/.exec(text)?.[1]?.toUpperCase() ?? "B";
  const minutes = minutesIn(text);
  const [time = ""] = TIME.exec(plain) ?? [];
  const date = plain
    .replace(type.replaceAll("_", " "), " ")
    .replace(type, " ")
    .replace(time, " ")
    .replace(/(?:^|[\s,])[abc](?=$|[\s,])/, " ")
    .replace(/[\s,]+/g, " ")
    .trim();
  return `${date}:${type}:${priority}${minutes === undefined ? "" : `:${minutes / 60}`}`;
}
