import type { CalendarDate } from "../base/calendar.ts";
import { addDays } from "../base/calendar.ts";
import { PlanError } from "../base/errors.ts";
import { changeInSentence } from "./change-sentences.ts";
import { healthSignsIn } from "./health-words.ts";
import { insteadOf } from "./wishes/near-words.ts";
import { PAIN_CARE, painIn } from "./pain.ts";
import { blockersAreNoChange, heartStop } from "./heart-stop.ts";
import { changesInWishes } from "./change-in-wishes.ts";
import { withPlanWeeks } from "./change-weeks.ts";
import { dayOf, daysOf, rangeOf, unread, type Seen } from "./parse-change-days.ts";
import { SET_WORDS, termOf, type SaidTerm } from "./parse-change-term.ts";
import { readDate } from "./parse-days.ts";
import { minutesOf, plainText, quantityOf } from "./parse-number.ts";
import { quoted } from "./parse-reading.ts";
import { nearest } from "./parse-suggest.ts";
import { MOST_WISH_CHARACTERS } from "./wishes/read-wishes.ts";

/** What a rider wants changed, as their words say it. Dates are days of the calendar. */
export type SaidChange =
  | { readonly kind: "missed"; readonly dates: CalendarDate[] }
  | { readonly kind: "sick" | "off" | "easier" | "harder"; readonly from: CalendarDate; readonly to: CalendarDate }
  | { readonly kind: "move" | "swap"; readonly from: CalendarDate; readonly to: CalendarDate }
  | { readonly kind: "shorten" | "shorten_by"; readonly date: CalendarDate; readonly minutes: number }
  | {
      readonly kind: "hours";
      readonly hours: number;
      readonly from: CalendarDate;
      readonly to?: CalendarDate | undefined;
    }
  | { readonly kind: "ftp"; readonly watts: number }
  | { readonly kind: "drop" | "keep" | "free"; readonly date: CalendarDate }
  | { readonly kind: "start"; readonly date: CalendarDate }
  | { readonly kind: "term"; readonly words: string; readonly change: SaidTerm };

type Verb = Exclude<SaidChange["kind"], "term" | "shorten_by"> | "test" | "add" | "days" | "set";

/** What a word does. */
const VERBS: ReadonlyMap<string, Verb> = new Map(
  Object.entries<Verb>({
    add: "add",
    days: "days",
    ...Object.fromEntries(SET_WORDS.map((word) => [word, "set" as const])),
    missed: "missed",
    sick: "sick",
    ill: "sick",
    off: "off",
    away: "off",
    move: "move",
    swap: "swap",
    shorten: "shorten",
    easier: "easier",
    harder: "harder",
    hours: "hours",
    ftp: "ftp",
    test: "test",
    drop: "drop",
    keep: "keep",
    free: "free",
    start: "start",
  }),
);
const FILLERS = ["to", "with", "and", "on", "the", "ride", "session", "workout", "for"];
const withoutFillers = (words: readonly string[]): string[] => words.filter((word) => !FILLERS.includes(word));

/** Two days that stand beside each other, each in one word or more: every place to part them is tried. */
function twoDays(words: readonly string[], seen: Seen): readonly [CalendarDate, CalendarDate] {
  const said = withoutFillers(words);
  for (let at = 1; at < said.length; at++) {
    const pair = [said.slice(0, at).join(" "), said.slice(at).join(" ")].map((text) =>
      readDate(text, { today: seen.today, looks: seen.looks }),
    );
    const [first, second] = pair;
    if (first?.kind === "value" && second?.kind === "value") return [first.value, second.value];
  }
  throw unread(`${quoted(words.join(" "))} -> expected two days, such as sat sun`, "Name the day and the other day.");
}

const WATTS = ["", "w", "watt", "watts"];

function wattsOf(text: string | undefined): number {
  const quantity = quantityOf(text);
  if (quantity !== undefined && WATTS.includes(quantity.unit)) return Math.round(quantity.amount);
  throw unread(`${quoted(text ?? "")} -> expected watts, such as 270`, "Name the watts.");
}

/** What a test says of FTP: 95 % of 20 minutes (Allen and Coggan), 75 % of the last minute of a ramp; an hour is FTP itself. */
const TESTS: ReadonlyMap<string, number> = new Map([
  ["20", 0.95],
  ["60", 1],
  ["ramp", 0.75],
]);

function testFtp(words: readonly string[]): number {
  const said = withoutFillers(words)
    .join(" ")
    .replace(/(\d)\s*(?:min|minutes|m)\b/, "$1");
  const [kind = "", ...rest] = said.split(" ");
  const share = TESTS.get(kind);
  if (share === undefined)
    throw unread(
      `${quoted(words.join(" "))} -> expected a test and its watts`,
      "Say test 20min 288, test 60min 270 or test ramp 360.",
    );
  return Math.round(wattsOf(rest.join(" ")) * share);
}

const SAY_WHEN = 'Say when, such as "sick tue to fri", "sick for 3 days", "sick since monday" or "missed yesterday".';

/** The next two weeks, where no days are named. */
const NEXT_WEEKS = 13;
const nextWeeks = (today: CalendarDate): { from: CalendarDate; to: CalendarDate } => ({
  from: today,
  to: addDays(today, NEXT_WEEKS),
});

function shortenOf(words: readonly string[], seen: Seen): SaidChange {
  const said = withoutFillers(words);
  // `sat 1 h 30`: the longest end that is a time. `sat by 30 min`: so much less than it has.
  for (let at = 1; at < said.length; at++) {
    const isBy = said[at] === "by";
    const minutes = minutesOf(said.slice(isBy ? at + 1 : at).join(" "), "minutes");
    const day = readDate(said.slice(0, at).join(" "), seen);
    if (minutes !== undefined && minutes > 0 && day.kind === "value")
      return { kind: isBy ? "shorten_by" : "shorten", date: day.value, minutes };
  }
  throw unread(
    `${quoted(words.join(" "))} -> expected a day and minutes, such as sat to 60 or sat by 30`,
    "Say shorten sat to 60.",
  );
}

function hoursOf(words: readonly string[], seen: Seen): SaidChange {
  const said = words
    .join(" ")
    .replace(/ (?:a|per|each|every) week\b/, "")
    .split(" ");
  const minutes = minutesOf(said[0] ?? "", "hours");
  if (minutes === undefined)
    throw unread(
      `${quoted(words.join(" "))} -> expected hours a week, such as hours 6`,
      "Say hours 6, or hours 6 next week.",
    );
  const rest = said.slice(1).filter((word) => !["h", "hours", "from", "in"].includes(word));
  const { from, to } = rest.length === 0 ? { from: seen.today, to: undefined } : rangeOf(rest, seen);
  return { kind: "hours", hours: minutes / 60, from, to };
}

function clauseOf(
  { words, typed }: { readonly words: readonly string[]; readonly typed: readonly string[] },
  today: CalendarDate,
): SaidChange {
  const [verb = "", ...rest] = words;
  const kind = VERBS.get(verb);
  const back: Seen = { today, looks: "back" };
  const ahead: Seen = { today, looks: "ahead" };
  if (kind === undefined) {
    const meant = nearest(verb, [...VERBS.keys()]);
    throw unread(`${quoted(verb)} is no change that is known${meant === undefined ? "" : `; did you mean ${meant}?`}.`);
  }
  if (rest.length === 0 && ["missed", "sick", "off"].includes(kind))
    throw unread(`${quoted(verb)} needs its days.`, SAY_WHEN);
  if (rest.length === 0 && kind !== "easier" && kind !== "harder") throw unread(`${quoted(verb)} needs more words.`);
  switch (kind) {
    case "missed":
      return { kind, dates: daysOf(rest, back) };
    case "sick":
      return { kind, ...rangeOf(rest, back) };
    case "off":
      return { kind, ...rangeOf(rest, ahead) };
    case "move":
    case "swap": {
      const [from, to] = twoDays(rest, ahead);
      return { kind, from, to };
    }
    case "shorten":
      return shortenOf(rest, ahead);
    case "easier":
    case "harder":
      return { kind, ...(rest.length === 0 ? nextWeeks(today) : rangeOf(rest, ahead)) };
    case "hours":
      return hoursOf(rest, ahead);
    case "ftp":
      return { kind, watts: wattsOf(withoutFillers(rest).join(" ")) };
    case "test":
      return { kind: "ftp", watts: testFtp(rest) };
    case "add":
    case "days":
    case "set":
      return termOf(typed, today);
    case "drop":
      if (rest[0] === "event" || rest[0] === "ride") return termOf(typed, today);
      return { kind, date: dayOf(withoutFillers(rest).join(" "), ahead) };
    case "keep":
    case "free":
    case "start":
      return { kind, date: dayOf(withoutFillers(rest).join(" "), ahead) };
  }
}

/** Words before the first verb that say nothing of their own: `I was ill`, `please move`. */
const OPENINGS = ["i", "i'm", "i’m", "i've", "i’ve", "am", "was", "have", "been", "please"];

/** `I was ill since saturday & move sunday's ride` in the words of the commands. */
function commandWords(line: string): string[] {
  const typed = line
    .split(/\s+/)
    .filter((word) => word !== "")
    .map((word) => (word === "&" ? "and" : word.replace(/['’]s$/u, "")));
  const first = typed.findIndex((word) => !OPENINGS.includes(plainText(word)));
  return typed.slice(Math.max(0, first));
}

/**
 * The changes that a line says, seen from a day, in the words of the command or in a sentence. `mondays`: where each week of the
 * plan begins, for riders who name weeks by their number. Throws INPUT_INVALID.
 */
export function readChange(said: string, today: CalendarDate, mondays: readonly CalendarDate[] = []): SaidChange[] {
  const stop = heartStop(said, today);
  if (stop !== undefined) throw stop;
  if (said.length > MOST_WISH_CHARACTERS)
    throw unread(
      `This is longer than ${MOST_WISH_CHARACTERS} characters.`,
      "Say it in fewer words or in smaller steps.",
    );
  const line = withPlanWeeks(said, mondays);
  try {
    return changesOf(line, today);
  } catch (error) {
    if (!(error instanceof PlanError)) throw error;
    const turned = changesBehindDays(line, today);
    if (turned !== undefined) return turned;
    const meant = changeInSentence(line);
    if (meant !== undefined) return changesOf(meant, today);
    const wishes = changesInWishes(line, today);
    if (wishes === undefined) throw blockersAreNoChange(line) ?? notUnderstood(line, today) ?? error;
    return wishes.flatMap((one) => (typeof one === "string" ? changesOf(one, today) : one));
  }
}

/** What may stand behind its days: `15 dec - 19 dec sick`, `tuesday off`. */
const VERBS_BEHIND: readonly string[] = ["missed", "sick", "ill", "off", "away", "free"];

/** The change of a line that begins with its days; undefined where it is none. */
function changesBehindDays(line: string, today: CalendarDate): SaidChange[] | undefined {
  const words = commandWords(line);
  const last = plainText(words.at(-1) ?? "");
  if (words.length < 2 || !VERBS_BEHIND.includes(last)) return undefined;
  try {
    return changesOf([last, ...words.slice(0, -1)].join(" "), today);
  } catch (error) {
    if (error instanceof PlanError) return undefined;
    throw error;
  }
}

/** Words of a kind that is known, which are no change: what would be one. */
function notUnderstood(line: string, today: CalendarDate): PlanError | undefined {
  if (painIn(healthSignsIn(line, today)) !== undefined)
    return unread(
      PAIN_CARE,
      'Then say what may help, such as "easier this week", "avoid standing" or "off tue to fri".',
    );
  const [verb = ""] = commandWords(line);
  const instead = VERBS.has(plainText(verb)) ? undefined : insteadOf(line);
  return instead === undefined ? undefined : unread(`${quoted(line)} is not understood as a change.`, instead);
}

/** Several stand beside each other with "and". */
function changesOf(line: string, today: CalendarDate): SaidChange[] {
  const typed = commandWords(line);
  const words = typed.map(plainText);
  if (words.length === 0) throw unread("There are no words to read.");
  const clauses: { readonly words: string[]; readonly typed: string[] }[] = [];
  for (const [i, word] of words.entries()) {
    const next = words[i + 1];
    if (word === "and" && next !== undefined && VERBS.has(next)) continue;
    const isNew = i === 0 || (words[i - 1] === "and" && VERBS.has(word));
    if (isNew) clauses.push({ words: [], typed: [] });
    clauses.at(-1)?.words.push(word);
    clauses.at(-1)?.typed.push(typed[i] ?? word);
  }
  return clauses.map((clause) => clauseOf(clause, today));
}
