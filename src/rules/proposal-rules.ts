import { FEWEST_WEEKS, MOST_WEEKS } from "../plan/schema.ts";
import { MOST_HARD_TYPE_DAYS, MOST_RIDING_DAYS } from "./limits.ts";
import type { Rule } from "./rule.ts";

/** How far a proposed week's hours may be from the overview's, as a share of them (the seed document). */
export const TIME_BUDGET = 0.2;

/** A condition on a proposal or a file, before there is a whole plan that the other rules could read. */
export interface ProposalRule extends Pick<
  Rule,
  "id" | "number" | "title" | "severity" | "class" | "source" | "evidence"
> {
  readonly checkedBy: "overview tool" | "week tool" | "finalize tool" | "lint";
}

const SEED = "The seed document";
const FORMAT = "Plan format";
const hard = { severity: "hard", evidence: "definition" } as const;

/** What the tools look at before a plan is whole, by the name they use. Their checks are in `src/tools`. */
export const PROPOSAL = {
  overviewWeeks: {
    ...hard,
    id: "overview-weeks",
    title: `An overview has ${FEWEST_WEEKS} to ${MOST_WEEKS} weeks, in order and dated`,
    class: "integrity",
    source: SEED,
    checkedBy: "overview tool",
  },
  overviewDays: {
    ...hard,
    id: "overview-days",
    title: "A week of an overview has all seven weekdays, and rest stands alone",
    class: "integrity",
    source: SEED,
    checkedBy: "overview tool",
  },
  overviewTrainingDays: {
    ...hard,
    id: "overview-training-days",
    title: `An overview asks for at most ${MOST_RIDING_DAYS} training days a week`,
    class: "safety",
    source: `${SEED}: two full rest days a week`,
    evidence: "convention",
    checkedBy: "overview tool",
  },
  overviewHardDays: {
    ...hard,
    id: "overview-hard-days",
    title: `An overview asks for at most ${MOST_HARD_TYPE_DAYS} days of threshold, VO2max or sweet spot a week`,
    class: "safety",
    source: SEED,
    evidence: "convention",
    checkedBy: "overview tool",
  },
  weekNumber: {
    ...hard,
    id: "week-number",
    title: "A proposed week is one of the overview's",
    class: "integrity",
    source: FORMAT,
    checkedBy: "week tool",
  },
  weekDays: {
    ...hard,
    id: "week-days",
    title: "A proposed week has all seven weekdays, each on its date",
    class: "integrity",
    source: SEED,
    checkedBy: "week tool",
  },
  designatedDays: {
    ...hard,
    id: "designated-days",
    title: "Workouts fall on the overview's training days, and each of those has its ride",
    class: "integrity",
    source: SEED,
    checkedBy: "week tool",
  },
  segmentSum: {
    ...hard,
    id: "segment-sum",
    title: "The segments of a workout add up to its minutes",
    class: "integrity",
    source: SEED,
    checkedBy: "week tool",
  },
  timeBudget: {
    ...hard,
    id: "time-budget",
    title: `A proposed week comes within ${TIME_BUDGET * 100} % of its overview hours`,
    class: "limit",
    source: SEED,
    evidence: "convention",
    checkedBy: "week tool",
  },
  weekFiles: {
    ...hard,
    id: "week-files",
    number: 42,
    title: "Every week has its file, and there is no file too many",
    class: "integrity",
    source: "A plan is its weeks; training science 8, rule 42",
    checkedBy: "finalize tool",
  },
  planFormat: {
    ...hard,
    id: "plan-format",
    title: "A plan file has every field of the plan format, and no other",
    severity: "scored",
    class: "integrity",
    source: FORMAT,
    checkedBy: "lint",
  },
  storedVerdict: {
    ...hard,
    id: "stored-verdict",
    title: "Waivers and scores in a plan file are what its workouts give",
    severity: "scored",
    class: "integrity",
    source: FORMAT,
    checkedBy: "lint",
  },
} as const satisfies Readonly<Record<string, ProposalRule>>;

/** The id of a rule on proposals or files. */
export type ProposalRuleId = (typeof PROPOSAL)[keyof typeof PROPOSAL]["id"];

export const PROPOSAL_RULES: readonly (ProposalRule & { readonly id: ProposalRuleId })[] = Object.values(PROPOSAL);
