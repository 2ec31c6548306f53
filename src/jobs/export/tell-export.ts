import { relative, sep } from "node:path";
import { WEEKDAYS } from "../../base/calendar.ts";
import { joinWords } from "../../base/text.ts";
import { timeOfDay, type Measures } from "../../plan/measures.ts";
import { BUNDLES } from "../../export/bundles.ts";
import type { ExportedFile, ExportNote, ExportOptions } from "../../export/export-plan.ts";
import { FORMATS } from "../../export/formats.ts";
import type { PlanFile } from "../../plan/schema.ts";
import { counted } from "../../report/units.ts";
import type { WrittenExports } from "../../storage/export-files.ts";
import type { ZwiftFolder } from "../../storage/zwift-folder.ts";
import { wrapped } from "../../report/wrap.ts";

/** Everything that an export did, for both ways of telling it. */
export interface Exported {
  readonly plan: PlanFile;
  readonly options: ExportOptions;
  readonly directory: string;
  readonly files: readonly ExportedFile[];
  readonly result: WrittenExports;
  readonly notes: readonly ExportNote[];
  readonly folders: readonly ZwiftFolder[];
  /** Nothing was written. */
  readonly isDryRun: boolean;
  readonly installed: { readonly folder: ZwiftFolder; readonly result: WrittenExports } | undefined;
}

const ftpSentence = ({ plan, options }: Exported): string[] => {
  const planned = plan.training_plan.plan_metadata.current_ftp;
  const { ftpWatts } = options;
  if (ftpWatts === undefined || ftpWatts === planned) return [];
  if (planned === undefined) return [`Watts are for an FTP of ${ftpWatts} W; the plan was made without power.`];
  return [`Watts are for an FTP of ${ftpWatts} W; the plan was made for ${planned} W. Percent is as it was.`];
};

/** When sessions begin in a calendar, as it was understood. */
function startSentence({ options }: Exported, measures: Measures): string[] {
  const { daily, byWeekday = {}, event } = options.starts ?? {};
  const at = (minutes: number | undefined, whom: string): string[] =>
    minutes === undefined ? [] : [`${whom} at ${timeOfDay(minutes, measures)}`];
  const days = WEEKDAYS.flatMap((day) => at(byWeekday[day], `${day.charAt(0).toUpperCase()}${day.slice(1)}`));
  const all = [...at(daily, days.length === 0 ? "sessions" : "other days"), ...days, ...at(event, "your event")];
  return all.length === 0 ? [] : [`In the calendar: ${joinWords(all)}.`];
}

/** Where ZWO files go that are not for Zwift. */
const OTHER_PROGRAMS = {
  trainingpeaks: "Import the files into your workout library in TrainingPeaks.",
  mywhoosh: "Import the files into MyWhoosh's own workouts; it shows them by their file names.",
} as const;

function destinationOf(id: string, { folders, installed, options }: Exported): string {
  const sentence = FORMATS.find((format) => format.id === id)?.destination ?? "";
  if (id !== "zwo") return sentence;
  const { target = "zwift" } = options;
  if (target !== "zwift") return OTHER_PROGRAMS[target];
  if (installed) return `Copied to ${installed.folder.path}. Start Zwift again to see them.`;
  const [only, ...others] = folders;
  if (only === undefined || others.length > 0) return sentence;
  return `Zwift keeps its workouts in ${only.path}: run the command again with --install, or copy the week folders there.`;
}

function destinations(done: Exported): { format: string; text: string }[] {
  const { bundle } = done.options;
  if (bundle !== undefined) return [{ format: bundle, text: BUNDLES[bundle].destination }];
  return done.options.formats.map((format) => ({ format, text: destinationOf(format, done) }));
}

const LABEL_COLUMNS = 13;

/** A label, and its text beside it; a path that is too long for a line stays whole, so that it can be copied. */
function labelled(label: string, text: string, width: number): string {
  const columns = Math.max(LABEL_COLUMNS, label.length + 4);
  const [first = "", ...others] = wrapped(text, width - columns).split("\n");
  return [`  ${label.padEnd(columns - 2)}${first}`, ...others.map((line) => " ".repeat(columns - 2) + line)].join("\n");
}

/** What was written, where it goes and what it cannot hold. */
export function exportedText(
  done: Exported,
  { cwd, width: columns, measures }: { readonly cwd: string; readonly width: number; readonly measures: Measures },
): string {
  const width = Math.min(columns, 80);
  const { files, result, options, notes } = done;
  const short = relative(cwd, done.directory);
  const where = short === "" ? "." : short.startsWith("..") ? done.directory : `.${sep}${short}`;
  const counts = options.formats.map((id) => `${files.filter(({ format }) => format === id).length} ${id}`);
  const same = result.unchanged.length;
  const lines = [
    `${counted(files.length, "file")} ${done.isDryRun ? "would go to" : "in"} ${where}: ${counts.join(", ")}.`,
    ...(same === 0 ? [] : [`${same} of them were there already and are the same.`]),
    ...(result.removed.length === 0
      ? []
      : [
          `${counted(result.removed.length, "file")} of before ${result.removed.length === 1 ? "is" : "are"} removed: the plan was changed or moved.`,
        ]),
    ...ftpSentence(done),
    ...startSentence(done, measures),
    "",
    "Where they go",
    ...destinations(done).map(({ format, text }) => labelled(format, text, width)),
    ...(notes.length === 0 ? [] : ["", "What they cannot hold"]),
    ...notes.map(({ text, formats }) => `  ${text} [${formats.join(", ")}]`),
  ];
  return lines.map((line) => (line.includes("\n") ? line : wrapped(line, width))).join("\n");
}

/** The same for programs. */
export const exportedJson = (done: Exported) => ({
  plan_id: done.plan.training_plan.plan_id,
  directory: done.directory,
  formats: done.options.formats,
  bundle: done.options.bundle,
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
