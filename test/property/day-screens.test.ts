import { expect, it } from "vitest";
import { sweepTask } from "../../scripts/sweep/outcome.ts";
import { isWithoutPower } from "../../src/athlete/train-by.ts";
import { addDays, type CalendarDate } from "../../src/base/calendar.ts";
import { seededChance } from "../../src/base/chance.ts";
import { PlanError } from "../../src/base/errors.ts";
import { todayLines } from "../../src/cli/day-lines.ts";
import { compilePlan } from "../../src/jobs/compile/compile.ts";
import { momentsOf } from "../../src/jobs/moments/moments.ts";
import { standingOf } from "../../src/jobs/plans/day-in-plan.ts";
import { matchKnown } from "../../src/jobs/review/match-known.ts";
import type { PlanFile } from "../../src/plan/schema.ts";
import { widthOf } from "../../src/report/columns.ts";
import type { Page } from "../../src/report/page.ts";
import { seasonScreen } from "../../src/report/season-screen.ts";
import { weekScreen } from "../../src/report/week-screen.ts";
import { planView } from "../../src/rules/view.ts";
import { plainPage } from "../support/a-page.ts";
import { drawRequest } from "../support/draw-request.ts";
import { draws } from "../support/draws.ts";
import { shipped } from "../unit/library/shipped.ts";

const WITHIN = 300_000;

/** Plans of drawn riders; whom no plan can serve is passed over. */
function drawnPlans(count: number): PlanFile[] {
  const plans: PlanFile[] = [];
  for (let rider = 0; plans.length < count; rider++) {
    try {
      const request = drawRequest(seededChance(`day-screens-${rider}`));
      plans.push(compilePlan(sweepTask(request, `drawn-${rider}`), shipped).plan);
    } catch (error) {
      if (!(error instanceof PlanError)) throw error;
    }
  }
  return plans;
}

/** Every day of a plan, and some before and after it. */
function daysOf({ training_plan: { plan_metadata: meta } }: PlanFile): CalendarDate[] {
  const days: CalendarDate[] = [];
  for (let day = addDays(meta.start_date, -10); day <= addDays(meta.end_date, 30); day = addDays(day, 1))
    days.push(day);
  return days;
}

/** The screen of a day at any width. */
function screenOn(plan: PlanFile, today: CalendarDate): (width: number) => string[] {
  const { training_plan: training } = plan;
  const matching = matchKnown(training, { done: [], noted: [] }, today);
  const moments = momentsOf(training, { today, done: [], matching });
  const asked = { plan, today, moments, news: undefined, hasHealth: true };
  const standing = standingOf(plan, today);
  return (width) => todayLines(standing, { ...asked, page: { ...plainPage, width } });
}

/** The words of a screen, drawings and numbers left out. */
const wordsOf = (lines: readonly string[]): string[] =>
  lines.flatMap((line) => line.split(/[\s,.;:]+/)).filter((word) => /\p{L}/u.test(word));
/** Wide enough for every text in one line: what stands here is never cut. */
const WIDE = 2000;
/** What is only said where something is left out. */
const MORE = ["and", "more", "--full"];
const WIDTHS = [20, 40, 60, 80, 200];

it(
  "today is 5 to 20 lines on every day of a plan, no line too long, no word cut, no watt without power",
  () => {
    for (const plan of drawnPlans(draws({ few: 3, many: 50 })))
      for (const day of daysOf(plan)) {
        const at = screenOn(plan, day);
        const lines = at(80);
        const seen = `${plan.training_plan.plan_id} ${day}\n${lines.join("\n")}`;
        expect(lines.length, seen).toBeGreaterThanOrEqual(5);
        expect(lines.length, seen).toBeLessThanOrEqual(20);
        const whole = new Set([...wordsOf(at(WIDE)), ...MORE]);
        for (const width of WIDTHS) {
          const there = at(width);
          expect(
            there.filter((line) => widthOf(line) > width),
            seen,
          ).toEqual([]);
          if (width >= 60)
            expect(
              wordsOf(there).filter((word) => !whole.has(word)),
              seen,
            ).toEqual([]);
        }
        if (isWithoutPower(plan.training_plan.athlete_profile))
          expect(lines.join("\n")).not.toMatch(/\d W\b|watt|FTP/i);
      }
  },
  WITHIN,
);

it(
  "a week and the season keep their width and cut no word",
  () => {
    for (const plan of drawnPlans(draws({ few: 3, many: 50 }))) {
      const { weekly_plan: weeks, plan_metadata: meta } = plan.training_plan;
      const view = planView(plan.training_plan);
      const screens = [
        (page: Page) => seasonScreen({ head: "a plan", view, today: meta.start_date, more: "More: show" }, page),
        ...weeks.map(
          ({ week_number: number }) =>
            (page: Page) =>
              weekScreen(plan, number, { page, today: meta.start_date }) ?? [],
        ),
      ];
      screens.forEach((screen, i) => {
        const whole = new Set(wordsOf(screen({ ...plainPage, width: WIDE })));
        for (const width of [60, 80, 200]) {
          const lines = screen({ ...plainPage, width });
          expect(lines.filter((line) => widthOf(line) > width)).toEqual([]);
          // Over the season phases shorter than their name are a letter.
          if (i > 0)
            expect(
              wordsOf(lines).filter((word) => !whole.has(word)),
              lines.join("\n"),
            ).toEqual([]);
          if (width === 80) expect(lines.length).toBeLessThanOrEqual(22);
        }
      });
    }
  },
  WITHIN,
);
