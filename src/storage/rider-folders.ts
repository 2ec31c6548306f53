import { readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { PlanError } from "../base/errors.ts";
import { systemCode } from "./file-errors.ts";
import { kindOfPath, namedPlanFile, namesIn } from "./plan-folder.ts";
import { decoded, MOST_BYTES, readBytes } from "./read-json.ts";
import { RIDER_RECORD } from "./rider-files.ts";

/** A folder of one rider in a folder of many. */
export interface RiderFolder {
  readonly name: string;
  readonly directory: string;
  /** Below the folder of all, with forward slashes. */
  readonly below: string;
}

/** A plan file of a rider, as it lies there or packed. */
export interface RiderPlanFile {
  readonly planId: string;
  readonly directory: string;
  /** Without the ending of a packed one. */
  readonly path: string;
  readonly isPacked: boolean;
}

/** "2" before "10", in the same order on every machine. */
const COLLATOR = new Intl.Collator("en", { numeric: true });
const PACKED = ".gz";
/** The folder that plans are written to where nobody names another. */
const PLANS = "plans";
/** What `batch` writes: the parts of its work, and riders spread over folders of two letters of a digest. */
const BATCH = { shards: "shards", riders: "riders", spread: /^[0-9a-f]{2}$/ } as const;

async function planFilesIn(directory: string): Promise<RiderPlanFile[]> {
  return (await namesIn(directory)).flatMap((name) => {
    const isPacked = name.endsWith(PACKED);
    const bare = isPacked ? name.slice(0, -PACKED.length) : name;
    const named = namedPlanFile(bare);
    return named?.kind === "plan" ? [{ planId: named.planId, directory, path: join(directory, bare), isPacked }] : [];
  });
}

/** The finished plans of a rider: in their folder, and in `plans` below it. Throws what the disk throws. */
export const planFilesOf = async (directory: string): Promise<RiderPlanFile[]> => [
  ...(await planFilesIn(directory)),
  ...(await planFilesIn(join(directory, PLANS))),
];

/** True for a folder with a plan or with what a batch says of a rider, and for one that is closed to us: its row says so. */
async function isRider(directory: string): Promise<boolean> {
  try {
    if ((await kindOfPath(join(directory, RIDER_RECORD))) === "file") return true;
    return (await planFilesOf(directory)).length > 0;
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    return true;
  }
}

/** Folders in a folder, also those that a link leads to; hidden ones are passed over. */
async function foldersIn(directory: string): Promise<string[]> {
  const names: string[] = [];
  for (const entry of await readdir(directory, { withFileTypes: true })) {
    if (entry.name.startsWith(".")) continue;
    const isFolder = entry.isSymbolicLink()
      ? (await kindOfPath(join(directory, entry.name)).catch(() => "nothing")) === "directory"
      : entry.isDirectory();
    if (isFolder) names.push(entry.name);
  }
  return names.sort((a, b) => COLLATOR.compare(a, b) || (a < b ? -1 : 1));
}

/** True for a folder over which a batch spread riders. */
async function isSpread(directory: string): Promise<boolean> {
  if (!BATCH.spread.test(basename(directory))) return false;
  for (const name of await foldersIn(directory))
    if ((await kindOfPath(join(directory, name, RIDER_RECORD))) === "file") return true;
  return false;
}

async function* ridersBelow(root: string, below: string): AsyncGenerator<RiderFolder> {
  const directory = join(root, ...below.split("/"));
  const names = await foldersIn(directory);
  const isBatch = below === "" && names.includes(BATCH.shards) && names.includes(BATCH.riders);
  for (const name of isBatch ? [BATCH.riders] : names) {
    const path = join(directory, name);
    const place = `${below}${name}`;
    if (await isRider(path)) yield { name, directory: path, below: place };
    else if (isBatch || (await isSpread(path))) yield* ridersBelow(root, `${place}/`);
    else yield { name, directory: path, below: place };
  }
}

/** The riders of a folder, one after the other: a folder each, or as `batch` wrote them. Throws what the disk throws. */
export const riderFolders = (root: string): AsyncGenerator<RiderFolder> => ridersBelow(root, "");

async function unzipped(bytes: Uint8Array, path: string): Promise<Uint8Array> {
  const { gunzip } = await import("node:zlib");
  try {
    return await promisify(gunzip)(bytes, { maxOutputLength: MOST_BYTES });
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    const hint = "Make that plan again.";
    throw new PlanError({ code: "INPUT_INVALID", message: `${path} cannot be unpacked.`, hint, cause: error });
  }
}

export const nameOnDisk = ({ path, isPacked }: RiderPlanFile): string => (isPacked ? `${path}${PACKED}` : path);

/** The text of a rider's plan. Throws NOT_FOUND, INPUT_INVALID. */
export async function riderPlanText(file: RiderPlanFile): Promise<string> {
  const path = nameOnDisk(file);
  const bytes = await readBytes(path);
  return decoded(file.isPacked ? await unzipped(bytes, path) : bytes, path);
}
