import { rm } from "node:fs/promises";
import { join } from "node:path";
import { PlanError } from "../base/errors.ts";
import { jsonText } from "../base/json.ts";
import { ensurePrivateDirectory, writeWhole } from "./atomic-write.ts";
import { writeTrouble } from "./file-errors.ts";
import { kindOfPath, namesIn } from "./plan-folder.ts";
import { readJsonFile } from "./read-json.ts";

const ENDING = ".exchange.json";

/** Names of the recorded exchanges in a directory, sorted. */
const exchangeFiles = async (directory: string): Promise<string[]> =>
  (await namesIn(directory)).filter((name) => name.endsWith(ENDING));

/** Makes a directory ready to record into. Throws FILE_EXISTS where a recording is there and nobody said what becomes of it. */
export async function openRecording(directory: string, old: "refuse" | "remove" | "add to"): Promise<void> {
  if ((await kindOfPath(directory)) === "nothing") await ensurePrivateDirectory(directory);
  const names = await exchangeFiles(directory);
  if (names.length === 0 || old === "add to") return;
  if (old === "refuse")
    throw new PlanError({
      code: "FILE_EXISTS",
      message: `${directory} holds a recording already.`,
      hint: "Name another directory, or say --force to replace it.",
    });
  try {
    await Promise.all(names.map((name) => rm(join(directory, name), { force: true })));
  } catch (error) {
    throw writeTrouble(directory, error);
  }
}

/** Writes one exchange whole under its name. Throws FILE_UNWRITABLE. */
export const writeExchange = (directory: string, name: string, exchange: unknown): Promise<void> =>
  writeWhole([{ path: join(directory, `${name}${ENDING}`), text: jsonText(exchange) }], "replace");

/** Everything recorded in a directory, with its file names. Throws NOT_FOUND where there is nothing. */
export async function readExchanges(directory: string): Promise<{ readonly path: string; readonly value: unknown }[]> {
  const names = (await kindOfPath(directory)) === "directory" ? await exchangeFiles(directory) : [];
  if (names.length === 0)
    throw new PlanError({
      code: "NOT_FOUND",
      message: `${directory} holds no recording.`,
      hint: "Name the directory that a run with --record wrote.",
    });
  return Promise.all(
    names.map(async (name) => {
      const path = join(directory, name);
      return { path, value: await readJsonFile(path) };
    }),
  );
}
