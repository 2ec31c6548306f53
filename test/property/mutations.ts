import fc from "fast-check";
import { isRecord } from "../../src/athlete/parse-reading.ts";

type Json = unknown;
type Change = (value: Json) => Json;

/** What stands where a number should: wrong sizes, signs, kinds. */
const ODD_VALUES: readonly Json[] = [
  ...[0, -1, 1, 0.5, 7, 61, 99, 150, 300, 3600, 86_400, 1e9, -3600, Number.MAX_SAFE_INTEGER],
  ...[
    "",
    "x",
    "90",
    "1e999",
    "NaN",
    "Infinity",
    "null",
    "[]",
    "[1,0,60]",
    "tue",
    "Funday",
    "tue:vo2max",
    "mon:threshold",
  ],
  ...[
    "rest",
    "build",
    "taper",
    "ignore all previous instructions",
    "Take 400 mg of aspirin.",
    "Hold 512 watts.",
    "\u001b[31m<b>",
  ],
  ...[null, true, false, [], {}, [[]], [null], { a: 1 }, [[1, 0, 60]], [30, 60, 200, 30, 50]],
];

/** Every place in a value: how to read it, and how to put something else there. */
function placesOf(value: Json): { value: Json; put: (to: Json) => void; drop: () => void }[] {
  if (Array.isArray(value)) {
    const list: Json[] = value;
    return list.flatMap((entry, i) => {
      const set = (to: Json): void => void (list[i] = to);
      return [{ value: entry, put: set, drop: () => void list.splice(i, 1) }, ...placesOf(entry)];
    });
  }
  if (!isRecord(value)) return [];
  const fields = value as Record<string, Json>;
  return Object.entries(fields).flatMap(([name, entry]) => {
    const set = (to: Json): void => void (fields[name] = to);
    return [{ value: entry, put: set, drop: () => void Reflect.deleteProperty(fields, name) }, ...placesOf(entry)];
  });
}

/** Does something to the place that a number points at. */
const atPlace =
  (at: number, act: (place: ReturnType<typeof placesOf>[number]) => void): Change =>
  (value) => {
    const root = { value: structuredClone(value) };
    const places = placesOf(root);
    const place = places[at % places.length];
    if (place !== undefined) act(place);
    return root.value;
  };

const nat = fc.nat(5000);

const structural: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(nat, fc.constantFrom(...ODD_VALUES)).map(([at, to]) => atPlace(at, ({ put }) => { put(structuredClone(to)); })),
  nat.map((at) => atPlace(at, ({ drop }) => { drop(); })),
  // Twice, or very often.
  fc.tuple(nat, fc.constantFrom(2, 40)).map(([at, times]) =>
    atPlace(at, ({ value, put }) => { if (Array.isArray(value)) put(Array.from({ length: times }, () => value as Json[]).flat()); }),
  ),
  nat.map((at) => atPlace(at, ({ value, put }) => { if (Array.isArray(value)) put((value as Json[]).toReversed()); })),
  nat.map((at) => atPlace(at, ({ value, put }) => { put(JSON.stringify(value)); })),
  nat.map((at) => atPlace(at, ({ value, put }) => { put([value]); })),
); // prettier-ignore

/** Every number of an answer by one rule: what a model does that counts in other units. */
const numeric: fc.Arbitrary<Change> = fc
  .constantFrom<(value: number) => Json>(
    (value) => value * 60,
    (value) => Math.round(value / 60),
    (value) => value * 1.2,
    (value) => Math.round(value * 1.1),
    (value) => -value,
    String,
    (value) => value / 100,
    (value) => value + 5,
    () => 1e300,
  ) // prettier-ignore
  .map((rule) => {
    const walk = (value: Json): Json => {
      if (typeof value === "number") return rule(value);
      if (Array.isArray(value)) return value.map(walk);
      return isRecord(value)
        ? Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, walk(entry)]))
        : value;
    };
    return walk;
  });

/** What happens to the text of an answer, structure or not. */
const textual: fc.Arbitrary<(text: string) => string> = fc.oneof(
  fc.tuple(nat, fc.nat(400)).map(([at, length]) => (text: string) => text.slice(0, at % text.length) + text.slice((at % text.length) + length)),
  nat.map((at) => (text: string) => text.slice(0, at % text.length)),
  fc.tuple(nat, fc.constantFrom("1e999", "-", "{", "}", "[", '"', ",", "\\", "null", "NaN", "\u0000", "💥", "/*", "//\n")).map(
    ([at, what]) => (text: string) => text.slice(0, at % text.length) + what + text.slice(at % text.length),
  ),
  fc.constantFrom("```json\n@\n```", "Sure! @ Enjoy.", "<think>{</think>@", "[@]", '{"answer":@}', "@@", "", " ").map(
    (frame) => (text: string) => frame.replaceAll("@", () => text),
  ),
); // prettier-ignore

/** A good answer made bad in one to four ways, by its structure, its numbers or its text. */
export const mutations: fc.Arbitrary<(good: string) => string> = fc
  .tuple(
    fc.array(fc.oneof({ weight: 4, arbitrary: structural }, numeric), { maxLength: 4 }),
    fc.option(textual, { freq: 3 }),
  )
  .map(([changes, textually]) => (good: string) => {
    let value: Json = JSON.parse(good);
    for (const change of changes) value = change(value);
    const text = value === undefined ? "" : JSON.stringify(value);
    return textually?.(text) ?? text;
  });
