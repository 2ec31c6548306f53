import { lettersIn } from "./as-meant.ts";

/** A form in which a secret may stand somewhere, in letters and digits alone. */
export interface SecretForm {
  readonly letters: string;
  /** So many of its letters in a row are as much as the secret. */
  readonly least: number;
}

/** From this length on letters are no word by chance, however they are split or encoded. */
export const SHORTEST_HIDDEN = 12;
/** So many letters of a longer secret are told by nobody: what was cut in its middle is a secret, too. */
const PIECE = 16;

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));

/** Two bytes for each letter, the lower or the higher one first. */
const wide = (text: string, isLittle: boolean): Uint8Array =>
  Uint8Array.from(
    Array.from(text).flatMap((char) => {
      const [low, high] = [char.charCodeAt(0) & 0xff, char.charCodeAt(0) >> 8];
      return isLittle ? [low, high] : [high, low];
    }),
  );

/** What of these bytes is seen in base64, wherever in a longer text they begin: the characters that hang on nothing around them. */
const inBase64 = (bytes: Uint8Array): string[] =>
  [0, 1, 2].map((before) => {
    const text = base64(Uint8Array.from([...new Uint8Array(before), ...bytes]));
    return text.slice([0, 2, 3][before] ?? 0, Math.floor(((before + bytes.length) * 8) / 6));
  });

/** Numbers of each byte, as escapes of all kinds write them once what is no letter is passed over. */
const ESCAPES: readonly ((byte: number) => string)[] = [
  (byte) => byte.toString(16).padStart(2, "0"),
  (byte) => `x${byte.toString(16).padStart(2, "0")}`,
  (byte) => `0x${byte.toString(16).padStart(2, "0")}`,
  (byte) => `u${byte.toString(16).padStart(4, "0")}`,
  (byte) => `u${byte.toString(16).padStart(8, "0")}`,
  (byte) => byte.toString(16).padStart(6, "0"),
  (byte) => byte.toString(8).padStart(3, "0"),
  (byte) => byte.toString(8),
  (byte) => `0${byte.toString(8)}`,
];

/** The forms in which a secret is looked for: as it is, backwards, in base64 (once and twice), and as numbers. */
export function formsOf(secret: string): SecretForm[] {
  const letters = lettersIn(secret);
  const bytes = bytesOf(secret);
  const once = inBase64(bytes);
  const texts = [
    letters,
    Array.from(letters).reverse().join(""),
    ...once,
    ...once.flatMap((text) => inBase64(bytesOf(text))),
    ...[wide(secret, true), wide(secret, false), bytesOf(encodeURIComponent(secret))].flatMap(inBase64),
    ...ESCAPES.map((write) => Array.from(bytes, write).join("")),
  ];
  return [...new Set(texts.map(lettersIn))]
    .filter((text) => text.length >= SHORTEST_HIDDEN)
    .map((text) => ({
      letters: text,
      least: Math.min(text.length, Math.max(SHORTEST_HIDDEN, Math.round((PIECE * text.length) / letters.length))),
    }));
}
