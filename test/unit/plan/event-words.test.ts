import { describe, expect, it } from "vitest";
import { EVENT_TYPES } from "../../../src/athlete/schema.ts";
import { eventText } from "../../../src/plan/event-words.ts";

const text = (type: (typeof EVENT_TYPES)[number], hours: number) => eventText({ type, hours, intensity_pct: 90 });

describe("the text of the event's day", () => {
  it("says how long and how hard", () => {
    expect(text("hill_climb", 4 / 60)).toContain("about 4 minutes at about 90 % of FTP");
    expect(text("criterium", 0.8)).toContain("about 48 minutes");
    expect(text("century", 5.5)).toContain("about 5.5 hours");
  });

  it("tells nobody to eat early in a race of an hour", () => {
    for (const type of ["criterium", "cyclocross", "time_trial", "hill_climb", "mtb"] as const)
      expect(text(type, 0.9), type).not.toMatch(/eat early|eat in the first/i);
    expect(text("gran_fondo", 5)).toContain("Eat from the first half hour on");
    expect(text("other", 1)).not.toMatch(/\beat\b/i);
    expect(text("other", 5)).toMatch(/\beat\b/i);
  });

  it("has words of its own for each type, and for a few minutes", () => {
    expect(new Set(EVENT_TYPES.map((type) => text(type, 1.2))).size).toBe(EVENT_TYPES.length);
    expect(text("hill_climb", 4 / 60)).not.toContain("lower slopes");
    expect(text("hill_climb", 0.5)).toContain("lower slopes");
    expect(text("cyclocross", 0.7)).toContain("feet");
  });
});
