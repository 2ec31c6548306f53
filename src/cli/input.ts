import { isAbsolute, join } from "node:path";
import { decoded, MOST_BYTES, parseJson, readJsonFile, tooLarge } from "../storage/read-json.ts";
import type { System } from "./system.ts";

const STANDARD_INPUT = "standard input";

/** A path as typed, seen from where the command was called. */
export const pathFrom = (system: System, path: string): string => (isAbsolute(path) ? path : join(system.cwd, path));

/** The JSON value of a file of at most so many bytes, or of standard input where the path is `-`. */
export async function readJsonInput(system: System, path: string, most = MOST_BYTES): Promise<unknown> {
  if (path !== "-") return readJsonFile(path, most);
  const bytes = await system.readInput(most);
  if (bytes.length > most) throw tooLarge(STANDARD_INPUT, most);
  return parseJson(decoded(bytes, STANDARD_INPUT), STANDARD_INPUT);
}

/** What a message calls that input. */
export const inputName = (path: string): string => (path === "-" ? STANDARD_INPUT : path);
