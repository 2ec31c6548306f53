import { describe, expect, it } from "vitest";
import { coverageTable, MINUTE_BOXES, QUALITY_TYPES } from "../../../src/library/coverage.ts";
import { shipped } from "./shipped.ts";

const table = coverageTable(shipped);

describe("coverage", () => {
  it("has a row for each type, level and box", () => {
    for (const type of QUALITY_TYPES)
      for (const minutes of MINUTE_BOXES)
        expect(table.some((row) => row.type === type && row.level === 1 && row.minutes === minutes)).toBe(true);
  });

  it("gives every rider two different first steps of each quality type in half an hour", () => {
    for (const type of QUALITY_TYPES) {
      const row = table.find((one) => one.type === type && one.level === 1 && one.minutes === 30);
      expect(row?.asked).toEqual(["beginner", "intermediate", "advanced"]);
      expect(Math.min(...Object.values(row?.byRider ?? { none: 0 }))).toBeGreaterThanOrEqual(2);
    }
  });

  it("asks for two forms only where the step itself is feasible for the rider and fits the box", () => {
    const top = table.find((row) => row.type === "threshold" && row.level === 10 && row.minutes === 120);
    expect(top?.asked).toEqual(["advanced"]);
    const tooShort = table.find((row) => row.type === "threshold" && row.level === 10 && row.minutes === 60);
    expect(tooShort?.asked).toEqual([]);
  });

  it("leaves no cell short", () => {
    expect(table.filter((row) => row.short.length > 0)).toEqual([]);
  });
});
