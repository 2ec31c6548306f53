import { charactersOf } from "./columns.ts";

/** Characters that have a twin of the same width in ASCII. */
const TWINS: Readonly<Record<string, string>> = {
  "–": "-",
  "—": "-",
  "−": "-",
  "×": "x",
  "·": ".",
  "•": "-",
  "…": "~",
  "‘": "'",
  "’": "'",
  "“": '"',
  "”": '"',
  "→": ">",
  "≤": "<",
  "≥": ">",
  "\u00a0": " ",
  ß: "s",
  ø: "o",
  Ø: "O",
  ł: "l",
};

const ACCENTS = /\p{Mark}+/gu;
const BEYOND_ASCII = /[^\u0000-\u007f]+/g; // eslint-disable-line no-control-regex -- ASCII is what is looked for

function twin({ text, width }: { readonly text: string; readonly width: number }): string {
  const known = TWINS[text] ?? text.normalize("NFD").replace(ACCENTS, "");
  return /^[ -~]$/.test(known) ? known : "?".repeat(width);
}

/** A line for a terminal that shows ASCII only: same width, accents dropped, `?` where nothing comes close. */
export const asciiText = (line: string): string =>
  line.replace(BEYOND_ASCII, (text) => charactersOf(text).map(twin).join(""));
