import type { AnswerKey } from "../athlete/parse-answers.ts";
import { answerText, readAnswer } from "../athlete/parse-one.ts";
import { isRecord, read, readAs, unreadable, type Reading } from "../athlete/parse-reading.ts";
import type { CalendarDate } from "../base/calendar.ts";
import { joinWords, withoutTail } from "../base/text.ts";
import { timeWords } from "../base/time-words.ts";
import { saidOf, type Draft } from "./draft.ts";
import { eventTyped, rideTyped, sportTyped } from "./free-words.ts";
import { SKIP } from "./prompter.ts";
import { question, type Question } from "./question.ts";

/*
 * What stands under "anything else": answers that most riders leave out. Each is read as its flag and its place in a file are.
 */

type Detail = Pick<Question, "label" | "message" | "explain"> & { readonly key: AnswerKey } & Partial<
    Pick<Question, "shown" | "isAsked" | "read" | "textOf" | "usual">
  >;

/** Enter leaves an answer as it is. */
export const detail = (of: Detail): Question =>
  question({ isOptional: true, usual: () => ({ text: SKIP, shown: "none" }), ...of });

const itemsOf = (value: unknown): readonly Readonly<Record<string, unknown>>[] =>
  Array.isArray(value) ? value.filter(isRecord) : [];
const shortName = (day: unknown): string =>
  saidOf(day).replace(/^([a-z])([a-z]{2})[a-z]*day$/i, (_, a: string, b: string) => `${a.toUpperCase()}${b}`);

const rideShown = (ride: Readonly<Record<string, unknown>>): string =>
  [
    shortName(ride.day ?? ride.date),
    saidOf(ride.name ?? ride.sport),
    timeWords(Number(ride.minutes)),
    saidOf(ride.effort),
  ]
    .filter((part) => part !== "")
    .join(" ");

/** A ride or a sport as it is typed again: `thu:120:hard:Club ride`. */
const rideText = (ride: Readonly<Record<string, unknown>>): string =>
  [
    saidOf(ride.day ?? ride.date)
      .slice(0, ride.day === undefined ? 10 : 3)
      .toLowerCase(),
    ride.minutes,
    ride.sport,
    ride.effort,
    ride.name,
  ]
    .map(saidOf)
    .filter((part) => part !== "")
    .join(":");

const eventShown = (event: Readonly<Record<string, unknown>>): string =>
  [
    saidOf(event.date),
    saidOf(event.type).replaceAll("_", " "),
    saidOf(event.priority),
    event.hours === undefined ? "" : timeWords(Number(event.hours) * 60),
  ]
    .filter((part) => part !== "")
    .join(" ");
const eventText = (event: Readonly<Record<string, unknown>>): string =>
  withoutTail([event.date, event.type, event.priority, event.hours].map(saidOf).join(":"), ":");

interface Listed {
  readonly key: AnswerKey;
  /** A sentence in the form of the flag; undefined where it says too little. */
  readonly typed: (sentence: string) => string | undefined;
  /** What a sentence must hold. */
  readonly needs: string;
  readonly shown: (one: Readonly<Record<string, unknown>>) => string;
  readonly text: (one: Readonly<Record<string, unknown>>) => string;
}

/** Several things between commas or semicolons; a sentence may hold commas of its own where it is one thing. */
function readList({ key, typed, needs }: Listed, given: string, today: CalendarDate): Reading<Draft> {
  const asOne = typed(given);
  const parts = given
    .split(/;|,(?=\s{0,9}\S{1,99}:)/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const each = parts.length > 1 ? parts.map(typed) : [asOne];
  if (each.some((one) => one === undefined)) return unreadable(needs);
  const reading = readAnswer(key, each, today);
  return reading.kind === "unreadable" ? reading : readAs({ [key]: reading.value }, reading.understood);
}

function listed(of: Listed, words: Pick<Question, "label" | "message" | "explain">): Question {
  const textOf = (draft: Draft): string => itemsOf(draft[of.key]).map(of.text).join(", ");
  return detail({
    ...words,
    key: of.key,
    textOf,
    shown: (draft) => itemsOf(draft[of.key]).map(of.shown).join("; "),
    read: (given, today, draft) => {
      if (given.trim() === SKIP || given.trim() === "") return read({ [of.key]: undefined });
      return given === textOf(draft) ? read({ [of.key]: draft[of.key] }) : readList(of, given, today);
    },
  });
}

export const events = listed(
  {
    key: "event",
    typed: eventTyped,
    needs: "expected a day and a kind, such as 18 Apr road race B 3h (A: a main aim, B: raced, C: for training)",
    shown: eventShown,
    text: eventText,
  },
  {
    label: "Other events",
    message: "Which other events?",
    explain: [
      "Each with its day and kind, and if you like its weight (A, B or C) and hours: 18 Apr road race B 3h. Several with ; between them.",
    ],
  },
);

export const fixedRides = listed(
  {
    key: "fixedRide",
    typed: rideTyped,
    needs: "expected a day, how long, and how hard (easy, moderate, hard, race), such as Thu club ride 2 h hard",
    shown: rideShown,
    text: rideText,
  },
  {
    label: "Rides anyway",
    message: "Which rides do you do anyway?",
    explain: ["The plan counts them and plans around them: Thu club ride 2 h hard. Several with ; between them."],
  },
);

export const otherSport = listed(
  {
    key: "otherSport",
    typed: sportTyped,
    needs: "expected a day, how long and which (run, swim, gym, hike, ski, team), such as Fri run 45 min easy",
    shown: rideShown,
    text: rideText,
  },
  {
    label: "Other sport",
    message: "Which other sport do you do?",
    explain: ["It tires, so the plan counts it: Fri run 45 min easy. Several with ; between them."],
  },
);

const plain = (key: AnswerKey) => ({ shown: (draft: Draft): string => answerText(key, draft[key]) });

const rangesShown = (draft: Draft): string =>
  itemsOf(draft.hoursIn)
    .map((band) => `${saidOf(band.from)} to ${saidOf(band.to)}: ${saidOf(band.hours)} h`)
    .join("; ");
const indoorDays = ({ indoor }: Draft): string[] =>
  isRecord(indoor) && Array.isArray(indoor.days) ? indoor.days.map(saidOf) : [];

/** An answer that is an object: shown and typed again by words of its own. */
const kept = (key: AnswerKey, textOf: (draft: Draft) => string): Partial<Pick<Question, "textOf" | "read">> => ({
  textOf,
  read: (given, today, draft) => {
    if (given.trim() === SKIP || given.trim() === "") return read({ [key]: undefined });
    if (draft[key] !== undefined && given === textOf(draft)) return read({ [key]: draft[key] });
    const reading = readAnswer(key, given, today);
    return reading.kind === "unreadable" ? reading : readAs({ [key]: reading.value }, reading.understood);
  },
});

export const TIMES: readonly Question[] = [
  detail({
    key: "off",
    label: "Days off",
    message: "Days you cannot ride?",
    explain: ["Such as 8-14 Feb or 2027-02-08..2027-02-14, or one day; several with commas."],
    ...plain("off"),
  }),
  detail({
    key: "hoursIn",
    label: "Other hours",
    message: "Weeks with other hours?",
    explain: ["Dates and the hours a week in them: 1-7 Feb=3."],
    shown: rangesShown,
    ...kept("hoursIn", (draft) =>
      itemsOf(draft.hoursIn)
        .map((band) => `${saidOf(band.from)}..${saidOf(band.to)}=${saidOf(band.hours)}`)
        .join(", "),
    ),
  }),
  detail({
    key: "minutes",
    label: "Minutes by day",
    message: "The most minutes on a day?",
    explain: ["Such as tue=60 sat=180. Days that you do not name have no limit of their own."],
    ...plain("minutes"),
  }),
  detail({
    key: "indoor",
    label: "Indoors",
    message: "Which days do you ride indoors?",
    explain: ["Days, and the most minutes indoors if you like: tue,thu=90."],
    shown: (draft) => joinWords(indoorDays(draft).map(shortName)),
    ...kept(
      "indoor",
      (draft) =>
        `${indoorDays(draft)
          .map((day) => day.slice(0, 3).toLowerCase())
          .join(
            ",",
          )}${isRecord(draft.indoor) && draft.indoor.maxMinutes !== undefined ? `=${saidOf(draft.indoor.maxMinutes)}` : ""}`,
    ),
  }),
  detail({
    key: "longRide",
    label: "Long ride",
    message: "Which day is your long ride?",
    explain: ["A day, and its most minutes if you like: sun or sun:240."],
    shown: ({ longRide }) => (isRecord(longRide) ? shortName(longRide.day) : ""),
    ...kept("longRide", ({ longRide }) =>
      isRecord(longRide)
        ? [saidOf(longRide.day).slice(0, 3).toLowerCase(), longRide.maxMinutes]
            .map(saidOf)
            .filter((part) => part !== "")
            .join(":")
        : "",
    ),
  }),
];

export const STRENGTH: readonly Question[] = [
  detail({
    key: "strength",
    label: "Strength",
    message: "How many strength sessions a week: 0, 1 or 2?",
    explain: ["Short sessions off the bike that make legs and back strong."],
    shown: ({ strength }) => `${saidOf(strength)} a week`,
  }),
  detail({
    key: "strengthDays",
    label: "Strength days",
    message: "On which days?",
    explain: ["They may be days without a ride."],
    shown: ({ strengthDays }) => joinWords((Array.isArray(strengthDays) ? strengthDays : []).map(shortName)),
    ...kept("strengthDays", ({ strengthDays }) =>
      Array.isArray(strengthDays) ? strengthDays.map((day) => saidOf(day).slice(0, 3).toLowerCase()).join(",") : "",
    ),
  }),
];

export const NUMBERS: readonly Question[] = [
  detail({
    key: "longestRide",
    label: "Longest ride",
    message: "Your longest ride in the last six weeks?",
    explain: ["Such as 2h30 or 150 (minutes). Your long rides grow from there."],
    shown: ({ longestRide }) => timeWords(Number(longestRide)),
  }),
  detail({
    key: "lastTest",
    label: "Last FTP test",
    message: "The day of your last FTP test?",
    explain: ["Such as 20 Nov or last Tuesday. An old number may be wrong by now."],
    ...plain("lastTest"),
  }),
  detail({
    key: "lthr",
    label: "Heart rate at threshold",
    message: "Your heart rate at threshold?",
    explain: ["The average in a hard effort of about an hour."],
    ...plain("lthr"),
  }),
  detail({
    key: "sex",
    label: "Sex",
    message: "Female or male?",
    explain: ["Only to judge whether your numbers fit together."],
    ...plain("sex"),
  }),
];
