import { cleanText } from "../base/text.ts";

/** A piece of HTML that is safe as it stands. Whatever else comes into a page is escaped on its way. */
export interface Markup {
  readonly markup: string;
}

/** What may stand in a template: text is escaped, nothing and `false` leave no trace. */
export type Part = string | number | Markup | false | undefined | readonly Part[];

const SIGNS: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Text that means nothing but itself, between tags and inside quoted attributes alike. */
export const escaped = (text: string): string => cleanText(text).replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? "");

const isMarkup = (part: Part): part is Markup => typeof part === "object" && "markup" in part;

function textOf(part: Part): string {
  if (part === undefined || part === false) return "";
  if (typeof part === "string") return escaped(part);
  if (typeof part === "number") return String(part);
  return isMarkup(part) ? part.markup : part.map(textOf).join("");
}

/** HTML with everything between its tags escaped. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Markup => ({
  markup: strings.map((text, i) => text.replace(/(?<!\s)\s*\n\s*/g, "\n") + textOf(parts[i])).join(""),
});

/** Elements around which blanks mean nothing: those that begin a line of their own, and all of a drawing. */
const BLOCKS =
  "body|header|main|footer|section|article|div|p|h[1-4]|ol|ul|li|dl|dt|dd|table|caption|thead|tbody|tr|th|td|details|summary|figure|figcaption|svg|g|path|rect|line|circle|text|use|title|desc|defs|pattern|meta|style|head";
const BLANKS_BEFORE = new RegExp(`(?<!\\s)\\s+(?=</?(?:${BLOCKS})\\b)`, "g");
const BLANKS_AFTER = new RegExp(`(</?(?:${BLOCKS})\\b[^<>]*>)\\s+`, "g");

/** A tag without quotes that it needs not, and without attributes that say nothing, as a place at 0. */
const shorter = (tag: string): string =>
  tag
    .replace(/\s+/g, " ")
    .replace(/ (?=\/?>)/, "")
    .replaceAll(' class=""', "")
    .replaceAll(' x="0"/>', "/>")
    .replace(/="([\w.#-]+(?:\/[\w.#-]+)*)"(?=[ >])/g, "=$1");

/** The same HTML in fewer characters: without blanks that nobody sees, and end tags that a reader of HTML needs none of. */
export const compact = ({ markup }: Markup): string =>
  markup
    .replace(BLANKS_BEFORE, "")
    .replace(BLANKS_AFTER, "$1")
    .replace(/<\/?[a-z][^<>]*>/g, shorter)
    .replace(/<\/(?:li|dt|dd|td|th|tr|thead)>/g, "")
    .replace(/(?<!\s)\s*\n\s*/g, " ");

/** Text of ours that is HTML, a style sheet or a script already. */
export const ready = (markup: string): Markup => ({ markup });
