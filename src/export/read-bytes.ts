import { Refusal, type Fix } from "./read-outcome.ts";

const DECLARED = /^<\?xml[^>]*\bencoding\s*=\s*["']([A-Za-z0-9._-]+)["']/;
/** Encodings of one byte that programs of old declare and use. */
const SINGLE_BYTE = new Set(["iso-8859-1", "iso-8859-15", "windows-1252", "latin1", "us-ascii", "ascii"]);

const decode = (bytes: Uint8Array, encoding: string): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

/** Windows-1252 from 0x80 to 0x9f, a blank where it has no letter; the rest of it is Latin-1. Some Node decode these as Latin-1, too. */
const WINDOWS = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

const windowsText = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString("latin1")
    .replace(/[\u0080-\u009f]/g, (one) => (WINDOWS[one.charCodeAt(0) - 0x80] ?? " ").replace(" ", one));

/** The line, from 1, of the first byte that is no UTF-8. */
function firstWrongLine(bytes: Uint8Array): number {
  let line = 1;
  let from = 0;
  for (let i = 0; i <= bytes.length; i++) {
    if (i < bytes.length && bytes[i] !== 0x0a) continue;
    if (decode(bytes.subarray(from, i), "utf-8") === undefined) return line;
    from = i + 1;
    line += 1;
  }
  return 1;
}

/** What no text holds: control characters, and the five bytes that Windows-1252 leaves free. */
// eslint-disable-next-line no-control-regex -- these are the characters looked for
const NO_LETTERS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u0081\u008d\u008f\u0090\u009d]/;
const READ_AS_WINDOWS = "it says no encoding and is not UTF-8: its letters are read as Windows-1252";

/** A text file as text, and what had to be taken for granted on the way. */
export interface TextOfFile {
  readonly text: string;
  readonly fixes: readonly Fix[];
}

/**
 * Bytes of a text file as text: UTF-8, UTF-16 behind its mark, what the XML declaration says, or Windows-1252 where a file
 * says nothing and holds nothing but letters of it. Throws Refusal with the line.
 */
export function textOf(bytes: Uint8Array): TextOfFile {
  const [first, second] = bytes;
  const utf16 =
    first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : undefined;
  const text = decode(bytes, utf16 ?? "utf-8");
  if (text !== undefined) return { text, fixes: [] };
  const head = decode(bytes.subarray(0, 200), "latin1") ?? "";
  const declared = DECLARED.exec(head)?.[1]?.toLowerCase();
  const windows = utf16 === undefined ? windowsText(bytes) : undefined;
  if (windows !== undefined && declared !== undefined && SINGLE_BYTE.has(declared)) return { text: windows, fixes: [] };
  const line = utf16 === undefined ? firstWrongLine(bytes) : 1;
  if (windows !== undefined && declared === undefined && !NO_LETTERS.test(windows))
    return { text: windows, fixes: [{ line, message: READ_AS_WINDOWS }] };
  throw new Refusal("this is not UTF-8 text", line);
}
