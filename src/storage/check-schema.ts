import type { z } from "zod";
import { PlanError } from "../base/errors.ts";
import { isSameJson } from "../base/json.ts";
import { cleanLine } from "../base/text.ts";

/** As many wrong fields as a person can take in; the rest is counted. */
const FIRST_ISSUES = 8;

export interface Expected {
  /** The file as messages name it. */
  readonly source: string;
  /** What it should have been: `plan file`. */
  readonly what: string;
  readonly hint: string;
}

/** A value from a file, held to its schema. Throws INPUT_INVALID with the fields that are wrong. */
export function checked<T>(schema: z.ZodType<T>, value: unknown, { source, what, hint }: Expected): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issues = result.error.issues.map((issue) => ({
    path: cleanLine(issue.path.map(String).join("."), 100) || "(whole file)",
    message: cleanLine(issue.message, 160),
  }));
  const lines = issues.slice(0, FIRST_ISSUES).map(({ path, message }) => `  ${path}: ${message}`);
  const more = issues.length > FIRST_ISSUES ? [`  and ${issues.length - FIRST_ISSUES} more`] : [];
  throw new PlanError({
    code: "INPUT_INVALID",
    message: [`${source} is no ${what} of this program:`, ...lines, ...more].join("\n"),
    hint,
    details: { issues },
  });
}

/** The same, with its keys in the order of the file: written again it gives the same bytes. */
export function checkedInOrder<T>(schema: z.ZodType<T>, value: unknown, expected: Expected): T {
  const read = checked(schema, value, expected);
  return isSameJson(read, value) ? (value as T) : read;
}
