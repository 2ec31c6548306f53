import type { LivingPlan } from "./living.ts";
import { sayMetadata } from "../../plan/without-power.ts";
import type { TrainingPlan } from "../../plan/schema.ts";
import { checkPlan, type Verdict } from "../../rules/check-plan.ts";
import type { Finding } from "../../rules/finding.ts";
import { livedView } from "../../rules/lived.ts";
import { readinessOf } from "../../rules/readiness.ts";
import { scoresOf } from "../../rules/scores.ts";
import { planView, type PlanView } from "../../rules/view.ts";
import { planOf, withMetadata, type Edit } from "./edit.ts";

/** What the rules say of a plan that was changed: its past counts as it was ridden. */
export function verdictOf({ file }: Pick<LivingPlan, "file">): Verdict {
  const known = verdicts.get(file.training_plan) ?? checkPlan(viewOf({ file }));
  verdicts.set(file.training_plan, known);
  return known;
}
const verdicts = new WeakMap<TrainingPlan, Verdict>();
const views = new WeakMap<TrainingPlan, PlanView>();

/** The view of a plan, drawn once. */
export function viewOf({ file }: Pick<LivingPlan, "file">): PlanView {
  const known = views.get(file.training_plan) ?? planView(file.training_plan);
  views.set(file.training_plan, known);
  return known;
}

/** One finding, whatever its words: the same rule in the same place. */
const keyOf = ({ rule, week, date }: Finding): string => `${rule}/${week ?? ""}/${date ?? ""}`;

/** Findings that a change would bring: those the plan had before it are not its fault. */
export function newFindings(edit: Edit): Finding[] {
  const found = verdictOf(planOf(edit)).hard;
  // Most changes bring none: then nobody asks what the plan had before.
  if (found.length === 0) return [];
  const known = new Set(verdictOf(edit.start.plan).hard.map(keyOf));
  return found.filter((finding) => !known.has(keyOf(finding)));
}

/** The edit with what the plan says of itself: waivers, readiness and scores of the plan that it makes. */
export function withVerdict(edit: Edit): Edit {
  const plan = planOf(edit);
  const view = viewOf(plan);
  const verdict = verdictOf(plan);
  const lived = livedView(view);
  const { plan_metadata: metadata, athlete_profile: profile } = plan.file.training_plan;
  const said = { ...metadata, waivers: [...verdict.waivers], readiness: readinessOf(lived) };
  const { waivers, readiness } = sayMetadata(said, profile);
  return withMetadata(edit, { waivers, readiness, scores: scoresOf(lived, verdict.scored) });
}
