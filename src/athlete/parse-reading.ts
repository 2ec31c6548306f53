import { cleanLine } from "../base/text.ts";
import type { Assumption } from "./schema.ts";

export interface Understood<T> {
  readonly kind: "value";
  readonly value: T;
  /** What had to be decided for the rider to read it. */
  readonly assumption?: Assumption;
  /** Read, but odd enough to say so. */
  readonly warning?: string;
}

/** What a reader makes of one answer: the value, or what it expected instead. */
export type Reading<T> = Understood<T> | { readonly kind: "unreadable"; readonly expected: string };

/** Reads one answer of a file or a flag. */
export type Reader<T> = (value: unknown) => Reading<T>;

export const read = <T>(value: T): Understood<T> => ({ kind: "value", value });

export const unreadable = (expected: string): Reading<never> => ({ kind: "unreadable", expected });

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

/** A plain object as files hold them; lists, null and texts are none. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
