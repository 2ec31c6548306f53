import type { CalendarDate } from "../base/calendar.ts";
import { nameOf, type Answer, type AnswerKey, type Answers } from "./parse-answers.ts";
import type { RequestForm } from "./parse-forms.ts";
import { quoted, type Problem, type Reader } from "./parse-reading.ts";
import type { Assumption } from "./schema.ts";

/** Reads answers one by one and keeps what was wrong, assumed or odd, so that the rider is told all of it at once. */
export interface Intake {
  /** The value of an answer, or undefined where it was not given or cannot be read. */
  optional<T>(key: AnswerKey, reader: Reader<T>): T | undefined;
  /** The same; a missing answer is a problem. */
  required<T>(key: AnswerKey, reader: Reader<T>): T | undefined;
  /** The answer as given. */
  given(key: AnswerKey): Answer | undefined;
  /** Adds a problem with an answer that reads well alone but not with the others. */
  refuse(key: AnswerKey, expected: string): void;
  missing(field: string, expected: string): void;
  /** Adds the problem that an answer is missing, in words of its own. */
  ask(key: AnswerKey, expected: string): void;
  warn(text: string): void;
  readonly problems: Problem[];
  readonly assumptions: Assumption[];
  readonly warnings: string[];
}

/** `--ftp`, or with a file the two places where the answer may stand. */
function fieldOf(key: AnswerKey, form: RequestForm): string {
  const { flag = "", camel, snake } = nameOf(key);
  const inFile = form === "wizard" ? camel : form === "api" ? snake : undefined;
  return inFile === undefined ? flag : `${inFile} (or ${flag})`;
}

/** As the plan names what was answered. */
function fieldName(key: AnswerKey): string {
  const { camel, snake } = nameOf(key);
  return snake ?? camel ?? key;
}

const inQuotes = (value: unknown): string => {
  const text = quoted(value);
  return typeof value === "string" && !text.startsWith('"') ? `"${text}"` : text;
};

/** `today` is the day from which days in the answers are seen. */
export function intakeOf(answers: Answers, form: RequestForm, today: CalendarDate): Intake {
  const problems: Problem[] = [];
  const assumptions: Assumption[] = [];
  const warnings: string[] = [];
  const optional = <T>(key: AnswerKey, reader: Reader<T>): T | undefined => {
    const answer = answers.get(key);
    if (answer === undefined) return undefined;
    const reading = reader(answer.value, { today, looks: "ahead" });
    if (reading.kind === "unreadable") {
      problems.push({ field: answer.field, value: quoted(answer.value), expected: reading.expected });
      return undefined;
    }
    if (reading.assumption) assumptions.push(reading.assumption);
    // How far an answer about health is in the plan is said by what the plan does about it.
    if (reading.understood !== undefined && key !== "maxPower")
      assumptions.push({ field: fieldName(key), value: reading.understood, reason: `read from ${inQuotes(answer.value)}` }); // prettier-ignore
    if (reading.warning !== undefined) warnings.push(reading.warning);
    return reading.value;
  };
  return {
    problems,
    assumptions,
    warnings,
    optional,
    required: (key, reader) => {
      const isGiven = answers.has(key);
      if (!isGiven) problems.push({ field: fieldOf(key, form), expected: nameOf(key).asks ?? "an answer" });
      return optional(key, reader);
    },
    given: (key) => answers.get(key),
    refuse: (key, expected) => {
      const answer = answers.get(key);
      problems.push(
        answer === undefined
          ? { field: fieldOf(key, form), expected }
          : { field: answer.field, value: quoted(answer.value), expected },
      );
    },
    ask: (key, expected) => problems.push({ field: fieldOf(key, form), expected }),
    missing: (field, expected) => problems.push({ field, expected }),
    warn: (text) => warnings.push(text),
  };
}
