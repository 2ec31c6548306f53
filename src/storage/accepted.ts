import { basename, join } from "node:path";
import type { z } from "zod";
import { isRecord } from "../athlete/parse-reading.ts";
import { checkedInOrder, type Expected } from "./check-schema.ts";
import { digestOf } from "./digest.ts";
import type { Held } from "./file-schemas.ts";
import { decoded, parseJson, readBytes } from "./read-json.ts";
import { remember, remembered } from "./state-file.ts";

/** More than anybody's plans of a season, with what lies beside them. */
const MOST_DIGESTS = 200;

/**
 * Which schemas these digests were found right by. The bundler names this file of ours after a digest of its contents, and of all
 * that it loads: another schema is another name.
 */
const CHECKED_BY = basename(import.meta.url);

const pathIn = (state: string): string => join(state, "accepted.json");

const digestsIn = (value: unknown): readonly unknown[] =>
  isRecord(value) && Array.isArray(value.digests) ? value.digests : [];

/** What was found right on this machine; nothing where that cannot be read. */
const digestsOf = async (state: string): Promise<readonly unknown[]> =>
  (await remembered(pathIn(state), digestsIn).catch(() => undefined)) ?? [];

/** How a text is told from every other, and from itself as another kind of file. */
const digestAs = (kind: keyof Held, text: string): string => digestOf(`${CHECKED_BY}\n${kind}\n${text}`);

/** Notes what was found right; where nothing can be kept, it is checked again the next time. */
async function note(state: string, digest: string): Promise<void> {
  const digests = [...(await digestsOf(state)).filter((one) => one !== digest), digest].slice(-MOST_DIGESTS);
  await remember(pathIn(state), { digests }).catch(() => undefined);
}

/** The schema of a kind of file. */
export const schemaOf = async <Kind extends keyof Held>(kind: Kind): Promise<z.ZodType<Held[Kind]>> =>
  (await import("./file-schemas.ts")).SCHEMAS[kind];

/** A text, of which file it is, and where this machine remembers what it found right. */
export interface TextOfFile<Kind extends keyof Held> extends Expected {
  readonly kind: Kind;
  readonly text: string;
  readonly state?: string | undefined;
  /** The texts in it that are a value each: the whole, or every line. */
  readonly parts: readonly { readonly text: string; readonly source: string }[];
}

/**
 * The values in a text, held to their schema. A text that was found right on this machine before is only parsed: building a schema
 * and walking a plan with it takes longer than all else that a view does. Throws INPUT_INVALID with the fields that are wrong.
 */
export async function acceptedValues<Kind extends keyof Held>(file: TextOfFile<Kind>): Promise<Held[Kind][]> {
  const { kind, text, state, parts, ...expected } = file;
  if (parts.length === 0) return [];
  const digest = state === undefined ? "" : digestAs(kind, text);
  if (state !== undefined && (await digestsOf(state)).includes(digest))
    return parts.map((part) => JSON.parse(part.text) as Held[Kind]);
  const schema = await schemaOf(kind);
  const values: Held[Kind][] = [];
  let isAsWritten = true;
  for (const { text: one, source } of parts) {
    const value = await parseJson(one, source);
    const read = checkedInOrder(schema, value, { ...expected, source });
    isAsWritten &&= read === value;
    values.push(read);
  }
  if (state !== undefined && isAsWritten) await note(state, digest);
  return values;
}

/** The one value that a file holds, checked as above. Throws NOT_FOUND, INPUT_INVALID. */
export async function readAccepted<Kind extends keyof Held>(
  path: string,
  as: Pick<TextOfFile<Kind>, "kind" | "what" | "hint" | "state">,
): Promise<Held[Kind]> {
  const text = decoded(await readBytes(path), path);
  const [value] = await acceptedValues({ ...as, text, source: path, parts: [{ text, source: path }] });
  if (value === undefined) throw new Error(`${path} holds nothing`);
  return value;
}
