import type { PlanFile, Score } from "../plan/schema.ts";
import { planView, type PlanView } from "../rules/view.ts";
import { hanging, wrap } from "./columns.ts";
import { healthNote } from "./health-note.ts";
import { finish, type Page } from "./page.ts";
import { seasonChart } from "./season.ts";
import { valueText } from "./scores.ts";
import { planHead, planReservations } from "./summary.ts";
import { plainNumber } from "./units.ts";

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

function scoreText(score: Score): string {
  const { label, value, band, note } = score;
  const measured = value === null ? "not measured" : valueText(score).trim();
  const usual =
    band === null
      ? ""
      : ` (${plainNumber(band.low, 2)} to ${plainNumber(band.high, 2)} in ${band.n === null ? "" : `${band.n} `}${band.of})`;
  return `${label}: ${measured}${usual}.${note === "" ? "" : ` ${sentence(note)}.`}`.replaceAll("..", ".");
}

/** What the coach's notes say already is not said again. */
function withoutSaid(view: PlanView): PlanView {
  const { plan } = view;
  const { coaching_notes: notes, given_up: given = [] } = plan.plan_metadata;
  const left = given.filter(({ text }) => !notes.includes(text));
  return { ...view, plan: { ...plan, plan_metadata: { ...plan.plan_metadata, given_up: left } } };
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
      ...planReservations(withoutSaid(view), page),
      ...healthNote(metadata, page),
    ],
    page,
  );
}
