import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";
import { ensureDirectory, writeWhole } from "./atomic-write.ts";
import { digestOf } from "./digest.ts";
import { remember, remembered } from "./state-file.ts";

const pageSchema = z.object({
  /** The folder of the plan, and its id. */
  plan_directory: z.string(),
  plan_id: z.string(),
  path: z.string(),
  /** Of what we wrote: a page that somebody changed is theirs. */
  sha256: z.string(),
  plan_flag: z.string(),
  /** How the program was started by whoever had it written. */
  program: z.string().optional(),
  ftp_watts: z.number().optional(),
});

/** A page that was written for a plan, so that it can be written again. */
export type KnownPage = z.infer<typeof pageSchema>;

const listSchema = z.object({ pages: z.array(pageSchema) });
/** Pages that are kept up to date; who writes more loses the oldest. */
const MOST_PAGES = 50;

const listPath = (state: string): string => join(state, "pages.json");

/** All pages that were written on this machine and are followed. */
export const knownPages = async (state: string): Promise<readonly KnownPage[]> =>
  (await remembered(listPath(state), listSchema).catch(() => undefined))?.pages ?? [];

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

/** Writes a page whole. Throws FILE_UNWRITABLE. */
export async function writePage(path: string, text: string): Promise<void> {
  await ensureDirectory(dirname(path));
  await writeWhole([{ path, text }], "replace");
}

/** Where the page of a plan lies that is only looked at: a name of its own for each plan of this machine. */
export const ownPagePath = (
  state: string,
  { directory, planId }: { readonly directory: string; readonly planId: string },
): string => join(state, "pages", `${planId}-${digestOf(directory).slice(0, 8)}.html`);
