import type { RuleId } from "./catalogue.ts";
import type { ProposalRuleId } from "./proposal-rules.ts";
import type { Found, Severity } from "./rule.ts";

/** What refuses an overview that no plan could be built on, where no single rule does. */
export const OVERVIEW_REFUSED = "overview";

/** What was found, with the rule that does not hold there. */
export interface Finding extends Found {
  readonly rule: RuleId | ProposalRuleId | typeof OVERVIEW_REFUSED;
  readonly severity: Severity;
}
