import { describe, expect, it } from "vitest";
import { leastCapHeartRate, powerCaps } from "../../../src/athlete/effort-cap.ts";

describe("a cap on heart rate or feel as one on power", () => {
  it.each([
    // The tops of the zones: 68, 83, 94 and 105 % of threshold heart rate are 55, 75, 90 and 105 % of FTP.
    [{ max_heart_rate: 83 }, { lthr: 100 }, 75],
    [{ max_heart_rate: 94 }, { lthr: 100 }, 90],
    [{ max_heart_rate: 105 }, { lthr: 100 }, 105],
    // 130 of 165 is 78.8 %: 55 + (78.8 - 68) / 15 * 20 = 69.4, rounded down.
    [{ max_heart_rate: 130 }, { lthr: 165 }, 69],
    // Threshold is 90 % of a maximum of 180: 162.
    [{ max_heart_rate: 135 }, { max_hr: 180 }, 75],
    [{ max_feel: 3 }, {}, 75],
    [{ max_feel: 6 }, {}, 112],
    [{ max_power_pct: 80, max_feel: 7 }, {}, 80],
  ])("%j of %j is %i %%", (cap, profile, percent) => {
    expect(Math.min(...powerCaps(cap, profile).map((one) => one.max_power_pct))).toBe(percent);
  });

  it("goes by feel, easily, where nobody knows the heart rates, or a drug slows the heart", () => {
    const byFeel = [{ max_power_pct: 75, max_heart_rate: 140, by_feel: true }];
    expect(powerCaps({ max_heart_rate: 140 }, {})).toEqual(byFeel);
    expect(powerCaps({ max_heart_rate: 140 }, { lthr: 160, health: { beta_blockers: true } })).toEqual(byFeel);
  });

  it("holds nothing where it is no cap, and keeps a heart rate beside a lower power", () => {
    expect(powerCaps({ max_interval_minutes: 5 }, {})).toEqual([]);
    expect(powerCaps({ max_feel: 10 }, {})).toEqual([]);
    expect(powerCaps({ max_power_pct: 70, max_heart_rate: 94 }, { lthr: 100 })).toHaveLength(2);
  });

  it("is no lower than easy riding", () => {
    expect(leastCapHeartRate({ lthr: 165 })).toBe(113);
    expect(leastCapHeartRate({})).toBeUndefined();
  });
});
