import { describe, expect, it } from "vitest";
import { widthOf } from "../../../src/report/columns.ts";
import { coverageTable } from "../../../src/report/library-table.ts";
import { plainPage } from "../../../src/report/page.ts";
import { table } from "../../../src/report/table.ts";

describe("a table", () => {
  const columns = [
    { title: "name", align: "left" },
    { title: "load", align: "right" },
  ] as const;

  it("is as wide as its cells ask for, numbers on the right", () => {
    expect(
      table(
        columns,
        [
          ["Sweet spot 日本", "82.4"],
          ["Easy", "9"],
        ],
        plainPage,
      ),
    ).toEqual(["name             load", "Sweet spot 日本  82.4", "Easy                9"]);
  });

  it("cuts the widest column where the page ends", () => {
    const lines = table(columns, [["x".repeat(200), "82.4"]], plainPage);
    for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(80);
    expect(lines[1]).toMatch(/x…\s+82\.4$/);
  });
});

describe("the coverage of a library", () => {
  const cells = (forms: readonly number[]) =>
    [30, 60, 120].map((minutes, index) => ({ minutes, forms: forms[index] ?? 0, isFeasible: minutes >= 60 }));

  it("tells what is there, what cannot be and what is missing", () => {
    const rows = [
      { type: "threshold", family: "threshold", level: 1, cells: cells([0, 3, 0]) },
      { type: "vo2max", family: "vo2max_long", level: 10, cells: cells([1, 2, 2]) },
    ];
    expect(coverageTable(rows, plainPage)).toEqual([
      "type       family       level  30 min  60 min  120+ min",
      "threshold  threshold        1       -       3   MISSING",
      "vo2max     vo2max_long     10       1       2         2",
      "",
      "1 without a form.",
    ]);
    expect(coverageTable(rows.slice(1), plainPage).at(-1)).toBe("Every length that is feasible has a form.");
  });
});
