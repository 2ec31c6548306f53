import { EXPERIENCE_LEVELS } from "../athlete/schema.ts";
import type { CoverageRow } from "../library/coverage.ts";
import { wrap } from "./columns.ts";
import { finish, type Page } from "./page.ts";
import { table, type Column } from "./table.ts";

/** `0/2/3`: forms that a beginner, an intermediate and an advanced rider can finish; `!` where one has too few. */
function cellText({ forms, byRider, short }: CoverageRow): string {
  if (forms === 0 && short.length === 0) return "-";
  const counts = EXPERIENCE_LEVELS.map((level) => String(byRider[level])).join("/");
  return `${counts}${short.length === 0 ? "" : "!"}`;
}

const LEGEND =
  `Different forms that fit such a day, for each rider (${EXPERIENCE_LEVELS.join("/")}) only those whose every step ` +
  "is feasible. A dash: nothing of this level fits. An exclamation mark: fewer than two where the ladder's own step fits.";

/** A line for each type and level, a column for each length of a day. */
export function coverageLines(rows: readonly CoverageRow[], page: Page): string[] {
  const lengths = [...new Set(rows.map((row) => row.minutes))].sort((a, b) => a - b);
  const levels = new Map<string, CoverageRow[]>();
  for (const row of rows) {
    const key = `${row.type} ${row.level}`;
    levels.set(key, [...(levels.get(key) ?? []), row]);
  }
  const columns: Column[] = [
    { title: "type", align: "left" },
    { title: "level", align: "right" },
    ...lengths.map((minutes, index): Column => {
      const more = index === lengths.length - 1 ? "+" : "";
      return { title: `${minutes}${more} min`, align: "right" };
    }),
  ];
  const lines = Array.from(levels.values(), (cells) => [
    cells[0]?.type ?? "",
    String(cells[0]?.level ?? ""),
    ...lengths.map((minutes) =>
      cells
        .filter((cell) => cell.minutes === minutes)
        .map(cellText)
        .join(""),
    ),
  ]);
  return finish([...table(columns, lines, page), "", ...wrap(LEGEND, page.width).map(page.paint.quiet)], page);
}
