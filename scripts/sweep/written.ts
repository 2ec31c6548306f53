import type { z } from "zod";
import type { CompiledPlan } from "../../src/jobs/compile.ts";
import { overviewSchema, planFileSchema, weekFileSchema, type PlanFile } from "../../src/plan/schema.ts";
import { profileSchema } from "../../src/athlete/schema.ts";
import { checkPlan, type Verdict } from "../../src/rules/check-plan.ts";
import { scoresOf } from "../../src/rules/scores.ts";
import { planView, type PlanView } from "../../src/rules/view.ts";
import { canonicalJson } from "../../src/base/json.ts";
import { planTexts, type PlanText } from "../../src/storage/plan-files.ts";

/** A plan after it was written and read again: what a rider has on disk. */
export interface WrittenPlan {
  readonly file: PlanFile;
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

/** Writes a plan to texts, reads them back through the schemas and checks every rule on what is left. */
export function writeAndRead(compiled: CompiledPlan): WrittenPlan {
  const texts = textsOf(compiled);
  const text = texts.find(({ path }) => path.endsWith("_plan.json"))?.text ?? "";
  const file = planFileSchema.parse(JSON.parse(text));
  const { training_plan: plan } = file;
  const view = planView(plan);
  const verdict = checkPlan(view);
  const stored = plan.plan_metadata;
  return {
    file,
    view,
    verdict,
    problems: [
      ...texts.flatMap(problemsOf),
      ...(same(stored.waivers, verdict.waivers) ? [] : ["the waivers in the file are not those of a new check"]),
      ...(same(stored.scores, scoresOf(view, verdict.scored))
        ? []
        : ["the scores in the file are not those of a new check"]),
      ...(compiled.weeks.length === plan.weekly_plan.length
        ? []
        : ["the plan has another number of weeks than week files"]),
    ],
  };
}
