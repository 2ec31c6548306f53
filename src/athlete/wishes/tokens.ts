/** One word, number or sign of a text, and where it stands in it. */
export interface Token {
  /** Small, without accents. */
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

/** Apostrophes and quotation marks say nothing; a line ends a sentence. */
const TOKEN = /\d+(?:[.,]\d+)?|\p{L}+(?:\d+\p{L}+)?|\n|[^\s\p{L}\d'’`´"“”„«»*]/gu;
const SPELT: readonly (readonly [RegExp, string])[] = [
  [/ß/g, "ss"],
  [/ø/g, "o"],
  [/æ/g, "ae"],
  [/œ/g, "oe"],
];

const plain = (word: string): string =>
  SPELT.reduce(
    (text, [letter, spelt]) => text.replace(letter, spelt),
    word
      .normalize("NFKD")
      .replace(/[\u0300-\u036f]/g, "")
      .toLowerCase(),
  );

/** The words of a text in order. */
export const tokensOf = (text: string): Token[] =>
  Array.from(text.matchAll(TOKEN), ({ 0: word, index }) => ({
    word: plain(word),
    from: index,
    to: index + word.length,
  }));
