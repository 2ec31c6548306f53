import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { PlanError } from "../base/errors.ts";
import { systemCode } from "./file-errors.ts";
import { readTrouble, refuseSpecial } from "./read-json.ts";
import { unpacked } from "./unpacked.ts";

/** A line of an input of any length. */
export interface InputLine {
  /** From 1 on; empty lines count. */
  readonly number: number;
  /** Undefined where the line is longer than lines may be, or no text. */
  readonly text: string | undefined;
  /** Why there is no text. */
  readonly trouble?: string | undefined;
}

const NEWLINE = 0x0a;
const CHUNK = 1 << 16;
const MARK = "\uFEFF";

/** The text of whole bytes; a line that is no UTF-8 is one that cannot be read, and the next one may be fine. */
function lineOf(number: number, bytes: Uint8Array): InputLine {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    return { number, text: number === 1 && text.startsWith(MARK) ? text.slice(1) : text };
  } catch {
    return { number, text: undefined, trouble: "it is no text in UTF-8" };
  }
}

/** Gathers the bytes of one line, and forgets those of a line that grows too long. */
class Gathered {
  private parts: Uint8Array[] = [];
  private bytes = 0;
  private readonly most: number;

  constructor(most: number) {
    this.most = most;
  }

  add(part: Uint8Array): void {
    this.bytes += part.length;
    if (this.bytes > this.most) this.parts = [];
    else if (part.length > 0) this.parts.push(part);
  }

  get isEmpty(): boolean {
    return this.bytes === 0;
  }

  take(number: number): InputLine {
    const { parts, bytes, most } = this;
    this.parts = [];
    this.bytes = 0;
    if (bytes > most) return { number, text: undefined, trouble: `it has ${bytes} bytes, and a line may have ${most}` };
    return lineOf(number, parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts));
  }
}

/** The lines of bytes as they come: never more of them in memory than one line may have, however long one is. */
export async function* linesOf(bytes: AsyncIterable<Uint8Array>, most: number): AsyncGenerator<InputLine> {
  const line = new Gathered(most);
  let number = 1;
  for await (const chunk of bytes) {
    let from = 0;
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      line.add(chunk.subarray(from, at));
      yield line.take(number);
      number += 1;
      from = at + 1;
    }
    line.add(chunk.subarray(from));
  }
  if (!line.isEmpty) yield line.take(number);
}

/** The bytes of a file as they come, unpacked where it is gzip. Throws NOT_FOUND, INPUT_INVALID. */
export async function* bytesAt(path: string): AsyncGenerator<Uint8Array> {
  try {
    const found = await stat(path);
    refuseSpecial(path, found);
    if (found.isDirectory())
      throw new PlanError({
        code: "INPUT_INVALID",
        message: `${path} is a directory.`,
        hint: "Name the file inside it.",
      });
    const file = createReadStream(path, { highWaterMark: CHUNK });
    yield* /\.gz$/i.test(path) ? unpacked(file) : (file as AsyncIterable<Uint8Array>);
  } catch (error) {
    throw systemCode(error) === undefined ? error : readTrouble(path, error);
  }
}
