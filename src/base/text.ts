/** Terminal escape sequences (CSI, OSC and the two-character kind). */
// eslint-disable-next-line no-control-regex -- these are the characters to be removed
const ESCAPES = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[@-Z\\-_])/g;
/** Control characters but tab and newline. */
// eslint-disable-next-line no-control-regex -- these are the characters to be removed
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;
/**
 * Marks that reorder or hide text: every format character (bidi, zero width, soft hyphen, tags) but the two joiners that
 * scripts and emoji need, and the letters that have no shape.
 */
const INVISIBLE = /(?![\u200c\u200d])[\p{Cf}\u034f\u115f\u1160\u3164\uffa0]/gu;
const LONE_SURROGATES = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Single blanks between printable ASCII: there is nothing to clean, and most lines are so. */
const PLAIN_LINE = /^[!-~]+(?: [!-~]+)*$/;
const PLAIN_TEXT = /^[\n -~]*$/;

/** Text from outside without control and escape characters: safe for a terminal and for every file we write. */
export const cleanText = (text: string): string =>
  PLAIN_TEXT.test(text)
    ? text
    : text
        .replace(ESCAPES, "")
        .replace(/\r\n?/g, "\n")
        .replace(CONTROLS, "")
        .replace(INVISIBLE, "")
        .replace(LONE_SURROGATES, "");

/** What a terminal obeys, colours and new lines aside. */
// eslint-disable-next-line no-control-regex -- these are the characters to be removed
const ORDERS = /\u001b(?!\[[\d;]*m)|[\u0000-\u0008\u000b\u000c\u000e-\u001a\u001c-\u001f\u007f-\u009f]|\r(?!\n)/g;

/** A page of ours, with whatever path or name stands in it: a terminal does nothing but colour it. */
export const withoutOrders = (text: string): string => text.replace(ORDERS, "");

/** The same on one line, with single blanks, cut at `most` characters. */
export function cleanLine(text: string, most = 200): string {
  if (text.length <= most && PLAIN_LINE.test(text)) return text;
  const line = cleanText(text).replace(/\s+/g, " ").trim();
  const characters = Array.from(line);
  return characters.length <= most ? line : `${characters.slice(0, most - 1).join("")}…`;
}

/** A text without any of these signs at its end, in one pass. */
export function withoutTail(text: string, signs: string): string {
  let end = text.length;
  while (end > 0 && signs.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** Letters of Latin alphabets that no decomposition turns into ASCII, as they are spelt without them. */
const SPELT: Readonly<Record<string, string>> = {
  ß: "ss",
  ẞ: "SS",
  æ: "ae",
  Æ: "AE",
  œ: "oe",
  Œ: "OE",
  ø: "o",
  Ø: "O",
  ł: "l",
  Ł: "L",
  đ: "d",
  Đ: "D",
  ð: "d",
  Ð: "D",
  þ: "th",
  Þ: "Th",
  ı: "i",
  ħ: "h",
  Ħ: "H",
};
const MARKS = /\p{Mark}+/gu;

/** Latin letters in ASCII: `Größe` is `Grosse`. Accents are dropped in every language; other alphabets stay as they are. */
export const plainLetters = (text: string): string =>
  PLAIN_TEXT.test(text)
    ? text
    : Array.from(text.normalize("NFKD").replace(MARKS, ""), (character) => SPELT[character] ?? character).join("");

/** Lower-case ASCII words joined by hyphens: for ids and file names. */
export const slug = (text: string, most = 32): string =>
  plainLetters(text)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, most)
    .replace(/-$/, "");

/** `["a", "b", "c"]` to `a, b and c`. */
export const joinWords = (words: readonly string[], last = "and"): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1) ?? ""}`;
