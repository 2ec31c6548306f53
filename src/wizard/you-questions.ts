import { weightText } from "../plan/measures.ts";
import { saidOf, type Draft } from "./draft.ts";
import { healthOf } from "./health-ticks.ts";
import type { Choice } from "./prompter.ts";
import { SKIP } from "./prompter.ts";
import { question, type Question } from "./question.ts";

const NOT_SAID = { text: SKIP, shown: "not said" };

export const age = question({
  key: "age",
  label: "Age",
  message: "How old are you?",
  explain: [
    "Older riders get more rest between hard days, and from 65 a word about a check-up. Not said, the plan keeps the limits of riders from 40 to 49.",
  ],
  isOptional: true,
  usual: () => NOT_SAID,
});

const BY: readonly Choice[] = [
  { value: "power", name: "power: a power meter or a smart trainer" },
  { value: "heart_rate", name: "heart rate: a chest strap or a watch" },
  { value: "feel", name: "feel, from 1 to 10: nothing is needed" },
];

/** Beta blockers make heart rates say little. */
const byFor = (draft: Draft): readonly Choice[] =>
  healthOf(draft).beta_blockers === true ? BY.filter(({ value }) => value !== "heart_rate") : BY;

const trainBy = question({
  key: "trainBy",
  label: "You ride by",
  message: "What tells you how hard you ride?",
  explain: ["Every ride is told in it: watts, heart rates, or how hard it feels."],
  form: { kind: "choice", choices: BY },
  choicesFor: byFor,
  usual: () => ({ text: "power" }),
  shown: ({ trainBy: by }) => (by === "heart_rate" ? "heart rate" : saidOf(by) || "power"),
});

/** True where nothing in the answers says that a meter is not there. */
export const isByPower = ({ trainBy: by }: Draft): boolean => by === undefined || by === "power";

export const ftp = question({
  key: "ftp",
  label: "FTP",
  message: "Your FTP, in watts?",
  explain: [
    "FTP is the power that you could hold for about an hour; every effort is a share of it. Watts, or watts per kilogram with your weight: 3.4 W/kg at 70 kg.",
  ],
  isAsked: isByPower,
  usual: () => ({ text: "?", shown: "not known" }),
  shown: ({ ftp: watts }) => (watts === undefined ? "not known: estimated from your weight" : `${saidOf(watts)} W`),
});

export const heartNumber = question({
  key: "maxHr",
  label: "Highest heart rate",
  message: "The highest heart rate you have seen?",
  explain: ["The most beats a minute in a hard ride of the last years, not a number from your age."],
  isOptional: true,
  isAsked: ({ trainBy: by }) => by === "heart_rate",
  usual: () => ({ text: SKIP, shown: "not known: by feel until it is" }),
  shown: ({ maxHr }) => (maxHr === undefined ? "not given" : saidOf(maxHr)),
});

export const weight = question({
  key: "weight",
  label: "Weight",
  message: "Your weight?",
  explain: ["In kg, or with its unit: 154lb, 11st 4. - leaves it out."],
  isOptional: true,
  usual: () => NOT_SAID,
  shown: ({ weight: kg }, measures) => (typeof kg === "number" ? weightText(kg, measures) : `${saidOf(kg)} kg`),
});

/** The number that goes with what the rider rides by. */
export const YOU_QUESTIONS: readonly Question[] = [trainBy, ftp, heartNumber];
