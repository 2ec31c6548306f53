import { describe, expect, it } from "vitest";
import type { Profile } from "../../../../src/athlete/schema.ts";
import { ftpOutlook } from "../../../../src/periodization/intake/ftp-outlook.ts";
import { aProfile } from "../a-basis.ts";

/** Gain in percent by level after 4, 8, 12, 16 and 24 weeks of 6 to 10 hours: the table of section 6. */
const TABLE = [
  ["beginner", [5.9, 9.9, 12.6, 14.4, 16.4]],
  ["intermediate", [3.3, 5.5, 7, 8, 9.1]],
  ["advanced", [2, 3.3, 4.2, 4.8, 5.5]],
] as const;

/** Watts of a rider of 1,000, so that a watt is a tenth of a percent. */
const gainOf = (weeks: number, change: Partial<Profile> = {}): number =>
  (ftpOutlook(aProfile({ ftp: 1000, ...change }), weeks, undefined).expected.model - 1000) / 10;

describe("what a rider may expect", () => {
  it.each(TABLE)("%s: %j percent", (level, gains) => {
    [4, 8, 12, 16, 24].forEach((weeks, i) => {
      expect(Math.abs(gainOf(weeks, { experience_level: level }) - (gains[i] ?? 0))).toBeLessThan(0.11);
    });
  });

  it("is less with few hours and from fifty years on, more with many hours", () => {
    const usual = gainOf(12);
    const changed: [Partial<Profile>, number][] = [
      [{ weekly_hours_available: 3.9 }, 0.6],
      [{ weekly_hours_available: 4 }, 0.8],
      [{ weekly_hours_available: 6 }, 1],
      [{ weekly_hours_available: 10.1 }, 1.1],
      [{ age: 49 }, 1],
      [{ age: 50 }, 0.85],
      [{ age: 60 }, 0.7],
    ];
    for (const [change, factor] of changed) expect(gainOf(12, change)).toBeCloseTo(usual * factor, 0);
  });

  it("is a range from half to one and a half of it", () => {
    const { expected } = ftpOutlook(aProfile(), 12, undefined);
    // 250 W and 7.0 percent.
    expect(expected).toEqual({ low: 259, model: 267, high: 276 });
  });
});

describe("the FTP to aim for", () => {
  it("is 5 percent more, never above the model", () => {
    expect(ftpOutlook(aProfile({ ftp: 300 }), 12, undefined).targetFtp).toBe(315);
    const short = ftpOutlook(aProfile({ ftp: 300, experience_level: "advanced" }), 4, undefined);
    expect(short.targetFtp).toBe(short.expected.model);
    expect(short.targetFtp).toBeLessThan(315);
  });

  it("is the rider's own where one was given, flagged above one and a half times the model, and more so above two and a half", () => {
    const given = (target: number) => ftpOutlook(aProfile(), 12, target);
    expect(given(275)).toMatchObject({ targetFtp: 275, warning: undefined });
    expect(given(280)).toMatchObject({ targetFtp: 280, warning: expect.stringContaining("is ambitious") as unknown });
    expect(given(300)).toMatchObject({ targetFtp: 300, warning: expect.stringContaining("distant goal") as unknown });
  });
});
