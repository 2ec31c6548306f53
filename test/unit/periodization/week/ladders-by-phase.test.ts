import { describe, expect, it } from "vitest";
import type { EventType } from "../../../../src/athlete/schema.ts";
import { laddersFor } from "../../../../src/periodization/week/ladders-by-phase.ts";
import { catalogueOf } from "../../../../src/library/catalogue.ts";
import { shipped } from "../../library/shipped.ts";

const forEvent = (type: EventType, phase: "base" | "build" | "peak" | "taper", turn = 0) =>
  laddersFor({ kind: "event", event: { type, hours: 6 }, level: "intermediate" }, phase, turn);
/** The first choices of a phase's first weeks, both hard days. */
const inPhase = (type: EventType, phase: "build" | "peak"): Set<string | undefined> =>
  new Set([0, 1, 2].flatMap((turn) => [forEvent(type, phase, turn).first[0], forEvent(type, phase, turn).second[0]]));

/** A quality session that the table of 3.3 asks for. */
const ASKED = [
  ["century", "build", "threshold"],
  ["century", "peak", "over_unders"],
  ["road_race", "build", "vo2max_long"],
  ["road_race", "build", "threshold"],
  ["road_race", "peak", "race_road"],
  ["road_race", "peak", "anaerobic"],
  ["criterium", "build", "vo2max_short"],
  ["criterium", "peak", "race_criterium"],
  ["time_trial", "build", "threshold"],
  ["time_trial", "build", "over_unders"],
  ["time_trial", "peak", "race_time_trial"],
  ["gravel", "build", "sweetspot"],
  ["gravel", "build", "torque"],
  ["ultra", "build", "vo2max_short"],
  ["mtb", "build", "vo2max_short"],
  ["hill_climb", "build", "vo2max_long"],
  ["hill_climb", "build", "threshold"],
] as const;

describe("the ladders of a phase", () => {
  it.each(ASKED)("%s, %s: %s", (type, phase, family) => {
    expect([...inPhase(type, phase)]).toContain(family);
  });

  it("hold no VO2max work before a beginner's long day, and some before a beginner's race", () => {
    const choices = (type: EventType) =>
      (["base", "build", "peak"] as const).flatMap((phase) =>
        [0, 1, 2].flatMap((turn) => {
          const event = { type, hours: 6 };
          const { first, second } = laddersFor({ kind: "event", event, level: "beginner" }, phase, turn);
          return [...first, ...second];
        }),
      );
    for (const type of ["century", "gran_fondo", "gravel", "ultra", "multi_day"] as const)
      expect(choices(type).filter((family) => family.startsWith("vo2max"))).toEqual([]);
    expect(choices("road_race")).toContain("vo2max_short");
  });

  it("hold a VO2max block and then one of threshold for a better FTP", () => {
    const first = [0, 1, 2, 3, 4, 5, 6].map(
      (turn) => laddersFor({ kind: "improve-ftp", event: undefined, level: "intermediate" }, "build", turn).first[0],
    );
    expect(first.slice(0, 3).every((family) => family?.startsWith("vo2max"))).toBe(true);
    expect(first.slice(3, 6)).toEqual(["threshold", "threshold", "threshold"]);
    expect(first[6]).toBe(first[0]);
  });

  it("put the work of a long event into long rides from build on, that of a race in the peak, and none in the base", () => {
    for (const [type, peak, build] of [
      ["century", "race_fondo", "race_fondo"],
      ["gravel", "race_gravel", "race_gravel"],
      ["ultra", "race_ultra", "race_ultra"],
      ["road_race", "race_road_late", "long_ride"],
      ["criterium", "long_ride", "long_ride"],
    ] as const) {
      expect(forEvent(type, "peak").long).toBe(peak);
      expect(forEvent(type, "build").long).toBe(build);
      expect(forEvent(type, "base").long).toBe("long_ride");
    }
  });

  it("are those of the peak in the taper, and of a road race where another event has its hours", () => {
    expect(forEvent("criterium", "taper")).toEqual(forEvent("criterium", "peak"));
    const three = laddersFor({ kind: "event", event: { type: "other", hours: 3 }, level: "intermediate" }, "build", 0);
    expect(three).toEqual(forEvent("road_race", "build"));
  });

  it("exist in the library, with easier ones behind them", () => {
    const known = new Set(catalogueOf(shipped).forms.map(({ family }) => family));
    for (const [type] of ASKED)
      for (const phase of ["base", "build", "peak"] as const)
        for (const turn of [0, 1, 2]) {
          const { first, second, long } = forEvent(type, phase, turn);
          expect([...first, ...second, long].filter((family) => !known.has(family))).toEqual([]);
          expect(first.length).toBeGreaterThan(1);
        }
  });
});
