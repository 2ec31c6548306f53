import { WEEKDAYS, type Weekday } from "../base/calendar.ts";
import { joinWords } from "../base/text.ts";
import { plainText, withoutAccents } from "./parse-number.ts";
import { ambiguous, quoted, readAs, unreadable, type Reading } from "./parse-reading.ts";
import { daysNamedBeside, isEnglishDay, type DayInLanguage } from "./parse-weekday-names.ts";

export const DAYS_EXPECTED = "expected days such as tue,thu,sat";
const NONE_EXPECTED = "expected at least one day, such as tue,thu,sat";
/** Longer texts hold more than the days of a week. */
const MOST_CHARACTERS = 2000;

const ALL = "@all";
const NOT = "@not";
const TO = "@to";
const GROUPS: Readonly<Record<string, readonly Weekday[]>> = {
  [ALL]: WEEKDAYS,
  "@week": WEEKDAYS.slice(0, 5),
  "@end": WEEKDAYS.slice(5),
};

/** Phrases and what stands for them. Text is in small letters without accents here. */
const PHRASES: readonly (readonly [RegExp, string])[] = [
  [/\b(?:week-?ends?|wochenenden?|am wochenende|fin(?:es)? de semana|fine settimana)\b/g, "@end"],
  [/\b(?:week-?days?|work(?:ing)?[ -]?days?)\b/g, "@week"],
  [/\b(?:(?:every|any|all|each) (?:single )?days?(?: of the week)?|everyday|daily|(?:all|the whole) week|(?:all )?(?:7|seven) days)\b/g, ALL], // prettier-ignore
  [/\b(?:jeden tag|alle tage|taglich|taeglich|tous les jours|todos los dias|tutti i giorni|ogni giorno)\b/g, ALL],
  [/\b(?:but not|not|no|never|except(?: for)?|excluding|without|minus|ausser|nicht|ohne|sauf|pas|excepto|menos|tranne|non)\b/g, NOT], // prettier-ignore
  [/\b(?:everything|anything|all)\b(?= *(?:but\b|@not|$))/g, ALL],
  [/(@\w+) *,? but\b/g, `$1 ${NOT}`],
  [/ ?(?:\.\.+|…) ?|-| (?:to|through|thru|till|until|bis|au|al|a) /g, ` ${TO} `],
];
const PARTS = /[\s,;/&+]+/;
/** Words that change nothing. */
const FILLERS = ["and", "und", "et", "y", "e", "on", "only", "all", "the", "am", "le", "les", "los", "las", "el", "il", "from", "von", "du", "de", "da", "every", "each", "jeden", "chaque", "cada", "ogni", "@"]; // prettier-ignore

const partsOf = (text: string): string[] =>
  PHRASES.reduce((line, [phrase, sign]) => line.replace(phrase, ` ${sign} `), text)
    .split(PARTS)
    .filter((part) => part !== "" && !FILLERS.includes(part));

/** One way to read the words: which day each that is one names. */
type DayOf = (part: string) => Weekday | undefined;

/** Every way to read the words: more than one only where a word is a day in two languages and the others do not tell which. */
function waysToRead(parts: readonly string[], words: readonly string[]): DayOf[] {
  const found = new Map<string, readonly DayInLanguage[]>(parts.map((part) => [part, daysNamedBeside(part, words)]));
  const unclear = [...found.values()].filter((days) => days.length > 1);
  const languages = unclear.length === 0 ? [undefined] : new Set(unclear.flat().map(({ language }) => language));
  return [...languages].map((spoken) => (part) => {
    const days = found.get(part) ?? [];
    return (days.find(({ language }) => language === spoken) ?? days[0])?.weekday;
  });
}

/** From one day to another in the order of the week, also over its end. */
function daysFrom(first: Weekday, last: Weekday): Weekday[] {
  const [from, to] = [WEEKDAYS.indexOf(first), WEEKDAYS.indexOf(last)];
  return WEEKDAYS.filter((_, at) => (from <= to ? at >= from && at <= to : at >= from || at <= to));
}

/** The days that the parts name in one way to read them; a text for the first part that has no sense where it stands. */
function daysIn(parts: readonly string[], dayOf: DayOf): Weekday[] | string {
  const named = new Set<Weekday>();
  const left = new Set<Weekday>();
  let isNot = false;
  for (let at = 0; at < parts.length; at += 1) {
    const part = parts[at] ?? "";
    if (part === NOT) {
      if (at === parts.length - 1) return part;
      if (!isNot && named.size === 0) for (const day of WEEKDAYS) named.add(day);
      isNot = true;
      continue;
    }
    const first = dayOf(part);
    const last = parts[at + 1] === TO ? dayOf(parts[at + 2] ?? "") : first;
    const group = Object.hasOwn(GROUPS, part) ? GROUPS[part] : undefined;
    const days = group ?? (first === undefined || last === undefined ? undefined : daysFrom(first, last));
    if (days === undefined) return first === undefined ? part : (parts[at + 2] ?? TO);
    if (group === undefined && parts[at + 1] === TO) at += 2;
    for (const day of days) (isNot ? left : named).add(day);
  }
  return WEEKDAYS.filter((day) => named.has(day) && !left.has(day));
}

const SIGNS: Readonly<Record<string, string>> = { [ALL]: "all", [NOT]: "not", [TO]: "to", "@week": "weekdays", "@end": "weekend" }; // prettier-ignore
const noWeekday = (part: string): Reading<never> =>
  unreadable(`${DAYS_EXPECTED}; ${quoted(Object.hasOwn(SIGNS, part) ? SIGNS[part] : part)} is no weekday`);

const WEEK_LENGTH = 7;
const SHORTEST_RUN = 3;

/** `Monday to Friday`, `every day`, `Tuesday and Thursday`: a text that is read as the same days. */
export function daysName(days: readonly Weekday[]): string {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return "";
  if (days.length === WEEK_LENGTH) return "every day";
  const isRun = days.length >= SHORTEST_RUN && WEEKDAYS.indexOf(last) - WEEKDAYS.indexOf(first) === days.length - 1;
  return isRun ? `${first} to ${last}` : joinWords(days);
}

const shortOf = (days: readonly Weekday[]): string => days.map((day) => day.slice(0, 3).toLowerCase()).join(" ");

/** The days that a text names: lists, `tue-fri`, `weekends`, `not Wednesday`, `Mo Di Mi`. */
export function daysInText(given: string): Reading<Weekday[]> {
  const text = withoutAccents(plainText(given));
  if (text.length > MOST_CHARACTERS) return unreadable(DAYS_EXPECTED);
  const parts = partsOf(text);
  if (parts.length === 0) return unreadable(NONE_EXPECTED);
  const ways = waysToRead(parts, text.split(/[^a-z]+/)).map((dayOf) => daysIn(parts, dayOf));
  const lists = ways.filter((days) => typeof days !== "string");
  const [days] = lists;
  if (days === undefined) return noWeekday(ways.find((way) => typeof way === "string") ?? "");
  if (days.length === 0) return unreadable(NONE_EXPECTED);
  const meanings = [...new Map(lists.map((list) => [shortOf(list), { text: shortOf(list), name: daysName(list) }])).values()]; // prettier-ignore
  if (meanings.length > 1) return ambiguous("days", meanings);
  return readAs(days, parts.every(isEnglishDay) ? undefined : daysName(days));
}
