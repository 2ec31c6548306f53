import { hanging, left, widthOf, wrap } from "./columns.ts";
import { finish, type Page } from "./page.ts";

/** A line of a moment: a label in a column of its own, or none. */
export interface ShownLine {
  readonly label: string;
  readonly text: string;
}

/** One moment: lines whose labels stand in one column; a line without one goes on below the text above it. */
export function momentLines(lines: readonly ShownLine[], page: Page): string[] {
  const column = Math.max(...lines.map(({ label }) => widthOf(label)));
  const shown = lines.flatMap(({ label, text }) =>
    column === 0 ? wrap(text, page.width) : hanging(left(label, column + 2), text, page.width),
  );
  return finish(shown, page);
}
