import { parseRequest } from "../athlete/parse-request.ts";
import { PlanError } from "../base/errors.ts";
import { compilePlan as compiled } from "../jobs/compile/compile.ts";
import { newTask } from "../jobs/generate/new-task.ts";
import type { Overview } from "../plan/schema.ts";
import type { PlanTask } from "../plan/task.ts";
import { givenDay } from "./given-day.ts";
import type { PlanState } from "./plan-state.ts";
import { shippedWorkouts } from "./shipped.ts";

/** What a plan depends on beside its request. */
export interface CompileOptions {
  /** The day it is asked for on, `2026-12-01`. */
  readonly today: string;
  /** What stands in the place of dice: another seed is another choice among equal workouts. `"1"` where it is left out. */
  readonly seed?: string | undefined;
  /** Letters, digits, dot, hyphen and underscore; made from goal, date and seed where it is left out. */
  readonly planId?: string | undefined;
  /** What the plan says of when it was made, to the second: `2026-12-01T10:30:00Z`. Midnight of `today` where it is left out. */
  readonly askedAt?: string | undefined;
}

/** A plan that keeps every rule. */
export interface MadePlan extends PlanState {
  readonly overview: Overview;
  readonly task: PlanTask;
  /** What is unusual in the request, and what the plan does about it. */
  readonly warnings: readonly string[];
}

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

function momentOf(given: string | undefined, today: string): string {
  const moment = given ?? `${today}T00:00:00Z`;
  if (typeof moment === "string" && MOMENT.test(moment) && !Number.isNaN(Date.parse(moment))) return moment;
  throw new PlanError({
    code: "INPUT_INVALID",
    message: "askedAt: expected a moment in UTC, to the second.",
    hint: 'Give it as "2026-12-01T10:30:00Z", or leave it out.',
  });
}

/**
 * Makes a dated plan of 4 to 24 weeks from a request, in either form of `schemas/request.json`. The same request and options give
 * the same bytes. Throws `PlanError`: INPUT_INVALID with each wrong field in `details.problems`, NOT_FEASIBLE with the rule that
 * binds and, in `details.changes`, changes that were tried and work.
 */
export function compilePlan(request: unknown, { today, seed = "1", planId, askedAt }: CompileOptions): MadePlan {
  const day = givenDay("today", today);
  const parsed = parseRequest({ file: { value: request, source: "the request" } }, day);
  const asked = { ...parsed, askedAt: momentOf(askedAt, day), today: day, seed };
  const task = newTask(asked, planId);
  const { plan, overview } = compiled(task, shippedWorkouts());
  return { plan, overview, task, warnings: plan.training_plan.plan_metadata.warnings ?? [] };
}
