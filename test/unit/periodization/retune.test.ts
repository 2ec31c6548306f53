import { describe, expect, it } from "vitest";
import { retuned } from "../../../src/periodization/retune/retune.ts";
import { UNTUNED } from "../../../src/periodization/retune/tuning.ts";
import type { Finding } from "../../../src/rules/finding.ts";

const finding = (rule: Finding["rule"], more: Partial<Finding> = {}): Finding => ({
  rule,
  severity: "hard",
  message: "",
  numbers: {},
  ...more,
});
const after = (findings: readonly Finding[], { now = UNTUNED, taperDays = 10 } = {}) =>
  retuned(now, { findings, taperDays });

describe("a plan that broke a rule", () => {
  it("has another tuning only where its rule has one, and the first stays as it was", () => {
    expect(after([finding("day-minutes"), finding("variety")])).toBeUndefined();
    expect(after([finding("lowest-form")])).toBeUndefined();
    expect(after([finding("lowest-form", { week: 3 })])?.easing).toEqual(new Map([[3, 0.96]]));
    expect(UNTUNED.easing.size).toBe(0);
  });

  it("rides less in each week that is too hard, once for each finding in it", () => {
    const first = after([finding("fitness-ramp", { week: 2 }), finding("form-after-week", { week: 2 })]);
    expect(first?.easing).toEqual(new Map([[2, 0.96 * 0.96]]));
  });

  it("cuts a taper otherwise, then makes it shorter for a flat morning or longer for a tired one, within 7 to 14 days", () => {
    const flat = [finding("event-form", { numbers: { form: 30 } })];
    const cut = after(flat);
    expect(cut?.taperDays).toBeUndefined();
    expect(cut?.taperCut).toBeCloseTo(0.43, 9);
    expect(after(flat, { now: cut ?? UNTUNED })?.taperDays).toBe(8);
    expect(after(flat, { now: cut ?? UNTUNED, taperDays: 8 })).toBeUndefined();
    const tired = [finding("event-form", { numbers: { form: -12 } })];
    expect(after(tired, { now: after(tired) ?? UNTUNED })?.taperDays).toBe(12);
  });

  it("plans a recovery week that turned out too heavy as a heavier one, once more where it still is, and the other way round", () => {
    const heavy = [finding("recovery-load", { week: 4, numbers: { share: 0.75 } })];
    const once = after(heavy);
    expect(once?.recovery.get(4)).toBeCloseTo(1.25, 9);
    expect(after(heavy, { now: once ?? UNTUNED })?.recovery.get(4)).toBeCloseTo(1.5625, 9);
    expect(after([finding("recovery-load", { week: 4, numbers: { share: 0.42 } })])?.recovery.get(4)).toBeCloseTo(
      0.7,
      9,
    );
    expect(after([finding("recovery-load", { week: 4, numbers: { share: 0 } })])).toBeUndefined();
  });

  it("holds less work twice at most where a phase is too hard", () => {
    const broken = [finding("easy-share")];
    const once = after(broken);
    const twice = after(broken, { now: once ?? UNTUNED });
    expect([once?.workShare, twice?.workShare]).toEqual([0.93, 0.93 * 0.93]);
    expect(after(broken, { now: twice ?? UNTUNED })).toBeUndefined();
  });

  it("moves the longest ride to its days, then shortens the rides before them", () => {
    const broken = [finding("longest-ride-timing", { numbers: { in_window: 150 } })];
    const moved = after(broken);
    expect(moved).toEqual({ ...UNTUNED, isLongInTime: true });
    const capped = after(broken, { now: moved ?? UNTUNED });
    expect(capped?.longCap).toBe(150);
    expect(after(broken, { now: capped ?? UNTUNED })?.longCap).toBe(149);
  });
});
