/** The encoding that the first bytes tell: Excel writes UTF-16 as "Unicode text". */
function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
}

/** A longer line is no line of a table. */
const MOST_CHARACTERS = 4_000_000;
/** What a decoder writes for bytes that are none of its letters. */
const NO_LETTER = "\ufffd";

const withoutReturn = (line: string): string => (line.endsWith("\r") ? line.slice(0, -1) : line);

/** A decoder of one encoding, fed piece by piece. */
function decoderOf(encoding: string): (chunk?: Uint8Array) => string {
  const decoder = new TextDecoder(encoding);
  return (chunk) => (chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true }));
}

// eslint-disable-next-line no-control-regex -- every letter that is not of ASCII
const BEYOND_ASCII = /[^\u0000-\u007f]/;

/** Decodes chunks as UTF-8; as the Western letters that an older Excel saves where the first letters beyond ASCII are no UTF-8. */
class Decoder {
  private decoder: ((chunk?: Uint8Array) => string) | undefined;
  private isSettled = false;

  decode(chunk: Uint8Array): string {
    if (this.decoder === undefined) {
      const encoding = encodingOf(chunk);
      this.decoder = decoderOf(encoding);
      this.isSettled = encoding !== "utf-8";
    }
    const text = this.decoder(chunk);
    if (this.isSettled || !BEYOND_ASCII.test(text)) return text;
    this.isSettled = true;
    if (!text.includes(NO_LETTER) || isUtf8(chunk)) return text;
    this.decoder = decoderOf("windows-1252");
    return this.decoder(chunk);
  }

  end(): string {
    return this.decoder?.() ?? "";
  }
}

/** True where a chunk holds the sign for "no letter" itself, and all of it but its cut ends is UTF-8. */
function isUtf8(chunk: Uint8Array): boolean {
  let from = 0;
  while (from < 3 && ((chunk[from] ?? 0) & 0xc0) === 0x80) from += 1;
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(chunk.subarray(from), { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** The lines of a text as its bytes come, those of each chunk together, without their ends; the mark of the encoding is taken off. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string[]> {
  const decoder = new Decoder();
  let rest: string[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    const lines = decoder.decode(chunk).split("\n");
    // The pieces of a long line are put together once, when it ends.
    const [first = ""] = lines;
    if (length <= MOST_CHARACTERS) rest.push(first);
    length += first.length;
    if (lines.length === 1) continue;
    lines[0] = length <= MOST_CHARACTERS ? rest.join("") : "";
    const last = lines.pop() ?? "";
    rest = [last];
    length = last.length;
    yield lines.map(withoutReturn);
  }
  const last = (length <= MOST_CHARACTERS ? rest.join("") : "") + decoder.end();
  if (last !== "") yield [withoutReturn(last)];
}
