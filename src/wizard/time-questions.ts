import { EXPERIENCE_LEVELS } from "../athlete/schema.ts";
import { ASSUMED_RECENT } from "../athlete/rider.ts";
import { readMinutesByDay, readDays } from "../athlete/parse-days.ts";
import { readWeeklyHours } from "../athlete/parse-hours.ts";
import { readAnswer } from "../athlete/parse-one.ts";
import { isRecord, read, readAs, unreadable, type Reading } from "../athlete/parse-reading.ts";
import { perhapsDay } from "../athlete/wishes/near-words.ts";
import { WEEKDAYS, type CalendarDate } from "../base/calendar.ts";
import { joinWords } from "../base/text.ts";
import { timeWords } from "../base/time-words.ts";
import { saidOf, type Draft } from "./draft.ts";
import { SKIP } from "./prompter.ts";
import { question, type Question } from "./question.ts";

/** The most hours a week of what was said, whatever its form. */
export function mostHours(draft: Draft): number | undefined {
  const reading = draft.hours === undefined ? undefined : readWeeklyHours(draft.hours);
  return reading?.kind === "value" ? reading.value.most : undefined;
}

/** `8 to 10`, `8`: hours as a rider says them, without the unit. */
const hoursIn = (answer: unknown): string =>
  saidOf(answer)
    .replaceAll(/(\d) ?h(?:ours?|rs?)?(?=\s|-|$)/gi, "$1")
    .replace(/ ?(?:-|\.\.) ?/, " to ")
    .replace(/(\d)\.0\b/, "$1");

export const hoursShown = ({ hours }: Draft): string => hoursIn(hours);

const hours = question({
  key: "hours",
  label: "Hours",
  message: "How many hours a week can you ride?",
  explain: ["A number (8) or a range (6-8). No week of the plan goes above it."],
  usual: () => ({ text: "6", shown: "6 h a week" }),
  shown: (draft) => `${hoursShown(draft)} h a week`,
});

/** `about 8 h 30, a careful part of yours`: what the plan takes where nobody says, once the experience is known. */
function assumedHours(draft: Draft): string {
  const most = mostHours(draft);
  const level = EXPERIENCE_LEVELS.find((one) => one === draft.experience);
  if (most === undefined || level === undefined) return "a careful part of your hours";
  return `about ${timeWords(Math.round(most * ASSUMED_RECENT[level] * 6) * 10)}, a careful part of yours`;
}

const recentHours = question({
  key: "recentHours",
  label: "Hours now",
  message: "How many hours a week do you ride now?",
  explain: [
    "The mean of the last six weeks. The plan starts from here, so an honest small number serves you better than a brave one. 0 is an answer, too.",
  ],
  isOptional: true,
  usual: (draft) => ({ text: SKIP, shown: `a careful part of my ${hoursShown(draft)} h` }),
  shown: (draft) =>
    draft.recentHours === undefined ? `not said: ${assumedHours(draft)}` : `${hoursIn(draft.recentHours)} h a week`,
  care: ({ recentHours: now, health }) =>
    now !== undefined && isRecord(health) && health.active === false
      ? [
          "Less than 1 h 30 a week: the first 4 weeks stay easy, nothing hard, no test. Please see a doctor before you start.",
        ]
      : [],
});

const experience = question({
  key: "experience",
  label: "Experience",
  message: "How long have you trained?",
  explain: ["It decides how hard the plan starts and how fast it grows."],
  form: {
    kind: "choice",
    choices: [
      { value: "beginner", name: "beginner: new to training, or back after a long break" },
      { value: "intermediate", name: "intermediate: most weeks for a year or more" },
      { value: "advanced", name: "advanced: years of planned training" },
    ],
  },
  usual: ({ recentHours: now }) => ({ text: now !== undefined && Number(now) < 3 ? "beginner" : "intermediate" }),
  shown: ({ experience: level }) =>
    level === "beginner"
      ? "beginner, new or back after a break"
      : level === "advanced"
        ? "advanced, years of planned training"
        : "intermediate, a year or more",
});

/** Fewer minutes hold no ride (periodization/intake/assume.ts refuses a rider who has no such day). */
const LEAST_RIDE_MINUTES = 30;
/** From so many hours a week the usual days are four. */
const HOURS_OF_FOUR_DAYS = 5;

/** The days that are proposed: far enough apart, and four where there are hours for them. */
export const usualDays = (draft: Draft): string =>
  (mostHours(draft) ?? 0) >= HOURS_OF_FOUR_DAYS ? "tue thu sat sun" : "tue thu sat";

/** What cannot be read as days; "sometimes Sunday" is told what a plan can hold. */
function daysUnread(text: string, reading: Extract<Reading<unknown>, { kind: "unreadable" }>): Reading<Draft> {
  const instead = perhapsDay(text);
  return instead === undefined || reading.meanings !== undefined ? reading : unreadable(instead.replace(/\.$/, ""));
}

/** `tue 60, thu, sat 3h` and `tue=60 thu sat=3h`: each day with its minutes, where it has some. */
function readDaysAndMinutes(text: string, today: CalendarDate): Reading<Draft> {
  const pairs = text.match(/[\p{L}.]{1,30} ?[=:] ?[\d.,]+ ?(?:h(?:\d{1,2})?|min(?:utes)?|m)?(?![\p{L}])/gu) ?? [];
  if (pairs.length === 0) {
    const plain = readAnswer("days", text, today);
    return plain.kind === "unreadable" ? daysUnread(text, plain) : readAs({ days: plain.value }, plain.understood);
  }
  const minutes = readMinutesByDay(pairs.map((pair) => pair.replace(/ /g, "")).join(" "));
  if (minutes.kind === "unreadable") return minutes;
  const rest = pairs
    .reduce((left, pair) => left.replace(pair, " "), text)
    .split(/[\s,;]+/)
    .filter((word) => word !== "");
  const others = rest.length === 0 ? undefined : readDays(rest.join(" "));
  if (others?.kind === "unreadable") return daysUnread(text, others);
  const named = WEEKDAYS.filter((day) => minutes.value[day] !== undefined || others?.value.includes(day) === true);
  if (named.length === 0) return unreadable("expected at least one day");
  return read({
    days: named.map((day) => day.toLowerCase()),
    minutes: Object.fromEntries(Object.entries(minutes.value).map(([day, most]) => [day.toLowerCase(), most])),
  });
}

/** The most minutes by day of what was said. */
export function minutesOfDays({ minutes }: Draft): Partial<Record<string, number>> {
  const reading = minutes === undefined ? undefined : readMinutesByDay(minutes);
  return reading?.kind === "value" ? reading.value : {};
}

/** The days of what was said, by their full names. */
export function daysOf({ days }: Draft): readonly string[] {
  const reading = days === undefined ? undefined : readDays(days);
  return reading?.kind === "value" ? reading.value : [];
}

/** `Tue, Thu up to 1 h 30, Sat`. */
function daysShown(draft: Draft): string {
  const minutes = minutesOfDays(draft);
  return daysOf(draft)
    .map((day) => `${day.slice(0, 3)}${minutes[day] === undefined ? "" : ` up to ${timeWords(minutes[day])}`}`)
    .join(", ");
}

function daysText(draft: Draft): string {
  const minutes = minutesOfDays(draft);
  return daysOf(draft)
    .map((day) => `${day.slice(0, 3).toLowerCase()}${minutes[day] === undefined ? "" : `=${minutes[day]}`}`)
    .join(" ");
}

/** Days that hold no ride, and days that were named twice. */
function careOfDays(draft: Draft): string[] {
  const minutes = minutesOfDays(draft);
  const short = daysOf(draft).filter((day) => (minutes[day] ?? LEAST_RIDE_MINUTES) < LEAST_RIDE_MINUTES);
  if (short.length === 0) return [];
  const [first = ""] = short;
  return [
    short.length === 1
      ? `${first} with ${minutes[first] ?? 0} minutes stays free: no ride is shorter than ${LEAST_RIDE_MINUTES} minutes.`
      : `${joinWords(short)} stay free: no ride is shorter than ${LEAST_RIDE_MINUTES} minutes.`,
  ];
}

/** Weekdays that a text names twice. */
function doubledDays(text: string): string[] {
  const named = text.split(/[\s,;&+]+|=\S+/).flatMap((word) => {
    const reading = readDays(word);
    return reading.kind === "value" && reading.value.length === 1 ? reading.value : [];
  });
  return WEEKDAYS.filter((day) => named.filter((one) => one === day).length > 1);
}

const days: Question = {
  ...question({
    key: "days",
    label: "Days",
    message: "Which days can you ride?",
    explain: ["Days, or days with their most minutes: tue=60 thu sat=3h. Two days a week or more stay free for rest."],
    form: { kind: "days" },
  }),
  keys: ["days", "minutes"],
  textOf: daysText,
  shown: daysShown,
  usual: (draft) => ({ text: usualDays(draft) }),
  read: (text, today) => readDaysAndMinutes(text, today),
  care: careOfDays,
  notes: (text) => doubledDays(text).map((day) => `${day} stands there twice: it counts once.`),
};

export const TIME_QUESTIONS: readonly Question[] = [hours, recentHours, experience, days];
