import { describe, expect, it } from "vitest";
import { addDays } from "../../../src/base/calendar.ts";
import { fitnessCurve, formOf } from "../../../src/load/fitness.ts";
import { planFileSchema } from "../../../src/plan/schema.ts";
import type { Page } from "../../../src/report/page.ts";
import { plainPage } from "../../support/a-page.ts";
import { planPage } from "../../../src/report/plan-page.ts";
import { planSummary } from "../../../src/report/summary.ts";
import { widthOf } from "../../../src/report/columns.ts";
import { HEALTH_NOTE } from "../../../src/plan/health-note.ts";
import { aPlan, aWeek, aWorkout, MONDAY, steady } from "../../support/a-plan.ts";

const EVENT = { date: addDays(MONDAY, 27), type: "gran_fondo", hours: 6, days: 1, intensity_pct: 68 } as const;
const one = (lines: readonly string[]): string => lines.join(" ").replace(/\s+/g, " ");

describe("the summary", () => {
  it("stands on a valid plan", () => {
    expect(() => planFileSchema.parse(aPlan())).not.toThrow();
  });

  it("says what the goal was taken for, and why", () => {
    const goal = { text: "Étape du Tour", kind: "event", because: 'you wrote "Étape"' } as const;
    const text = one(planSummary(aPlan({ metadata: { event: EVENT, goal } }), plainPage));
    expect(text).toContain('Goal "Étape du Tour", planned as the event (gran fondo), because you wrote "Étape"');
    expect(text).toContain("Event gran fondo, Sun 3 Jan 2027, about 6 h at 68 % of FTP");
  });

  it("says FTP now, the aim, and what riders like this one reach", () => {
    const text = one(
      planSummary(aPlan({ metadata: { expected_ftp: { low: 270, model: 276, high: 282 } } }), plainPage),
    );
    expect(text).toContain("FTP 265 W now, aim 278 W (riders like you reach 270 to 282 W in this time)");
  });

  it("says why no higher FTP is aimed for", () => {
    const metadata = { target_ftp: 265, no_ftp_aim: "test first, for yours is from before a break" };
    expect(one(planSummary(aPlan({ metadata }), plainPage))).toContain(
      "FTP 265 W now, no higher aim: test first, for yours is from before a break; every workout uses the current one",
    );
  });

  it("says first what is not yet ready, and what would change it", () => {
    const reasons = [{ id: "longest-ride", state: "red", text: "longest ride 120 min, 33 % of the event" } as const];
    const changes = ["a day with 220 min (your longest holds 120)", "an event about 4 weeks later"];
    const lines = (state: "red" | "green") =>
      planSummary(
        aPlan({ metadata: { event: EVENT, readiness: { state, reasons: [...reasons], changes } } }),
        plainPage,
      );
    expect(one(lines("red"))).toContain(
      "Ready not yet: longest ride 120 min, 33 % of the event. What would change it: a day with 220 min (your longest holds 120) or an event about 4 weeks later. Goal",
    );
    expect(one(lines("green"))).toMatch(/Fitness .* Ready on track: longest ride/);
  });

  it("says the price of a taper once", () => {
    const taper = aWeek(4, { week_type: "taper", phase: "taper" });
    const weeks = [aWeek(1), aWeek(2), aWeek(3), taper];
    const told = (warnings: string[]) =>
      one(planSummary(aPlan({ weeks, metadata: { event: EVENT, taper_days: 7, warnings } }), plainPage));
    expect(told([])).toContain("of fitness and gives fresh legs");
    expect(told(["Fitness is 30: a taper buys freshness with fitness."])).not.toContain("gives fresh legs");
  });

  it("counts readiness from the plan where an older file holds none", () => {
    // Two hours of six: 33 %.
    expect(one(planSummary(aPlan({ metadata: { event: EVENT } }), plainPage))).toContain(
      "Ready not yet: longest ride 2 h, 33 % of the event",
    );
  });

  it("takes fitness and form from the recurrence over the plan's own days", () => {
    const plan = aPlan({ metadata: { event: EVENT } });
    const days = plan.training_plan.weekly_plan.flatMap((week) => week.workouts.map((workout) => workout.tss));
    const curve = fitnessCurve(days, { ctl: 40, atl: 40 });
    const eve = curve[26];
    const text = one(planSummary(plan, plainPage));
    expect(eve).toBeDefined();
    expect(text).toContain(
      `Fitness 40 at the start, highest 40, ${Math.round(eve?.ctl ?? 0)} on the morning of the event with form +${Math.round(formOf(eve ?? { ctl: 0, atl: 0 }))}`,
    );
    const end = curve[27] ?? { ctl: 0, atl: 0 };
    expect(one(planSummary(aPlan(), plainPage))).toContain(
      `${Math.round(end.ctl)} at the end, form +${Math.round(formOf(end))} after the last week`,
    );
  });

  it("leaves the event out of the highest fitness, and says what the taper takes", () => {
    const day = (index: number, minutes: number) =>
      aWorkout({ date: addDays(MONDAY, index), type: "endurance", role: "easy", segments: [steady(minutes, 65)] });
    const weeks = [1, 2, 3, 4].map((number) => {
      const from = (number - 1) * 7;
      const rides = [0, 2, 4, 5].map((weekday) => day(from + weekday, number < 4 ? 240 : 30));
      const event = number === 4 ? [{ ...day(27, 600), role: "event" as const }] : [];
      return aWeek(number, { workouts: [...rides, ...event] });
    });
    const text = one(
      planSummary(aPlan({ weeks, metadata: { event: { ...EVENT, hours: 10 }, taper_days: 7 } }), plainPage),
    );
    const [, highest = 0, morning = 0, price = 0] = (
      /highest (\d+), (\d+) on the morning .* The taper takes (\d+) points? of fitness/.exec(text) ?? []
    ).map(Number);
    expect(highest).toBeGreaterThan(morning);
    expect(Math.abs(highest - morning - price)).toBeLessThanOrEqual(1);
  });

  it("counts strength beside the rides", () => {
    const strength = aWorkout({
      date: addDays(MONDAY, 1),
      type: "strength",
      role: "strength",
      segments: [],
      duration_min: 40,
      tss: 0,
    });
    const week = aWeek(1);
    const weeks = [aWeek(1, { workouts: [...week.workouts, strength] }), aWeek(2), aWeek(3), aWeek(4)];
    expect(one(planSummary(aPlan({ weeks }), plainPage))).toMatch(
      /Sessions 8 rides, [\dh ]+, \+ 1 strength session, 40 min/,
    );
    expect(one(planSummary(aPlan(), plainPage))).not.toContain("strength");
  });

  it("lists what was assumed, given up and waived, and the warnings", () => {
    const plan = aPlan({
      profile: {
        assumptions: [
          { field: "recent_weekly_hours", value: 4.25, reason: "0.85 of your 5 h" },
          { field: "ctl", value: 48.6, reason: "from your recent hours" },
          { field: "weight_kg", value: null, reason: "not given" },
        ],
      },
      metadata: {
        given_up: [{ id: "hours.minutes", text: "3.3 of your 5 h: Tuesday is 80 min" }],
        waivers: [
          {
            rule: "long-ride-before-event",
            message: "The longest ride is 2 h.",
            reason: "Saturday holds 120 min.",
            numbers: {},
          },
        ],
        warnings: ["This is a steep start."],
      },
    });
    const lines = planSummary(plan, plainPage);
    expect(lines).toContain("  • hours you ride now: 4 h 15 (0.85 of your 5 h)");
    expect(lines).toContain("  • fitness at the start: 49 (from your recent hours)");
    expect(lines).toContain("  • weight kg: left out (not given)");
    expect(lines).toContain("  • 3.3 of your 5 h: Tuesday is 80 min");
    expect(one(lines)).toContain("The longest ride is 2 h. Why it stands: Saturday holds 120 min.");
    expect(lines).toContain("  ! This is a steep start.");
  });

  it("has no heading without something under it", () => {
    const lines = planSummary(aPlan(), plainPage);
    for (const heading of ["Assumed", "Given up", "Warnings", "Rules that cannot hold here"])
      expect(lines).not.toContain(heading);
  });

  it("ends with the plan's health note, or with ours where it brings none", () => {
    expect(planSummary(aPlan(), plainPage).at(-1)).toBe("Health: General information only.");
    const bare = aPlan();
    delete bare.training_plan.plan_metadata.health_note;
    expect(one(planSummary(bare, plainPage))).toContain(`Health: ${HEALTH_NOTE}`);
  });

  it("calls things by rider's words, not by marks", () => {
    const lines = [...planSummary(aPlan({ metadata: { event: EVENT } }), plainPage), ...planPage(aPlan(), plainPage)];
    expect(lines.join("\n")).not.toMatch(/\b(TSS|CTL|ATL|TSB|IF|NP)\b/);
  });
});

describe("a whole plan", () => {
  it("adds the coach's notes, what to watch and the scores", () => {
    const band = { low: 20, high: 35, n: 42, of: "measured plans" };
    const score = { id: "hard-share", label: "Hard minutes", value: 31.25, unit: "%", band, note: "Inside the band." };
    const lines = planPage(
      aPlan({ metadata: { scores: [score, { ...score, value: null, band: null, note: "" }] } }),
      plainPage,
    );
    expect(lines).toContain("Ride the easy days easy.");
    expect(lines).toContain("Watch your morning pulse.");
    expect(lines).toContain("  • Hard minutes: 31.25 % (20 to 35 in 42 measured plans). Inside the band.");
    expect(lines).toContain("  • Hard minutes: not measured.");
    expect(lines.at(-1)).toBe("Health: General information only.");
  });

  it.each([80, 60])("keeps inside %i columns, in ASCII too", (width) => {
    const notes = "Wörter — und lange Sätze 日本語 ".repeat(30);
    const plan = aPlan({ weeks: [1, 2, 3, 4].map((n) => aWeek(n)), metadata: { coaching_notes: notes, event: EVENT } });
    for (const unicode of [true, false]) {
      const page: Page = { ...plainPage, width, unicode };
      const lines = planPage(plan, page);
      for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width);
      // eslint-disable-next-line no-control-regex -- ASCII is what is asked for
      if (!unicode) expect(lines.join("\n")).not.toMatch(/[^\u0000-\u007f]/);
    }
  });
});
