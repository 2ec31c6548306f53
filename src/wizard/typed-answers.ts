import { nameOf, type AnswerKey } from "../athlete/parse-answers.ts";
import { readAnswerAt } from "../athlete/parse-one.ts";
import { firstProblems, problemLines, quoted, type Problem } from "../athlete/parse-reading.ts";
import { nearest } from "../athlete/parse-suggest.ts";
import type { CalendarDate } from "../base/calendar.ts";
import { PlanError } from "../base/errors.ts";
import { checkDraft } from "./check-draft.ts";
import { changed, type Draft } from "./draft.ts";
import { SAVED_ANSWERS } from "./saved-answers.ts";
import { SKIP } from "./prompter.ts";

/** Letters and digits only: `max-hr`, `maxHR` and `max_hr` are one name. */
const bare = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, "");

const namesOf = (key: AnswerKey): string[] => {
  const { flag, camel, snake } = nameOf(key);
  return [key, flag, camel, snake].filter((name) => name !== undefined).map(bare);
};

/** The name of an answer as `athlete set` takes and lists it. */
export const typedName = (key: AnswerKey): string =>
  (nameOf(key).flag ?? nameOf(key).snake ?? key).replace(/^--/, "").replaceAll("_", "-");

/** The answer that a typed name means, however it is spelt. */
export const keyNamed = (name: string): AnswerKey | undefined =>
  SAVED_ANSWERS.find((key) => namesOf(key).includes(bare(name)));

/** The answer that a name in the file means. */
export const keyOfField = (field: string): AnswerKey | undefined =>
  SAVED_ANSWERS.find((key) => nameOf(key).camel === field);

interface Pair {
  readonly name: string;
  readonly text: string;
}

/** `days=tue thu` reaches us as two words: those without a name belong to the answer before them. */
function pairsOf(words: readonly string[]): Pair[] | Problem {
  const pairs: Pair[] = [];
  for (const word of words) {
    const [, name, text = ""] = /^([A-Za-z][\w -]*)=(.*)$/s.exec(word) ?? [];
    const last = pairs.at(-1);
    const isOwn = name !== undefined && (last === undefined || keyNamed(name) !== undefined || !isPart(last, word));
    if (isOwn) pairs.push({ name, text });
    else if (last === undefined)
      return { field: quoted(word), value: "no name", expected: "expected NAME=VALUE, such as ftp=270" };
    else pairs[pairs.length - 1] = { name: last.name, text: `${last.text} ${word}` };
  }
  return pairs;
}

/** `minutes=tue=60 sat=180`: the second word has a sign of its own. */
const isPart = (last: Pair, word: string): boolean => keyNamed(last.name) === "minutes" && /^[a-z]{2,9}=/i.test(word);

function unknownName(name: string): Problem {
  const known = SAVED_ANSWERS.map(typedName);
  const meant = nearest(name, known);
  return {
    field: quoted(name),
    value: "unknown name",
    expected: meant === undefined ? `expected one of ${known.join(", ")}` : `did you mean ${meant}?`,
  };
}

function refuse(problems: readonly Problem[], hint: string): never {
  throw new PlanError({
    code: "INPUT_INVALID",
    message: ["These numbers cannot be saved:", ...problemLines(problems)].join("\n"),
    hint,
    details: { problems: firstProblems(problems) },
  });
}

/** What `athlete set` was asked to change: undefined takes an answer out. */
export type Changes = ReadonlyMap<AnswerKey, unknown>;

/** Reads `ftp=270 weight=70kg days=tue,thu`; `-` or nothing behind the sign takes an answer out. Throws INPUT_INVALID with every problem. */
export function readChangesTyped(words: readonly string[], today: CalendarDate): Changes {
  const hint = "Correct what is listed and run the command again.";
  const pairs = pairsOf(words);
  if (!Array.isArray(pairs)) refuse([pairs], hint);
  const weight = pairs.find(({ name }) => keyNamed(name) === "weight")?.text;
  const problems: Problem[] = [];
  const changes = new Map<AnswerKey, unknown>();
  for (const { name, text } of pairs) {
    const key = keyNamed(name);
    if (key === undefined) problems.push(unknownName(name));
    else if (text.trim() === "" || text.trim() === SKIP) changes.set(key, undefined);
    else {
      const reading = readAnswerAt(key, text, { today, weight });
      if (reading.kind === "value") changes.set(key, reading.value);
      else problems.push({ field: name, value: quoted(text), expected: reading.expected });
    }
  }
  if (problems.length > 0) refuse(problems, hint);
  return changes;
}

/** Judges the new numbers beside the saved ones, as a request would be: what cannot be is refused, what is odd is returned. */
export function checkChanges(saved: Draft, changes: Changes, today: CalendarDate): readonly string[] {
  const before = checkDraft(saved, today);
  const { problems, warnings, advice } = checkDraft(changed(saved, Object.fromEntries(changes)), today);
  const fresh = [...problems].filter(([key]) => !before.problems.has(key));
  if (fresh.length > 0)
    refuse(
      fresh.map(([key, expected]) => ({
        field: typedName(key),
        value: quoted(changes.get(key) ?? saved[key]),
        expected,
      })),
      advice ?? "Correct what is listed, or save both numbers in one command.",
    );
  return warnings.filter((warning) => !before.warnings.includes(warning));
}
