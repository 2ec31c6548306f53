import { isRecord } from "../athlete/parse-reading.ts";
import { ModelFailure } from "./failure.ts";

const NEWLINE = 0x0a;

/** A line as an object of JSON; undefined where it is none. */
function objectOf(line: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** A line that an SDK may read. Throws ModelFailure where it would stumble over it, or print it. */
function checked(line: string): string {
  const object = objectOf(line);
  if (object === undefined) throw new ModelFailure({ kind: "not-a-model", message: "what came back is no JSON" });
  const { error } = object;
  return error === undefined || typeof error === "string" ? line : JSON.stringify({ error: JSON.stringify(error) });
}

/**
 * Lines of JSON as they come, each whole: Ollama's SDK prints a line that is none, with whatever stands in it, and looks through
 * all that came since the last line with each piece. A last line that is cut is left out: the answer broke off.
 */
export function wholeLines(): TransformStream<Uint8Array, Uint8Array> {
  let pieces: Uint8Array[] = [];
  const take = (last: Uint8Array): string => {
    const line = new TextDecoder().decode(Buffer.concat([...pieces, last])).trim();
    pieces = [];
    return line;
  };
  return new TransformStream({
    transform: (chunk, controller) => {
      let from = 0;
      for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
        const line = take(chunk.subarray(from, end));
        if (line !== "") controller.enqueue(new TextEncoder().encode(`${checked(line)}\n`));
        from = end + 1;
      }
      pieces.push(chunk.subarray(from));
    },
    flush: (controller) => {
      const line = take(new Uint8Array());
      if (objectOf(line) !== undefined) controller.enqueue(new TextEncoder().encode(`${checked(line)}\n`));
    },
  });
}
