import { dirname } from "node:path";
import type { CalendarDate } from "../../base/calendar.ts";
import type { PlanFile } from "../../plan/schema.ts";
import { exportedFiles } from "../../storage/export-files.ts";
import {
  isOurs,
  knownPages,
  ownPagePath,
  rememberPages,
  writeOwnPageFile,
  writePageAgain,
  type KnownPage,
} from "../../storage/page-files.ts";
import { readPlan } from "../plans/find-plan.ts";
import { knownRides } from "../review/known-rides.ts";
import { planPageHtml } from "./plan-page.ts";

/** Where a plan lies, on which day, and how commands name it. */
export interface PageOf {
  readonly planPath: string;
  readonly plan: PlanFile;
  readonly today: CalendarDate;
  readonly planFlag: string;
  readonly program?: string | undefined;
  readonly state: string;
}

const pageOf = ({ planPath, plan, planFlag, program }: PageOf, path: string): Omit<KnownPage, "sha256"> => ({
  plan_directory: dirname(planPath),
  plan_id: plan.training_plan.plan_id,
  path,
  plan_flag: planFlag,
  ...(program === undefined ? {} : { program }),
});

/** Writes the page of a plan into the program's own folder and returns its path. Throws FILE_UNWRITABLE. */
export async function writeOwnPage(page: PageOf): Promise<string> {
  const { planPath, plan, today, planFlag, program, state } = page;
  const path = ownPagePath(state, { directory: dirname(planPath), planId: plan.training_plan.plan_id });
  const known = await knownRides(planPath);
  const text = planPageHtml({ plan, known, today, choices: {}, planFlag, program, beside: [] });
  await writeOwnPageFile(path, text);
  await rememberPages(state, [pageOf(page, path)], () => text);
  return path;
}

/** Keeps an exported page up to date from now on. */
export const followPage = (
  page: PageOf,
  { path, bytes, ftpWatts }: { path: string; bytes: Uint8Array; ftpWatts: number | undefined },
): Promise<void> =>
  rememberPages(
    page.state,
    [{ ...pageOf(page, path), ...(ftpWatts === undefined ? {} : { ftp_watts: ftpWatts }) }],
    () => bytes,
  );

/** Writes the pages of a plan again that still hold what we wrote; returns their paths. */
export async function rewritePages(
  planPath: string,
  { state, today }: { state: string; today: CalendarDate },
): Promise<string[]> {
  const pages = (await knownPages(state)).filter(({ plan_directory: directory }) => directory === dirname(planPath));
  if (pages.length === 0) return [];
  const [plan, known] = await Promise.all([readPlan(planPath), knownRides(planPath)]);
  const planId = plan.training_plan.plan_id;
  const texts = new Map<string, string>();
  const fresh: KnownPage[] = [];
  for (const page of pages) {
    if (page.plan_id !== planId || !(await isOurs(page))) continue;
    const beside = await exportedFiles(dirname(page.path), { folder: state, planId });
    const choices = { ftpWatts: page.ftp_watts };
    const text = planPageHtml({ plan, known, today, choices, planFlag: page.plan_flag, program: page.program, beside });
    await writePageAgain(page.path, text);
    texts.set(page.path, text);
    fresh.push(page);
  }
  await rememberPages(state, fresh, (path) => texts.get(path) ?? "");
  return [...texts.keys()];
}
