import { EXPERIENCE_LEVELS } from "../athlete/schema.ts";
import type { ClimbRow } from "../library/climb.ts";
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

const CLIMB_LEGEND =
  `Load weeks until the same key work comes again on days of such a length (${EXPERIENCE_LEVELS.join("/")}), climbing a rung a week ` +
  "from the first rung of such a rider and staying on the highest that fits; below, the different key works on all of those rungs.";

function climbTableOf(
  rows: readonly ClimbRow[],
  shown: { title: string; of: (row: ClimbRow) => number },
  page: Page,
): string[] {
  const lengths = [...new Set(rows.map((row) => row.minutes))];
  const cell = (family: string, minutes: number): string =>
    EXPERIENCE_LEVELS.flatMap((level) =>
      rows.filter((row) => row.family === family && row.minutes === minutes && row.rider === level),
    )
      .map((row) => String(shown.of(row)))
      .join("/");
  const columns: Column[] = [
    { title: shown.title, align: "left" },
    ...lengths.map((minutes): Column => ({ title: `${minutes} min`, align: "right" })),
  ];
  const families = [...new Set(rows.map((row) => row.family))];
  return table(
    columns,
    families.map((family) => [family, ...lengths.map((minutes) => cell(family, minutes))]),
    page,
  );
}

/** How long each ladder has new work: a line for each ladder, a column for each length of a day, `8/9/11` for the three riders. */
export function climbLines(rows: readonly ClimbRow[], page: Page): string[] {
  const weeks = climbTableOf(rows, { title: "weeks of new work", of: (row) => row.weeks }, page);
  const works = climbTableOf(rows, { title: "key works", of: (row) => row.works }, page);
  return finish([...weeks, "", ...works, "", ...wrap(CLIMB_LEGEND, page.width).map(page.paint.quiet)], page);
}
