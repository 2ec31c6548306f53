import { plainNumber } from "./units.ts";
import { finish, type Page } from "./page.ts";
import { table, type Column } from "./table.ts";

/** How many forms of a level can fill a length, and whether the limits of training science 5.2 allow any there. */
export interface CoverageCell {
  readonly minutes: number;
  readonly forms: number;
  readonly isFeasible: boolean;
}

export interface CoverageRow {
  readonly type: string;
  readonly family: string;
  readonly level: number;
  /** One for each length, in rising order; the same lengths in every row. */
  readonly cells: readonly CoverageCell[];
}

/** `-` where no ride of this length can be feasible, `MISSING` where one should be there and is not. */
function cellText({ forms, isFeasible }: CoverageCell): string {
  if (forms > 0) return String(forms);
  return isFeasible ? "MISSING" : "-";
}

/** Forms by type, family, level and minutes. */
export function coverageTable(rows: readonly CoverageRow[], page: Page): string[] {
  const lengths = rows[0]?.cells.map((cell) => cell.minutes) ?? [];
  const columns: Column[] = [
    { title: "type", align: "left" },
    { title: "family", align: "left" },
    { title: "level", align: "right" },
    ...lengths.map((minutes, index): Column => {
      const more = index === lengths.length - 1 ? "+" : "";
      return { title: `${plainNumber(minutes)}${more} min`, align: "right" };
    }),
  ];
  const cells = rows.map((row) => [row.type, row.family, String(row.level), ...row.cells.map(cellText)]);
  const missing = rows.flatMap((row) => row.cells).filter((cell) => cell.forms === 0 && cell.isFeasible).length;
  const verdict =
    missing === 0
      ? page.paint.good("Every length that is feasible has a form.")
      : page.paint.bad(`${String(missing)} without a form.`);
  return finish([...table(columns, cells, page), "", verdict], page);
}
