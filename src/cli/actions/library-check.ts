import { join } from "node:path";
import { jsonText } from "../../base/json.ts";
import { checkLibrary, type LibraryCheck } from "../../library/check.ts";
import { MINUTE_BOXES } from "../../library/coverage.ts";
import { readCheckedLibrary } from "../../storage/library-files.ts";
import type { Action } from "../command-spec.ts";
import { wrapped } from "../wrap.ts";

/** Type by level by minutes: how many different workouts fit. */
function coverageLines({ coverage }: LibraryCheck): string[] {
  const last = MINUTE_BOXES.at(-1);
  const head = MINUTE_BOXES.map((box) => `${String(box)}${box === last ? "+" : ""}`.padStart(6)).join("");
  const lines = [`Different workouts by type, level and minutes of the day:`, `${"".padEnd(20)}${head}`];
  const rows = new Map<string, string>();
  for (const { type, level, forms } of coverage) {
    const label = `${type.padEnd(12)}${String(level).padStart(4)}`.padEnd(20);
    rows.set(label, (rows.get(label) ?? "") + (forms === 0 ? "-" : String(forms)).padStart(6));
  }
  return [...lines, ...[...rows].map(([label, cells]) => label + cells)];
}

/** `library check`: proves by simulation that label and content agree; exit code 1 where they do not. */
export const libraryCheck: Action = async ({ system, isJson }) => {
  const library = await readCheckedLibrary(join(system.packageDirectory, "library"));
  const check = checkLibrary(library);
  const isFine = check.findings.length === 0;
  if (isJson) system.out(jsonText({ ok: isFine, library_version: library.version, ...check }));
  else {
    const findings = check.findings.map(({ check: id, where, message, numbers }) => {
      const shown = Object.entries(numbers).map(([name, value]) => `${name} ${String(value)}`);
      return `  ${id}  ${where}: ${message}${shown.length > 0 ? ` (${shown.join(", ")})` : ""}`;
    });
    const count = String(library.workouts.length);
    const verdict = isFine
      ? `Library ${library.version}: ${count} workouts, everything holds.`
      : `Library ${library.version}: ${count} workouts, ${String(check.findings.length)} findings:`;
    system.out(
      `${wrapped([...coverageLines(check), "", verdict, ...findings].join("\n"), Math.min(system.width, 80))}\n`,
    );
  }
  return isFine ? 0 : 1;
};
