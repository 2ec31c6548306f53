import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mostHeartRateIn, mostPowerIn } from "../../src/athlete/held-back-words.ts";
import type { PlanRequest } from "../../src/athlete/request.ts";
import { heldBackOf } from "../../src/periodization/intake/held-back.ts";
import { assumedProfile } from "../../src/periodization/intake/assume.ts";

const PLAN = { start: "2026-12-07", weeks: 16 } as const;
const yesNo = fc.option(fc.boolean(), { nil: undefined });
const health = fc.record({
  active: yesNo,
  disease: yesNo,
  heart_disease: yesNo,
  beta_blockers: yesNo,
  low_energy: yesNo,
});
const cap = fc.record(
  {
    max_power_pct: fc.integer({ min: 55, max: 150 }),
    max_heart_rate: fc.integer({ min: 110, max: 190 }),
    max_feel: fc.integer({ min: 2, max: 10 }),
    until: fc.constantFrom("2026-12-20", "2027-01-17", "2027-03-28"),
  },
  { requiredKeys: [] },
);
const request = (profile: Partial<PlanRequest["profile"]>): PlanRequest => ({
  goal: "",
  weeks: PLAN.weeks,
  tests: true,
  acceptRamp: true,
  profile: {
    ftp: 220,
    age: 61,
    goals: [],
    experience_level: "intermediate",
    weekly_hours_available: 4,
    training_availability: { week_days: ["Tuesday", "Thursday", "Saturday"] },
    ...profile,
  },
});
const INF = Number.POSITIVE_INFINITY;

describe("a limit that a rider or their doctor names", () => {
  it("never lets more through than the same rider without it, in any week", () => {
    fc.assert(
      fc.property(health, cap, fc.option(fc.constantFrom(152, 165), { nil: undefined }), (answers, limit, max) => {
        const before = request({ health: answers, max_hr: max });
        const after = request({ health: answers, max_hr: max, effort_cap: limit });
        const [free, held] = [before, after].map(
          (one) => assumedProfile(one, { event: undefined, assumptions: [], plan: PLAN }).profile,
        );
        for (let week = 1; week <= PLAN.weeks; week++) {
          expect(mostPowerIn(held ?? {}, week) ?? INF).toBeLessThanOrEqual(mostPowerIn(free ?? {}, week) ?? INF);
          const heart = mostHeartRateIn({ held_back: heldBackOf(after, PLAN) }, week);
          if (heart !== undefined) expect(heart).toBeLessThanOrEqual(limit.max_heart_rate ?? 0);
        }
      }),
    );
  });
});
