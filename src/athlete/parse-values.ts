import type { CalendarDate } from "../base/calendar.ts";
import { roundTo } from "../base/numbers.ts";
import { cleanLine, joinWords } from "../base/text.ts";
import { ACCEPTED } from "./accepted-range.ts";
import { EVENT_TYPES, EXPERIENCE_LEVELS } from "./schema.ts";
import { dateReader } from "./parse-days.ts";
import { endsOfRange } from "./parse-hours.ts";
import { exactText, minutesOf, numberReader, plainText, quantityOf } from "./parse-number.ts";
import { read, readAs, unreadable, type Reader } from "./parse-reading.ts";
import { nearest } from "./parse-suggest.ts";

/** Kilograms in an international pound. */
const KG_PER_POUND = 0.45359237;
const POUNDS_PER_STONE = 14;
/** Spellings of a unit, each worth the same. */
const unitsOf = (worth: number, names: string): Readonly<Record<string, number>> =>
  Object.fromEntries(names.split(" ").map((name) => [name, worth]));
const WATTS = unitsOf(1, "w watt watts");
const BEATS = unitsOf(1, "bpm beats hr");
const PULSE = "beats a minute";

const weightNumber = numberReader({
  ...ACCEPTED.weightKg,
  unit: "kg (or 154lb, or 11st 4)",
  units: {
    ...unitsOf(1, "kg kgs kilo kilos kilogram kilograms"),
    ...unitsOf(KG_PER_POUND, "lb lbs pound pounds"),
    ...unitsOf(KG_PER_POUND * POUNDS_PER_STONE, "st stone stones"),
  },
});
const STONES = /^(\d{1,2}) ?(?:st|stones?)\.?,? ?(\d{1,2}(?:[.,]\d)?) ?(?:lbs?|pounds?)?\.?$/;

/** `70`, `70 kg`, `154lb`, `11st 4`, in kg. */
export const readWeight: Reader<number> = (value) => {
  const match = typeof value === "string" ? STONES.exec(exactText(value)) : null;
  if (!match) return weightNumber(value);
  const pounds = Number(match[2]?.replace(",", "."));
  return weightNumber(pounds < POUNDS_PER_STONE ? `${Number(match[1]) * POUNDS_PER_STONE + pounds} lb` : "");
};
const PER_KG = /^(.+?) ?(?:w|watts?) ?(?:\/|per|a|pro) ?(?:kg|kilo|kilogram)s?(?: (?:at|with|@|bei) (.+))?$/;
const PER_KG_EXPECTED =
  "expected watts, such as 250; for W/kg say your weight in the same request, or 3.4 W/kg at 70 kg";

/** Watts, also as `3.4 W/kg` of the weight beside it: that of the same request, or one in the answer itself. */
const wattsReader =
  (reader: Reader<number>) =>
  (weight: unknown): Reader<number> =>
  (value) => {
    const match = typeof value === "string" ? PER_KG.exec(exactText(value)) : null;
    if (!match) return reader(value);
    const perKg = quantityOf(match[1]);
    const kg = readWeight(match[2] ?? weight);
    if (perKg?.unit !== "" || kg.kind === "unreadable") return unreadable(PER_KG_EXPECTED);
    const watts = Math.round(perKg.amount * kg.value);
    const reading = reader(watts);
    const understood = `${watts} watts: ${perKg.amount} W/kg at ${kg.value} kg`;
    return reading.kind === "value"
      ? readAs(watts, understood)
      : unreadable(`${reading.expected}; this is ${understood}`);
  };

/** The FTP of a rider of this weight; without it only watts are read. */
export const ftpReader = wattsReader(numberReader({ ...ACCEPTED.ftpWatts, unit: "watts", units: WATTS }));
export const readFtp = ftpReader(undefined);
/** The target may be better than any rider we plan for today, by the most that a plan can promise. */
export const targetFtpReader = wattsReader(numberReader({ low: ACCEPTED.ftpWatts.low, high: 750, unit: "watts", units: WATTS })); // prettier-ignore
export const readMaxHr = numberReader({ ...ACCEPTED.maxHr, unit: PULSE, units: BEATS });
export const readLthr = numberReader({ ...ACCEPTED.lthr, unit: PULSE, units: BEATS });
export const readRestingHr = numberReader({ ...ACCEPTED.restingHr, unit: PULSE, units: BEATS });
/** Reads ages from 0 on: under 18 is refused with advice, which is more than "expected 18". */
export const readAge = numberReader({
  low: 0,
  high: ACCEPTED.age.high,
  unit: "years",
  units: { y: 1, years: 1 },
  isWhole: true,
});
export const readWeeks = numberReader({
  ...ACCEPTED.weeks,
  unit: "weeks",
  units: { w: 1, week: 1, weeks: 1 },
  isWhole: true,
});
export const readLoad = numberReader({ ...ACCEPTED.load, unit: "(load a day)", units: {} });
export const readWPrime = numberReader({ ...ACCEPTED.wPrimeKj, unit: "kJ", units: { kj: 1 } });
export const readEventDays = numberReader({
  ...ACCEPTED.eventDays,
  unit: "days",
  units: { d: 1, day: 1, days: 1 },
  isWhole: true,
});

const strengthNumber = numberReader({ low: 0, high: 2, unit: "sessions a week", units: {}, isWhole: true });
/** 0, 1 or 2. */
export const readStrength: Reader<0 | 1 | 2> = (value) => {
  const reading = strengthNumber(value);
  const found = ([0, 1, 2] as const).find((count) => reading.kind === "value" && reading.value === count);
  return found === undefined ? unreadable("expected 0, 1 or 2 sessions a week") : read(found);
};

export interface SpanKind {
  readonly low: number;
  readonly high: number;
  readonly example: string;
}

/** The middle of `5-7`, in minutes; undefined for what is no range, or one the wrong way round. */
function middleOf(value: unknown): number | undefined {
  const [from, to, ...rest] = typeof value === "string" ? endsOfRange(exactText(value)) : [];
  const ends = [from, to].map((end) => (end === undefined ? undefined : minutesOf(end, "hours")));
  const [least, most] = ends;
  if (least === undefined || most === undefined || rest.length > 0 || least > most) return undefined;
  return (least + most) / 2;
}

/** Hours as a number, `5h30`, `45min` or `about 6`; of a range the middle. */
export const hoursReader =
  ({ low, high, example }: SpanKind): Reader<number> =>
  (value) => {
    const minutes = minutesOf(value, "hours");
    const hours = (minutes ?? middleOf(value) ?? Number.NaN) / 60;
    if (!(hours >= low && hours <= high)) return unreadable(`expected ${low} to ${high} hours, such as ${example}`);
    return readAs(hours, minutes === undefined ? `${roundTo(hours, 2)} h, the middle` : undefined);
  };

export const readEventHours = hoursReader({ ...ACCEPTED.eventHours, example: "6 or 5h30" });
export const readRecentHours = hoursReader({ low: 0, high: 40, example: "6 or 6.5" });

/** Minutes as a number, `1h15` or `90min`. */
export const minutesReader =
  ({ low, high, example }: SpanKind): Reader<number> =>
  (value) => {
    const minutes = minutesOf(value, "minutes");
    return minutes === undefined || minutes < low || minutes > high
      ? unreadable(`expected ${low} to ${high} minutes, such as ${example}`)
      : read(minutes);
  };

/** Some words on one line. */
export const lineReader =
  (mostCharacters: number, expected = "expected a few words"): Reader<string> =>
  (value) => {
    const line = typeof value === "string" ? cleanLine(value, mostCharacters) : "";
    return line === "" ? unreadable(expected) : read(line);
  };

const MOST_RIDE_MINUTES = 1440;
/** Fewer minutes than this are no ride; the rider probably wrote hours. */
const FEWEST_RIDE_MINUTES = 15;

/** Minutes, `3h` or `2h30`. */
export const readLongestRide: Reader<number> = (value) => {
  const minutes = minutesOf(value, "minutes");
  if (minutes === undefined || minutes > MOST_RIDE_MINUTES)
    return unreadable(`expected 0 to ${MOST_RIDE_MINUTES} minutes, such as 150 or 2h30`);
  if (minutes === 0 || minutes >= FEWEST_RIDE_MINUTES) return read(minutes);
  return {
    ...read(minutes),
    warning: `Longest ride ${minutes} minutes is very short. For hours write ${minutes}h.`,
  };
};

/** One of a list of words, however it is spaced, hyphenated or capitalised; a typing slip gets a suggestion. */
export function wordReader<T extends string>(words: readonly T[], what: string): Reader<T> {
  const bare = (text: string): string => plainText(text).replace(/[\s_-]+/g, "");
  const list = joinWords(words, "or");
  return (value) => {
    const found = typeof value === "string" ? words.find((word) => bare(word) === bare(value)) : undefined;
    if (found !== undefined) return read(found);
    const meant = typeof value === "string" ? nearest(value, words) : undefined;
    return unreadable(`expected ${what}: ${list}${meant === undefined ? "" : `; did you mean ${meant}?`}`);
  };
}

export const readEventType = wordReader(EVENT_TYPES, "an event type");
export const readExperience = wordReader(EXPERIENCE_LEVELS, "a level");

const SEXES: Readonly<Record<string, "female" | "male">> = {
  f: "female",
  female: "female",
  w: "female",
  woman: "female",
  m: "male",
  male: "male",
  man: "male",
};
/** `female` or `male`, also by letter. */
export const readSex: Reader<"female" | "male"> = (value) => {
  const found = Object.entries(SEXES).find(([word]) => typeof value === "string" && word === plainText(value));
  return found === undefined ? unreadable("expected female or male, or leave it out") : read(found[1]);
};

/** Yes or no as JSON or as a word. */
export const readYesNo: Reader<boolean> = (value) => {
  const word = typeof value === "string" ? plainText(value) : value;
  if (word === true || word === "yes" || word === "true") return read(true);
  if (word === false || word === "no" || word === "false") return read(false);
  return unreadable("expected true or false");
};

const MOST_GOAL_CHARACTERS = 500;
const MOST_GOALS = 10;

/** The rider's own words, as one or several lines. Never an error: what is no text counts as nothing said. */
export function goalsOf(value: unknown): string[] {
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  return items
    .filter((item) => typeof item === "string" || typeof item === "number")
    .map((item) => cleanLine(String(item), MOST_GOAL_CHARACTERS))
    .filter((line) => line !== "")
    .slice(0, MOST_GOALS);
}

/** Any day that exists: when something was said or saved. */
export const readDay: Reader<CalendarDate> = dateReader({});
/** A day from today on: events, starts. */
export const readComingDay = (today: CalendarDate): Reader<CalendarDate> =>
  dateReader({ earliest: today, today, looks: "ahead" });
/** A day up to today: tests that were ridden. */
export const readPastDay = (today: CalendarDate): Reader<CalendarDate> =>
  dateReader({ latest: today, today, looks: "back" });
