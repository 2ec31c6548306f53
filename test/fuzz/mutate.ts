import fc from "fast-check";

/** One step away from a sound input. Places are shares of its length. */
export interface Edit {
  readonly kind: "flip" | "cut" | "double" | "word" | "number" | "splice" | "grow";
  readonly at: number;
  readonly length: number;
  readonly value: number;
}

const share = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
const edit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.oneof(
    { weight: 20, arbitrary: fc.constantFrom("flip", "cut", "double", "word", "number", "splice") },
    { weight: 1, arbitrary: fc.constant("grow") },
  ),
  at: share,
  length: fc.oneof(
    share.map((part) => part / 20),
    share,
  ),
  value: fc.nat(),
});

/** Which input of a corpus, and how it is changed. */
export const edits = fc.record({ of: fc.nat(), steps: fc.array(edit, { minLength: 1, maxLength: 6 }) });

/** What numbers of a file are wrong in: too large, none, nothing. */
const NUMBERS = ["0", "-1", "1e308", "9".repeat(400), "NaN", "", "4294967296", "0.0000001", "18446744073709551615"];
const LARGEST = 1_000_000;

const joined = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

/** Makes an edit; what it grows to stays under a megabyte. */
export function mutated(
  input: Uint8Array,
  { kind, at, length, value }: Edit,
  others: { words: readonly string[]; corpus: readonly Uint8Array[] },
): Uint8Array {
  // prettier-ignore
  const from = Math.floor(at * input.length);
  const to = Math.min(input.length, from + 1 + Math.floor(length * input.length));
  const [before, part, after] = [input.subarray(0, from), input.subarray(from, to), input.subarray(to)];
  const pick = <T>(list: readonly T[]): T | undefined => list[value % list.length];
  const put = (text: string): Uint8Array => new TextEncoder().encode(text);
  switch (kind) {
    case "flip":
      return joined(before, Uint8Array.of(value & 255), input.subarray(Math.min(input.length, from + 1)));
    case "cut":
      return joined(before, after);
    case "double":
      return joined(before, part, part, after).subarray(0, LARGEST);
    case "word":
      return joined(before, put(pick(others.words) ?? ""), input.subarray(from)).subarray(0, LARGEST);
    case "number":
      return joined(before, put(pick(NUMBERS) ?? ""), after).subarray(0, LARGEST);
    case "splice":
      return joined(before, pick(others.corpus) ?? part, after).subarray(0, LARGEST);
    case "grow": {
      const piece = value % 2 === 0 ? put(pick(others.words) ?? " ") : part;
      const times = Math.floor((LARGEST - input.length) / Math.max(1, piece.length));
      return joined(before, Buffer.alloc(Math.max(0, times) * piece.length, piece), after);
    }
  }
}
