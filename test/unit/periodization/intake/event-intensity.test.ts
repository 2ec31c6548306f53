import { describe, expect, it } from "vitest";
import { eventIntensity } from "../../../../src/periodization/intake/event-intensity.ts";
import { resolveEvent, styleTypeOf } from "../../../../src/periodization/intake/events.ts";
import { mapGoal } from "../../../../src/periodization/intake/goal.ts";
import { laddersFor } from "../../../../src/periodization/week/ladders-by-phase.ts";

const LEVELS = ["beginner", "intermediate", "advanced"] as const;
const percents = (type: Parameters<typeof eventIntensity>[0], hours: number): number[] =>
  LEVELS.map((level) => Math.round(eventIntensity(type, hours, { level }) * 100));

describe("how hard an event is ridden", () => {
  it.each([
    ["hill_climb", 4 / 60, [115, 120, 125]],
    ["hill_climb", 20 / 60, [103, 104, 105]],
    ["time_trial", 35 / 60, [100, 101, 102]],
    ["time_trial", 1, [90, 96, 96]],
    ["century", 6, [66, 70, 70]],
    ["ultra", 14, [55, 58, 58]],
    ["criterium", 0.75, [90, 96, 96]],
    ["cyclocross", 0.75, [90, 96, 96]],
    ["road_race", 3, [77, 82, 82]],
  ] as const)("%s of %d h", (type, hours, expected) => {
    expect(percents(type, hours)).toEqual(expected);
  });

  it("never rises with its length, whatever the type and the rider", () => {
    for (const type of ["hill_climb", "time_trial", "other", "criterium", "cyclocross", "century"] as const)
      for (const level of LEVELS)
        for (let minutes = 3; minutes < 600; minutes++) {
          const [now, later] = [minutes, minutes + 1].map((one) => eventIntensity(type, one / 60, { level }));
          expect(later, `${type} ${level} ${minutes}`).toBeLessThanOrEqual(now ?? 0);
        }
  });

  it("uses the rider's own W' where it is known", () => {
    const profile = { experience_level: "intermediate", ftp: 200 } as const;
    const request = { date: "2027-02-28", type: "hill_climb", hours: 4 / 60 } as const;
    const goal = mapGoal("", true);
    expect(resolveEvent(request, { goal, profile }).event.intensity_pct).toBe(120);
    expect(resolveEvent(request, { goal, profile: { ...profile, w_prime_kj: 20 } }).event.intensity_pct).toBe(129);
  });
});

describe("the words of a goal", () => {
  it.each([
    "cyclocross season",
    "Cyclo-cross nationals",
    "my first CX race",
    "Querfeldein-Rennen",
    "veldrijden in de winter",
    "ciclocross regionale",
    "cyklokros",
    "ciclocrós",
    "wyścig przełajowy",
    "シクロクロス",
  ])("%j names cyclocross", (words) => {
    expect(mapGoal(words, true)).toMatchObject({ kind: "event", eventType: "cyclocross" });
  });

  it.each([
    ["Ironman Frankfurt", 5.5, "century"],
    ["my first 70.3", 2.75, "road_race"],
    ["Olympic triathlon", 1.15, "time_trial"],
    ["triatlón", 1.15, "time_trial"],
    ["sprint triathlon", 0.6, "time_trial"],
    ["track season", 0.6, "time_trial"],
    ["individual pursuit", 0.07, "time_trial"],
  ] as const)("%j goes by its hours", (words, hours, style) => {
    const goal = mapGoal(words, true);
    const profile = { experience_level: "intermediate", ftp: 240 } as const;
    const { event, assumptions } = resolveEvent({ date: "2027-02-28" }, { goal, profile });
    expect(event).toMatchObject({ type: "other", hours });
    expect(styleTypeOf(event.type, event.hours)).toBe(style);
    expect(assumptions.find(({ field }) => field === "event_hours")?.reason).toContain("you wrote");
    expect(resolveEvent({ date: "2027-02-28", hours: 3 }, { goal, profile }).event.hours).toBe(3);
  });

  it.each([
    ["stay on track with my riding", "general-fitness"],
    ["lose a kilo a month", "general-fitness"],
    ["try to get fit", "general-fitness"],
    ["the pursuit of a higher FTP", "improve-ftp"],
  ] as const)("%j names no event", (words, kind) => {
    const { eventType, kind: found } = mapGoal(words, false);
    expect([eventType, found]).toEqual([undefined, kind]);
  });
});

describe("what a short event rides", () => {
  const of = (type: "hill_climb" | "criterium" | "cyclocross", hours: number) =>
    (["build", "peak"] as const).flatMap((phase) => {
      const { first, second } = laddersFor({ kind: "event", event: { type, hours }, level: "intermediate" }, phase, 0);
      return [first[0], second[0]];
    });

  it("trains a hill of four minutes above FTP, and rides it, not a criterium", () => {
    expect(of("hill_climb", 4 / 60)).toEqual(["vo2max_long", "threshold", "vo2max_long", "race_hill_short"]);
    expect(of("hill_climb", 0.5)).toEqual(["vo2max_long", "threshold", "vo2max_long", "race_hill_climb"]);
  });

  it("has a ladder of its own for cyclocross", () => {
    expect(of("cyclocross", 0.75)).toEqual(["vo2max_short", "threshold", "vo2max_short", "race_cyclocross"]);
    expect(of("criterium", 0.9)).toContain("race_criterium");
  });
});
