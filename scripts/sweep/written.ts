import type { z } from "zod";
import type { CompiledPlan } from "../../src/jobs/compile/compile.ts";
import {
  overviewSchema,
  planFileSchema,
  trainingPlanSchema,
  weekFileSchema,
  type TrainingPlan,
} from "../../src/plan/schema.ts";
import { profileSchema } from "../../src/athlete/schema.ts";
import { checkPlan, type Verdict } from "../../src/rules/check-plan.ts";
import { scoresOf } from "../../src/rules/scores.ts";
import { planView, type PlanView } from "../../src/rules/view.ts";
import { canonicalJson, jsonText } from "../../src/base/json.ts";
import { planTexts, type PlanText } from "../../src/storage/plan-files.ts";

/** A plan after it was written and read again: what a rider has on disk. */
export interface WrittenPlan {
  readonly plan: TrainingPlan;
  readonly view: PlanView;
  readonly verdict: Verdict;
  /** Where the files do not say what the program decided. */
  readonly problems: readonly string[];
}

/** Every file of a plan as it is written, in the order of writing. */
export const textsOf = (compiled: CompiledPlan): PlanText[] =>
  planTexts(
    { directory: ".", planId: compiled.plan.training_plan.plan_id },
    { ...compiled, profile: compiled.overview.athlete_profile },
  );

const schemaFor = (path: string): z.ZodType => {
  if (path.endsWith("_plan.json")) return planFileSchema;
  if (path.endsWith("_overview.json")) return overviewSchema;
  return path.endsWith("_profile.json") ? profileSchema : weekFileSchema;
};

const same = (a: unknown, b: unknown): boolean => canonicalJson(a) === canonicalJson(b);

/** What a reader of this file finds wrong: not valid, or another text when written again. */
function problemsOf({ path, text }: PlanText): string[] {
  const value: unknown = JSON.parse(text);
  const result = schemaFor(path).safeParse(value);
  if (!result.success) return result.error.issues.map((issue) => `${path} ${issue.path.join(".")}: ${issue.message}`);
  return same(result.data, value) ? [] : [`${path} changes when it is read and written again`];
}

/** Writes a plan to text, reads it back through the schema and checks every rule on what is left. */
export function readBack(decided: TrainingPlan): WrittenPlan {
  const plan = trainingPlanSchema.parse(JSON.parse(jsonText(decided)));
  const view = planView(plan);
  const verdict = checkPlan(view);
  const { waivers, scores } = plan.plan_metadata;
  return {
    plan,
    view,
    verdict,
    problems: [
      ...(same(waivers, verdict.waivers) ? [] : ["the waivers in the file are not those of a new check"]),
      ...(same(scores, scoresOf(view, verdict.scored)) ? [] : ["the scores in the file are not those of a new check"]),
    ],
  };
}

/** The same with all files of a plan: each is valid, keeps its contents when it is read, and says what the plan says. */
export function writeAndRead(compiled: CompiledPlan): WrittenPlan {
  const { training_plan: plan } = compiled.plan;
  const read = readBack(plan);
  const weeks = compiled.weeks.map(({ schema_version: _version, plan_id: _id, ...week }) => week);
  return {
    ...read,
    problems: [
      ...read.problems,
      ...textsOf(compiled).flatMap(problemsOf),
      ...(same(weeks, plan.weekly_plan) ? [] : ["the week files are not the weeks of the plan"]),
    ],
  };
}
