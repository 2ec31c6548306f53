/** The encoding that the first bytes tell: Excel writes UTF-16 as "Unicode text". */
function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
}

/** A longer line is no line of a table. */
const MOST_CHARACTERS = 4_000_000;

const withoutReturn = (line: string): string => (line.endsWith("\r") ? line.slice(0, -1) : line);

/** The lines of a text as its bytes come, those of each chunk together, without their ends; the mark of the encoding is taken off. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string[]> {
  let decode: ((chunk?: Uint8Array) => string) | undefined;
  let rest = "";
  for await (const chunk of chunks) {
    if (decode === undefined) {
      const decoder = new TextDecoder(encodingOf(chunk));
      decode = (bytes) => (bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true }));
    }
    const lines = (rest + decode(chunk)).split("\n");
    rest = lines.pop() ?? "";
    if (rest.length > MOST_CHARACTERS) rest = "";
    yield lines.map(withoutReturn);
  }
  rest += decode?.() ?? "";
  if (rest !== "") yield [withoutReturn(rest)];
}
