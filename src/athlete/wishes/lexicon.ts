/*
 * Words of riders as signs of one letter, the same in every language: the grammar is written in these signs alone, so that a
 * language is a table. What each sign means stands beside it in `SIGNS`.
 */

/** What riders write in one language: small letters without accents; a phrase is words with blanks. */
export interface Lexicon {
  /** One to twelve. */
  readonly numbers: string;
  readonly moreNumbers: Readonly<Record<string, number>>;
  /** One, before a unit only: elsewhere it is an article. */
  readonly ones: string;
  readonly hours: string;
  readonly minutes: string;
  readonly weeks: string;
  readonly months: string;
  readonly years: string;
  readonly percent: string;
  /** Between the ends of a range. */
  readonly to: string;
  readonly and: string;
  /** Monday first, each with its forms. */
  readonly days: readonly string[];
  /** Forms that are a day only beside another day; empty where there is none. */
  readonly shortDays: readonly string[];
  readonly weekend: string;
  readonly weekdays: string;
  readonly everyDay: string;
  /** A sign, behind a colon what it holds; the phrases between bars. The empty sign stands for words that say nothing. */
  readonly phrases: readonly (readonly [sign: string, phrases: string])[];
}

/** What the signs stand for; `x` is a word that nobody knows. */
export const SIGNS = {
  n: "no, not, without",
  a: "to avoid, to hate",
  "9": "avoid them: what was named before",
  "8": "leave, keep, take",
  v: "out",
  "=": "the same for",
  l: "to like, more of",
  M: "more, as 'more of' or as 'more than'",
  N: "takes back what follows: 'I don't mind'",
  k: "a kind of work",
  K: "hard efforts",
  o: "longer or more than",
  u: "at most",
  m: "at least",
  w: "a week",
  "1": "a day",
  r: "a ride",
  L: "the long ride",
  e: "how hard",
  s: "another sport",
  S: "strength",
  i: "indoors",
  z: "rest",
  V: "away, on holiday",
  c: "cannot",
  A: "can, have time",
  y: "only",
  H: "heart rate",
  F: "FTP",
  T: "to reach, to lose",
  Q: "to weigh",
  E: "an event",
  P: "the plan",
  B: "base is done",
  "~": "rhythm",
  g: "what tells how hard",
  I: "not ridden for",
  "6": "after",
  "3": "beta blockers",
  U: "until",
  $: "a time that nobody can date",
  h: "at present",
  Y: "work",
  "0": "except",
  C: "if",
  O: "somebody else",
  Z: "it was so once",
  D: "a question",
  X: "no earnest",
  J: "an instruction to a program",
  // Made of numbers, days and dates.
  d: "days of the week",
  R: "dates",
  t: "how long",
  "#": "a number",
  p: "percent",
  b: "beats a minute",
  W: "watts",
  q: "kilograms",
  G: "weeks",
  j: "years of age",
  f: "of ten",
  "5": "priority of an event",
  // Between words.
  ".": "the end of a sentence",
  ",": "a comma",
  "&": "and",
  x: "unknown",
} as const;
export type Sign = keyof typeof SIGNS;

/** One phrase as it is looked for. */
export interface Phrase {
  readonly words: readonly string[];
  readonly sign: Sign | "";
  readonly value: string;
}

const isSign = (text: string): text is Sign | "" => text === "" || Object.hasOwn(SIGNS, text);

const phrasesOf = (key: string, phrases: string): Phrase[] => {
  const sign = key.slice(0, 1);
  return isSign(sign) ? phrases.split("|").map((text) => ({ words: text.split(" "), sign, value: key.slice(2) })) : [];
};

/** A language ready to be looked up. */
export interface Dictionary {
  readonly lexicon: Lexicon;
  /** By their first word, the longest first. */
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>;
  readonly numbers: ReadonlyMap<string, number>;
  readonly units: ReadonlyMap<string, Unit>;
  readonly days: ReadonlyMap<string, number>;
  readonly shortDays: ReadonlyMap<string, number>;
  /** Every word of it, to tell languages apart. */
  readonly words: ReadonlySet<string>;
}

export type Unit = "hours" | "minutes" | "weeks" | "months" | "percent";

const WEEK = [0, 1, 2, 3, 4, 5, 6];
const daysValue = (days: readonly number[]): string => days.join("");

function groupsOf({ weekend, weekdays, everyDay }: Lexicon): Phrase[] {
  const groups: readonly (readonly [string, readonly number[]])[] = [
    [weekend, WEEK.slice(5)],
    [weekdays, WEEK.slice(0, 5)],
    [everyDay, WEEK],
  ];
  return groups.flatMap(([text, days]) => phrasesOf(`d:${daysValue(days)}`, text));
}

const numbered = (texts: readonly string[]): Map<string, number> =>
  new Map(
    texts.flatMap((text, index) => text.split(" ").flatMap((word) => (word === "" ? [] : [[word, index] as const]))),
  );

function unitsOf({ hours, minutes, weeks, months, percent }: Lexicon): Map<string, Unit> {
  const all = { hours, minutes, weeks, months, percent };
  const names = ["hours", "minutes", "weeks", "months", "percent"] as const;
  return new Map(names.flatMap((unit) => all[unit].split(" ").map((word) => [word, unit] as const)));
}

/** A language's words by what they are looked up by. */
export function dictionaryOf(lexicon: Lexicon): Dictionary {
  const phrases = new Map<string, Phrase[]>();
  const years = phrasesOf("j", lexicon.years);
  const listed = [...lexicon.phrases.flatMap(([key, texts]) => phrasesOf(key, texts)), ...groupsOf(lexicon)];
  const and = phrasesOf("&", lexicon.and.replaceAll(" ", "|"));
  for (const phrase of [...and, ...listed]) {
    const [first = ""] = phrase.words;
    phrases.set(first, [...(phrases.get(first) ?? []), phrase]);
  }
  for (const list of phrases.values()) list.sort((a, b) => b.words.length - a.words.length);
  const days = numbered(lexicon.days);
  const numbers = new Map([
    ...numberedFrom(lexicon.numbers, 1),
    ...Object.entries(lexicon.moreNumbers),
    ...lexicon.ones.split(" ").map((word) => [word, 1] as const),
  ]);
  const words = new Set([...listed, ...and, ...years].flatMap((phrase) => phrase.words));
  for (const word of [...days.keys(), ...numbers.keys()]) words.add(word);
  return { lexicon, phrases, numbers, units: unitsOf(lexicon), days, shortDays: numbered(lexicon.shortDays), words };
}

const numberedFrom = (text: string, first: number): (readonly [string, number])[] =>
  text.split(" ").map((word, index) => [word, index + first] as const);
