import { chmod, link, lstat, mkdir, mkdtemp, open, readdir, rename, rm, stat, unlink } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { PlanError } from "../base/errors.ts";
import { holdSecret, letOut } from "../base/secrets.ts";
import { NO_LINKS, systemCode, writeTrouble } from "./file-errors.ts";

/** A file and what it will hold: a text, written as UTF-8, or bytes as they are. */
export type FileToWrite = {
  readonly path: string;
  /** Who may read it; left out, a text is its owner's alone, and of bytes the user's own mask decides. */
  readonly mode?: number | undefined;
} & ({ readonly text: string } | { readonly bytes: Uint8Array });

/** "exclusive" never replaces a file that exists; "replace" does. */
export type WriteMode = "exclusive" | "replace";

/** For their owner alone: what we write as text holds a rider's numbers, health, rides or questions to a model. */
export const PRIVATE_FILE = 0o600;
const PRIVATE_DIRECTORY = 0o700;
/** Most exports are there to be given on: the user's own mask decides. */
const SHARED_FILE = 0o666;
const SHARED_DIRECTORY = 0o777;

async function writeSynced(file: StagedFile): Promise<void> {
  const isText = "text" in file;
  const content = isText ? letOut(file.text) : withoutKey(file);
  const opened = await open(file.from, "wx", file.mode ?? (isText ? PRIVATE_FILE : SHARED_FILE));
  try {
    await opened.writeFile(content, "utf8");
    await opened.sync();
  } finally {
    await opened.close();
  }
}

/** Puts a finished file under its name; fails with EEXIST where the mode is exclusive and the name is taken. */
async function publish(from: string, to: string, mode: WriteMode): Promise<void> {
  if (mode === "replace") return rename(from, to);
  try {
    await link(from, to); // unlike rename, refuses to replace
  } catch (error) {
    if (!NO_LINKS.has(systemCode(error) ?? "")) throw error;
    // Taking the name first keeps two writers apart; the rename then brings the text whole.
    await (await open(to, "wx", PRIVATE_FILE)).close();
    return rename(from, to);
  }
  // What is published is there; the other name goes with the directory that it lies in.
  await unlink(from).catch(() => undefined);
}

/** Makes renames last through a power cut; systems that cannot sync a directory (Windows) skip it. */
async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path, "r").catch(() => undefined);
  await directory?.sync().catch(() => undefined);
  await directory?.close();
}

/** Who may read and write a file that is there; undefined where none is. A file that is replaced keeps it. */
export const modeOf = (path: string): Promise<number | undefined> =>
  stat(path).then(
    ({ mode }) => mode & SHARED_FILE,
    () => undefined,
  );

const STAGING = ".cycling-plan-";

/**
 * Removes what killed writers left half done beside files of these names: `isOurs` is asked for the first file of each
 * writing. Whoever calls must know that nobody else is writing them.
 */
export async function removeStaging(directory: string, isOurs: (name: string) => boolean): Promise<void> {
  const names = await readdir(directory).catch(() => []);
  const stale = names.filter((name) => {
    const file = /^\.cycling-plan-(.+)-[^-]{6}$/.exec(name)?.[1];
    return file !== undefined && isOurs(file);
  });
  for (const name of stale) await rm(join(directory, name), { recursive: true, force: true }).catch(() => undefined);
}

/** Bytes that hold a key are no file of ours. Throws FILE_UNWRITABLE. */
function withoutKey({ path, bytes }: Extract<FileToWrite, { readonly bytes: Uint8Array }>): Uint8Array {
  if (!holdSecret(bytes)) return bytes;
  throw new PlanError({
    code: "FILE_UNWRITABLE",
    message: `${path} would hold a key or a password.`,
    hint: "Take it out of the words that you gave, and get a new one where others could have read it.",
  });
}

type StagedFile = FileToWrite & {
  readonly from: string;
  /** Where the file of that name is kept while a new one replaces it. */
  readonly old: string;
};

/** Writes all files at once, and is done with all of them before it fails for one. */
async function writeAll(staged: readonly StagedFile[]): Promise<void> {
  const results = await Promise.allSettled(staged.map(writeSynced));
  for (const result of results) if (result.status === "rejected") throw result.reason;
}

/** Keeps a second name for what is about to be replaced; false where there is nothing, or no second names exist. */
const keepOld = ({ path, old }: StagedFile): Promise<boolean> =>
  link(path, old).then(
    () => true,
    () => false,
  );

/** Publishes in order; what was published before a failure is taken back, and what it replaced returns. */
async function publishAll(staged: readonly StagedFile[], mode: WriteMode): Promise<void> {
  const done: { file: StagedFile; isKept: boolean }[] = [];
  try {
    for (const file of staged) {
      const isKept = mode === "replace" && (await keepOld(file));
      await publish(file.from, file.path, mode);
      done.push({ file, isKept });
    }
  } catch (error) {
    for (const { file, isKept } of done.reverse()) {
      if (isKept) await rename(file.old, file.path);
      else if (mode === "exclusive") await rm(file.path, { force: true });
    }
    throw error;
  }
}

/**
 * Writes files of one directory so that each is there whole or not at all: into a new directory beside them, synced,
 * then renamed in order. A failure leaves nothing new behind. Throws FILE_UNWRITABLE, or the system's EEXIST in
 * exclusive mode.
 */
export async function writeWhole(files: readonly FileToWrite[], mode: WriteMode): Promise<void> {
  const first = files[0];
  if (first === undefined) return;
  const directory = dirname(first.path);
  let staging: string | undefined;
  try {
    const temporary = (staging = await mkdtemp(join(directory, `${STAGING}${basename(first.path)}-`)));
    const staged = files.map((file) => {
      const from = join(temporary, basename(file.path));
      return { ...file, from, old: `${from}.old` };
    });
    await writeAll(staged);
    await publishAll(staged, mode);
  } catch (error) {
    if (mode === "exclusive" && systemCode(error) === "EEXIST") throw error;
    throw writeTrouble(directory, error);
  } finally {
    // What cannot be removed now is swept by the next run; it must not hide why this one failed.
    if (staging !== undefined) await rm(staging, { recursive: true, force: true }).catch(() => undefined);
  }
  await syncDirectory(directory);
}

/** Writes a text under a name that nobody has. Throws FILE_EXISTS with this hint where somebody has, or FILE_UNWRITABLE. */
export async function writeNew(file: FileToWrite, hint: string): Promise<void> {
  try {
    await writeWhole([file], "exclusive");
  } catch (error) {
    if (systemCode(error) !== "EEXIST") throw error;
    throw new PlanError({ code: "FILE_EXISTS", message: `${file.path} is there already.`, hint });
  }
}

/**
 * Writes a new folder with all its files, for its owner alone, so that it is there whole or not at all; false where something is in its place. Whoever
 * calls knows that nobody else writes it: what a killed writer left half done under the same name is taken away first. Throws
 * FILE_UNWRITABLE.
 */
export async function writeFolder(path: string, files: readonly FileToWrite[]): Promise<boolean> {
  const staging = join(dirname(path), `${STAGING}${basename(path)}`);
  try {
    await makeAll(dirname(path), PRIVATE_DIRECTORY);
    const make = (): Promise<void> => mkdir(staging, PRIVATE_DIRECTORY);
    await make().catch(async (error: unknown) => {
      if (systemCode(error) !== "EEXIST") throw error;
      await rm(staging, { recursive: true, force: true });
      await make();
    });
    await writeAll(files.map((file) => ({ ...file, from: join(staging, basename(file.path)), old: "" })));
    await syncDirectory(staging);
    await rename(staging, path);
  } catch (error) {
    await rm(staging, { recursive: true, force: true }).catch(() => undefined);
    if (["EEXIST", "ENOTEMPTY", "EPERM", "ENOTDIR"].includes(systemCode(error) ?? "") && (await isThere(path)))
      return false;
    throw writeTrouble(path, error);
  }
  await syncDirectory(dirname(path));
  return true;
}

const isThere = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  );

/** False where what lies above is missing; throws where something else is in its place, or nothing can be. */
async function makeOne(path: string, mode: number): Promise<boolean> {
  try {
    await mkdir(path, mode);
    return true;
  } catch (error) {
    if (await stat(path).then((there) => there.isDirectory(), () => false)) return true; // prettier-ignore
    if (systemCode(error) === "ENOENT" && dirname(path) !== path) return false;
    throw error;
  }
}

/** One by one: asked for all at once, Node never ends where a folder is there and takes none, as below /proc. */
async function makeAll(path: string, mode: number): Promise<void> {
  if (await makeOne(path, mode)) return;
  await makeAll(dirname(path), mode);
  await mkdir(path, mode).catch(async (error: unknown) => {
    // Somebody else may have been faster.
    if (systemCode(error) !== "EEXIST" || !(await makeOne(path, mode))) throw error;
  });
}

async function makeDirectories(path: string, mode: number): Promise<void> {
  try {
    await makeAll(path, mode);
  } catch (error) {
    throw writeTrouble(path, error);
  }
}

/** Creates a directory and those above it for their owner alone; one that is there stays as it is. Throws FILE_UNWRITABLE. */
export const ensureDirectory = (path: string): Promise<void> => makeDirectories(path, PRIVATE_DIRECTORY);

/** The same for what is there to be given on: the user's own mask decides. */
export const ensureSharedDirectory = (path: string): Promise<void> => makeDirectories(path, SHARED_DIRECTORY);

/** Creates a directory of ours for its owner alone, and makes one that is there so; throws FILE_UNWRITABLE where it cannot be. */
export async function ensurePrivateDirectory(path: string): Promise<void> {
  await ensureDirectory(path);
  await chmod(path, PRIVATE_DIRECTORY).catch(() => undefined); // a file system without permissions, or another's folder
}
