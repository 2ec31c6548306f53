import { answerText } from "../parse-one.ts";
import { isRecord } from "../parse-reading.ts";
import { TERM_ANSWERS, termRead } from "../parse-terms-all.ts";
import { termSentences } from "../term-words.ts";
import type { WishTerm } from "./entry.ts";
import type { Wish } from "./judge-wishes.ts";

/** A term of a request in the sentence that the plan says it in; undefined where it is no such term. */
function sentenceOf({ key, answer }: Wish): string | undefined {
  const name = TERM_ANSWERS.find(([one]) => one === key)?.[1];
  if (name === undefined) return undefined;
  const terms = termRead(name, (reader) => {
    const reading = reader(answer);
    return reading.kind === "value" ? reading.value : undefined;
  });
  return termSentences(terms)[0];
}

const part = (answer: unknown, name: string): string => (isRecord(answer) ? String(answer[name]) : String(answer));
const until = (answer: unknown): string =>
  isRecord(answer) && typeof answer.until === "string" ? ` until ${answer.until}` : "";
const daysText = (answer: unknown): string =>
  Array.isArray(answer)
    ? answer.map((day) => String(day).replace(/^./, (letter) => letter.toUpperCase())).join(", ")
    : "";

/** What each term says where the plan has no sentence of its own for it. */
const WORDS: Readonly<Partial<Record<WishTerm, (wish: Wish) => string>>> = {
  hours: ({ answer }) => `At most ${answerText("hours", answer)} h a week.`,
  days: ({ answer }) => `Days you can ride: ${daysText(answer)}.`,
  rest_days: ({ answer }) => `No riding on ${daysText(answer)}.`,
  minutes: ({ answer }) => `Most minutes of a day: ${answerText("minutes", answer)}.`,
  off: ({ answer }) => `Days off: ${answerText("off", answer)}.`,
  strength: ({ answer }) => `Strength sessions a week: ${answerText("strength", answer)}.`,
  tests: ({ answer }) => (answer === false ? "No FTP tests." : "FTP tests stay in."),
  max_power: ({ answer }) => `Nothing above ${part(answer, "maxPowerPct")} % of FTP${until(answer)}.`,
  max_heart_rate: ({ answer }) => `No heart rate above ${part(answer, "maxHeartRate")} bpm${until(answer)}.`,
  max_feel: ({ answer }) => `Nothing that feels harder than ${part(answer, "maxFeel")} of 10${until(answer)}.`,
  max_interval: ({ answer }) =>
    `No single hard effort longer than ${part(answer, "maxIntervalMinutes")} min${until(answer)}.`,
  weeks: ({ answer }) => `A plan of ${answerText("weeks", answer)} weeks.`,
  train_by: ({ answer }) => `You train by ${answerText("trainBy", answer).replace("_", " ")}.`,
  ftp: ({ answer }) => `Your FTP: ${answerText("ftp", answer)} W.`,
  target_ftp: ({ answer }) => `The FTP you hope for: ${answerText("targetFtp", answer)} W.`,
  weight: ({ answer }) => `Your weight: ${answerText("weight", answer)} kg.`,
  age: ({ answer }) => `Your age: ${answerText("age", answer)}.`,
  recent_hours: ({ answer }) => `You ride ${answerText("recentHours", answer)} h a week now.`,
  comeback: ({ answer }) => `A return after weeks off: ${answerText("comeback", answer)}.`,
  health: ({ answer }) => `Health: ${answerText("health", answer)}.`,
  accept_ramp: () => "More than twice your recent hours is fine with you.",
};

/** A wish as the rider reads it: a sentence. */
export const wishText = (wish: Wish): string =>
  wish.told ?? WORDS[wish.term]?.(wish) ?? sentenceOf(wish) ?? `${wish.term.replaceAll("_", " ")}: ${wish.value}.`;
