import { jsonText } from "../../../../base/json.ts";
import type { LibraryFinding } from "../../../../library/check-workout.ts";
import { checkLibrary } from "../../../../library/check.ts";
import { climbLines, coverageLines } from "../../../../report/library-table.ts";
import { readCheckedShipped } from "../../../../storage/checked-shipped.ts";
import { shippedIn } from "../../../../storage/shipped-library.ts";
import type { Run } from "../../../command.ts";
import { libraryFor } from "../../../library-for.ts";
import { pageFor } from "../../../page.ts";
import { progressOf } from "../../../progress.ts";
import { resolveSettings } from "../../../settings.ts";
import { wrapped } from "../../../../report/wrap.ts";
import type { libraryCheckSpec } from "./spec.ts";

function findingLine({ check, where, message, numbers }: LibraryFinding): string {
  const shown = Object.entries(numbers).map(([name, value]) => `${name} ${value}`);
  return `  ${check}  ${where}: ${message}${shown.length > 0 ? ` (${shown.join(", ")})` : ""}`;
}

/** `library check`: proves by simulation that label and content agree; exit code 1 where they do not. */
export const libraryCheck: Run<typeof libraryCheckSpec> = async ({ system, flags, isJson }) => {
  const library =
    flags.library === undefined
      ? await readCheckedShipped(shippedIn(system.packageDirectory))
      : await libraryFor(system, flags.library);
  const settings = await resolveSettings(system, {});
  const progress = await progressOf(system, settings, { isJson });
  const check = await progress.during("Simulating every workout", () => Promise.resolve(checkLibrary(library)));
  const isFine = check.findings.length === 0;
  if (isJson) system.out(jsonText({ ok: isFine, library_version: library.version, ...check }));
  else {
    const page = await pageFor(system, settings);
    const verdict = isFine ? "everything holds." : `${check.findings.length} findings:`;
    const lines = [
      `Library ${library.version}: ${library.workouts.length} workouts, ${verdict}`,
      ...check.findings.map(findingLine),
    ];
    const tables = [...coverageLines(check.coverage, page), "", ...climbLines(check.climb, page)];
    system.out(`${[...tables, "", ...lines.map((line) => wrapped(line, page.width))].join("\n")}\n`);
  }
  return isFine ? 0 : 1;
};
