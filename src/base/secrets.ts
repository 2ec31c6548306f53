import { asMeant, type AsMeant } from "./as-meant.ts";
import { formsOf, SHORTEST_HIDDEN, type SecretForm } from "./secret-forms.ts";

/** Keys and passwords of this run: each is added where it is read, and nothing that leaves the program may hold one. */
const known = new Set<string>();

const MARK = "[key]";
/** Shorter texts are no secrets, and leaving them out would leave nothing to read. */
const SHORTEST = 4;

/** Letters of the longest word that counts as one. */
const LONGEST_WORD = 8;

/**
 * A word or a number, as stands for a key where a server asks for none (`test`, `none`, `true`, `1234`): it stands in plans, too,
 * and a plan without it is none.
 */
const isPlaceholder = (secret: string): boolean =>
  (secret.length <= LONGEST_WORD && /^[A-Z]?[a-z]+$/.test(secret)) ||
  (secret.length < SHORTEST_HIDDEN && /^[\d.:-]+$/.test(secret));

const isSecret = (text: string): boolean => text.length >= SHORTEST && !isPlaceholder(text);

/** Adds words that stand in no output and in no file from now on; placeholders are none. */
export function keepSecret(...secrets: readonly (string | undefined)[]): void {
  for (const secret of secrets) if (secret !== undefined && isSecret(secret.trim())) known.add(secret.trim());
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Letters in a row that are looked up, and at every how many: whatever is as long as the shortest form holds one of them. */
const GRAM = 8;
const STEP = SHORTEST_HIDDEN - GRAM + 1;
/** Places of a secret that begin alike; one that says the same over and over is found by the first of them. */
const MOST_ALIKE = 24;

interface Place {
  readonly form: SecretForm;
  readonly at: number;
}
type Places = ReadonlyMap<string, readonly Place[]>;

const placesOfSecret = new Map<string, Places>();

/** Where in the forms of a secret each few letters stand. */
function placesOf(secret: string): Places {
  const before = placesOfSecret.get(secret);
  if (before !== undefined) return before;
  const places = new Map<string, Place[]>();
  for (const form of formsOf(secret))
    for (let at = 0; at + GRAM <= form.letters.length; at++) {
      const gram = form.letters.slice(at, at + GRAM);
      const alike = places.get(gram) ?? [];
      if (alike.length < MOST_ALIKE) places.set(gram, [...alike, { form, at }]);
    }
  placesOfSecret.set(secret, places);
  return places;
}

/** How far a text and a form agree around a place that both have: where in the text, from and to. */
function agreement(text: string, at: number, place: Place): Range {
  const { letters } = place.form;
  let start = at;
  for (let i = place.at; i > 0 && start > 0 && letters.charAt(i - 1) === text.charAt(start - 1); i--) start -= 1;
  let end = at + GRAM;
  for (let i = place.at + GRAM; i < letters.length && letters.charAt(i) === text.charAt(end); i++) end += 1;
  return { start, end };
}

/** Where a secret stands in what was read of a text, whole or a long piece of it. */
function rangesIn({ text, starts, ends }: AsMeant, places: Places): Range[] {
  const found: Range[] = [];
  for (let at = 0; at + GRAM <= text.length; at += STEP) {
    for (const place of places.get(text.slice(at, at + GRAM)) ?? []) {
      const { start, end } = agreement(text, at, place);
      if (end - start < place.form.least) continue;
      found.push({ start: starts[start] ?? 0, end: ends[end - 1] ?? 0 });
      at = Math.max(at, end - STEP);
    }
  }
  return found;
}

function without(text: string, ranges: readonly Range[]): string {
  let left = "";
  let from = 0;
  for (const { start, end } of ranges.toSorted((a, b) => a.start - b.start)) {
    if (start >= from) left += text.slice(from, start) + MARK;
    from = Math.max(from, end);
  }
  return left + text.slice(from);
}

/**
 * A text without these secrets, otherwise as it was: as they are written, in an address, in base64 or hexadecimal, with escapes
 * of JSON, addresses or web pages, in letters of another case, width or style, split by what is no letter, backwards, and long
 * pieces of each.
 */
export function withoutSecrets(text: string, secrets: Iterable<string>): string {
  const all = [...secrets].filter(isSecret);
  if (all.length === 0) return text;
  const plain = all
    .flatMap((secret) => [secret, encodeURIComponent(secret)])
    .reduce((left, secret) => left.replaceAll(secret, MARK), text);
  const hidden = all.filter((secret) => secret.length >= SHORTEST_HIDDEN).map(placesOf);
  if (hidden.length === 0) return plain;
  const ranges = [...asMeant(plain)].flatMap((read) => hidden.flatMap((places) => rangesIn(read, places)));
  return ranges.length === 0 ? plain : without(plain, ranges);
}

/** A text on its way out of the program, without any secret of this run. */
export const letOut = (text: string): string => withoutSecrets(text, known);

/** True where bytes that are no text hold a secret of this run. */
export function holdSecret(bytes: Uint8Array): boolean {
  if (known.size === 0) return false;
  const text = new TextDecoder("latin1").decode(bytes);
  return letOut(text) !== text;
}
