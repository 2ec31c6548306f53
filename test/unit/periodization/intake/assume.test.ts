import { describe, expect, it } from "vitest";
import { startingCtlOf } from "../../../../src/athlete/rider.ts";
import type { PlanRequest } from "../../../../src/athlete/request.ts";
import type { Profile } from "../../../../src/athlete/schema.ts";
import { assumedProfile, refuseWithoutRoom } from "../../../../src/periodization/intake/assume.ts";
import { aProfile } from "../a-basis.ts";

const FROM = { event: undefined, assumptions: [], plan: { start: "2026-12-07", weeks: 12 } } as const;
const { assumptions: _, ...usual } = aProfile();
const profiled = (profile: Partial<PlanRequest["profile"]> = {}, request: Partial<PlanRequest> = {}) =>
  assumedProfile(
    { goal: "", tests: true, acceptRamp: false, weeks: 12, ...request, profile: { ...usual, ...profile } },
    FROM,
  );
/** A rider who said nothing of what they ride now. */
const silent = (level: Profile["experience_level"]) => {
  const { recent_weekly_hours: _r, longest_recent_ride_minutes: _l, ctl: _c, age: _a, ...rest } = usual;
  const { profile } = assumedProfile(
    { goal: "", tests: true, acceptRamp: false, weeks: 12, profile: { ...rest, experience_level: level } },
    FROM,
  );
  return new Map(profile.assumptions.map(({ field, value }) => [field, value]));
};

describe("what is assumed of a rider", () => {
  it("is nothing but the usual minutes where they said all", () => {
    expect(profiled().profile.assumptions.map(({ field }) => field)).toEqual(["max_minutes_by_day"]);
    const minutes = { Tuesday: 90, Thursday: 90, Saturday: 180, Sunday: 240 };
    const all = profiled({ training_availability: { ...usual.training_availability, max_minutes_by_day: minutes } });
    expect(all.profile.assumptions).toEqual([]);
  });

  it("is 85 percent of the hours they have as those of now, 60 for a beginner, and the fitness that follows", () => {
    expect(silent("intermediate").get("recent_weekly_hours")).toBe(6.8);
    expect(silent("beginner").get("recent_weekly_hours")).toBe(4.8);
    // The check of section 2.1: 8 h x 0.85 x 50 / 7.
    expect(silent("intermediate").get("ctl")).toBe(48.6);
    expect(silent("intermediate").get("age")).toBeNull();
  });

  it.each([
    // Load an hour at the hours ridden now, by 7: 50 at 8, 49 half way to 48 at 11, 45 from 16 on.
    ["intermediate", 8, 57.1],
    ["intermediate", 9.5, 66.5],
    ["intermediate", 11, 75.4],
    ["intermediate", 18, 115.7],
    ["beginner", 11, 64.4],
    ["advanced", 5, 39.3],
    ["advanced", 11, 78.6],
    ["advanced", 13.5, 93.5],
  ] as const)("%s, %d h now: a fitness of %d", (level, hours, ctl) => {
    const { ctl: _c, ...rest } = aProfile({
      experience_level: level,
      recent_weekly_hours: hours,
      weekly_hours_available: hours,
    });
    expect(startingCtlOf(rest)).toBeCloseTo(ctl, 1);
  });

  it("is no more than the days have minutes for, and says so", () => {
    const { recent_weekly_hours: _r, ctl: _c, ...rest } = usual;
    const week_days = ["Tuesday", "Thursday", "Saturday"] as const;
    const { profile } = assumedProfile(
      {
        goal: "",
        tests: true,
        acceptRamp: false,
        weeks: 12,
        profile: {
          ...rest,
          weekly_hours_available: 8.5,
          training_availability: {
            week_days: [...week_days],
            max_minutes_by_day: { Tuesday: 60, Thursday: 60, Saturday: 180 },
          },
        },
      },
      FROM,
    );
    // Five hours: 85 % are 4.25, times 50 by 7 is 30.4; 15 % to either side are 26 and 35.
    expect(profile.assumptions.slice(0, 2)).toEqual([
      { field: "recent_weekly_hours", value: 4.3, reason: "not given: 85 % of the hours that your days hold" },
      {
        field: "ctl",
        value: 30.4,
        reason: "not given: from your recent hours and experience; between 26 and 35 are usual for such riders",
      },
    ]);
  });

  it("keeps what they said of their health as limits, and no word of it", () => {
    const { profile } = profiled({ health: { disease: true, symptoms: false, active: true } });
    expect(profile.careful_start).toBe(true);
    expect(JSON.stringify(profile)).not.toMatch(/disease|health/);
    expect(profiled({ health: { disease: false, symptoms: false, active: false } }).profile.careful_start).toBe(true);
    expect(
      profiled({ health: { disease: false, symptoms: false, active: true } }).profile.careful_start,
    ).toBeUndefined();
  });
});

describe("hours against those ridden now", () => {
  it("warn above 1.3 times as many, and are refused above twice", () => {
    expect(profiled({ recent_weekly_hours: 6.2 }).warnings).toEqual([]);
    expect(profiled({ recent_weekly_hours: 6.1 }).warnings).toEqual([expect.stringContaining("step by step")]);
    expect(profiled({ recent_weekly_hours: 4 }).warnings).toHaveLength(1);
    expect(() => profiled({ recent_weekly_hours: 3.9 })).toThrow("more than twice the 3 h 54 you ride now");
    expect(profiled({ recent_weekly_hours: 3.9 }, { acceptRamp: true }).warnings).toHaveLength(1);
  });
});

describe("a rider whom no plan can start with", () => {
  it("is one too tired: form below -35", () => {
    expect(() => profiled({ ctl: 45, atl: 80 })).not.toThrow();
    expect(() => profiled({ ctl: 45, atl: 81 })).toThrow("leave a form of -36; no plan starts below -35");
  });

  it("is one without thirty minutes on any day", () => {
    const on = (minutes: number): Profile =>
      aProfile({
        training_availability: { week_days: ["Tuesday"], max_minutes_by_day: { Tuesday: minutes } },
      });
    expect(() => {
      refuseWithoutRoom(on(30), undefined);
    }).not.toThrow();
    expect(() => {
      refuseWithoutRoom(on(29), undefined);
    }).toThrow("None of your days has 30 minutes");
  });
});
