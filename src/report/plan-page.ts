import type { PlanFile, Score } from "../plan/schema.ts";
import { planView } from "../rules/view.ts";
import { hanging, wrap } from "./columns.ts";
import { healthNote } from "./health-note.ts";
import { finish, type Page } from "./page.ts";
import { seasonChart } from "./season.ts";
import { planHead, planReservations } from "./summary.ts";
import { plainNumber } from "./units.ts";

function scoreText({ label, value, unit, band, note }: Score): string {
  const measured = value === null ? "not measured" : `${plainNumber(value, 2)} ${unit}`.trim();
  const usual =
    band === null
      ? ""
      : ` (${plainNumber(band.low, 2)} to ${plainNumber(band.high, 2)} in ${band.n === null ? "" : `${band.n} `}${band.of})`;
  return `${label}: ${measured}${usual}${note === "" ? "" : `. ${note}`}`;
}

/** A whole plan: facts, season, the coach's notes, what to watch, what was assumed and given up. */
export function planPage(plan: PlanFile, page: Page): string[] {
  const view = planView(plan.training_plan);
  const metadata = view.plan.plan_metadata;
  const section = (heading: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : ["", page.paint.heading(heading), ...lines];
  const scores = (metadata.scores ?? []).flatMap((score) => hanging("  • ", scoreText(score), page.width));
  return finish(
    [
      ...planHead(view, page),
      "",
      ...seasonChart(view, page),
      ...section("Coaching notes", wrap(metadata.coaching_notes, page.width)),
      ...section("What to watch", wrap(metadata.monitoring_guidance, page.width)),
      ...section("How this plan measures up", scores),
      ...planReservations(view, page),
      ...healthNote(metadata, page),
    ],
    page,
  );
}
