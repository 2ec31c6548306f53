import { cleanLine, cleanText } from "../base/text.ts";

/** Two code points that are no control characters, and that XML forbids all the same. */
const NO_CHARACTERS = /[\ufffe\uffff]/g;

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

const escaped = (text: string): string =>
  text.replace(NO_CHARACTERS, "").replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);

/** Text between two tags; line breaks stay. */
export const xmlText = (text: string): string => escaped(cleanText(text).trim());

/** Text inside an attribute: one line, because a parser turns line breaks into blanks there. */
export const xmlAttribute = (text: string, most?: number): string => escaped(cleanLine(text, most));
