import { describe, expect, it } from "vitest";
import { addDays } from "../../../src/base/calendar.ts";
import { plainPage } from "../../support/a-page.ts";
import { dayPage, weekPage } from "../../../src/report/week.ts";
import { widthOf } from "../../../src/report/columns.ts";
import { aPlan, aRestDay, aWeek, aWorkout, MONDAY } from "../../support/a-plan.ts";

describe("a week", () => {
  it("is seven days with type, time, load, name and purpose", () => {
    expect(weekPage(aPlan(), 1, plainPage)).toEqual([
      "Week 1 of 4: base, 7 to 13 Dec 2026",
      "Steady riding.",
      "",
      "Planned 3 h 20 in 2 rides, load 170 (aim 3 h 20, load 170).",
      "Sunday evening: fitness 38, fatigue 30, form +8.",
      "",
      "day        type         time  load  session",
      "Mon 7 Dec  rest",
      "Tue 8 Dec  sweetspot  1 h 20    86  Sweet spot 3 x 15",
      "           Trains the power that you hold for hours.",
      "Wed 9 Dec  rest",
      "Thu 10 Dec rest",
      "Fri 11 Dec rest",
      "Sat 12 Dec endurance     2 h    85  Long ride",
      "           Builds the base.",
      "Sun 13 Dec rest",
      "",
      "Health: General information only.",
    ]);
  });

  it("says a purpose at the first session that has it", () => {
    const workouts = [0, 1, 2, 3, 4, 5, 6].map((day) =>
      aWorkout({ date: addDays(MONDAY, day), description: `Builds the base. Day ${day}.` }),
    );
    const lines =
      weekPage(aPlan({ weeks: [aWeek(1, { workouts }), aWeek(2), aWeek(3), aWeek(4)] }), 1, plainPage) ?? [];
    expect(lines.filter((line) => line.includes("Builds the base."))).toHaveLength(1);
  });

  it("says phase and kind where they differ, and why the week looks so", () => {
    const why = [{ id: "hours.ceiling", text: "Your 5 h bind." }];
    const plan = aPlan({ weeks: [aWeek(1), aWeek(2), aWeek(3), aWeek(4, { week_type: "recovery", why })] });
    const lines = weekPage(plan, 4, plainPage) ?? [];
    expect(lines[0]).toBe("Week 4 of 4: base, recovery, 28 Dec 2026 to 3 Jan 2027");
    expect(lines).toContain("  • Your 5 h bind. [hours.ceiling]");
  });

  it("names the day once where two sessions share it, and keeps strength out of the hours", () => {
    const strength = aWorkout({
      date: addDays(MONDAY, 1),
      type: "strength",
      role: "strength",
      name: "Legs",
      description: "",
      segments: [],
      duration_min: 40,
      tss: 0,
    });
    const week = aWeek(1);
    const workouts = week.workouts.flatMap((workout) =>
      workout.weekday === "Tuesday" ? [workout, strength] : [workout],
    );
    const lines =
      weekPage(aPlan({ weeks: [aWeek(1, { workouts }), aWeek(2), aWeek(3), aWeek(4)] }), 1, plainPage) ?? [];
    expect(lines).toContain("           strength   40 min        Legs");
    expect(lines).toContain("Planned 3 h 20 in 2 rides, load 170 (aim 3 h 20, load 170).");
    expect(lines).toContain("+ 1 strength session, 40 min beside the hours of riding.");
  });

  it("is undefined where the plan has no such week", () => {
    expect(weekPage(aPlan(), 5, plainPage)).toBeUndefined();
  });

  it("stays in its columns with wide characters in a name", () => {
    const name = "山岳ライド 🚵‍♀️ ".repeat(10);
    const workouts = [0, 1, 2, 3, 4, 5, 6].map((day) =>
      aWorkout({ date: addDays(MONDAY, day), name, description: name }),
    );
    const plan = aPlan({ weeks: [aWeek(1, { workouts }), aWeek(2), aWeek(3), aWeek(4)] });
    const lines = weekPage(plan, 1, plainPage) ?? [];
    for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(80);
    expect(lines.find((line) => line.startsWith("Wed"))).toMatch(/^Wed 9 Dec {2}sweetspot {2}1 h 20 {4}86 {2}山岳/);
  });
});

describe("a day", () => {
  it("shows its workouts whole, with the place in the plan and the health note", () => {
    const lines = dayPage(aPlan(), addDays(MONDAY, 8), plainPage) ?? [];
    expect(lines[0]).toBe("Tue 15 Dec 2026, week 2 of 4 (base)");
    expect(lines).toContain("Sweet spot 3 x 15");
    expect(lines.at(-1)).toBe("Health: General information only.");
  });

  it("is a line for a rest day, and undefined outside the plan", () => {
    expect(dayPage(aPlan(), MONDAY, plainPage)).toEqual([
      "Mon 7 Dec 2026, week 1 of 4 (base)",
      "",
      "Rest",
      "rest",
      "",
      "No riding.",
      "",
      "Health: General information only.",
    ]);
    expect(
      dayPage(aPlan({ weeks: [aWeek(1, { workouts: [aRestDay(MONDAY)] })] }), "2027-06-01", plainPage),
    ).toBeUndefined();
  });
});
