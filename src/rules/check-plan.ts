import type { Waiver } from "../plan/schema.ts";
import { RULES, type PlanRule } from "./catalogue.ts";
import type { Finding } from "./finding.ts";
import type { Rule, Severity } from "./rule.ts";
import type { PlanView } from "./view.ts";

export interface Verdict {
  /** Hard findings that nothing excuses: such a plan is never written. */
  readonly hard: readonly Finding[];
  readonly scored: readonly Finding[];
  /** Shape rules that yield to the rider's own calendar, with the number that prevents them. */
  readonly waivers: readonly Waiver[];
}

/** How much a rule weighs for this plan: what an overview made elsewhere fixed is scored only (8b). */
export const severityFor = (rule: Rule, { isOutside }: Pick<PlanView, "isOutside">): Severity =>
  isOutside && rule.scoredOutside === true ? "scored" : rule.severity;

/** Checks a plan against rules; all of them where none are named. */
export function checkPlan(view: PlanView, rules: readonly PlanRule[] = RULES): Verdict {
  const hard: Finding[] = [];
  const scored: Finding[] = [];
  const waivers: Waiver[] = [];
  for (const rule of rules) {
    const severity = severityFor(rule, view);
    for (const found of rule.check(view)) {
      const finding: Finding = { rule: rule.id, severity, ...found };
      if (severity === "scored") scored.push(finding);
      else if (isWaived(rule, finding)) waivers.push(waiverOf(finding));
      else hard.push(finding);
    }
  }
  return { hard, scored, waivers };
}

const isWaived = (rule: Rule, { excuse }: Finding): boolean =>
  excuse !== undefined && (rule.class === "shape" || excuse.isOwnRides === true);

const waiverOf = (finding: Finding): Waiver => ({
  rule: finding.rule,
  week: finding.week,
  date: finding.date,
  message: finding.message,
  reason: finding.excuse?.reason ?? "",
  numbers: { ...finding.numbers, ...finding.excuse?.numbers },
});
