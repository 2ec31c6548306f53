import { ANSWER_KEYS, nameOf, type AnswerKey } from "../athlete/parse-answers.ts";
import { readAnswerAt } from "../athlete/parse-one.ts";
import { firstProblems, problemLines, quoted, type Problem } from "../athlete/parse-reading.ts";
import type { CalendarDate } from "../base/calendar.ts";
import { PlanError } from "../base/errors.ts";
import type { Draft } from "./draft.ts";

export type GivenFlags = Readonly<Partial<Record<AnswerKey, unknown>>>;

/** The answers that stand on the command line, as a request file holds them. Throws INPUT_INVALID with each that cannot be read. */
export function draftOfFlags(given: GivenFlags, today: CalendarDate): Draft {
  const problems: Problem[] = [];
  let draft: Draft = {};
  for (const key of ANSWER_KEYS) {
    if (given[key] === undefined) continue;
    const reading = readAnswerAt(key, given[key], { today, weight: given.weight });
    if (reading.kind === "unreadable")
      problems.push({ field: nameOf(key).flag ?? key, value: quoted(given[key]), expected: reading.expected });
    else draft = { ...draft, [key]: reading.value };
  }
  if (problems.length > 0)
    throw new PlanError({
      code: "INPUT_INVALID",
      message: ["These answers cannot be used:", ...problemLines(problems)].join("\n"),
      hint: "Correct what is listed, or leave it out to be asked.",
      details: { problems: firstProblems(problems) },
    });
  if (draft.eventDate !== undefined || draft.event !== undefined) return { ...draft, hasEvent: true };
  return draft.weeks === undefined ? draft : { ...draft, hasEvent: false };
}
