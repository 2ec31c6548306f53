import { describe, expect, it } from "vitest";
import { widthOf } from "../../../src/report/columns.ts";
import type { CoverageRow } from "../../../src/library/coverage.ts";
import { coverageLines } from "../../../src/report/library-table.ts";
import { plainPage } from "../../support/a-page.ts";
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
  const cell = (change: Partial<CoverageRow>): CoverageRow => ({
    type: "threshold",
    level: 1,
    minutes: 30,
    forms: 0,
    byRider: { beginner: 0, intermediate: 0, advanced: 0 },
    asked: [],
    short: [],
    ...change,
  });

  it("says for each day and rider what fits, what cannot and what is missing", () => {
    const rows = [
      cell({ minutes: 30 }),
      cell({ minutes: 60, forms: 3, byRider: { beginner: 0, intermediate: 2, advanced: 3 } }),
      cell({ minutes: 120, short: ["beginner"] }),
      cell({ level: 10, minutes: 60, forms: 12, byRider: { beginner: 0, intermediate: 0, advanced: 12 } }),
    ];
    expect(coverageLines(rows, plainPage).slice(0, 3)).toEqual([
      "type       level  30 min  60 min  120+ min",
      "threshold      1       -   0/2/3    0/0/0!",
      "threshold     10          0/0/12",
    ]);
  });
});
