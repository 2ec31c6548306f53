import { Refusal } from "./read-outcome.ts";

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

/** Bytes of a text file as text: UTF-8, UTF-16 behind its mark, or what the XML declaration says. Throws Refusal with the line. */
export function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const utf16 =
    first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : undefined;
  const text = decode(bytes, utf16 ?? "utf-8");
  if (text !== undefined) return text;
  const head = decode(bytes.subarray(0, 200), "latin1") ?? "";
  const declared = DECLARED.exec(head)?.[1]?.toLowerCase();
  if (utf16 === undefined && declared !== undefined && SINGLE_BYTE.has(declared))
    return decode(bytes, "windows-1252") ?? "";
  throw new Refusal("this is not UTF-8 text", utf16 === undefined ? firstWrongLine(bytes) : 1);
}
