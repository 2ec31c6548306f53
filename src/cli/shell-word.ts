/** What a terminal obeys or does not show; the two joiners belong to emoji and to scripts. */
const UNSEEN = /\p{Cc}|(?![\u200c\u200d])\p{Cf}/u;

/** A character by its number, as the shells of today read it between $' and '. */
const numbered = (sign: string): string => `\\U${(sign.codePointAt(0) ?? 0).toString(16).padStart(8, "0")}`;

/** A word of a command line as it can be pasted: as it is where a shell takes it so, else in quotes. */
export function shellWord(word: string, platform: string): string {
  if (/^[\w./:@%+=,-]+$/.test(word) && word !== "") return word;
  if (platform === "win32") return /^[\w.\\/:@%+=,-]+$/.test(word) ? word : `"${word.replaceAll('"', '""')}"`;
  if (UNSEEN.test(word)) return `$'${word.replace(/[\\']/g, "\\$&").replace(new RegExp(UNSEEN, "gu"), numbered)}'`;
  return `'${word.replaceAll("'", `'\\''`)}'`;
}
