import type { z } from "zod";
import { writeWhole } from "./atomic-write.ts";
import { checked, checkedInOrder } from "./check-schema.ts";
import { parseJson, textAt } from "./read-json.ts";

/** What each line of a file is. */
export interface LineKind<T> {
  readonly schema: z.ZodType<T>;
  /** As messages name one. */
  readonly what: string;
}

/** The lines of a file, in order; none where there is no file. Throws INPUT_INVALID for a line that is of another kind. */
export async function readLines<T>(path: string, { schema, what }: LineKind<T>): Promise<T[]> {
  const text = (await textAt(path)) ?? "";
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const found: T[] = [];
  for (const [i, line] of lines.entries()) {
    const source = `${path}, line ${i + 1}`;
    const hint = "Put the file back as it was; undo needs every line of it.";
    found.push(checkedInOrder(schema, await parseJson(line, source), { source, what, hint }));
  }
  return found;
}

/** A value as a line. One that could not be read back is never written. Throws INPUT_INVALID with the fields that are wrong. */
export function lineOf<T>(value: T, { schema, what }: LineKind<T>): string {
  const text = JSON.stringify(value);
  const hint = "Say it in fewer words or in smaller steps. Nothing was written.";
  checked(schema, JSON.parse(text), { source: "What was to be noted", what, hint });
  return `${text}\n`;
}

/** The text of a file with more lines behind those that it has. */
export const withLines = async (path: string, lines: readonly string[]): Promise<string> =>
  `${(await textAt(path)) ?? ""}${lines.join("")}`;

/** Adds lines to a file. Throws INPUT_INVALID where one could not be read back. */
export async function appendLines<T>(path: string, values: readonly T[], kind: LineKind<T>): Promise<void> {
  const lines = values.map((value) => lineOf(value, kind));
  await writeWhole([{ path, text: await withLines(path, lines) }], "replace");
}
