import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { systemCode } from "./file-errors.ts";

/** SHA-256 of a file of any length; undefined where it cannot be read. */
export async function digestOfFile(path: string): Promise<string | undefined> {
  const hash = createHash("sha256");
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Uint8Array>) hash.update(chunk);
    return hash.digest("hex");
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    return undefined;
  }
}
