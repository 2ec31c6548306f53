import { mapGoal } from "../../../../src/periodization/intake/goal.ts";
import { describe, expect, it } from "vitest";
import { EVENT_TYPES } from "../../../../src/athlete/schema.ts";
import { eventIntensity } from "../../../../src/periodization/intake/event-intensity.ts";
import { resolveEvent, styleOf, styleTypeOf } from "../../../../src/periodization/intake/events.ts";
import type { MappedGoal } from "../../../../src/periodization/intake/goal.ts";
import { TAPER_CUT } from "../../../../src/rules/limits.ts";

/** Intensity of an event's hours, from the table of 3.3. */
const INTENSITIES = [
  ["century", 6, 0.62, 0.75],
  ["road_race", 3, 0.75, 0.88],
  ["criterium", 0.9, 0.9, 1.02],
  ["time_trial", 0.75, 0.95, 1.06],
  ["gravel", 6, 0.65, 0.78],
  ["ultra", 13, 0.5, 0.66],
  ["hill_climb", 0.5, 0.95, 1.25],
] as const;

describe("an event", () => {
  it.each(INTENSITIES)("%s of %f hours is ridden at %f to %f of FTP", (type, hours, low, high) => {
    const intensity = eventIntensity(type, hours, { level: "intermediate" });
    expect(intensity).toBeGreaterThanOrEqual(low);
    expect(intensity).toBeLessThanOrEqual(high);
    expect(eventIntensity(type, hours, { level: "beginner" })).toBeLessThan(intensity);
  });

  it("is ridden easier the longer it is", () => {
    for (const type of EVENT_TYPES) {
      const all = [0.5, 1, 3, 6, 12].map((hours) => eventIntensity(type, hours, { level: "advanced" }));
      expect(
        [...all].sort((a, b) => b - a),
        type,
      ).toEqual(all);
    }
  });

  it("of another kind is trained by its hours: under 1.5 a time trial, to 3 a road race, over 3 a century", () => {
    expect([1.4, 1.5, 3, 3.1].map((hours) => styleTypeOf("other", hours))).toEqual([
      "time_trial",
      "road_race",
      "road_race",
      "century",
    ]);
    expect(styleOf({ type: "other", hours: 5 })).toBe(styleOf({ type: "century", hours: 5 }));
    expect(styleTypeOf("gravel", 0.5)).toBe("gravel");
  });

  it("of several days, and an ultra, want two long days in a row; no taper cuts less than 41 or more than 60 %", () => {
    const pairs = EVENT_TYPES.filter((type) => styleOf({ type, hours: 4.5 }).backToBack);
    expect([...pairs].sort()).toEqual(["multi_day", "ultra"]);
    for (const type of EVENT_TYPES) {
      const { cut } = styleOf({ type, hours: 2 });
      expect(cut).toBeGreaterThanOrEqual(TAPER_CUT.low);
      expect(cut).toBeLessThanOrEqual(TAPER_CUT.high);
    }
  });
});

describe("what was left open about an event", () => {
  const date = "2027-03-14";
  const goal: MappedGoal = { kind: "event", eventType: "century", because: "you wrote so" };
  const rider = (level: "beginner" | "intermediate" | "advanced") => ({ experience_level: level, ftp: 250 });
  const fields = (assumptions: readonly { field: string }[]): string[] => assumptions.map(({ field }) => field);

  it("is assumed by type and level, and said", () => {
    const { event, assumptions } = resolveEvent({ date }, { goal, profile: rider("intermediate") });
    expect(event).toMatchObject({ date, type: "century", hours: 6, days: 1 });
    expect(fields(assumptions)).toEqual(["event_type", "event_hours"]);
    expect(assumptions[0]?.reason).toBe("read from your goal");
    const slower = resolveEvent({ date }, { goal, profile: rider("beginner") }).event.hours;
    expect(slower).toBeGreaterThan(event.hours);
  });

  it("is nothing where the rider said all of it", () => {
    const said = { date, type: "gravel", hours: 5.5, days: 2 } as const;
    const { event, assumptions } = resolveEvent(said, { goal, profile: rider("advanced") });
    expect(event).toMatchObject(said);
    expect(assumptions).toEqual([]);
  });

  it("is three days where the event has several, and an event of its own kind where nobody says which", () => {
    const stages = resolveEvent(
      { date, type: "multi_day" },
      { goal: { kind: "event", because: "" }, profile: rider("intermediate") },
    );
    expect(stages.event.days).toBe(3);
    expect(fields(stages.assumptions)).toEqual(["event_hours", "event_days"]);
    const week = resolveEvent(
      { date, type: "multi_day" },
      { goal: mapGoal("a week of touring in the Dolomites", true), profile: rider("intermediate") },
    );
    expect(week.event.days).toBe(7);
    expect(week.assumptions.find(({ field }) => field === "event_days")?.reason).toContain("read from your goal");
    expect(
      resolveEvent({ date }, { goal: { kind: "event", because: "" }, profile: rider("intermediate") }).event.type,
    ).toBe("other");
  });
});
