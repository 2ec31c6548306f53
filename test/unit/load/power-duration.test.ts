import { describe, expect, it } from "vitest";
import { heldPower } from "../../../src/load/power-duration.ts";

const percent = (minutes: number, level: "beginner" | "intermediate" | "advanced", wPrimeSeconds?: number) => {
  const power = heldPower(minutes * 60, { level, wPrimeSeconds });
  return power === undefined ? undefined : Math.round(power * 1000) / 10;
};

describe("the power that a rider holds", () => {
  // FTP + share of W' / t with W' of 70 s: 70 / 240 = 29.2 % over FTP, of which 50, 70 and 85 %.
  it.each([
    ["beginner", 4, 114.6],
    ["intermediate", 4, 120.4],
    ["advanced", 4, 124.8],
    ["intermediate", 10, 108.2],
    ["advanced", 20, 105],
    ["beginner", 20, 102.9],
  ] as const)("of a %s for %d minutes is %d %%", (level, minutes, expected) => {
    expect(percent(minutes, level)).toBe(expected);
  });

  it("falls straight from 20 minutes to FTP at the time that FTP is held", () => {
    expect(percent(42, "intermediate")).toBe(100);
    // Half way between 20 and 42 minutes: half of 0.7 x 70 / 1200.
    expect(percent(31, "intermediate")).toBe(102);
    expect(percent(35, "beginner")).toBe(100);
    expect(percent(47, "advanced")).toBe(100);
  });

  it("says nothing of longer efforts, and no more for less than two minutes", () => {
    expect(percent(36, "beginner")).toBeUndefined();
    expect(percent(1, "advanced")).toBe(percent(2, "advanced"));
  });

  it("uses a rider's own W'", () => {
    // 20 kJ at 200 W is 100 s: 0.7 x 100 / 240.
    expect(percent(4, "intermediate", 100)).toBe(129.2);
  });
});
