import type { AnswerKey } from "../athlete/parse-answers.ts";

/** The answers that a rider may keep for the next plan, in the order of the wizard; health is asked anew each time. */
export const SAVED_ANSWERS: readonly AnswerKey[] = [
  "goal",
  "trainBy",
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

/** Names with their units, as the saved athlete lists them. */
const LABELS: Readonly<Partial<Record<AnswerKey, string>>> = {
  goal: "Goal",
  trainBy: "You ride by",
  ftp: "FTP (watts)",
  weight: "Weight (kg)",
  maxHr: "Highest heart rate",
  lthr: "Threshold heart rate",
  restingHr: "Resting heart rate",
  age: "Age",
  sex: "Sex",
  hours: "Hours you have",
  recentHours: "Hours you ride now",
  experience: "Experience",
  days: "Days",
  minutes: "Minutes per day",
  longestRide: "Longest ride lately",
  strength: "Strength a week",
  lastTest: "Last FTP test",
  ctl: "Fitness (42-day load)",
  wPrime: "Work above FTP (kJ)",
};

/** The name of an answer as riders see it in the saved athlete. */
export const labelOf = (key: AnswerKey): string => LABELS[key] ?? key;
