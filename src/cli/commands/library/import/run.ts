import { numberReader } from "../../../../athlete/parse-number.ts";
import { quoted } from "../../../../athlete/parse-reading.ts";
import { ACCEPTED } from "../../../../athlete/accepted-range.ts";
import { PlanError } from "../../../../base/errors.ts";
import { jsonText } from "../../../../base/json.ts";
import { importLibrary, type ImportedLibrary } from "../../../../jobs/library/import-library.ts";
import { importPage } from "../../../../report/import.ts";
import { writeExports } from "../../../../storage/export-files.ts";
import { readShippedFiles, readShippedLibrary, shippedIn } from "../../../../storage/shipped-library.ts";
import { workoutFilesAt } from "../../../../storage/workout-files.ts";
import type { Run } from "../../../command.ts";
import { pathFrom } from "../../../input.ts";
import { pageFor } from "../../../page.ts";
import { progressOf, type Progress } from "../../../progress.ts";
import { resolveSettings } from "../../../settings.ts";
import { shortPath } from "../../../short-path.ts";
import { shellWord } from "../../../shell-word.ts";
import type { System } from "../../../system.ts";
import { wrapped } from "../../../../report/wrap.ts";
import type { libraryImportSpec } from "./spec.ts";

const OUT = "my-library";

function ftpOf(typed: string | undefined): { ftpWatts?: number } {
  if (typed === undefined) return {};
  const reading = numberReader({ ...ACCEPTED.ftpWatts, unit: "watts", units: { w: 1, watt: 1, watts: 1 } })(typed);
  if (reading.kind === "value") return { ftpWatts: reading.value };
  throw new PlanError({
    code: "INPUT_INVALID",
    message: `--ftp: ${quoted(typed)} -> ${reading.expected}`,
    hint: "Name the FTP that files in watts were made for.",
  });
}

const encoded = (path: string, value: unknown) => ({ path, bytes: new TextEncoder().encode(jsonText(value)) });

async function written(imported: ImportedLibrary, { directory, force }: { directory: string; force: boolean }) {
  const { manifest, files } = imported;
  return writeExports(
    [...files.map((file) => encoded(`${file.family}.json`, file)), encoded("manifest.json", manifest)],
    { directory, force },
  );
}

/** A signal that came while files were being read is heard only when the event loop turns. */
async function stopIfCancelled({ isCancelled }: System): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  if (!isCancelled()) return;
  throw new PlanError({
    code: "CANCELLED",
    message: "Stopped. No file was changed.",
    hint: "Run the command again to start over.",
  });
}

/** Files that none of the rider's workouts came from are an error of the input as a whole, told file by file. */
const NOTHING_IMPORTED_EXIT = 2;

function jsonOf(imported: ImportedLibrary, directory: string, count: number): string {
  return jsonText({
    directory: count === 0 ? null : directory,
    imported: count,
    left_out: imported.reports.length - count,
    files: imported.reports,
    findings: imported.findings,
  });
}

/** A reader says it of a file that it could have read. */
const WANTS_FTP = "of which FTP";

function ftpHint({ reports }: ImportedLibrary): string[] {
  const isWanted = reports.some((report) => report.kind === "left-out" && report.message.includes(WANTS_FTP));
  return isWanted ? ["Files in watts are read when you say for which FTP they were made: --ftp WATTS."] : [];
}

function closing(imported: ImportedLibrary, { count, where }: { count: number; where: string }): string[] {
  if (count === 0) return [...ftpHint(imported), "Nothing was written."];
  const { findings } = imported;
  const verdict =
    findings.length === 0
      ? "Checked like our own: every promise holds."
      : `The check found: ${findings.map(({ where: at, message }) => `${at}: ${message}`).join("; ")}`;
  return [
    ...ftpHint(imported),
    verdict,
    "",
    `The library is in ${where}.`,
    `Next:  cycling-plan generate --library ${where}`,
  ];
}

/** Told, and looked whether to stop, once in so many files: a look at the event loop costs as much as reading one. */
const TOLD_EVERY = 25;

async function imported(
  system: System,
  path: string,
  { ftp, progress }: { ftp: string | undefined; progress: Progress },
) {
  const options = ftpOf(ftp);
  return progress.during("Reading your workouts", async (tell) => {
    const files = await workoutFilesAt(pathFrom(system, path));
    const shipped = shippedIn(system.packageDirectory);
    const ours = { library: await readShippedLibrary(shipped), files: await readShippedFiles(shipped) };
    const between = async (done: number, of: number): Promise<void> => {
      if (done % TOLD_EVERY !== 0 && done !== of) return;
      tell(done === of ? "Checking them like our own" : `Reading your workouts: ${done} of ${of}`);
      await stopIfCancelled(system);
    };
    return importLibrary(files, ours, { ...options, between });
  });
}

/** `library import PATH`: a rider's own workouts as a library that plans can use; a report for each file. */
export const libraryImport: Run<typeof libraryImportSpec> = async ({ system, args: [from], flags, isJson }) => {
  const settings = await resolveSettings(system, {});
  const directory = pathFrom(system, flags.out ?? OUT);
  const progress = await progressOf(system, settings, { isJson });
  const result = await imported(system, from, { ftp: flags.ftp, progress });
  const count = result.reports.filter(({ kind }) => kind === "imported").length;
  await stopIfCancelled(system);
  if (count > 0) await written(result, { directory, force: flags.force === true });
  if (isJson) system.out(jsonOf(result, directory, count));
  else {
    const page = await pageFor(system, settings);
    const where = shortPath(system, directory);
    const last = closing(result, { count, where: shellWord(where, system.platform) }).map((line) =>
      wrapped(line, page.width),
    );
    system.out(`${[...importPage(result.reports, page), ...last].join("\n")}\n`);
  }
  if (count === 0) return NOTHING_IMPORTED_EXIT;
  return result.findings.length === 0 ? 0 : 1;
};
