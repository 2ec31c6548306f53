import { lintPlan } from "../jobs/lint/lint.ts";
import type { LintReport } from "../report/lint.ts";
import type { Severity } from "../rules/rule.ts";
import { givenDay } from "./given-day.ts";

/** What is asked of a check. */
export interface CheckOptions {
  /** The day a plan without dates is read on, `2026-12-01`; 1 January 2024, a Monday, where it is left out. */
  readonly today?: string | undefined;
  /** Rule ids, as `cycling-plan lint --rules` lists them; all of them where none are named. */
  readonly rules?: readonly string[] | undefined;
  readonly severity?: Severity | undefined;
}

/** Any Monday serves a plan without dates. */
const SOME_MONDAY = "2024-01-01";

/**
 * Holds a plan, whoever made it, to every rule that it lets one check: findings, waivers, scores, and what could not be checked and
 * why. A plan keeps the rules where no finding is `hard`. Throws `PlanError` INPUT_INVALID where it is no plan at all.
 */
export function checkPlan(plan: unknown, { today = SOME_MONDAY, rules, severity }: CheckOptions = {}): LintReport {
  return lintPlan({ value: plan, source: "the plan", today: givenDay("today", today), rules, severity });
}
