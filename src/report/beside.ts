import { hanging, left, right, widthOf, wrap } from "./columns.ts";
import type { Page } from "./page.ts";

/** Plans side by side: a row a figure, a column a plan. */
export interface Beside {
  readonly plans: readonly string[];
  readonly rows: readonly { readonly label: string; readonly values: readonly string[] }[];
  /** Load of each week, a list a plan. */
  readonly loads: readonly (readonly number[])[];
  /** Where they part, in a sentence. */
  readonly parts: string;
}

const isAlike = ({ values }: Beside["rows"][number]): boolean => values.every((value) => value === values[0]);

/** What all of them have alike, once. */
function alikeLines(rows: Beside["rows"], page: Page): string[] {
  const alike = rows.map(({ label, values }) => `${label === "FTP" ? label : label.toLowerCase()} ${values[0] ?? ""}`);
  return alike.length === 0 ? [] : hanging("Alike in all: ", alike.join(", "), page.width);
}

/** A row a figure that differs where the columns fit the page, else a block a plan; then what is alike, and the weeks. */
export function besideLines({ plans, rows: all, loads, parts }: Beside, page: Page): string[] {
  const rows = all.filter((row) => !isAlike(row));
  const label = Math.max(0, ...rows.map((row) => widthOf(row.label)));
  const column = plans.map(
    (plan, i) => Math.max(widthOf(plan), ...rows.map((row) => widthOf(row.values[i] ?? ""))) + 3,
  );
  const fits = label + column.reduce((sum, width) => sum + width, 0) <= page.width;
  const table =
    rows.length === 0
      ? []
      : fits
        ? [
            left("", label) + plans.map((plan, i) => right(plan, column[i] ?? 0)).join(""),
            ...rows.map(
              (row) => left(row.label, label) + row.values.map((value, i) => right(value, column[i] ?? 0)).join(""),
            ),
          ]
        : plans.flatMap((plan, i) => [
            ...(i === 0 ? [] : [""]),
            page.paint.heading(plan),
            ...rows.flatMap((row) => hanging(`  ${left(row.label, label)}  `, row.values[i] ?? "", page.width)),
          ]);
  const name = Math.max(...plans.map(widthOf));
  const digits = Math.max(3, ...loads.flat().map((load) => String(load).length));
  const perLine = Math.max(1, Math.floor((page.width - name - 5) / (digits + 1)));
  const loadLines = plans.flatMap((plan, i) => {
    const cells = (loads[i] ?? []).map((load) => right(String(load), digits));
    const lines: string[] = [];
    for (let at = 0; at < cells.length; at += perLine)
      lines.push(`  ${left(at === 0 ? plan : "", name)}  ${cells.slice(at, at + perLine).join(" ")}`);
    return lines;
  });
  return [
    ...table,
    ...alikeLines(all.filter(isAlike), page),
    "",
    "Load by week",
    ...loadLines,
    "",
    ...wrap(parts, page.width),
  ];
}
