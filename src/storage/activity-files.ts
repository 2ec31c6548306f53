import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { PlanError } from "../base/errors.ts";
import { systemCode } from "./file-errors.ts";
import { kindOfPath } from "./plan-folder.ts";
import { refuseSpecial } from "./read-json.ts";
import { unpacked } from "./unpacked.ts";
import { filesBelow } from "./workout-folder.ts";
import { openZip } from "./zip-file.ts";

/** A file that may hold rides. */
export interface ActivityFile {
  /** Below what the rider named, with forward slashes. */
  readonly name: string;
  readonly kind: "csv" | "fit" | "json" | "track";
  /** True where the rider named this very file. */
  readonly isNamed: boolean;
  /** The table beside this recording's folder, as Strava exports both. */
  readonly table?: ActivityFile;
  /** Its bytes, unpacked, as they come: a piece may be overwritten by the next. May throw what the disk throws. */
  readonly open: () => AsyncIterable<Uint8Array>;
}

/** Why a file is not read: listed in a table beside it, a zip in a zip, or without rides. */
export type PassedOver = "listed" | "zip_inside" | "no_rides";

/** The files that may hold rides, tables first, and how many were passed over with the reason. */
export interface ActivityFiles {
  readonly files: readonly ActivityFile[];
  readonly passedOver: ReadonlyMap<PassedOver, number>;
  readonly close: () => void;
}

const READABLE = /\.(?:(?:csv|fit|gpx|tcx|json|jsonl|ndjson)(?:\.gz)?|tsv|txt)$/i;
const ZIP = /\.zip$/i;

interface Found {
  readonly files: ActivityFile[];
  readonly passedOver: Map<PassedOver, number>;
  readonly closers: (() => void)[];
}

interface Candidate {
  readonly name: string;
  readonly open: () => AsyncIterable<Uint8Array>;
}

function kindOf(name: string): ActivityFile["kind"] {
  const [, ending = ""] = /\.(fit|gpx|tcx|json|jsonl|ndjson)(?:\.gz)?$/i.exec(name) ?? [];
  if (ending === "") return "csv";
  if (/^fit$/i.test(ending)) return "fit";
  return /^[gt]/i.test(ending) ? "track" : "json";
}

const TABLE = /(?:^|\/)activities\.csv$/i;

/** The table whose folder of recordings holds a file: `x/activities.csv` for what lies in `x/activities/`. */
const tableOf = (name: string, tables: readonly ActivityFile[]): ActivityFile | undefined =>
  tables.find((table) => name.startsWith(table.name.replace(/\.csv$/i, "/")));

function addAll(candidates: readonly Candidate[], found: Found): void {
  const pass = (why: PassedOver): void => void found.passedOver.set(why, (found.passedOver.get(why) ?? 0) + 1);
  const fileOf = ({ name, open }: Candidate): ActivityFile => ({ name, kind: kindOf(name), isNamed: false, open });
  const isTable = ({ name }: Candidate): boolean => TABLE.test(name);
  const tables = candidates.filter(isTable).map(fileOf);
  found.files.push(...tables);
  for (const candidate of candidates) {
    const { name } = candidate;
    const table = tableOf(name, tables);
    if (isTable(candidate)) continue;
    if (READABLE.test(name)) found.files.push({ ...fileOf(candidate), ...(table && { table }) });
    else if (ZIP.test(name)) pass("zip_inside");
  }
}

async function addZip(path: string, found: Found): Promise<void> {
  const zip = await openZip(path);
  found.closers.push(zip.close);
  addAll(zip.entries, found);
}

/** What Zwift calls the ride that it records at this moment. */
const IN_PROGRESS = /inProgressActivity/i;

/** True for a table, and for the recording of a ride that may have ended since a moment: a file is never older than its ride. */
async function isRecording(path: string, since: Date): Promise<boolean> {
  if (kindOf(path) === "csv" || kindOf(path) === "json") return true;
  if (IN_PROGRESS.test(path)) return false;
  try {
    return (await stat(path)).mtime >= since;
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    return false;
  }
}

async function addFolder(path: string, found: Found, since: Date | undefined): Promise<void> {
  const names = await filesBelow(path, (name) => READABLE.test(name) || ZIP.test(name));
  const plain: string[] = [];
  for (const name of names)
    if (!ZIP.test(name) && (since === undefined || (await isRecording(join(path, name), since)))) plain.push(name);
  addAll(
    plain.map((name) => ({ name, open: () => bytesOf(join(path, name), name) })),
    found,
  );
  for (const name of names) if (ZIP.test(name)) await addZip(join(path, name), found);
}

/** Bytes that are read at a time. */
const PIECE = 1 << 16;

/** A file in pieces that lie in the same place one after the other: buffers of their own would pile up where the machine is busy. */
async function* piecesOf(path: string): AsyncGenerator<Uint8Array> {
  const file = await open(path);
  try {
    const piece = Buffer.allocUnsafeSlow(PIECE);
    for (;;) {
      const { bytesRead } = await file.read(piece, 0, PIECE);
      if (bytesRead === 0) return;
      yield piece.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

/** The bytes of a file, unpacked where it is gzip. */
const bytesOf = (path: string, name: string): AsyncIterable<Uint8Array> =>
  /\.gz$/i.test(name) ? unpacked(createReadStream(path, { highWaterMark: PIECE })) : piecesOf(path);

async function addPath(path: string, found: Found, since: Date | undefined): Promise<void> {
  const kind = await kindOfPath(path);
  if (kind === "nothing")
    throw new PlanError({
      code: "NOT_FOUND",
      message: `There is no file or folder ${path}.`,
      hint: "Name an export (.csv or .zip), or a folder of exports or FIT files.",
    });
  if (kind === "directory") return addFolder(path, found, since);
  if (ZIP.test(path)) return addZip(path, found);
  refuseSpecial(path, await stat(path));
  const name = basename(path);
  found.files.push({ name, kind: kindOf(name), isNamed: true, open: () => bytesOf(path, name) });
}

/** Everything below these paths that may hold rides, in the order of names; of recordings only those since a moment, where one is given. Throws NOT_FOUND, or INPUT_INVALID for a zip that is none. */
export async function activityFilesAt(paths: readonly string[], since?: Date): Promise<ActivityFiles> {
  const found: Found = { files: [], passedOver: new Map(), closers: [] };
  const close = (): void => {
    for (const one of found.closers) one();
  };
  try {
    for (const path of paths) await addPath(path, found, since);
  } catch (error) {
    close();
    throw error;
  }
  return { files: found.files, passedOver: found.passedOver, close };
}

/** Why a file could not be read, for its line in the report; undefined for what is no trouble of the disk or the packing. */
export function readTrouble(error: unknown): string | undefined {
  const code = systemCode(error);
  if (error instanceof PlanError) return error.code === "INPUT_INVALID" ? error.message : undefined;
  if (code === undefined)
    return error instanceof Error && /zip|size|inflate/i.test(error.message) ? "it is damaged" : undefined;
  return code.startsWith("Z_") ? "it is damaged" : `it cannot be read (${code})`;
}
