/** Deterministic choice. `at("week-3/tue")` forks a stream, so that a new draw elsewhere moves nothing here. */
export interface Chance {
  at(key: string): Chance;
  /** A whole number from 0 to `below` - 1. */
  below(below: number): number;
  /** `length` characters of a-z and 2-9 without the ones that are misread (l, o). */
  letters(length: number): string;
}

const LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

/** FNV-1a over UTF-16 units, 32 bits, with a final mix so that texts that differ little give numbers that differ much. */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

export const seededChance = (seed: string): Chance => ({
  at: (key) => seededChance(`${seed}/${key}`),
  below: (below) => hash(seed) % below,
  letters: (length) => Array.from({ length }, (_, i) => LETTERS.charAt(hash(`${seed}#${i}`) % LETTERS.length)).join(""),
});
