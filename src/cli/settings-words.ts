import { firstProblems, problemLines, type Problem } from "../athlete/parse-reading.ts";
import { nearest } from "../athlete/parse-suggest.ts";
import { PlanError } from "../base/errors.ts";
import type { Measures } from "../plan/measures.ts";

export const UNITS = ["metric", "imperial"] as const satisfies readonly Measures["units"][];
export const CLOCKS = ["24", "12"] as const satisfies readonly Measures["clock"][];

/** Throws INPUT_INVALID with every problem of one source of settings. */
export function refuse(problems: readonly Problem[], where: string): never {
  throw new PlanError({
    code: "INPUT_INVALID",
    message: [`${where} cannot be used:`, ...problemLines(problems)].join("\n"),
    hint: "Correct what is listed and run the command again.",
    details: { problems: firstProblems(problems) },
  });
}

/** What a misspelt name may have meant. */
export const suggestion = (name: string, known: readonly string[]): string => {
  const meant = nearest(name, known);
  return meant === undefined ? `expected one of ${known.join(", ")}` : `did you mean ${meant}?`;
};
