import type { Waiver } from "../plan/schema.ts";
import { RULES, type PlanRule } from "./catalogue.ts";
import type { Finding } from "./finding.ts";
import { isHistory, lifeExcuse, livedView } from "./lived.ts";
import type { Found, Rule, Severity } from "./rule.ts";
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
export function checkPlan(asPlanned: PlanView, rules: readonly PlanRule[] = RULES): Verdict {
  const asLived = livedView(asPlanned);
  const hard: Finding[] = [];
  const scored: Finding[] = [];
  const waivers: Waiver[] = [];
  for (const rule of rules) {
    const view = rule.class === "integrity" || rule.asWritten === true ? asPlanned : asLived;
    const severity = severityFor(rule, view);
    for (const found of rule.check(view)) {
      const finding: Finding = { rule: rule.id, severity, ...excused(rule, view, found) };
      if (severity === "scored") scored.push(finding);
      else if (finding.excuse !== undefined && mayYield(rule, view, finding)) waivers.push(waiverOf(finding));
      else hard.push(finding);
    }
  }
  return { hard, scored, waivers };
}

/** The shape of a plan yields, what is past, and what the rider's own rides alone pass. */
const mayYield = (rule: PlanRule, view: PlanView, found: Found): boolean =>
  rule.class === "shape" || isHistory(view, found) || found.excuse?.isOwnRides === true;

const PAST = { reason: "those days were past when the plan was changed", numbers: {} };

/** Days that went otherwise than planned excuse what they brought about: in the past everything, later the shape of a plan. */
function excused(rule: PlanRule, view: PlanView, found: Found): Found {
  if (found.excuse !== undefined || rule.class === "integrity") return found;
  if (isHistory(view, found)) return { ...found, excuse: PAST };
  return rule.class === "shape" ? { ...found, excuse: lifeExcuse(view, found) } : found;
}

const waiverOf = (finding: Finding): Waiver => ({
  rule: finding.rule,
  week: finding.week,
  date: finding.date,
  message: finding.message,
  reason: finding.excuse?.reason ?? "",
  numbers: { ...finding.numbers, ...finding.excuse?.numbers },
});
