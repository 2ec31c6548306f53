import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { isRecord } from "../athlete/parse-reading.ts";
import { ensurePrivateDirectory, modeOf, writeWhole } from "./atomic-write.ts";
import { digestOf } from "./digest.ts";
import { remember, remembered } from "./state-file.ts";

/** A page that was written for a plan, so that it can be written again. */
export interface KnownPage {
  /** The folder of the plan, and its id. */
  readonly plan_directory: string;
  readonly plan_id: string;
  readonly path: string;
  /** Of what we wrote: a page that somebody changed is theirs. */
  readonly sha256: string;
  readonly plan_flag: string;
  /** How the program was started by whoever had it written. */
  readonly program?: string | undefined;
  readonly ftp_watts?: number | undefined;
}

function pageIn(value: unknown): KnownPage | undefined {
  if (!isRecord(value)) return undefined;
  const { plan_directory, plan_id, path, sha256, plan_flag, program, ftp_watts } = value;
  if (typeof plan_directory !== "string" || typeof plan_id !== "string" || typeof path !== "string") return undefined;
  if (typeof sha256 !== "string" || typeof plan_flag !== "string") return undefined;
  if (program !== undefined && typeof program !== "string") return undefined;
  if (ftp_watts !== undefined && typeof ftp_watts !== "number") return undefined;
  return {
    plan_directory,
    plan_id,
    path,
    sha256,
    plan_flag,
    ...(program === undefined ? {} : { program }),
    ...(ftp_watts === undefined ? {} : { ftp_watts }),
  };
}

/** The pages in a list; one that is none spoils it. */
function pagesIn(value: unknown): readonly KnownPage[] | undefined {
  if (!isRecord(value) || !Array.isArray(value.pages)) return undefined;
  const pages = value.pages.map(pageIn);
  return pages.every((page) => page !== undefined) ? pages : undefined;
}

/** Pages that are kept up to date; who writes more loses the oldest. */
const MOST_PAGES = 50;

const listPath = (state: string): string => join(state, "pages.json");

/** All pages that were written on this machine and are followed. */
export const knownPages = async (state: string): Promise<readonly KnownPage[]> =>
  (await remembered(listPath(state), pagesIn).catch(() => undefined)) ?? [];

/** Keeps pages in the list; a page of the same path is the same page. Where nothing can be kept, nothing is followed. */
export async function rememberPages(
  state: string,
  pages: readonly Omit<KnownPage, "sha256">[],
  content: (path: string) => string | Uint8Array,
): Promise<void> {
  const fresh = pages.map((page) => ({ ...page, sha256: digestOf(content(page.path)) }));
  const paths = new Set(fresh.map(({ path }) => path));
  const others = (await knownPages(state)).filter(({ path }) => !paths.has(path));
  await remember(listPath(state), { pages: [...others, ...fresh].slice(-MOST_PAGES) }).catch(() => undefined);
}

/** True where a page still holds what we wrote. */
export async function isOurs({ path, sha256 }: KnownPage): Promise<boolean> {
  const bytes = await readFile(path).catch(() => undefined);
  return bytes !== undefined && digestOf(bytes) === sha256;
}

/** Writes a page whole into the program's own folder. Throws FILE_UNWRITABLE. */
export async function writeOwnPageFile(path: string, text: string): Promise<void> {
  await ensurePrivateDirectory(dirname(path));
  await writeWhole([{ path, text }], "replace");
}

/** Writes a page again where it lies; whoever could read it still can. Throws FILE_UNWRITABLE. */
export async function writePageAgain(path: string, text: string): Promise<void> {
  await writeWhole([{ path, text, mode: await modeOf(path) }], "replace");
}

/** Where the page of a plan lies that is only looked at: a name of its own for each plan of this machine. */
export const ownPagePath = (
  state: string,
  { directory, planId }: { readonly directory: string; readonly planId: string },
): string => join(state, "pages", `${planId}-${digestOf(directory).slice(0, 8)}.html`);
