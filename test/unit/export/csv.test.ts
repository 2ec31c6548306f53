import { describe, expect, it } from "vitest";
import { csv } from "../../../src/export/csv.ts";
import { seasonOf } from "../../../src/export/session.ts";
import { aPlan } from "../../support/a-plan.ts";
import { planWith } from "./a-ride.ts";

/** Cells as RFC 4180 has them. */
function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  const pattern = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g;
  for (const [, quoted, plain, end] of text.replace(/^\ufeff/, "").matchAll(pattern)) {
    rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain ?? "");
    if (end === "\r\n") rows.push([]);
    if (end === "") break;
  }
  return rows.filter((row) => row.length > 1);
}

const write = (plan = aPlan()): string => String(csv(seasonOf(plan, {})).content);
const named = (name: string, description = ""): string[] => cellsOf(write(planWith({ name, description })))[2]!;
const NAME = 7;
const DESCRIPTION = 14;

describe("spreadsheet", () => {
  it("writes a row for every day, rest included, behind a head", () => {
    const rows = cellsOf(write());
    expect(rows).toHaveLength(1 + 4 * 7);
    expect(rows.every((row) => row.length === rows[0]!.length)).toBe(true);
    expect(rows[0]![NAME]).toBe("name");
    expect(rows[0]![DESCRIPTION]).toBe("description");
    expect(rows[2]).toMatchInlineSnapshot(`
      [
        "2026-12-08",
        "Tuesday",
        "1",
        "base",
        "base",
        "sweetspot",
        "key",
        "Sweet spot 3 x 15",
        "80",
        "85.7",
        "80.2",
        "4",
        "",
        "10 min warm up 45 to 75 %; 3 x (15 min work 88-92 %, 5 min easy 55 %); 10 min cool down 60 to 40 %",
        "Trains the power that you hold for hours. Ride every interval evenly.",
      ]
    `);
  });

  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "  =1", "＝1", "\t=1", "\n=1", "\r=1", '"=1', '=HYPERLINK("x")'])(
    "keeps %j from becoming a formula",
    (name) => {
      expect(named(name)[NAME]).toMatch(/^"?'/);
      expect(named(name)[NAME]).not.toMatch(/^[\s"]*[=+\-@＝]/);
    },
  );

  it("keeps text that another spreadsheet would cut into cells from becoming one", () => {
    expect(named("a;=1+1")[NAME]).toBe("a;'=1+1");
    expect(named("a", "line\n=1+1")[DESCRIPTION]).toBe("line =1+1");
    expect(
      write(planWith({ name: "a,=1\n=2" }))
        .split("\r\n")
        .every((line) => !/^[=+@-]/.test(line)),
    ).toBe(true);
  });

  it("keeps commas, quotes and emoji as they are, once quoted", () => {
    expect(named('Über, "hard" 🚴')[NAME]).toBe('Über, "hard" 🚴');
  });

  it("has no range that a spreadsheet takes for a date", () => {
    expect(write()).not.toMatch(/"\d+-\d+"/);
  });

  it("leaves the effort of a test open", () => {
    expect(cellsOf(write(planWith({ role: "test" })))[2]![11]).toBe("");
    expect(cellsOf(write(planWith({})))[2]![11]).toBe("4");
  });
});
