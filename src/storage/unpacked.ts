import type { Readable } from "node:stream";
import { PlanError } from "../base/errors.ts";

/** Tables and recordings shrink to a tenth; what unpacks to so many times its size was made to fill a machine. */
const MOST_RATIO = 200;
/** Bytes from which on the ratio counts: a small file may be all the same. */
const FREE_BYTES = 64 * 1024 * 1024;

/** The bytes of a gzip file, unpacked as they come. Throws INPUT_INVALID where it holds far more than its size says. */
export async function* unpacked(packed: Readable): AsyncGenerator<Uint8Array> {
  const { createGunzip } = await import("node:zlib");
  const gunzip = createGunzip();
  packed.on("error", (error) => gunzip.destroy(error));
  let total = 0;
  for await (const chunk of packed.pipe(gunzip) as AsyncIterable<Uint8Array>) {
    total += chunk.length;
    if (total > FREE_BYTES && total > gunzip.bytesWritten * MOST_RATIO)
      throw new PlanError({
        code: "INPUT_INVALID",
        message: `it unpacks to more than ${MOST_RATIO} times its size`,
        hint: "Download the export again.",
      });
    yield chunk;
  }
}
