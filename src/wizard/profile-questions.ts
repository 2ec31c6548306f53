import type { AnswerKey } from "../athlete/parse-answers.ts";
import { plainText } from "../athlete/parse-number.ts";
import { read, unreadable, type Reading } from "../athlete/parse-reading.ts";
import type { CalendarDate } from "../base/calendar.ts";
import type { Draft } from "./draft.ts";
import { health, heart, timeOff } from "./health-questions.ts";
import { SKIP } from "./prompter.ts";
import { question, TEXT, type Question } from "./question.ts";

const profile = "profile" as const;

export const ftp = question({
  key: "ftp",
  step: profile,
  label: "FTP (watts)",
  message: "Your FTP in watts?",
  explain: [
    "FTP is the power you could hold for about an hour, in watts. All efforts in the plan are a share of it. You do not know it? Type ? and we will find it.",
  ],
  // A flag may have said that nothing goes by power.
  isAsked: ({ trainBy }) => trainBy === undefined || trainBy === "power",
});

const weight = question({
  key: "weight",
  step: profile,
  label: "Weight (kg)",
  message: "Your weight?",
  explain: ["In kg, or with its unit (154lb, 11st 4). Type - to leave it out."],
  isOptional: true,
});
const maxHr = question({
  key: "maxHr",
  step: profile,
  label: "Highest heart rate",
  message: "Your highest heart rate?",
  explain: ["The most beats a minute you have seen in a hard ride. Type - to leave it out."],
  isOptional: true,
});
const age = question({
  key: "age",
  step: profile,
  label: "Age",
  message: "Your age?",
  explain: ["Type - to leave it out."],
  isOptional: true,
});

/** The three in the order in which one line gives them. */
const BODY: readonly Question[] = [weight, maxHr, age];
const BODY_EXPECTED =
  "expected three answers: weight, highest heart rate, age, such as 70 186 42; - for one you do not know";

/** `70 kg, 186, -` or `11 st 4 186 42`: numbers with their units, parted by blanks or commas. */
const bodyParts = (text: string): string[] =>
  (
    plainText(text)
      .replace(/(\d) ?(?:st|stones?)(?![a-z])\.?(?: ?(1[0-3]|\d)(?!\d)(?: ?(?:lbs?|pounds?))?)?/g, "$1st$2")
      .replace(/(\d) (kgs?|kilos?|lbs?|pounds?|bpm|years|y)(?![a-z])/g, "$1$2")
      .match(/[^\s,;/]+(?:,\d(?![^\s,;/]))?/g) ?? []
  ).map(String);

function readBody(text: string, today: CalendarDate): Reading<Draft> {
  if (text.trim() === SKIP || text.trim() === "") return read({ weight: undefined, maxHr: undefined, age: undefined });
  const parts = bodyParts(text);
  if (parts.length !== BODY.length) return unreadable(BODY_EXPECTED);
  let found: Draft = {};
  for (const [index, part] of BODY.entries()) {
    const reading = part.read(parts[index] ?? SKIP, today, found);
    if (reading.kind === "unreadable") return unreadable(`${part.label}: ${reading.expected}`);
    found = { ...found, ...reading.value };
  }
  return read(found);
}

const body: Question = {
  id: "body",
  step: profile,
  keys: ["weight", "maxHr", "age"],
  label: "Weight, highest heart rate, age",
  message: "Your weight, highest heart rate, and age?",
  explain: [
    "Three numbers on one line, such as: 70 186 42. Weight is in kg (or 154lb). Heart rate is the most beats a minute you have seen. Type - for any you do not know; - alone leaves out all three. They keep the plan safe and add heart rates.",
  ],
  form: TEXT,
  isAsked: () => true,
  textOf: (draft) =>
    BODY.some(({ keys: [key] }) => draft[key] !== undefined)
      ? BODY.map((part) => part.textOf(draft) || SKIP).join(" ")
      : "",
  read: readBody,
};

const hours = question({
  key: "hours",
  step: profile,
  label: "Hours you have",
  message: "Hours you can ride in a week?",
  explain: ["A number (8) or a range (6-8). No week of the plan goes above it."],
});

const recentHours = question({
  key: "recentHours",
  step: profile,
  label: "Hours you ride now",
  message: "Hours you ride in a week now?",
  explain: [
    "A usual week of your last six. The plan starts there and grows. Type - if you cannot say; then we take a careful part of the hours you have.",
  ],
  isOptional: true,
});

const experience = question({
  key: "experience",
  step: profile,
  label: "Experience",
  message: "How long have you trained?",
  explain: ["It decides how hard the plan starts and how fast it grows."],
  form: {
    kind: "choice",
    choices: [
      { value: "beginner", name: "Beginner: new to training, or back after a long break" },
      { value: "intermediate", name: "Intermediate: you have ridden most weeks for a year or more" },
      { value: "advanced", name: "Advanced: years of planned training" },
    ],
  },
});

const days = question({
  key: "days",
  step: profile,
  label: "Days",
  message: "Which days can you ride?",
  explain: ["Type them (tue thu sat, weekends, not wed). Two days a week or more stay free for rest."],
  form: { kind: "days" },
});

/** Asked before the review, in this order. */
export const PROFILE_QUESTIONS: readonly Question[] = [
  ftp,
  body,
  hours,
  recentHours,
  experience,
  days,
  health,
  heart,
  timeOff,
];
/** What the review lists, each alone. */
export const PROFILE_REVIEW: readonly Question[] = [
  ftp,
  weight,
  maxHr,
  age,
  hours,
  recentHours,
  experience,
  days,
  health,
  heart,
  timeOff,
];

const detail = (of: Pick<Question, "label" | "message" | "explain"> & { readonly key: AnswerKey }): Question =>
  question({ ...of, step: profile, isOptional: true });

/** Behind "more detail"; Enter leaves each as it is. */
export const DETAIL_QUESTIONS: readonly Question[] = [
  {
    ...detail({
      key: "eventHours",
      label: "Hours of the event",
      message: "How long will your event take you?",
      explain: ["In hours, such as 6 or 5h30; for several days, hours a day. - for the usual."],
    }),
    isAsked: (draft) => draft.hasEvent === true,
  },
  detail({
    key: "longestRide",
    label: "Longest ride lately",
    message: "Your longest ride in the last six weeks?",
    explain: ["Such as 2h30 or 150 (minutes). Your long rides grow from there. - to skip."],
  }),
  detail({
    key: "minutes",
    label: "Minutes per day",
    message: "The most minutes on a day?",
    explain: ["Such as: tue=60 sat=180. Days you do not name have no limit of their own. Type - to skip."],
  }),
  detail({
    key: "strength",
    label: "Strength a week",
    message: "Strength workouts a week (0, 1 or 2)?",
    explain: ["Short sessions off the bike that make your legs and back strong."],
  }),
  detail({
    key: "off",
    label: "Days off",
    message: "Days you cannot ride?",
    explain: ["Such as 8-14 Feb or 2027-02-08..2027-02-14, or one day; several with commas. - to skip."],
  }),
  detail({
    key: "lastTest",
    label: "Last FTP test",
    message: "The day of your last FTP test?",
    explain: ["Such as 2026-11-20, 20 Nov or last Tuesday. An old number may be wrong by now. Type - to skip."],
  }),
  detail({
    key: "sex",
    label: "Sex",
    message: "Female or male?",
    explain: ["Only to judge whether your numbers fit together. Type - to skip."],
  }),
  detail({
    key: "maxPower",
    label: "Most power",
    message: "The most power you may ride, in % of FTP?",
    explain: ["Only if you or your doctor set a limit: 80, or 80:2027-03-01 with its last day. - for none."],
  }),
  detail({
    key: "lthr",
    label: "Threshold heart rate",
    message: "Your heart rate at threshold?",
    explain: ["Also called LTHR: the average in a hard effort of about an hour. - to skip."],
  }),
];
