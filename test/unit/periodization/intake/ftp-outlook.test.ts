import { describe, expect, it } from "vitest";
import type { Profile } from "../../../../src/athlete/schema.ts";
import type { OverviewWeek } from "../../../../src/plan/schema.ts";
import { ftpOutlook, plannedGain, type PlannedGain } from "../../../../src/periodization/intake/ftp-outlook.ts";
import { aProfile, dayOf, START } from "../a-basis.ts";

/** Gain in percent by level after 4, 8, 12, 16 and 24 weeks of 6 to 10 hours: the table of section 6. */
const TABLE = [
  ["beginner", [5.9, 9.9, 12.6, 14.4, 16.4]],
  ["intermediate", [3.3, 5.5, 7, 8, 9.1]],
  ["advanced", [2, 3.3, 4.2, 4.8, 5.5]],
] as const;

/** Weeks that hold what an intermediate rider of 8 hours asks for, at 50 an hour. */
const planned = (weeks: number, change: Partial<PlannedGain> = {}): PlannedGain => ({
  start: START,
  weeks,
  weeklyHours: 30,
  weeklyLoad: 400,
  ...change,
});

/** Watts of a rider of 1,000, so that a watt is a tenth of a percent. */
const gainOf = (weeks: number, change: Partial<Profile> = {}): number =>
  (ftpOutlook(aProfile({ ftp: 1000, ...change }), planned(weeks), undefined).expected!.model - 1000) / 10;

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
    const { expected } = ftpOutlook(aProfile(), planned(12), undefined);
    // 250 W and 7.0 percent.
    expect(expected).toEqual({ low: 259, model: 267, high: 276 });
  });
});

describe("the FTP to aim for", () => {
  it("is 5 percent more, never above the model", () => {
    expect(ftpOutlook(aProfile({ ftp: 300 }), planned(12), undefined).targetFtp).toBe(315);
    const short = ftpOutlook(aProfile({ ftp: 300, experience_level: "advanced" }), planned(4), undefined);
    expect(short.targetFtp).toBe(short.expected!.model);
    expect(short.targetFtp).toBeLessThan(315);
  });

  it("is the rider's own where one was given, flagged above one and a half times the model, and more so above two and a half", () => {
    const given = (target: number) => ftpOutlook(aProfile(), planned(12), target);
    expect(given(275)).toMatchObject({ targetFtp: 275, warning: undefined });
    expect(given(280)).toMatchObject({ targetFtp: 280, warning: expect.stringContaining("is ambitious") as unknown });
    expect(given(300)).toMatchObject({ targetFtp: 300, warning: expect.stringContaining("distant goal") as unknown });
  });
});

describe("an FTP that nothing is promised on", () => {
  const outlook = (weeklyLoad: number, change: Partial<Profile> = {}, given?: number) =>
    ftpOutlook(aProfile({ ftp: 1000, ctl: 50, ...change }), planned(12, { weeklyLoad, weeklyHours: 2 }), given);

  it("is that of load weeks with .6 of the present load; the whole gain comes from .85 of it on", () => {
    // A fitness of 50 is a load of 350 a week. Two hours count .6 of the 7.0 percent: 41.9 W of 1,000.
    expect(outlook(350 * 0.85).expected!.model).toBe(1042);
    // Half way between .6 and .85: half of it.
    expect(outlook(350 * 0.725).expected!.model).toBe(1021);
    const held = outlook(350 * 0.6, { recent_weekly_hours: 8 });
    expect(held).toMatchObject({ targetFtp: 1000, expected: { low: 1000, model: 1000, high: 1000 } });
    expect(held.noAim).toEqual({
      kind: "held",
      text: "load weeks of 2 h hold 60 % of the load you ride now (8 h a week), which keeps power at best",
    });
    expect(outlook(350).noAim).toBeUndefined();
  });

  it("keeps the aim inside what is expected: a beginner of 24 weeks may expect 8 percent at least", () => {
    const { targetFtp, expected } = ftpOutlook(
      aProfile({ ftp: 1000, experience_level: "beginner" }),
      planned(24),
      undefined,
    );
    // 18 x (1 - e^-2.4) = 16.4 percent, half of it 8.2.
    expect(expected!.low).toBe(1082);
    expect(targetFtp).toBe(1082);
  });

  it("is one tested more than eight weeks before the start, or before a break: test first", () => {
    expect(outlook(350, { ftp_test_date: dayOf(-56) }).noAim).toBeUndefined();
    expect(outlook(350, { ftp_test_date: dayOf(-57) }).noAim).toEqual({
      kind: "test first",
      text: "test first, for yours is 8 weeks old when the plan starts",
    });
    expect(outlook(350, { recent_weekly_hours: 0.5 }).noAim?.text).toBe("test first, for yours is from before a break");
    expect(outlook(350, { recent_weekly_hours: 0.5, ftp_test_date: dayOf(-28) }).noAim).toBeUndefined();
    expect(outlook(350, { ftp_test_date: dayOf(-80) }, 1050)).toMatchObject({
      targetFtp: 1050,
      warning: expect.stringContaining("A target FTP of 1050 W cannot be judged yet: test first") as unknown,
    });
  });

  it("reads the load weeks of a plan: recovery and taper leave them alone", () => {
    const week = (week_type: OverviewWeek["week_type"], target_hours: number) =>
      ({ week_type, target_hours, target_tss: target_hours * 50 }) as OverviewWeek;
    expect(plannedGain(START, [week("base", 4), week("recovery", 2), week("build", 6), week("taper", 3)])).toEqual({
      start: START,
      weeks: 4,
      weeklyHours: 5,
      weeklyLoad: 250,
    });
  });
});
