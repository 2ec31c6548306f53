import type { PlanFile } from "../../src/plan/schema.ts";
import { healthNote } from "../../src/report/health-note.ts";
import { finish, type Page } from "../../src/report/page.ts";
import { seasonChart } from "../../src/report/season.ts";
import { counted, span } from "../../src/report/units.ts";
import { planView } from "../../src/rules/view.ts";

/** The season alone on a page, as the views put it between their other parts. */
export function seasonPage(plan: PlanFile, page: Page): string[] {
  const view = planView(plan.training_plan);
  const { total_weeks: weeks, start_date: from, end_date: to } = view.plan.plan_metadata;
  return finish(
    [
      page.paint.heading(`${counted(weeks, "week")}, ${span(from, to, true)}`),
      "",
      ...seasonChart(view, page),
      ...healthNote(view.plan.plan_metadata, page),
    ],
    page,
  );
}
