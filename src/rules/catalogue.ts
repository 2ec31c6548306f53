import { DAY_TERM_RULES } from "./day-terms-rules.ts";
import { EFFORT_TERM_RULES } from "./effort-terms-rules.ts";
import { EVENT_RULES } from "./event-rules.ts";
import { FIXED_RIDE_RULES } from "./fixed-ride-rules.ts";
import { HELD_BACK_RULES } from "./held-back-rules.ts";
import { INTEGRITY_RULES } from "./integrity-rules.ts";
import { INTENSITY_RULES } from "./intensity-rules.ts";
import { keySessions } from "./key-session-rule.ts";
import { LIMIT_RULES } from "./limit-rules.ts";
import { LOAD_RULES } from "./load-rules.ts";
import { LONG_RIDE_RULES } from "./long-ride-rules.ts";
import { RECOVERY_RULES } from "./recovery-rules.ts";
import type { Rule } from "./rule.ts";
import { SEASON_TERM_RULES } from "./season-terms-rules.ts";
import { SESSION_RULES } from "./session-rules.ts";
import { TEST_RULES } from "./test-rules.ts";
import { SEVERAL_EVENTS_RULES } from "./several-events-rules.ts";
import { strength } from "./strength-rule.ts";
import { TRAIN_BY_RULES } from "./train-by-rules.ts";

/** Every rule that speaks of one plan. Add one to its family's list and it is checked everywhere. */
export const RULES = [
  ...LIMIT_RULES,
  ...LOAD_RULES,
  ...RECOVERY_RULES,
  ...INTENSITY_RULES,
  ...HELD_BACK_RULES,
  ...FIXED_RIDE_RULES,
  ...SEASON_TERM_RULES,
  ...DAY_TERM_RULES,
  ...EFFORT_TERM_RULES,
  keySessions,
  ...LONG_RIDE_RULES,
  ...EVENT_RULES,
  ...TEST_RULES,
  ...SEVERAL_EVENTS_RULES,
  ...SESSION_RULES,
  strength,
  ...TRAIN_BY_RULES,
  ...INTEGRITY_RULES,
] as const satisfies readonly Rule[];

/** The id of a rule that speaks of one plan. */
export type RuleId = (typeof RULES)[number]["id"];

/** A rule that speaks of one plan. */
export type PlanRule = Rule<RuleId>;
