import { WEEKDAYS, type Weekday } from "../base/calendar.ts";
import { plainText, withoutAccents } from "./parse-number.ts";

const LANGUAGES = ["English", "German", "French", "Spanish", "Italian"] as const;
type Language = (typeof LANGUAGES)[number];

/** What a word names in one language. */
export interface DayInLanguage {
  readonly language: Language;
  readonly weekday: Weekday;
}

/** Monday first, in letters without accents. */
const NAMES: Readonly<Record<Exclude<Language, "English">, readonly string[]>> = {
  German: ["montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag"],
  French: ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
  Spanish: ["lunes", "martes", "miercoles", "jueves", "viernes", "sabado", "domingo"],
  Italian: ["lunedi", "martedi", "mercoledi", "giovedi", "venerdi", "sabato", "domenica"],
};

/** Shortest spelling of a weekday; longer ones are the beginning of its name. */
const FEWEST_LETTERS = 2;
/** Of English names up to this many letters are a short form, of the others one more ("donn", "merc", "giov"). */
const SHORT_ENGLISH = 3;
const SHORT_OTHER = 4;
const SHORT_FORMS: Readonly<Record<string, Weekday>> = {
  tues: "Tuesday",
  weds: "Wednesday",
  thur: "Thursday",
  thurs: "Thursday",
};
/** A second name for a day, in full only: its beginnings are those of another. */
const SECOND_NAMES: Readonly<Record<string, DayInLanguage>> = {
  sonnabend: { language: "German", weekday: "Saturday" },
};

/** Words between days, and whose they are. */
const BETWEEN: Readonly<Record<string, Language>> = {
  und: "German",
  bis: "German",
  ohne: "German",
  nicht: "German",
  et: "French",
  au: "French",
  sauf: "French",
  y: "Spanish",
  al: "Spanish",
  excepto: "Spanish",
  e: "Italian",
  tranne: "Italian",
};

function inEnglish(word: string): Weekday | undefined {
  if (Object.hasOwn(SHORT_FORMS, word)) return SHORT_FORMS[word];
  const isShort = word.length <= SHORT_ENGLISH;
  return WEEKDAYS.find((day) => {
    const name = day.toLowerCase();
    return isShort ? name.startsWith(word) : name === word;
  });
}

function inOther(word: string, names: readonly string[]): Weekday | undefined {
  const at = names.findIndex((name) => name === word || (word.length <= SHORT_OTHER && name.startsWith(word)));
  return at < 0 ? undefined : WEEKDAYS[at];
}

const meant = (word: string): DayInLanguage[] =>
  LANGUAGES.flatMap((language) => {
    const weekday = language === "English" ? inEnglish(word) : inOther(word, NAMES[language]);
    return weekday === undefined ? [] : [{ language, weekday }];
  });

/** What a word names, in each language that has it. `Tuesdays` is a Tuesday, too. */
export function daysNamed(text: string): readonly DayInLanguage[] {
  const word = withoutAccents(plainText(text)).replace(/\.$/, "");
  if (word.length < FEWEST_LETTERS || word.length > 12) return [];
  const second = Object.hasOwn(SECOND_NAMES, word) ? SECOND_NAMES[word] : undefined;
  if (second !== undefined) return [second];
  const found = meant(word);
  if (found.length > 0 || !word.endsWith("s")) return found;
  const one = meant(word.slice(0, -1));
  // `Mars` is a month, not two of `mar`.
  return word.length > SHORT_OTHER + 1 ? one : one.filter(({ language }) => language === "English");
}

/** True where a word names a weekday in English, so that nothing had to be decided. */
export const isEnglishDay = (text: string): boolean => daysNamed(text).some(({ language }) => language === "English");

const languagesOf = (word: string): readonly Language[] => {
  const between = Object.hasOwn(BETWEEN, word) ? BETWEEN[word] : undefined;
  return between === undefined ? daysNamed(word).map(({ language }) => language) : [between];
};

const distinct = (found: readonly DayInLanguage[]): DayInLanguage[] =>
  found.filter(({ weekday }, index) => found.findIndex((other) => other.weekday === weekday) === index);

/**
 * What one word names beside the other words of the same answer: two days only where the word is one in two languages and the
 * others do not tell which ("do" is a Thursday beside "Mo Di", a Sunday beside "lun").
 */
export function daysNamedBeside(text: string, others: readonly string[]): readonly DayInLanguage[] {
  const found = daysNamed(text);
  if (distinct(found).length < 2) return distinct(found);
  const beside = others.map(languagesOf);
  const supportOf = (language: Language): number => beside.filter((spoken) => spoken.includes(language)).length;
  const most = Math.max(...found.map(({ language }) => supportOf(language)));
  return distinct(found.filter(({ language }) => supportOf(language) === most));
}
