import type { Stats } from "node:fs";
import { open, stat } from "node:fs/promises";
import { PlanError } from "../base/errors.ts";
import { systemCode } from "./file-errors.ts";
import { tooDeepAt } from "./json-depth.ts";

/** No file of ours comes near it; it keeps a wrong path (a video, a device) from filling the memory. */
export const MOST_BYTES = 64 * 1024 * 1024;
/** A request is some kB; a thousand times that is somebody's data. */
export const MOST_REQUEST_BYTES = 1024 * 1024;
/** Deeper nesting is no plan and no request, and would exhaust the stack of whoever walks it. */
const DEEPEST = 100;
/** Room for the first read of a pipe or a device, whose size nobody knows. */
const LEAST_BYTES = 16 * 1024;

const READ_TROUBLE: Readonly<Record<string, readonly [why: string, hint: string]>> = {
  ENOENT: ["there is no such file", "Check the spelling of the path."],
  ENOTDIR: ["part of the path is a file, not a directory", "Check the spelling of the path."],
  EISDIR: ["it is a directory", "Name the file inside it."],
  EACCES: ["you may not read it", "Change its permissions, or copy it to a place of yours."],
  EPERM: ["you may not read it", "Change its permissions, or copy it to a place of yours."],
  ENAMETOOLONG: ["the path is too long", "Check the path."],
  ELOOP: ["its links lead in a circle", "Name the file itself."],
};

const bad = (message: string, hint: string): PlanError => new PlanError({ code: "INPUT_INVALID", message, hint });

/** What keeps a file from being read, in words; an error that is none of the system's comes back as it is. */
export function readTrouble(path: string, error: unknown): unknown {
  const code = systemCode(error);
  if (code === undefined) return error;
  const [why, hint] = READ_TROUBLE[code] ?? [`the system says ${code}`, "Check the path."];
  const isMissing = code === "ENOENT" || code === "ENOTDIR";
  return new PlanError({
    code: isMissing ? "NOT_FOUND" : "INPUT_INVALID",
    message: `${path} cannot be read: ${why}.`,
    hint,
    cause: error,
  });
}

export const tooLarge = (source: string, most: number): PlanError =>
  bad(
    `${source} is larger than ${most / 1024 / 1024} MB; no ${most === MOST_REQUEST_BYTES ? "request" : "file of this program"} is.`,
    "Check that it is the file you meant.",
  );

/** What a shell puts in the place of a file: `<(command)`, and standard input by its name. */
const OF_THE_SHELL = /^\/(?:dev\/(?:fd\/|stdin$)|proc\/(?:self|\d+)\/fd\/)/;

/** Devices never end, and a pipe that nobody fills waits for ever. Throws INPUT_INVALID for what is neither file nor folder. */
export function refuseSpecial(path: string, found: Pick<Stats, "isFile" | "isDirectory" | "isFIFO">): void {
  if (found.isFile() || found.isDirectory() || (found.isFIFO() && OF_THE_SHELL.test(path))) return;
  throw bad(
    `${path} is no file but a pipe or a device.`,
    "Name a file, or give it on standard input where a command takes -.",
  );
}

/** The bytes of a file or of the shell's own pipe, up to the cap. A file that says its size is read at once, and once more for its end. */
async function bytesOf(path: string, most: number): Promise<Buffer> {
  refuseSpecial(path, await stat(path));
  const file = await open(path, "r");
  try {
    const { size } = await file.stat();
    let buffer = Buffer.allocUnsafe(Math.min(Math.max(size + 1, LEAST_BYTES), most + 1));
    let total = 0;
    for (;;) {
      const { bytesRead } = await file.read(buffer, total, buffer.length - total, null);
      if (bytesRead === 0) return buffer.subarray(0, total);
      total += bytesRead;
      if (total > most) throw tooLarge(path, most);
      if (total === buffer.length) buffer = Buffer.concat([buffer], total * 2);
    }
  } finally {
    await file.close();
  }
}

/** Bytes as text: UTF-8, or UTF-16 where a mark at the start says so (PowerShell writes it); the mark is dropped. */
export function decoded(bytes: Uint8Array, source: string): string {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  try {
    return new TextDecoder(isUtf16 ? "utf-16le" : "utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw bad(`${source} is not a text file.`, "Save it as UTF-8 text.");
  }
}

/** The value of a JSON text; a mistake is named with its place. */
export async function parseJson(text: string, source: string): Promise<unknown> {
  if (text.trim() === "") throw bad(`${source} is empty.`, "Check that it is the file you meant.");
  if (tooDeepAt(text, DEEPEST) !== undefined)
    throw bad(`${source} is nested deeper than ${DEEPEST} levels.`, "Check that it is the file you meant.");
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // A whole file needs no second parser: this one is loaded for a broken one only.
    const { jsonMistake } = await import("./json-mistake.ts");
    const { line, column, expected } = jsonMistake(text);
    throw bad(
      `${source} is not JSON: line ${line}, column ${column}: expected ${expected}.`,
      "Correct that place in the file.",
    );
  }
}

/** The bytes of a file. Throws NOT_FOUND or INPUT_INVALID with its name. */
export const readBytes = (path: string, most = MOST_BYTES): Promise<Buffer> =>
  bytesOf(path, most).catch((error: unknown) => {
    throw error instanceof PlanError ? error : readTrouble(path, error);
  });

/** The text of a file, undefined where there is none. Throws INPUT_INVALID with its name. */
export async function textAt(path: string): Promise<string | undefined> {
  try {
    return decoded(await readBytes(path), path);
  } catch (error) {
    if (error instanceof PlanError && error.code === "NOT_FOUND") return undefined;
    throw error;
  }
}

/** Reads a JSON file. Throws NOT_FOUND or INPUT_INVALID with file and place. */
export const readJsonFile = async (path: string, most = MOST_BYTES): Promise<unknown> =>
  parseJson(decoded(await readBytes(path, most), path), path);
