import { cleanLine, cleanText } from "../base/text.ts";

/** ASCII, Latin letters, punctuation, arrows and what charts are drawn with, its two squares that are emoji aside: one column each. */
const NARROW = /^[ -~\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2190-\u21ff\u2500-\u25fc\u25ff]*$/;
/** East Asian wide and fullwidth blocks (Unicode Standard Annex 11, W and F). */
const WIDE =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{17000}-\u{18cff}\u{1b000}-\u{1b2ff}\u{20000}-\u{3fffd}]/u;
const EMOJI = /^\p{Emoji_Presentation}|\ufe0f/u;
const NO_WIDTH = /^[\p{Mark}\p{Cf}\p{Cc}]+$/u;

/** The characters of a text as a reader counts them, each with its columns on a terminal. */
export function charactersOf(text: string): { readonly text: string; readonly width: number }[] {
  const clusters = new Intl.Segmenter("en", { granularity: "grapheme" });
  return Array.from(clusters.segment(text), ({ segment }) => {
    if (NO_WIDTH.test(segment)) return { text: segment, width: 0 };
    return { text: segment, width: WIDE.test(segment) || EMOJI.test(segment) ? 2 : 1 };
  });
}

/** Columns that a text takes on a terminal. */
export function widthOf(text: string): number {
  if (NARROW.test(text)) return text.length;
  let width = 0;
  for (const character of charactersOf(text)) width += character.width;
  return width;
}

/** The beginning of a text that fits into `width` columns. */
function begin(text: string, width: number): string {
  let used = 0;
  let kept = "";
  for (const character of charactersOf(text)) {
    if (used + character.width > width) break;
    used += character.width;
    kept += character.text;
  }
  return kept;
}

/** One line of at most `width` columns, control characters gone; `…` says that something was cut. */
export function fit(text: string, width: number): string {
  const line = cleanLine(text, 1000);
  if (width <= 0) return "";
  return widthOf(line) <= width ? line : `${begin(line, Math.max(0, width - 1)).trimEnd()}…`;
}

/** Exactly `width` columns: cut or filled with blanks on the right. */
export function left(text: string, width: number): string {
  const line = fit(text, width);
  return line + " ".repeat(Math.max(0, width - widthOf(line)));
}

/** Exactly `width` columns, blanks on the left. */
export function right(text: string, width: number): string {
  const line = fit(text, width);
  return " ".repeat(Math.max(0, width - widthOf(line))) + line;
}

const NUMBER = /\d$/;
/** What stands behind a number and says nothing without it. */
const UNIT = /^(?:h|min|s|W|%|kg|lb|km|m|ft|miles|g)[.,;:)]*$/;
const HOURS = /\d h$/;
const MINUTES = /^\d\d[.,;:)]*$/;

/** The words of a paragraph; a number and its unit, or hours and minutes, are one word and stay on one line. */
function wordsOf(paragraph: string): string[] {
  const words: string[] = [];
  for (const word of paragraph.split(/\s+/).filter((one) => one !== "")) {
    const before = words.at(-1) ?? "";
    const isOne = (NUMBER.test(before) && UNIT.test(word)) || (HOURS.test(before) && MINUTES.test(word));
    if (isOne) words[words.length - 1] = `${before} ${word}`;
    else words.push(word);
  }
  return words;
}

function wrapParagraph(paragraph: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  const words = wordsOf(paragraph);
  for (let word of words) {
    if (line !== "" && widthOf(line) + 1 + widthOf(word) > width) {
      lines.push(line);
      line = "";
    }
    for (let rest = word; widthOf(rest) > width; rest = word) {
      const head = begin(rest, width);
      if (head === "") break; // not even one character fits
      lines.push(head);
      word = rest.slice(head.length);
    }
    line = line === "" ? word : `${line} ${word}`;
  }
  return line === "" ? lines : [...lines, line];
}

/** Text in lines of at most `width` columns. Its own line breaks stay; words that are too long are cut. */
export const wrap = (text: string, width: number): string[] =>
  cleanText(text)
    .trim()
    .split("\n")
    .flatMap((paragraph) => (paragraph.trim() === "" ? [""] : wrapParagraph(paragraph, Math.max(1, width))));

/** Fewer columns than this hold no words: on a screen that narrow a mark stands in a line of its own. */
const LEAST_ROOM = 12;

/** Wrapped text whose first line begins with `mark` and whose others stand below its words. */
export function hanging(mark: string, text: string, width: number): string[] {
  const indent = widthOf(mark);
  if (width - indent < LEAST_ROOM && indent > 2) {
    const head = mark.trim() === "" ? [] : wrap(mark, width);
    return [...head, ...wrap(text, width - 2).map((line) => `  ${line}`)];
  }
  return wrap(text, width - indent).map((line, index) => (index === 0 ? mark : " ".repeat(indent)) + line);
}

/** Words and the command that they lead to: a command is pasted as one line, so it is never wrapped. */
export const leadingTo = (words: string, command: string, width: number): string[] => {
  const line = `${words} ${command}`;
  return widthOf(line) <= width ? [line] : [...wrap(words, width), `  ${command}`];
};
