/** Letters that are one sign of their own and not a letter with a mark, in plain ones. */
const OWN_LETTERS: Readonly<Record<string, string>> = {
  ø: "o",
  æ: "ae",
  œ: "oe",
  ł: "l",
  ß: "ss",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
};

/** Words in one spelling, whatever marks and signs they came with: no accents, single blanks, lower case. */
export const plainWords = (text: string): string =>
  text
    .replace(/[®™©\ufeff]/g, "")
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    // Kana and hangul are put together again: their marks are no accents.
    .normalize("NFC")
    .toLowerCase()
    .replace(/[øæœłßđðþı]/g, (letter) => OWN_LETTERS[letter] ?? letter)
    .replace(/[\s_]+/g, " ")
    .trim();

/** The same where ä may also be written ae, å as aa: the letters of both spellings fall together. */
export const foldedWords = (text: string): string =>
  plainWords(text)
    .replace(/([aou])e/g, "$1")
    .replace(/aa/g, "a");

/** `VirtualRide`, `EBikeRide` and `BMXRide` in words of their own. */
export const splitWords = (name: string): string =>
  name.replace(/([\p{Ll}\d])(\p{Lu})/gu, "$1 $2").replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2");

/** A test for any of these beginnings or parts of words; a stem in `^…$` is a whole word. Both sides are folded. */
export function wordTest(stems: string): (folded: string) => boolean {
  const parts = stems
    .trim()
    .split(/\s+/)
    .map((stem) => {
      const [isStart, isEnd] = [stem.startsWith("^"), stem.endsWith("$")];
      const word = foldedWords(stem.replace(/^\^|\$$/g, "").replaceAll("+", " ")).replace(/[.*?()[\]{}|\\]/g, "\\$&");
      return `${isStart ? "(?<![\\p{L}\\p{M}])" : ""}${word}${isEnd ? "(?![\\p{L}\\p{M}])" : ""}`;
    });
  let pattern: RegExp | undefined;
  // Made when it is needed first: most files are told by their English titles alone.
  return (folded) => (pattern ??= new RegExp(parts.join("|"), "u")).test(folded);
}
