import { cleanLine, plainLetters } from "../base/text.ts";

/** Signs that look like one of ASCII, or are written with several. */
const TWINS: Readonly<Record<string, string>> = {
  "–": "-",
  "—": "-",
  "−": "-",
  "×": "x",
  "·": "-",
  "•": "-",
  "…": "...",
  "‘": "'",
  "’": "'",
  "“": '"',
  "”": '"',
  "→": "to",
  "≤": "<=",
  "≥": ">=",
  "\u00a0": " ",
};

const BEYOND_ASCII = /[^\u0020-\u007e]/gu;

/** A line in ASCII: accents dropped, what has no twin left out. Empty where nothing is left. */
export function asciiLine(text: string, most = 200): string {
  const spelt = Array.from(text, (character) => TWINS[character] ?? character).join("");
  return cleanLine(plainLetters(spelt).replace(BEYOND_ASCII, " "), most).replace(/…$/, "");
}
