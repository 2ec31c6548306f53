import type { AnswerKey } from "../athlete/parse-answers.ts";
import { REVIEW_QUESTIONS } from "./questions.ts";

/** The answers that a rider may keep for the next plan, in the order of the wizard; health is asked anew each time. */
export const SAVED_ANSWERS: readonly AnswerKey[] = [
  "goal",
  "ftp",
  "weight",
  "maxHr",
  "lthr",
  "restingHr",
  "age",
  "sex",
  "hours",
  "recentHours",
  "experience",
  "days",
  "minutes",
  "longestRide",
  "strength",
  "lastTest",
  "ctl",
  "wPrime",
];

/** Names of what the wizard does not ask. */
const UNASKED: Readonly<Partial<Record<AnswerKey, string>>> = {
  restingHr: "Resting heart rate",
  ctl: "Fitness (42-day load)",
  wPrime: "Work above FTP (kJ)",
};

/** The name of an answer as riders see it, in the review and in the saved athlete. */
export const labelOf = (key: AnswerKey): string =>
  REVIEW_QUESTIONS.find(({ keys, id }) => keys[0] === key && id === key)?.label ?? UNASKED[key] ?? key;
