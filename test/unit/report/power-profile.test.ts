import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Page } from "../../../src/report/page.ts";
import { plainPage } from "../../support/a-page.ts";
import { plainPaint } from "../../../src/report/paint.ts";
import { powerProfile } from "../../../src/report/power-profile.ts";
import { widthOf } from "../../../src/report/columns.ts";
import { stepsOf } from "../../../src/workout/expand.ts";
import type { SegmentJson } from "../../../src/workout/schema.ts";
import { intervals, steady } from "../../support/a-plan.ts";

const draw = (segments: readonly SegmentJson[], page: Page = plainPage): string[] =>
  powerProfile(stepsOf({ segments: [...segments] }), page);

const ascii: Page = { ...plainPage, unicode: false };

describe("power profile", () => {
  it("draws power upwards and time to the right", () => {
    const ramp: SegmentJson = {
      type: "ramp",
      duration_min: 10,
      power_start_pct: 0,
      power_end_pct: 100,
      description: "",
    };
    expect(draw([ramp, steady(10, 50)], { ...ascii, width: 49 })).toEqual([
      " 100 % |                   #                    ",
      "       |                 ###                    ",
      "  80 % |               #####                    ",
      "       |             #######                    ",
      "  60 % |           #########                    ",
      "       |         ###############################",
      "  40 % |       #################################",
      "       |     ###################################",
      "  20 % |   #####################################",
      "       | #######################################",
      "       ++---------+---------+---------+---------",
      "        0:00      0:05      0:10      0:15",
    ]);
  });

  it("marks what changes too fast for a column instead of making it up", () => {
    const micro: SegmentJson = {
      type: "interval",
      sets: 60,
      work: { duration_min: 0.25, power_low_pct: 120, power_high_pct: 120 },
      recovery: { duration_min: 0.25, power_low_pct: 50, power_high_pct: 50 },
      description: "",
    };
    const lines = draw([micro], { ...ascii, width: 60 });
    const top = lines[0]?.slice(8) ?? "";
    const bottom = lines.at(-3)?.slice(8) ?? "";
    expect(top.replaceAll(":", "")).toBe("");
    expect(bottom).toMatch(/^#+$/);
  });

  it("draws a clear edge where a step begins a little inside a column", () => {
    const lines = draw([steady(10.1, 50), steady(29.9, 100)], { ...ascii, width: 49 }); // 60 s a column
    expect(lines[0]?.slice(8)).toBe(" ".repeat(10) + "#".repeat(30));
  });

  it.each([
    { percent: 65, top: "100 %" },
    { percent: 118, top: "120 %" },
    { percent: 140, top: "140 %" },
    { percent: 200, top: "200 %" },
    { percent: 300, top: "300 %" },
    { percent: 800, top: "800 %" },
  ])("finds a scale for $percent %, and shows FTP on it", ({ percent, top }) => {
    const lines = draw([steady(10, percent)]);
    expect(lines.find((line) => line.includes("%"))).toContain(top);
    expect(lines.some((line) => line.startsWith(" 100 %"))).toBe(true);
  });

  it("colours a power by its zone", () => {
    const page: Page = { ...plainPage, paint: { ...plainPaint, zone: (level, text) => `<${level}:${text}>` } };
    const bottom = draw([steady(10, 65), steady(10, 110)], page).at(-3) ?? "";
    expect(bottom).toMatch(/<2:█+><5:█+>$/);
  });

  it("is nothing where nothing is ridden", () => {
    expect(draw([])).toEqual([]);
  });

  it("keeps inside the page for any ride", () => {
    const any = fc.array(fc.tuple(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 0, max: 800 })), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(any, fc.integer({ min: 40, max: 120 }), (parts, width) => {
        const lines = draw([...parts.map(([minutes, percent]) => steady(minutes, percent)), intervals], {
          ...plainPage,
          width,
        });
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width);
      }),
      { numRuns: 50 },
    );
  });
});
