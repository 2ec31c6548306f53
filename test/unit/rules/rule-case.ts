import type { TrainingPlan } from "../../../src/plan/schema.ts";

export type Change = (plan: TrainingPlan) => unknown;

/** One thing changed in a valid plan that breaks a rule, the nearest thing that keeps it, and what excuses it. */
export interface RuleCase {
  readonly rule: string;
  readonly breaks: Change;
  /** Left out where the valid plan itself is the near miss. */
  readonly keeps?: Change;
  /** What, beside the break, makes it a waiver. Shape rules only. */
  readonly excuse?: Change;
  /** Where the finding must stand, and what it must say. */
  readonly week?: number;
  readonly says: RegExp;
}
