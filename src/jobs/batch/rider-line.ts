import { isRecord, quoted } from "../../athlete/parse-reading.ts";
import { PlanError } from "../../base/errors.ts";
import { parseJson } from "../../storage/read-json.ts";

/** A line of a batch, as far as it can be told without planning. */
export type RiderLine =
  | { readonly kind: "request"; readonly id: string; readonly request: unknown }
  | { readonly kind: "change"; readonly id: string; readonly words: string };

export type LineKind = RiderLine["kind"];

const MOST_ID = 200;
/** Half of a pair that stands for one character: no file and no text of another program holds it. */
const HALF_LETTER = /\p{Surrogate}/u;

const refused = (message: string, hint: string): PlanError => new PlanError({ code: "INPUT_INVALID", message, hint });

const LOOKS = {
  request: '{"id": "r1", "request": {"ftp": 265, ...}}',
  change: '{"id": "r1", "change": "missed tue"}',
} as const;

/** The id of a line. Throws INPUT_INVALID where it has none that can be told from others. */
function idOf(value: Readonly<Record<string, unknown>>): string {
  const { id } = value;
  if (typeof id !== "string" || id === "" || id.length > MOST_ID)
    throw refused(
      `id: ${quoted(id)} -> expected a text of 1 to ${MOST_ID} characters.`,
      "Give every rider an id of their own.",
    );
  if (HALF_LETTER.test(id)) throw refused("id: a text that is no Unicode.", "Give every rider an id of their own.");
  return id;
}

/** Reads a line. Throws INPUT_INVALID with what is wrong; `source` is what a message calls it. */
export async function readRiderLine(text: string, kind: LineKind, source: string): Promise<RiderLine> {
  const value = await parseJson(text, source);
  if (!isRecord(value)) throw refused(`${source} is no object.`, `A line looks like ${LOOKS[kind]}.`);
  const id = idOf(value);
  const other = Object.keys(value).find((key) => key !== "id" && key !== kind);
  if (other !== undefined)
    throw refused(`${source} holds ${quoted(other)}, which no line has.`, `A line looks like ${LOOKS[kind]}.`);
  if (kind === "request") {
    if (!isRecord(value.request)) throw refused(`${source} holds no request.`, `A line looks like ${LOOKS[kind]}.`);
    return { kind, id, request: value.request };
  }
  if (typeof value.change !== "string")
    throw refused(`${source} holds no change in words.`, `A line looks like ${LOOKS[kind]}.`);
  return { kind, id, words: value.change };
}

/** The id of a line that may be wrong otherwise; undefined where it has none. */
export function idIn(text: string): string | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? idOf(value) : undefined;
  } catch {
    return undefined;
  }
}
