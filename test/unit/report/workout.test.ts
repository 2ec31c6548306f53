import { describe, expect, it } from "vitest";
import type { Saying } from "../../../src/plan/scale.ts";
import type { SegmentJson } from "../../../src/workout/schema.ts";
import { plainPage } from "../../support/a-page.ts";
import { workoutCard } from "../../../src/report/workout.ts";
import { aRestDay, aWorkout, MONDAY, steady } from "../../support/a-plan.ts";

/** A ride told in the watts of this FTP, with nothing beside them. */
const inWatts = (ftpWatts: number): Saying => ({
  ftpWatts,
  scale: { by: "power", heart: undefined },
  beside: undefined,
});

const card = (change: Partial<Parameters<typeof aWorkout>[0]> = {}): string[] =>
  workoutCard(aWorkout({ date: MONDAY, ...change }), inWatts(265), plainPage);

describe("a workout", () => {
  it("is told in time, percent and this rider's watts, repeats once", () => {
    const lines = card();
    expect(lines.slice(0, 2)).toEqual(["Sweet spot 3 x 15", "sweetspot, key · 1 h 20, load 86, intensity 80 %"]);
    const from = lines.findIndex((line) => line.includes("of FTP"));
    expect(lines.slice(from, from + 6)).toEqual([
      "    time             of FTP         at 265 W FTP",
      "   10:00  warm up    45 to 75 %     119 to 199 W   Start easy",
      "   3 x",
      "     15:00  work     88-92 %        233-244 W      85-95 rpm: Hold it even",
      "      5:00  rest     55 %           146 W",
      "   10:00  cool down  60 to 40 %     159 to 106 W   Spin out",
    ]);
  });

  it("calls no part of a repeat rest that is ridden hard", () => {
    const overs: SegmentJson = {
      type: "interval",
      sets: 4,
      work: { duration_min: 1.5, power_low_pct: 94, power_high_pct: 94 },
      recovery: { duration_min: 1, power_low_pct: 105, power_high_pct: 105 },
      description: "",
    };
    const lines = card({ segments: [overs] });
    expect(lines.find((line) => line.includes("105 %"))).toMatch(/1:00 {2}then/);
  });

  it("counts its watts from the FTP it is given", () => {
    const lines = workoutCard(aWorkout({ date: MONDAY, segments: [steady(30, 50)] }), inWatts(200), plainPage);
    expect(lines.join("\n")).toContain("50 %           100 W");
  });

  it("has no watts for a free ride", () => {
    const lines = card({ segments: [{ type: "free", duration_min: 30, description: "As you like" }] });
    expect(lines.some((line) => /30:00 {2}free {7}no target {21}As you like/.test(line))).toBe(true);
  });

  it("says why, with the rule's id, wrapped under its own words", () => {
    const text =
      "Level 3 of 10: you rode level 2 on Tuesday 1 December and every interval of it was inside the target.";
    const lines = card({ why: [{ id: "ladder.advance", text }] });
    expect(lines.slice(lines.indexOf("Why"))).toEqual([
      "Why",
      "  • Level 3 of 10: you rode level 2 on Tuesday 1 December and every interval of",
      "    it was inside the target. [ladder.advance]",
    ]);
  });

  it("is short for rest and for strength", () => {
    expect(workoutCard(aRestDay(MONDAY), inWatts(265), plainPage)).toEqual(["Rest", "rest", "", "No riding."]);
    const strength = aWorkout({
      date: MONDAY,
      type: "strength",
      role: "strength",
      name: "Legs",
      segments: [],
      duration_min: 40,
      tss: 0,
    });
    expect(workoutCard(strength, inWatts(265), plainPage)[1]).toBe("strength · 40 min");
  });

  it("lets no escape code of a name or description through", () => {
    const lines = card({ name: "\u001b[31mRed", description: "a\u001b[2Jb" });
    expect(lines.join("\n")).not.toContain("\u001b");
    expect(lines[0]).toBe("Red");
  });
});
