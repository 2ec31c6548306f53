import { describe, expect, it } from "vitest";
import { addDays } from "../../../src/base/calendar.ts";
import { fitnessCurve } from "../../../src/load/fitness.ts";
import { plainPage } from "../../support/a-page.ts";
import { seasonPage } from "../../support/season-page.ts";
import { widthOf } from "../../../src/report/columns.ts";
import type { Week } from "../../../src/plan/schema.ts";
import { aPlan, aRestDay, aWeek, aWorkout, MONDAY, steady } from "../../support/a-plan.ts";

const rows = (lines: readonly string[]): string[] => lines.filter((line) => /^ {1,2}\d/.test(line));

/** A week that is one ride of so many minutes on its Saturday. */
const oneRide = (number: number, minutes: number, change: Partial<Week> = {}): Week => {
  const start = addDays(MONDAY, (number - 1) * 7);
  const ride = {
    date: addDays(start, 5),
    type: "endurance" as const,
    role: "long" as const,
    segments: [steady(minutes, 65)],
  };
  return aWeek(number, {
    workouts: [0, 1, 2, 3, 4, 5, 6].map((day) => (day === 5 ? aWorkout(ride) : aRestDay(addDays(start, day)))),
    ...change,
  });
};

const EVENT = { date: addDays(MONDAY, 26), type: "century", hours: 6, days: 1, intensity_pct: 70 } as const;
const three = (): Week[] => [1, 2, 3].map((number) => oneRide(number, 60));

/** Week 4 with nothing but six hours of event on its Saturday. */
const withEvent = (): Week => {
  const event = aWorkout({ date: EVENT.date, role: "event", type: "mixed", segments: [steady(360, 70)] });
  return aWeek(4, {
    workouts: oneRide(4, 60).workouts.map((workout) => (workout.date === event.date ? event : workout)),
  });
};

describe("the season", () => {
  it("is a line a week under a line a phase, hours and load to one scale each", () => {
    const weeks = [
      oneRide(1, 60),
      oneRide(2, 120),
      oneRide(3, 30, { week_type: "recovery" }),
      oneRide(4, 90, { phase: "build", week_type: "build" }),
    ];
    expect(seasonPage(aPlan({ weeks }), plainPage)).toEqual([
      "4 weeks, 7 Dec 2026 to 3 Jan 2027",
      "",
      " wk   from type     hours        load           long key sessions           form",
      "base: weeks 1 to 3, 7 to 27 Dec, 3 h 30, load 148",
      "  1  7 Dec base      1.0 ███▌      42 ███▌       1 h                         +16",
      "  2 14 Dec base      2.0 ███████   85 ███████    2 h                         +15",
      "  3 21 Dec recovery  0.5 █▊        21 █▊      30 min                         +19",
      "build: week 4, 28 Dec to 3 Jan, 1 h 30, load 63",
      "  4 28 Dec build     1.5 █████▎    63 █████▎  1 h 30                         +14",
      "Form is that of Sunday evening.",
      "",
      "Health: General information only.",
    ]);
  });

  it("names key sessions in the order of the week, and counts alike ones", () => {
    const start = MONDAY;
    const key = (day: number, family: string) => aWorkout({ date: addDays(start, day), family });
    const workouts = [
      key(0, "vo2max_short"),
      aWorkout({ date: addDays(start, 1), role: "test" }),
      key(2, "vo2max_short"),
      aWorkout({ date: addDays(start, 3), role: "easy" }),
      aWorkout({ date: addDays(start, 4), role: "openers" }),
      aWorkout({ date: addDays(start, 5), role: "event" }),
      aRestDay(addDays(start, 6)),
    ];
    const wide = { ...plainPage, width: 110 };
    const plan = aPlan({ weeks: [aWeek(1, { workouts }), aWeek(2), aWeek(3), aWeek(4)] });
    expect(rows(seasonPage(plan, wide))[0]).toContain("EVENT, 2x VO2max, test, openers");
  });

  it("leaves the event out of hours, load and long ride", () => {
    const lines = seasonPage(aPlan({ weeks: [...three(), withEvent()], metadata: { event: EVENT } }), plainPage);
    expect(rows(lines)[3]).toMatch(/^ {2}4 28 Dec base {6}0\.0 {12}0 {16}EVENT/);
  });

  it("ends with the form of the event's morning, where it has one", () => {
    const rest = oneRide(4, 60);
    const workouts = rest.workouts.map((workout) => aRestDay(workout.date));
    const plain = aPlan({ weeks: [...three(), aWeek(4, { workouts })] });
    const days = [0, 1, 2].flatMap(() => [0, 0, 0, 0, 0, 42.3, 0]);
    const curve = fitnessCurve([...days, 0, 0, 0, 0, 0, 0, 0, 0], { ctl: 40, atl: 40 });
    const form = (lines: readonly string[]): string | undefined => rows(lines)[3]?.slice(-3);
    expect(form(seasonPage(plain, plainPage))).toBe(`+${Math.round(curve[28]?.form ?? 0)}`);
    const event = aPlan({ weeks: [...three(), withEvent()], metadata: { event: EVENT } });
    expect(form(seasonPage(event, plainPage))).toBe(`+${Math.round(curve[26]?.form ?? 0)}`);
    expect(seasonPage(event, plainPage)).toContain(
      "Form is that of Sunday evening, in the event's week of its morning.",
    );
  });

  it("keeps 24 weeks inside 80 columns, and every line inside 60", () => {
    const weeks = Array.from({ length: 24 }, (_, index) => aWeek(index + 1));
    for (const width of [80, 60]) {
      const lines = seasonPage(aPlan({ weeks }), {
        ...plainPage,
        width,
      });
      expect(rows(lines)).toHaveLength(24);
      for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width);
    }
  });
});
