import { describe, expect, it } from "vitest";
import {
  climbMinutes,
  climbPower,
  courseHours,
  isMountain,
  longestClimbMinutes,
} from "../../../src/plan/course-time.ts";
import { courseText } from "../../../src/plan/course-words.ts";
import { eventCard } from "../../../src/plan/event-card.ts";
import { speedOn } from "../../../src/plan/road-speed.ts";

const RIDER = { ftp: 280, weight_kg: 75, experience_level: "intermediate" } as const;
const COL = { at_km: 62, length_km: 14.2, grade_pct: 7.1 };

describe("speed on the road", () => {
  it("up a steep hill is power over weight and grade: 200 W at 8 %, 75 kg and gear, 9.5 km/h", () => {
    // 200 W x 0.977 = v x (86 kg x 9.81 x (sin(atan .08) + .005 x cos(atan .08)) + 0.5 x 1.225 x 0.34 x v^2), by hand: v near 2.71
    expect(speedOn(0.08, { watts: 200, weightKg: 75 })).toBeCloseTo(2.71, 1);
  });

  it("on the flat is what riders know: 200 W are some 32 to 34 km/h", () => {
    const kmh = speedOn(0, { watts: 200, weightKg: 75 }) * 3.6;
    expect(kmh).toBeGreaterThan(31);
    expect(kmh).toBeLessThan(35);
  });

  it("rises with power, falls with weight and grade, and has an end downhill", () => {
    const at = (grade: number, watts: number, weightKg: number): number => speedOn(grade, { watts, weightKg });
    expect(at(0.05, 250, 75)).toBeGreaterThan(at(0.05, 200, 75));
    expect(at(0.05, 250, 75)).toBeGreaterThan(at(0.05, 250, 90));
    expect(at(0.05, 250, 75)).toBeGreaterThan(at(0.08, 250, 75));
    expect(at(-0.1, 100, 75)).toBeLessThan(14);
  });
});

describe("a course", () => {
  it("takes a lighter or a stronger rider less time", () => {
    const minutes = (change: object): number => climbMinutes(COL, { ...RIDER, ...change }, { power: 0.8 });
    expect(minutes({})).toBeGreaterThan(60);
    expect(minutes({})).toBeLessThan(75);
    expect(minutes({ ftp: 320 })).toBeLessThan(minutes({}));
    expect(minutes({ weight_kg: 62 })).toBeLessThan(minutes({}));
  });

  it("keeps what the rider said of its longest climb", () => {
    expect(longestClimbMinutes({ longest_climb_min: 75, climbs: [COL] }, RIDER, 0.8)).toBe(75);
    expect(longestClimbMinutes({}, RIDER, 0.8)).toBeUndefined();
  });

  it("takes longer with climbs in it, and no time is told without a distance", () => {
    const hours = (climb_m: number): number => courseHours({ distance_km: 160, climb_m }, RIDER, 0.68) ?? 0;
    expect(hours(0)).toBeGreaterThan(4.5);
    expect(hours(3400)).toBeGreaterThan(hours(0) + 1);
    expect(courseHours({ climb_m: 3400 }, RIDER, 0.68)).toBeUndefined();
  });

  it("lies in the mountains with a long climb, or much climbing in few kilometres", () => {
    expect(isMountain({ longest_climb_min: 40 })).toBe(true);
    expect(isMountain({ climb_m: 3400, distance_km: 160 })).toBe(true);
    expect(isMountain({ climb_m: 900, distance_km: 160 })).toBe(false);
    expect(isMountain({ longest_climb_min: 8 })).toBe(false);
  });

  it("is told in one line", () => {
    expect(courseText({ distance_km: 162, climb_m: 3410, longest_climb_min: 61, climbs: [COL], heat: true })).toBe(
      "162 km, 3,410 m up, longest climb 14.2 km at 7.1 %, about 61 minutes for you, heat expected",
    );
  });
});

describe("the card of an event with a course", () => {
  const event = { type: "gran_fondo", hours: 7, days: 1, intensity_pct: 68 } as const;
  const rider = { ftpWatts: 280, onCourse: RIDER };
  const lineOf = (label: string, course: object): string | undefined =>
    eventCard({ ...event, course }, rider).find((line) => line.label === label)?.text;

  it("paces each long climb in watts and minutes", () => {
    const text = lineOf("Climbs", { climbs: [COL], longest_climb_min: 67 });
    expect(text).toContain(`At ${Math.round(climbPower(0.68) * 280)} W`);
    expect(text).toMatch(/km 62: 14\.2 km at 7\.1 %, about (?:6[5-9]|7[0-5]) minutes/);
  });

  it("speaks of height and heat where there is any", () => {
    expect(lineOf("Height", { altitude_m: 2500 })).toMatch(/2,500 m.*about 14 % less power/);
    expect(lineOf("Height", { altitude_m: 900 })).toBeUndefined();
    expect(lineOf("Heat", { heat: true })).toMatch(/drink to thirst/);
    expect(lineOf("Heat", {})).toBeUndefined();
  });

  it("is the same as before without one", () => {
    expect(eventCard(event, rider).map(({ label }) => label)).toEqual([
      "Warm-up",
      "First",
      "Pace",
      "Eat",
      "Drink",
      "Then",
    ]);
  });
});
