import { describe, expect, it } from "vitest";
import { heldBackSentences } from "../../../src/athlete/held-back-words.ts";
import type { PlanRequest } from "../../../src/athlete/request.ts";
import { compilePlan } from "../../../src/jobs/compile/compile.ts";
import { planView, type PlanView, type RideView } from "../../../src/rules/view.ts";
import { sweepTask } from "../../../scripts/sweep/outcome.ts";
import { shipped } from "../library/shipped.ts";

const request = (profile: Partial<PlanRequest["profile"]>, event?: PlanRequest["event"]): PlanRequest => ({
  goal: "",
  ...(event === undefined ? { weeks: 12 } : { event }),
  tests: true,
  acceptRamp: false,
  profile: {
    ftp: 250,
    age: 38,
    goals: [],
    experience_level: "intermediate",
    weekly_hours_available: 8,
    training_availability: { week_days: ["Tuesday", "Thursday", "Saturday", "Sunday"] },
    ...profile,
  },
});
const planOf = (of: PlanRequest) => compilePlan(sweepTask(of, "held"), shipped).plan.training_plan;
const viewOf = (of: PlanRequest): PlanView => planView(planOf(of));
const peak = (rides: readonly RideView[]): number =>
  Math.round(Math.max(0, ...rides.map(({ measure }) => measure.peak)) * 100);
const peaks = (view: PlanView): number[] => view.weeks.map(({ days }) => peak(days.flatMap(({ rides }) => rides)));
const tests = (view: PlanView): number[] =>
  view.weeks.flatMap(({ number, rides }) => (rides.some(({ isTest }) => isTest) ? [number] : []));

describe("known heart disease", () => {
  it.each([{ heart_disease: true }, { disease: true }])(
    "%j: nothing above 75 % and no test to the last day",
    (health) => {
      for (const event of [undefined, { date: "2027-02-28", type: "criterium" } as const]) {
        const view = viewOf(request({ health }, event));
        expect(Math.max(...peaks(view))).toBeLessThanOrEqual(75);
        expect(tests(view)).toEqual([]);
        expect(view.plan.plan_metadata.target_ftp).toBe(250);
      }
    },
  );

  it("is never loosened by a limit beside it: the lower counts, and comes back after its last day", () => {
    const higher = viewOf(request({ health: { heart_disease: true }, effort_cap: { max_power_pct: 85 } }));
    expect(Math.max(...peaks(higher))).toBeLessThanOrEqual(75);
    const cap = { max_power_pct: 65, until: "2027-01-17" } as const;
    const lower = viewOf(request({ health: { heart_disease: true }, effort_cap: cap }));
    expect(Math.max(...peaks(lower).slice(0, 6))).toBeLessThanOrEqual(65);
    expect(Math.max(...peaks(lower).slice(6))).toBeGreaterThan(65);
    expect(Math.max(...peaks(lower).slice(6))).toBeLessThanOrEqual(75);
    expect(tests(lower)).toEqual([]);
  });

  it("is not a disease of another kind, which keeps its four careful weeks", () => {
    const view = viewOf(request({ health: { disease: true, heart_disease: false } }));
    expect(Math.max(...peaks(view).slice(0, 4))).toBeLessThanOrEqual(75);
    expect(Math.max(...peaks(view))).toBeGreaterThan(75);
  });

  it("stands in no plan by its name", () => {
    const text = JSON.stringify(planOf(request({ health: { heart_disease: true, beta_blockers: true }, max_hr: 180 })));
    expect(text).not.toMatch(/heart_disease|beta|"health":/);
    expect(text).toMatch(/no_heart_rate/);
  });
});

describe("a named limit", () => {
  it.each([60, 70, 80, 90, 100])("%d %% holds every step of every ride", (percent) => {
    const view = viewOf(request({ effort_cap: { max_power_pct: percent } }, { date: "2027-02-28", type: "road_race" }));
    expect(Math.max(...peaks(view))).toBeLessThanOrEqual(percent);
    expect(tests(view)).toEqual([]);
  });

  it("holds through its date and no longer", () => {
    const view = viewOf(request({ effort_cap: { max_power_pct: 80, until: "2027-01-05" } }));
    expect(Math.max(...peaks(view).slice(0, 5))).toBeLessThanOrEqual(80);
    expect(Math.max(...peaks(view).slice(5))).toBeGreaterThan(90);
    expect(tests(view).length).toBeGreaterThan(0);
  });

  it("that is over changes nothing", () => {
    const over = planOf(request({ effort_cap: { max_power_pct: 80, until: "2026-12-01" } }));
    expect(over).toEqual(planOf(request({})));
  });
});

describe("a return after weeks off", () => {
  const comeback = { weeks_off: 6, reason: "injury" } as const;

  it("starts with three short rides, and rises step by step without --accept-ramp", () => {
    const view = viewOf(request({ comeback, recent_weekly_hours: 0 }));
    const first = view.weeks[0];
    expect(first?.rides.length).toBeLessThanOrEqual(3);
    expect(first?.longestSeconds).toBeLessThanOrEqual(40 * 60);
    expect(Math.max(...peaks(view).slice(0, 2))).toBeLessThanOrEqual(75);
    expect(Math.max(...peaks(view).slice(2, 6))).toBeLessThanOrEqual(90);
    expect(Math.min(99, ...tests(view))).toBeGreaterThan(6);
  });

  it("promises no gain on an FTP from before four weeks off", () => {
    const stale = planOf(request({ comeback })).plan_metadata;
    expect([stale.target_ftp, stale.expected_ftp?.high]).toEqual([250, 250]);
    const fresh = planOf(request({ comeback: { ...comeback, weeks_off: 3 } })).plan_metadata;
    expect(fresh.target_ftp).toBeGreaterThan(250);
  });

  it("counts from the first week that can be ridden", () => {
    const view = viewOf(request({ comeback, unavailable: [{ from: "2026-12-07", to: "2026-12-13" }] }));
    expect(Math.max(...peaks(view).slice(0, 3))).toBeLessThanOrEqual(75);
    expect(view.rider.heldBack.at(-1)?.through_week).toBe(7);
  });

  it("of no week holds nobody", () => {
    const ridden = planOf(request({ comeback: { weeks_off: 0, reason: "surgery", cleared: true } }));
    expect(ridden.athlete_profile.held_back).toBeUndefined();
  });
});

describe("what holds a rider back", () => {
  it("stands first in the coach's notes, and is said in the plan's own numbers", () => {
    const plan = planOf(
      request({ comeback: { weeks_off: 6, reason: "surgery", cleared: true }, health: { active: false } }),
    );
    const sentences = heldBackSentences(plan.athlete_profile, plan.plan_metadata.total_weeks);
    expect(plan.plan_metadata.coaching_notes.startsWith(sentences[0] ?? "?")).toBe(true);
    expect(sentences.join(" ")).toMatch(/75 % of FTP through week 2, 90 % of FTP in weeks 3 to 6/);
  });

  it("says of two limits which one counts, and of a heart rate that it stays a ceiling", () => {
    const heart = { health: { heart_disease: true }, max_hr: 152, train_by: "heart_rate", ftp: undefined } as const;
    const said = (profile: Partial<PlanRequest["profile"]>): string =>
      heldBackSentences(planOf(request({ ...heart, ...profile })).athlete_profile, 12).join(" ");
    const named = said({ effort_cap: { max_heart_rate: 125 } });
    expect(named).toMatch(/^Nothing above 75 % of FTP and no test/);
    expect(named).toContain("Keep your heart rate at 125 or below as well");
    const slowed = said({
      health: { heart_disease: true, beta_blockers: true },
      effort_cap: { max_heart_rate: 125 },
    });
    expect(slowed).toContain("Keep your heart rate at 125 or below and ride easily by feel, up to 3 of 10.");
    expect(slowed).toContain("the heart rate of your limit is a ceiling");
    expect(slowed).not.toMatch(/--lthr|nobody can say|heart rates are left out/);
    const blocked = said({ health: { beta_blockers: true }, effort_cap: { max_heart_rate: 125 } });
    expect(blocked).not.toMatch(/--lthr|nobody can say|heart rates are left out/);
  });

  it("is nothing for most riders", () => {
    expect(heldBackSentences(planOf(request({})).athlete_profile, 12)).toEqual([]);
  });
});

describe("a rider who rides nothing now", () => {
  const nothing = { recent_weekly_hours: 0, longest_recent_ride_minutes: 0, weekly_hours_available: 4 };
  const easy = (profile: Partial<PlanRequest["profile"]>): PlanRequest => ({
    ...request({ ...nothing, ...profile }),
    acceptRamp: true,
  });

  it("begins easily: 75 % for two weeks, 90 % for four, and no test before they are over", () => {
    const view = viewOf(easy({}));
    expect(Math.max(...peaks(view).slice(0, 2))).toBeLessThanOrEqual(75);
    expect(Math.max(...peaks(view).slice(0, 6))).toBeLessThanOrEqual(90);
    expect(tests(view).every((week) => week > 6)).toBe(true);
    expect(heldBackSentences(view.plan.athlete_profile, 12).join(" ")).toContain("You ride nothing now");
  });

  it("stays at or below FTP as a beginner from 60 years, also after an operation", () => {
    for (const comeback of [undefined, { weeks_off: 12, reason: "surgery", cleared: true } as const]) {
      const view = viewOf(easy({ age: 66, experience_level: "beginner", comeback }));
      expect(Math.max(...peaks(view))).toBeLessThanOrEqual(100);
      expect(tests(view)).toEqual([]);
      const said = heldBackSentences(view.plan.athlete_profile, 12).join(" ");
      expect(said).toContain("Starting at your age, nothing goes above 100 % of FTP");
      expect(said.includes("You ride nothing now")).toBe(comeback === undefined);
    }
  });

  it("needs no flag to grow from zero where they come back", () => {
    const back = request({ ...nothing, comeback: { weeks_off: 6, reason: "injury" } });
    expect(() => planOf(back)).not.toThrow();
  });
});
