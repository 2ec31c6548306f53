import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { requestLine } from "../support/request-lines.ts";

/** A result as its line says it. */
export interface Result {
  readonly id: string | null;
  readonly line: number;
  readonly status: string;
  readonly code: string | null;
  readonly plan_hash: string | null;
  readonly folder: string | null;
  readonly message?: string;
}

export const resultsIn = (out: string): Result[] =>
  out
    .split("\n")
    .filter((line) => line.startsWith("{") && line.endsWith("}"))
    .map((line) => JSON.parse(line) as Result);

/** By id; an id that stands twice is there with its last. */
export const byId = (out: string): Map<string | null, Result> =>
  new Map(resultsIn(out).map((result) => [result.id, result]));

export const DAY = ["--today", "2026-12-01"];

/** Lines of drawn riders with a short plan each. */
export const linesOf = (count: number, seed = "batch"): string =>
  Array.from({ length: count }, (_, index) => `${requestLine(index, { seed, weeks: 4 })}\n`).join("");

/** Every file of the riders below a folder, with its bytes in hexadecimal where it is no text. */
export async function ridersIn(directory: string): Promise<Map<string, string>> {
  const root = join(directory, "riders");
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const texts = await Promise.all(
    files.sort().map(async (path) => [path.slice(root.length + 1), await readFile(path, "latin1")] as const),
  );
  return new Map(texts);
}
