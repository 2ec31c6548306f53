import { acceptedValues, schemaOf } from "./accepted.ts";
import { writeWhole } from "./atomic-write.ts";
import { checked } from "./check-schema.ts";
import type { Held } from "./file-schemas.ts";
import { textAt } from "./read-json.ts";

/** What each line of a file is. */
export interface LineKind<Kind extends keyof Held> {
  readonly kind: Kind;
  /** As messages name one. */
  readonly what: string;
}

/** The lines of a file, in order; none where there is no file. Throws INPUT_INVALID for a line that is of another kind. */
export async function readLines<Kind extends keyof Held>(
  path: string,
  { kind, what }: LineKind<Kind>,
  state?: string,
): Promise<Held[Kind][]> {
  const text = (await textAt(path)) ?? "";
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const parts = lines.map((line, i) => ({ text: line, source: `${path}, line ${i + 1}` }));
  const hint = "Put the file back as it was; undo needs every line of it.";
  return acceptedValues({ kind, what, hint, source: path, text, parts, state });
}

/** A value as a line. One that could not be read back is never written. Throws INPUT_INVALID with the fields that are wrong. */
export async function lineOf<Kind extends keyof Held>(
  value: Held[Kind],
  { kind, what }: LineKind<Kind>,
): Promise<string> {
  const text = JSON.stringify(value);
  const hint = "Say it in fewer words or in smaller steps. Nothing was written.";
  checked(await schemaOf(kind), JSON.parse(text), { source: "What was to be noted", what, hint });
  return `${text}\n`;
}

/** The text of a file with more lines behind those that it has. */
export const withLines = async (path: string, lines: readonly string[]): Promise<string> =>
  `${(await textAt(path)) ?? ""}${lines.join("")}`;

/** Adds lines to a file. Throws INPUT_INVALID where one could not be read back. */
export async function appendLines<Kind extends keyof Held>(
  path: string,
  values: readonly Held[Kind][],
  kind: LineKind<Kind>,
): Promise<void> {
  const lines = await Promise.all(values.map((value) => lineOf(value, kind)));
  await writeWhole([{ path, text: await withLines(path, lines) }], "replace");
}
