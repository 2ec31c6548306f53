import { cleanLine, joinWords } from "../base/text.ts";
import type { CalendarDate } from "../base/calendar.ts";
import type { Assumption } from "./schema.ts";

export interface Understood<T> {
  readonly kind: "value";
  readonly value: T;
  /** What words of the rider's own were taken for, such as `Saturday, 27 March 2027`; absent where nothing was decided. */
  readonly understood?: string;
  /** What had to be decided for the rider to read it. */
  readonly assumption?: Assumption;
  /** Read, but odd enough to say so. */
  readonly warning?: string;
}

/** One of the meanings of an answer that has several: `text` says it so that it has one, `name` is for riders. */
export interface Meaning {
  readonly text: string;
  readonly name: string;
}

/** What a reader makes of one answer: the value, or what it expected instead. */
export type Reading<T> =
  | Understood<T>
  | {
      readonly kind: "unreadable";
      readonly expected: string;
      /** Where the answer can be read in several ways: a person is asked which, a script is told them all. */
      readonly meanings?: readonly Meaning[];
    };

/** From where a day is seen: `14 March`, `Saturday` and `in 6 weeks` are other days from each. */
export interface DateAsked {
  /** Without it only days with their year are read. */
  readonly today?: CalendarDate | undefined;
  /** Events and starts lie ahead, tests that were ridden back. */
  readonly looks?: "ahead" | "back" | undefined;
}

/** Reads one answer of a file or a flag; a day in it is seen from `asked`. */
export type Reader<T> = (value: unknown, asked?: DateAsked) => Reading<T>;

export const read = <T>(value: T): Understood<T> => ({ kind: "value", value });

/** Read from words of the rider's own: `understood` is shown; undefined where the words say it plainly. */
export const readAs = <T>(value: T, understood: string | undefined): Understood<T> =>
  understood === undefined ? read(value) : { ...read(value), understood };

export const unreadable = (expected: string): Reading<never> => ({ kind: "unreadable", expected });

/** Several meanings and no way to tell which; the message spells them all out. */
export const ambiguous = (what: string, meanings: readonly Meaning[]): Reading<never> => {
  const list = joinWords(
    meanings.map(({ name, text }) => `${name} (write ${text})`),
    "or",
  );
  return { kind: "unreadable", expected: `expected ${what} that can be read in one way: this is ${list}`, meanings };
};

/** One answer that cannot be used: where it was given, what it was, what would do. */
export interface Problem {
  readonly field: string;
  /** As the rider wrote it, cleaned and cut; absent where nothing was given. */
  readonly value?: string;
  readonly expected: string;
}

/** A value as a message quotes it: short, on one line, without control characters. Objects are only named. */
export function quoted(value: unknown): string {
  if (Array.isArray(value) && value.length > 0 && value.length < 20 && value.every((item) => typeof item === "string"))
    return quoted(value.join(","));
  if (typeof value === "string") {
    const line = cleanLine(value, 60);
    return /^[\w.,:+/=-]+$/.test(line) ? line : JSON.stringify(line);
  }
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : "a list";
  if (value !== null && typeof value === "object") return "an object";
  return String(value);
}

/** `field: value -> what is expected`. */
export const problemLine = ({ field, value, expected }: Problem): string =>
  value === undefined ? `${field}: missing -> ${expected}` : `${field}: ${value} -> ${expected}`;

/** As many mistakes as a person can take in at once; the rest is counted. */
export const MOST_PROBLEMS = 20;

/** The mistakes that are told one by one. */
export const firstProblems = (problems: readonly Problem[]): readonly Problem[] => problems.slice(0, MOST_PROBLEMS);

/** Mistakes as lines of a message, the first of them. */
export function problemLines(problems: readonly Problem[]): string[] {
  const rest = problems.length - MOST_PROBLEMS;
  const lines = firstProblems(problems).map((problem) => `  ${problemLine(problem)}`);
  return rest > 0 ? [...lines, `  and ${rest} more`] : lines;
}

/** A plain object as files hold them; lists, null and texts are none. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
