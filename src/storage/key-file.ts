import { stat } from "node:fs/promises";
import { isRecord } from "../athlete/parse-reading.ts";
import { PlanError } from "../base/errors.ts";
import { systemCode } from "./file-errors.ts";
import { readJsonFile } from "./read-json.ts";

/** Any permission of the group or of others. */
const OTHERS = 0o077;

const refused = (message: string, hint: string): PlanError => new PlanError({ code: "INPUT_INVALID", message, hint });

/**
 * The keys in a file, by name; none where there is no such file. Throws INPUT_INVALID where others may read the file or where
 * it holds anything but names and keys; the message names no value. Permissions are looked at where the system has them.
 */
export async function readKeyFile(
  path: string,
  { names, hasPermissions }: { readonly names: readonly string[]; readonly hasPermissions: boolean },
): Promise<ReadonlyMap<string, string>> {
  let mode: number;
  try {
    ({ mode } = await stat(path));
  } catch (error) {
    if (systemCode(error) === "ENOENT" || systemCode(error) === "ENOTDIR") return new Map();
    throw systemCode(error) === undefined
      ? error
      : refused(`The key file ${path} cannot be read: ${systemCode(error) ?? ""}.`, "Check its permissions.");
  }
  if (hasPermissions && (mode & OTHERS) !== 0)
    throw refused(
      `The key file ${path} can be read by others (mode ${(mode & 0o777).toString(8)}); it is not used.`,
      `Run chmod 600 ${path}, and get a new key where others could have read it.`,
    );
  const value = await readJsonFile(path);
  const entries = isRecord(value) ? Object.entries(value) : undefined;
  const isFine = entries?.every(([name, key]) => names.includes(name) && typeof key === "string");
  if (entries === undefined || isFine !== true)
    throw refused(
      `The key file ${path} holds something else than keys by their names.`,
      `It may hold ${names.join(", ")}, each with its key in quotes: {"${names[0] ?? ""}": "..."}.`,
    );
  return new Map(entries.flatMap(([name, key]) => (typeof key === "string" ? [[name, key] as const] : [])));
}
