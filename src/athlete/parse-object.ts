import { z } from "zod";
import {
  isRecord,
  quoted,
  read,
  readAs,
  unreadable,
  type DateAsked,
  type Meaning,
  type Reader,
  type Reading,
} from "./parse-reading.ts";

/** `max_minutes` as form 1 spells it: `maxMinutes`. */
export const camelOf = (name: string): string => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** How the parts of an object are read, by their name in the plan format; a part without a reader is taken as it is. */
type PartReaders = Readonly<Record<string, Reader<unknown>>>;

export interface ObjectReading {
  /** What a message asks for, with an example. */
  readonly expected: string;
  readonly parts: PartReaders;
  /** An object's parts from one line of text, such as `wed:90:hard`; undefined where the text is none. */
  readonly typed?: (text: string, asked?: DateAsked) => Readonly<Record<string, unknown>> | undefined;
}

/** The parts of an object by their own name, in either spelling; nothing said counts as not there. */
function partsOf(given: unknown, names: readonly string[]): Reading<Record<string, unknown>> {
  if (!isRecord(given)) return unreadable("");
  const parts: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(given)) {
    const name = names.find((one) => one === key || camelOf(one) === key);
    if (name === undefined) return unreadable(`; ${quoted(key)} is none of ${names.map(camelOf).join(", ")}`);
    if (value !== undefined && value !== null && value !== "") parts[name] = value;
  }
  return read(parts);
}

/** What the schema says of a value that its readers took. */
const problemOf = (error: z.ZodError): string => {
  const [issue] = error.issues;
  if (issue === undefined) return "";
  const at = issue.path.length === 0 ? "" : `${issue.path.map((part) => camelOf(String(part))).join(".")}: `;
  return `; ${at}${issue.message}`;
};

/** Longer texts than any list of answers; to read them would only take time. */
const MOST_CHARACTERS = 5000;
const isTooLong = (value: unknown): boolean => typeof value === "string" && value.length > MOST_CHARACTERS;

const shownOf = (understood: readonly string[]): string | undefined =>
  understood.length === 0 ? undefined : understood.join("; ");

/** The meanings of a part as the line that holds it would say them. */
function meaningsWith(
  { meanings }: { readonly meanings?: readonly Meaning[] },
  part: unknown,
  whole: unknown,
): { readonly meanings?: readonly Meaning[] } {
  if (meanings === undefined || typeof part !== "string" || typeof whole !== "string") return {};
  return { meanings: meanings.map(({ text, name }) => ({ name, text: whole.replace(part, () => text) })) };
}

/** A reader of an object of either spelling, or of one line of text; its schema has the last word. */
export function objectReader<S extends z.ZodObject>(schema: S, how: ObjectReading): Reader<z.infer<S>> {
  const names = Object.keys(schema.shape);
  return (value, asked) => {
    const given = typeof value === "string" ? (isTooLong(value) ? undefined : how.typed?.(value, asked)) : value;
    const parts = partsOf(given, names);
    if (parts.kind === "unreadable") return unreadable(`${how.expected}${parts.expected}`);
    const found: Record<string, unknown> = {};
    const understood: string[] = [];
    // In the schema's order, so that what is written is read back in the same bytes.
    for (const name of names) {
      const part = parts.value[name];
      if (part === undefined) continue;
      const reading = how.parts[name]?.(part, asked) ?? read(part);
      if (reading.kind === "unreadable") {
        const expected = `${how.expected}; ${camelOf(name)} is ${quoted(part)}: ${reading.expected}`;
        return { kind: "unreadable", expected, ...meaningsWith(reading, part, value) };
      }
      if (reading.understood !== undefined) understood.push(reading.understood);
      found[name] = reading.value;
    }
    const checked = schema.safeParse(found);
    return checked.success
      ? readAs(checked.data, shownOf(understood))
      : unreadable(`${how.expected}${problemOf(checked.error)}`);
  };
}

const inList = (text: string): string[] =>
  text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");

/** A reader of one or of several; a text may hold several between commas. */
export const listReader =
  <T>(one: Reader<T>, most: number): Reader<T[]> =>
  (value, asked) => {
    const items: readonly unknown[] = Array.isArray(value) ? value : [value];
    const each = items.flatMap((item) => (typeof item === "string" && !isTooLong(item) ? inList(item) : [item]));
    if (items.some(isTooLong) || each.length > most) return unreadable(`expected at most ${most}`);
    const found: T[] = [];
    const understood: string[] = [];
    for (const item of each) {
      const reading = one(item, asked);
      if (reading.kind === "unreadable")
        return each.length === 1
          ? reading
          : {
              kind: "unreadable",
              expected: `${reading.expected} (in ${quoted(item)})`,
              ...meaningsWith(reading, item, value),
            };
      if (reading.understood !== undefined) understood.push(reading.understood);
      found.push(reading.value);
    }
    return readAs(found, shownOf(understood));
  };

/** Numbers may stand as text with their unit, and weekdays in any spelling: what a file may hold where a schema wants a value. */
const loosened = (part: z.ZodType): z.ZodType => z.union([inEitherForm(part), z.string()]).nullish();

/** What is inside an object is spelt as it is, and typed as people type it. */
function inEitherForm(part: unknown): z.ZodType {
  if (part instanceof z.ZodOptional) return inEitherForm(part.unwrap());
  if (part instanceof z.ZodArray) return z.array(z.union([inEitherForm(part.element), z.string()]));
  if (part instanceof z.ZodRecord) return z.record(z.string(), z.union([inEitherForm(part.valueType), z.string()]));
  if (part instanceof z.ZodObject) return looseShape(part);
  return part instanceof z.ZodType ? part : z.unknown();
}

/** An object in the spelling of each of the two request forms. */
export const spellings = (shape: Readonly<Record<string, z.ZodType>>): readonly [z.ZodObject, z.ZodObject] => [
  z.strictObject(Object.fromEntries(Object.entries(shape).map(([name, part]) => [camelOf(name), part]))),
  z.strictObject(shape),
];

/** What an object of a schema may look like in a file: in either spelling, each part also as people type it. */
export const looseShape = (schema: z.ZodObject): z.ZodType =>
  z.union(
    spellings(
      Object.fromEntries(Object.entries<z.ZodType>(schema.shape).map(([name, part]) => [name, loosened(part)])),
    ),
  );

/** A value as a request file of the wizard's form holds it: every key in camelCase. */
export function inCamel(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inCamel);
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [camelOf(key), inCamel(part)]));
}
