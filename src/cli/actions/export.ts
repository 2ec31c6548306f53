import { join, relative, sep } from "node:path";
import { problemLine } from "../../athlete/parse-reading.ts";
import { PlanError } from "../../base/errors.ts";
import { jsonText } from "../../base/json.ts";
import { readChoices } from "../../export/choices.ts";
import {
  exportNotes,
  exportPlan,
  type ExportedFile,
  type ExportNote,
  type ExportOptions,
} from "../../export/export-plan.ts";
import { FORMATS } from "../../export/formats.ts";
import { findPlan, readPlan } from "../../jobs/find-plan.ts";
import type { PlanFile } from "../../plan/schema.ts";
import { writeExports, type WrittenExports } from "../../storage/export-files.ts";
import { findZwiftFolders, type ZwiftFolder } from "../../storage/zwift-folder.ts";
import type { Action, Call } from "../command-spec.ts";
import { textFlag } from "../flags.ts";
import { pathFrom } from "../input.ts";
import { progressOf } from "../progress.ts";
import { planSearch } from "../plan-search.ts";
import { resolveSettings } from "../settings.ts";
import type { System } from "../system.ts";
import { wrapped } from "../wrap.ts";

function optionsOf({ flags }: Call): ExportOptions {
  const choices = readChoices({
    format: textFlag(flags, "format"),
    target: textFlag(flags, "target"),
    ftp: textFlag(flags, "ftp"),
    at: textFlag(flags, "at"),
  });
  if (choices.kind === "choices") return choices.options;
  const { problems } = choices;
  throw new PlanError({
    code: "INPUT_INVALID",
    message: ["The export cannot be made:", ...problems.map((problem) => `  ${problemLine(problem)}`)].join("\n"),
    hint: "Correct what is listed and run the command again.",
    details: { problems },
  });
}

/** The one folder of Zwift that files can be copied to. Throws before anything is written. */
function installFolder(folders: readonly ZwiftFolder[], { formats, target = "zwift" }: ExportOptions): ZwiftFolder {
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
      message: `${String(folders.length)} riders use Zwift on this computer:\n${folders.map(({ path }) => `  ${path}`).join("\n")}`,
      hint: "Leave --install out: --format zwo, and --out with your own of these folders.",
      details: { folders: folders.map(({ path }) => path) },
    });
  return only;
}

/** One folder for each week, and none inside another, as riders keep theirs: `<plan id>-week-03/...`. */
const forZwift = (files: readonly ExportedFile[], planId: string): ExportedFile[] =>
  files.filter(({ format }) => format === "zwo").map((file) => ({ ...file, path: `${planId}-${file.path}` }));

/** Everything that was done, for both ways of telling it. */
interface Done {
  readonly plan: PlanFile;
  readonly options: ExportOptions;
  readonly directory: string;
  readonly files: readonly ExportedFile[];
  readonly result: WrittenExports;
  readonly notes: readonly ExportNote[];
  readonly folders: readonly ZwiftFolder[];
  readonly installed?: { readonly folder: ZwiftFolder; readonly result: WrittenExports };
}

const ftpSentence = ({ plan, options }: Done): string[] => {
  const planned = plan.training_plan.plan_metadata.current_ftp;
  const { ftpWatts } = options;
  if (ftpWatts === undefined || ftpWatts === planned) return [];
  return [
    `Watts are for an FTP of ${String(ftpWatts)} W; the plan was made for ${String(planned)} W. Percent is as it was.`,
  ];
};

/** Where ZWO files go that are not for Zwift. */
const OTHER_PROGRAMS = {
  trainingpeaks: "Import the files into your workout library in TrainingPeaks.",
  mywhoosh: "Import the files into MyWhoosh's own workouts; it shows them by their file names.",
} as const;

function destinationOf(id: string, { folders, installed, options }: Done): string {
  const sentence = FORMATS.find((format) => format.id === id)?.destination ?? "";
  if (id !== "zwo") return sentence;
  const { target = "zwift" } = options;
  if (target !== "zwift") return OTHER_PROGRAMS[target];
  if (installed) return `Copied to ${installed.folder.path}. Start Zwift again to see them.`;
  const [only, ...others] = folders;
  if (only === undefined || others.length > 0) return sentence;
  return `Zwift keeps its workouts in ${only.path}: run the command again with --install, or copy the week folders there.`;
}

function destinations(done: Done): { format: string; text: string }[] {
  return done.options.formats.map((format) => ({ format, text: destinationOf(format, done) }));
}

const labelled = (label: string, text: string): string => `  ${label.padEnd(9)}  ${text}`;

function lines(done: Done, system: System): string[] {
  const { files, result, options, notes } = done;
  const short = relative(system.cwd, done.directory);
  const where = short === "" ? "." : short.startsWith("..") ? done.directory : `.${sep}${short}`;
  const counts = options.formats.map((id) => `${String(files.filter(({ format }) => format === id).length)} ${id}`);
  const same = result.unchanged.length;
  return [
    `${String(files.length)} files in ${where}: ${counts.join(", ")}.`,
    ...(same === 0 ? [] : [`${String(same)} of them were there already and are the same.`]),
    ...ftpSentence(done),
    "",
    "Where they go",
    ...destinations(done).map(({ format, text }) => labelled(format, text)),
    ...(notes.length === 0 ? [] : ["", "What they cannot hold"]),
    ...notes.map(({ text, formats }) => `  ${text} [${formats.join(", ")}]`),
  ];
}

const json = (done: Done): string =>
  jsonText({
    plan_id: done.plan.training_plan.plan_id,
    directory: done.directory,
    formats: done.options.formats,
    plan_ftp_watts: done.plan.training_plan.plan_metadata.current_ftp,
    ftp_watts: done.options.ftpWatts ?? done.plan.training_plan.plan_metadata.current_ftp,
    files: done.files.map(({ format, path, bytes }) => ({ format, path, bytes: bytes.length })),
    unchanged: done.result.unchanged.length,
    notes: done.notes,
    destinations: destinations(done),
    zwift_folders: done.folders.map(({ path }) => path),
    installed:
      done.installed === undefined
        ? null
        : { directory: done.installed.folder.path, files: done.installed.result.written },
  });

/** `export [PLAN]`: a plan as files for the bike, the calendar and paper; ends with where they go. */
export const exportFiles: Action = async (call) => {
  const { system, args, flags, isJson } = call;
  const settings = await resolveSettings(system, {});
  const options = optionsOf(call);
  const { path } = await findPlan(planSearch(system, settings, args[0]));
  const plan = await readPlan(path);
  const planId = plan.training_plan.plan_id;
  const folders = options.formats.includes("zwo") || flags.install === true ? await findZwiftFolders(system) : [];
  const folder = flags.install === true ? installFolder(folders, options) : undefined;
  const directory = pathFrom(system, textFlag(flags, "out") ?? join("workouts", planId));
  const force = flags.force === true;
  const progress = await progressOf(call, settings);
  const { files, result } = await progress.during("Writing your workouts", async () => {
    const made = exportPlan(plan, options);
    return { files: made, result: await writeExports(made, { directory, force }) };
  });
  const installed = folder && {
    folder,
    result: await writeExports(forZwift(files, planId), { directory: folder.path, force }),
  };
  const notes = exportNotes(plan, files);
  const done: Done = { plan, options, directory, files, result, notes, folders, ...(installed ? { installed } : {}) };
  if (isJson) system.out(json(done));
  else if (!settings.quiet) system.out(`${wrapped(lines(done, system).join("\n"), Math.min(system.width, 80))}\n`);
  return 0;
};
