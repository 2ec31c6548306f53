import { ANSWER_KEYS, nameOf, type AnswerKey } from "../athlete/parse-answers.ts";
import { answersOfFile } from "../athlete/parse-forms.ts";
import { PlanError } from "../base/errors.ts";

/** The answers so far, each as a request file holds it. */
export type Draft = Readonly<Partial<Record<AnswerKey, unknown>>>;

const TIMELINE: readonly AnswerKey[] = [
  "hasEvent",
  "weeks",
  "eventDate",
  "eventType",
  "eventHours",
  "eventDays",
  "event",
  "course",
  "start",
  "targetFtp",
  "tests",
];
const OF_EVENT: readonly AnswerKey[] = ["eventDate", "eventType", "eventHours", "eventDays", "event", "course"];

/** Answers about an event stay in the draft while the rider tries weeks instead, but are no part of that request. */
const isIncluded = (draft: Draft, key: AnswerKey): boolean =>
  draft.hasEvent === false ? !OF_EVENT.includes(key) : draft.hasEvent !== true || key !== "weeks";

function partOf(draft: Draft, holds: (key: AnswerKey) => boolean): Record<string, unknown> {
  const entries: Record<string, unknown> = {};
  for (const key of ANSWER_KEYS) {
    const name = nameOf(key).camel;
    if (name !== undefined && draft[key] !== undefined && holds(key) && isIncluded(draft, key))
      entries[name] = draft[key];
  }
  return entries;
}

/** The wizard's answers as a request file: goal, timeline, profile. */
export const requestFileOf = (draft: Draft): Record<string, unknown> => ({
  ...partOf(draft, (key) => key === "goal"),
  timeline: partOf(draft, (key) => TIMELINE.includes(key)),
  profile: partOf(draft, (key) => key !== "goal" && !TIMELINE.includes(key)),
});

/** The answers of a request file. Throws INPUT_INVALID where it is none. */
export function draftOfFile(file: unknown, source: string): Draft {
  const { answers, problems } = answersOfFile(file, source);
  const [first] = problems;
  if (first !== undefined)
    throw new PlanError({
      code: "INPUT_INVALID",
      message: `${source} holds no answers that can be used: ${first.field}: ${first.expected}.`,
      hint: "Start over.",
    });
  return Object.fromEntries([...answers].map(([key, { value }]) => [key, value]));
}

/** The draft with some answers changed; undefined takes one out. */
export function changed(draft: Draft, changes: Draft): Draft {
  const next: Partial<Record<AnswerKey, unknown>> = { ...draft };
  for (const key of ANSWER_KEYS)
    if (key in changes) {
      if (changes[key] === undefined) Reflect.deleteProperty(next, key);
      else next[key] = changes[key];
    }
  return next;
}

/** An answer that is a text or a number, as text; nothing for every other. */
export const saidOf = (value: unknown): string =>
  typeof value === "string" || typeof value === "number" ? String(value) : "";
