import { left, right, widthOf } from "./columns.ts";
import { cleanLine } from "../base/text.ts";
import { finish, type Page } from "./page.ts";

export interface Column {
  readonly title: string;
  /** Numbers stand on the right, words on the left. */
  readonly align: "left" | "right";
}

const GAP = 2;

/** The widths that the cells ask for; where a line would be too long, the widest column gives way first. */
function widthsOf(columns: readonly Column[], rows: readonly (readonly string[])[], most: number): number[] {
  const widths = columns.map((column, index) =>
    Math.max(widthOf(column.title), ...rows.map((row) => widthOf(cleanLine(row[index] ?? "", 1000)))),
  );
  const room = most - GAP * (columns.length - 1);
  while (widths.reduce((total, width) => total + width, 0) > room) {
    const widest = Math.max(...widths);
    if (widest <= 4) break; // nothing sensible is left to cut
    widths[widths.indexOf(widest)] = widest - 1;
  }
  return widths;
}

/** Rows under titles, each column as wide as it needs, never wider than the page. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[], page: Page): string[] {
  const widths = widthsOf(columns, rows, page.width);
  const line = (cells: readonly string[]): string =>
    columns
      .map(({ align }, index) => (align === "left" ? left : right)(cells[index] ?? "", widths[index] ?? 0))
      .join(" ".repeat(GAP));
  return finish([page.paint.heading(line(columns.map((column) => column.title))), ...rows.map(line)], page);
}
