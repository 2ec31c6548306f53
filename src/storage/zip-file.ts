import type { Readable } from "node:stream";
import type { Entry, ZipFile } from "yauzl";
import { PlanError } from "../base/errors.ts";

/** One file in a zip. */
export interface ZipEntry {
  readonly name: string;
  readonly open: () => AsyncIterable<Uint8Array>;
}

export interface OpenZip {
  readonly entries: readonly ZipEntry[];
  readonly close: () => void;
}

const MOST_ENTRIES = 200_000;

function broken(path: string, why: string): PlanError {
  return new PlanError({
    code: "INPUT_INVALID",
    message: `${path} is no whole zip file: ${why}.`,
    hint: "Download the export again, or unpack it and name the folder.",
  });
}

/** Gzip files inside are unpacked on the way. */
async function* bytesOf(zip: ZipFile, entry: Entry): AsyncGenerator<Uint8Array> {
  const { createGunzip } = await import("node:zlib");
  const stream: Readable = await zip.openReadStreamPromise(entry);
  if (!/\.gz$/i.test(entry.fileName)) {
    yield* stream as AsyncIterable<Uint8Array>;
    return;
  }
  const unpacked = createGunzip();
  stream.on("error", (error) => unpacked.destroy(error));
  yield* stream.pipe(unpacked) as AsyncIterable<Uint8Array>;
}

/** The files of a zip, sorted by name; their bytes are read only when asked for. Throws INPUT_INVALID where it is damaged. */
export async function openZip(path: string): Promise<OpenZip> {
  const { default: yauzl } = await import("yauzl");
  try {
    const zip = await yauzl.openPromise(path, { autoClose: false, lazyEntries: true });
    const entries: ZipEntry[] = [];
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName.endsWith("/") || entry.fileName.startsWith("__MACOSX/")) continue;
      if (entries.length >= MOST_ENTRIES) break;
      entries.push({ name: entry.fileName, open: () => bytesOf(zip, entry) });
    }
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    return {
      entries,
      close: () => {
        zip.close();
      },
    };
  } catch (error) {
    if (error instanceof TypeError) throw error; // a fault of ours
    throw broken(path, error instanceof Error ? error.message : String(error));
  }
}
