import type { CalendarDate } from "../../base/calendar.ts";
import { ANSWER_KEYS, type AnswerKey } from "../parse-answers.ts";
import { answersOfFile } from "../parse-forms.ts";
import { readAnswerAt } from "../parse-one.ts";
import type { RequestSources } from "../parse-request.ts";
import type { GivenAnswers } from "./contradictions.ts";

/** What a file and flags answer, each as a request file spells it; what cannot be read is told where the request is read. */
export function givenAnswers(
  { file, flags = {} }: Pick<RequestSources, "file" | "flags">,
  today: CalendarDate,
): GivenAnswers {
  const found = file === undefined ? undefined : answersOfFile(file.value, file.source).answers;
  const given: Partial<Record<AnswerKey, unknown>> = {};
  for (const key of ANSWER_KEYS) {
    const value = flags[key] ?? found?.get(key)?.value;
    if (value === undefined) continue;
    const reading = readAnswerAt(key, value, { today, weight: flags.weight ?? found?.get("weight")?.value });
    if (reading.kind === "value") given[key] = reading.value;
  }
  return given;
}
