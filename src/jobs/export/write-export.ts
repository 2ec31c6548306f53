import { join } from "node:path";
import { firstProblems, problemLines } from "../../athlete/parse-reading.ts";
import { PlanError } from "../../base/errors.ts";
import { readChoices, type TypedChoices } from "../../export/read-choices.ts";
import {
  exportNotes,
  exportPlan,
  withPrivacy,
  type ExportedFile,
  type ExportOptions,
} from "../../export/export-plan.ts";
import type { CalendarDate } from "../../base/calendar.ts";
import { WEEKDAYS } from "../../base/calendar.ts";
import { editionOf, keepEdition, type KeptCalendar } from "../../storage/calendar-edition.ts";
import type { PlanFile } from "../../plan/schema.ts";
import { exportedFiles, writeExports } from "../../storage/export-files.ts";
import { findZwiftFolders, type ZwiftFolder, type ZwiftMachine } from "../../storage/zwift-folder.ts";
import { formatsFor } from "./formats-for.ts";
import type { Exported } from "./tell-export.ts";

/** What was typed as options of an export. Throws INPUT_INVALID with every problem at once. */
export function exportOptions(typed: TypedChoices): ExportOptions {
  const choices = readChoices(typed);
  if (choices.kind === "choices") return choices.options;
  const { problems } = choices;
  throw new PlanError({
    code: "INPUT_INVALID",
    message: ["The export cannot be made:", ...problemLines(problems)].join("\n"),
    hint: "Correct what is listed and run the command again.",
    details: { problems: firstProblems(problems) },
  });
}

/** The one folder of Zwift that files can be copied to. Throws before anything is written. */
function installFolder(
  folders: readonly ZwiftFolder[],
  { formats, target = "zwift", bundle }: ExportOptions,
): ZwiftFolder {
  if (bundle !== undefined)
    throw new PlanError({
      code: "USAGE_INVALID",
      message: `--install copies files to Zwift, and these are for ${bundle}.`,
      hint: "Leave --install or --bundle out.",
    });
  if (target !== "zwift")
    throw new PlanError({
      code: "USAGE_INVALID",
      message: `--install copies files to Zwift, and these are for ${target}.`,
      hint: "Leave --install or --target out.",
    });
  if (!formats.includes("zwo"))
    throw new PlanError({
      code: "USAGE_INVALID",
      message: "--install copies zwo files, and the list of formats has none.",
      hint: "Add zwo to --format.",
    });
  const [only, ...others] = folders;
  if (only === undefined)
    throw new PlanError({
      code: "NOT_FOUND",
      message:
        "Zwift's folder of workouts was not found on this computer: Documents/Zwift/Workouts/<your Zwift number>.",
      hint: "Start Zwift here once and save a workout in it, or leave --install out and copy the files yourself.",
    });
  if (others.length > 0)
    throw new PlanError({
      code: "INPUT_INVALID",
      message: `${folders.length} riders use Zwift on this computer:\n${folders.map(({ path }) => `  ${path}`).join("\n")}`,
      hint: "Leave --install out: --format zwo, and --out with your own of these folders.",
      details: { folders: folders.map(({ path }) => path) },
    });
  return only;
}

/** One folder for each week, and none inside another, as riders keep theirs: `<plan id>-week-03/...`. */
const forZwift = (files: readonly ExportedFile[], planId: string): ExportedFile[] =>
  files.filter(({ format }) => format === "zwo").map((file) => ({ ...file, path: `${planId}-${file.path}` }));

/** Where the files of one export go. */
export interface ExportTask {
  readonly options: ExportOptions;
  /** As an absolute path. */
  readonly directory: string;
  readonly force: boolean;
  /** Also copies the zwo files to Zwift. */
  readonly install: boolean;
  /** The program's own folder, where it is kept what was written. */
  readonly listFolder?: string | undefined;
  /** Makes every file and writes none. */
  readonly isDryRun?: boolean;
  /** For the page: where the plan lies, the day, and how commands begin and name the plan. */
  readonly page: {
    readonly planPath: string;
    readonly today: CalendarDate;
    readonly planFlag: string;
    readonly program?: string | undefined;
  };
}

/** The page of the plan and its cards, where they are wanted; loaded only then, for it brings charts and a style sheet. */
async function pageFiles(plan: PlanFile, files: readonly ExportedFile[], task: ExportTask): Promise<ExportedFile[]> {
  const { options, page, directory, listFolder } = task;
  const wants = { page: options.formats.includes("html"), cards: options.formats.includes("card") };
  if (!wants.page && !wants.cards) return [];
  const { exportedPage, exportedCards } = await import("../page/exported-page.ts");
  const { plan_id: planId } = plan.training_plan;
  const before = listFolder === undefined ? [] : await exportedFiles(directory, { folder: listFolder, planId });
  const beside = [...new Set([...before, ...files.map(({ path }) => path)])];
  const asked = { ...page, plan, choices: options, beside };
  return [...(wants.page ? [await exportedPage(asked)] : []), ...(wants.cards ? await exportedCards(asked) : [])];
}

/** From now on a page that was written follows its plan. */
async function followPages(plan: PlanFile, pages: readonly ExportedFile[], task: ExportTask): Promise<void> {
  const { listFolder: state, directory, page, options, isDryRun } = task;
  if (state === undefined || isDryRun === true || pages.length === 0) return;
  const { followPage } = await import("../page/write-page.ts");
  for (const { path, bytes } of pages.filter(({ format }) => format === "html"))
    await followPage({ ...page, plan, state }, { path: join(directory, path), bytes, ftpWatts: options.ftpWatts });
}

/** Where it is kept with which times and watts the calendar was written last; undefined where none is written now. */
function calendarKept(plan: PlanFile, { options, listFolder: folder }: ExportTask): KeptCalendar | undefined {
  if (folder === undefined || !options.formats.includes("ics")) return undefined;
  const { plan_id: planId, plan_metadata: metadata } = plan.training_plan;
  const { ftpWatts, starts = {} } = options;
  const watts = ftpWatts === metadata.current_ftp ? undefined : ftpWatts;
  const days = WEEKDAYS.map((day) => starts.byWeekday?.[day] ?? null);
  const isAsPlanned =
    watts === undefined && [starts.daily, starts.event, ...days].every((time) => (time ?? null) === null);
  const choices = isAsPlanned ? "" : JSON.stringify([watts ?? null, starts.daily ?? null, starts.event ?? null, days]);
  return { folder, planId, choices };
}

/** A calendar with other times or watts than the one before is news of the same entries, as one of a changed plan is. */
async function lifeWithEdition({ life }: ExportOptions, calendar: KeptCalendar | undefined) {
  if (calendar === undefined) return life;
  return { ...(life ?? { revision: 0, gone: [] }), edition: await editionOf(calendar) };
}

/** Writes a plan's files. Throws FILE_EXISTS where they differ from what is there, NOT_FOUND where there is no Zwift to install to. */
export async function writeExport(machine: ZwiftMachine, plan: PlanFile, task: ExportTask): Promise<Exported> {
  const { directory, force, install, isDryRun = false } = task;
  const { formats, left } = formatsFor(plan.training_plan.athlete_profile, task.options);
  const chosen = { ...task.options, formats };
  const calendar = calendarKept(plan, { ...task, options: chosen });
  const options = { ...chosen, life: await lifeWithEdition(chosen, calendar) };
  const folders = options.formats.includes("zwo") || install ? await findZwiftFolders(machine) : [];
  const folder = install ? installFolder(folders, options) : undefined;
  const made = exportPlan(plan, options);
  const pages = await pageFiles(plan, made, { ...task, options });
  const files = [...made, ...pages];
  const planId = plan.training_plan.plan_id;
  // Moved to other dates, its files have other names.
  const follows = (options.life?.revision ?? 0) > 0 || plan.plan_instance !== undefined;
  const list = task.listFolder === undefined ? undefined : { folder: task.listFolder, planId, follows };
  const result = isDryRun
    ? { written: [], unchanged: [], removed: [] }
    : await writeExports(withPrivacy(files), { directory, force, list });
  await followPages(plan, pages, { ...task, options });
  if (calendar !== undefined && !isDryRun) await keepEdition(calendar, options.life?.edition ?? 0);
  const installed = folder && {
    folder,
    result: await writeExports(forZwift(files, planId), { directory: folder.path, force, list }),
  };
  const notes = [...(left === undefined ? [] : [left]), ...exportNotes(plan, files)];
  return { plan, options, directory, files, result, notes, folders, isDryRun, installed };
}

/** Where the files of a plan go that names no directory; a scheduled plan has a folder of its own, because its files are named by date. */
export function exportFolder({ training_plan: plan, plan_instance: instance }: PlanFile, bundle?: string): string {
  const name = instance === undefined ? plan.plan_id : `${plan.plan_id}-${instance.start_date}`;
  return join("workouts", bundle === undefined ? name : `${name}-${bundle}`);
}

/** Writes the workouts of a plan that was just made. Throws FILE_UNWRITABLE, which says that the plan itself is there. */
export async function exportNewPlan(machine: ZwiftMachine, plan: PlanFile, task: ExportTask): Promise<Exported> {
  try {
    return await writeExport(machine, plan, task);
  } catch (error) {
    if (!(error instanceof PlanError)) throw error;
    const { plan_id: planId } = plan.training_plan;
    throw new PlanError({
      code: "FILE_UNWRITABLE",
      message: `The plan ${planId} was written, its workouts were not. ${error.message}`,
      hint: `Run cycling-plan export ${planId} with another --out, or with --force to replace the files.`,
      details: error.details,
      cause: error,
    });
  }
}
