import type { Readable } from "node:stream";
import type { Entry, ZipFile } from "yauzl";
import { PlanError } from "../base/errors.ts";
import { unpacked } from "./unpacked.ts";

/** One file in a zip. */
export interface ZipEntry {
  readonly name: string;
  readonly open: () => AsyncIterable<Uint8Array>;
}

export interface OpenZip {
  readonly entries: readonly ZipEntry[];
  readonly close: () => void;
}

/** Ten years of rides, their pictures too, are a third of it. */
const MOST_ENTRIES = 50_000;

function broken(path: string, why: string): PlanError {
  return new PlanError({
    code: "INPUT_INVALID",
    message: `${path} is no whole zip file: ${why}.`,
    hint: "Download the export again, or unpack it and name the folder.",
  });
}

const tooMany = (path: string): PlanError =>
  new PlanError({
    code: "INPUT_INVALID",
    message: `${path} holds more than ${MOST_ENTRIES} files.`,
    hint: "Unpack it, and name the folder or the table that holds your rides.",
  });

/** Gzip files inside are unpacked on the way. */
async function* bytesOf(zip: ZipFile, entry: Entry): AsyncGenerator<Uint8Array> {
  const stream: Readable = await zip.openReadStreamPromise(entry);
  yield* /\.gz$/i.test(entry.fileName) ? unpacked(stream) : (stream as AsyncIterable<Uint8Array>);
}

/** The files of a zip, sorted by name; their bytes are read only when asked for. Throws INPUT_INVALID where it is damaged. */
export async function openZip(path: string): Promise<OpenZip> {
  const { default: yauzl } = await import("yauzl");
  try {
    const zip = await yauzl.openPromise(path, { autoClose: false, lazyEntries: true });
    if (zip.entryCount > MOST_ENTRIES) throw tooMany(path);
    const entries: ZipEntry[] = [];
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName.endsWith("/") || entry.fileName.startsWith("__MACOSX/")) continue;
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
    if (error instanceof TypeError || error instanceof PlanError) throw error; // a fault of ours
    throw broken(path, error instanceof Error ? error.message : String(error));
  }
}
