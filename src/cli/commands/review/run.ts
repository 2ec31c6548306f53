import { quoted } from "../../../athlete/parse-reading.ts";
import { PlanError } from "../../../base/errors.ts";
import { jsonText } from "../../../base/json.ts";
import { findPlan } from "../../../jobs/plans/find-plan.ts";
import { toldPlan } from "../../../jobs/plans/saved-athlete.ts";
import { couldChange } from "../../../jobs/review/could-change.ts";
import { reviewOf, type Scope } from "../../../jobs/review/review.ts";
import { reviewJson } from "../../../jobs/review/review-json.ts";
import { knownRides } from "../../../jobs/review/known-rides.ts";
import { notIn, riddenOf } from "../../../jobs/review/noted.ts";
import { riddenIn, traceKeeper, type Ridden } from "../../../jobs/review/ridden.ts";
import { reviewSight } from "../../../jobs/review/sight.ts";
import type { TrainingPlan } from "../../../plan/schema.ts";
import { reviewPage } from "../../../report/review.ts";
import type { Call, Run } from "../../command.ts";
import { pageFor } from "../../page.ts";
import { placesOf } from "../../places.ts";
import { planFlag } from "../../plan-flag.ts";
import { datedSearch } from "../../plan-search.ts";
import { progressOf } from "../../progress.ts";
import { historyAt } from "../../read-rides.ts";
import { resolveSettings, type Settings } from "../../settings.ts";
import type { reviewSpec } from "./spec.ts";

function scopeOf({ week, phase, plan: whole }: Call<typeof reviewSpec>["flags"], plan: TrainingPlan): Scope {
  if (phase === true) return { kind: "phase" };
  if (whole === true) return { kind: "plan" };
  if (week === undefined) return { kind: "week" };
  const total = plan.plan_metadata.total_weeks;
  const number = /^\d{1,2}$/.test(week.trim()) ? Number(week) : 0;
  if (number >= 1 && number <= total) return { kind: "week", week: number };
  throw new PlanError({
    code: "INPUT_INVALID",
    message: `--week: ${quoted(week)} -> expected 1 to ${total}, the weeks of this plan.`,
    hint: "Leave it out for the last week that is over.",
  });
}

/** The rides that were given with the call. */
async function ridesGiven(
  { system, flags, isJson }: Call<typeof reviewSpec>,
  settings: Settings,
  plan: TrainingPlan,
): Promise<Ridden[]> {
  if (flags.activities === undefined) return [];
  const { traces, onTrace } = traceKeeper(plan);
  const progress = await progressOf(system, settings, { isJson });
  const history = await historyAt(system, progress, { paths: flags.activities, timezone: flags.timezone, onTrace });
  return riddenIn(plan, history, traces);
}

/** `review [PLAN]`: what was ridden, what it means, what is ahead, what could change. It changes nothing. */
export const review: Run<typeof reviewSpec> = async (call) => {
  const { system, args, flags, isJson } = call;
  const [given] = args;
  const settings = await resolveSettings(system, { today: flags.today, quiet: flags.quiet });
  if (flags.riders !== undefined) return (await import("./riders.ts")).reviewOfRiders(call, settings, flags.riders);
  const { path } = await findPlan(datedSearch(system, settings, given));
  const { training_plan: plan } = (await toldPlan(path, placesOf(system))).plan;
  const scope = scopeOf(flags, plan);
  const recorded = await ridesGiven(call, settings, plan);
  const { noted, done } = await knownRides(path);
  const rides = [...recorded, ...notIn(noted.map(riddenOf), recorded)];
  const found = reviewOf(plan, scope, { rides, done, today: settings.today });
  if (found === undefined) throw new Error("a plan has no weeks");
  const named = await planFlag(system, given, path);
  const changes = couldChange(found, (words) => `cycling-plan ${words}${named}`);
  if (isJson) system.out(jsonText(reviewJson(found, changes)));
  else if (!settings.quiet)
    system.out(`${reviewPage(reviewSight(found, changes), await pageFor(system, settings)).join("\n")}\n`);
  return 0;
};
