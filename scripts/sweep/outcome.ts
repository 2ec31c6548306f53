import type { PlanRequest } from "../../src/athlete/request.ts";
import { seededChance } from "../../src/base/chance.ts";
import { PlanError } from "../../src/base/errors.ts";
import { attemptPlan, compilePlan, type CompiledPlan } from "../../src/jobs/compile/compile.ts";
import type { Library } from "../../src/library/library.ts";
import type { PlanTask } from "../../src/plan/task.ts";
import type { Finding } from "../../src/rules/finding.ts";
import { brokenTerms, withTerms } from "../../test/support/draw-terms.ts";
import { drawRequest, SWEEP_TODAY } from "../../test/support/draw-request.ts";
import { disagreements, figuresOf } from "./figures.ts";
import { overLimits, type OverLimit } from "./over-limits.ts";
import { factsOf } from "./plan-facts.ts";
import { violationsOf, type Planner, type Violation } from "./relations.ts";
import { isTypical } from "./typical.ts";
import { writeAndRead } from "./written.ts";

/** One rule in one plan: how often, and the finding that is furthest from its limit. */
export interface RuleCount {
  readonly rule: string;
  readonly count: number;
  readonly worst: string;
  readonly excess: number;
}

interface Common {
  readonly index: number;
  readonly isTypical: boolean;
  readonly request: PlanRequest;
  /** Terms that were added to the request. */
  readonly terms: readonly string[];
}

export interface Written extends Common {
  readonly kind: "written";
  readonly hard: readonly RuleCount[];
  readonly waived: readonly RuleCount[];
  readonly scored: readonly RuleCount[];
  readonly over: readonly OverLimit[];
  /** Files that do not say what was decided, figures that are not what the segments give. */
  readonly problems: readonly string[];
  readonly figures: number;
  /** Plans of this rider with one answer changed that do not stand to this one as they should. */
  readonly violations: readonly Violation[];
}

export interface Refused extends Common {
  readonly kind: "refused";
  /** Rules that bind, or the code of an error that came before any rule. */
  readonly reason: string;
  readonly message: string;
  /** Changes that were tried and found to work. */
  readonly changes: number;
}

export interface Crashed extends Common {
  readonly kind: "crashed";
  readonly stack: string;
}

/** What became of one athlete, as plain data: it travels between threads. */
export type Outcome = Written | Refused | Crashed;

export interface SweepInput {
  readonly seed: string;
  readonly library: Library;
  /** Every so many plans all figures are computed again, one second at a time. 0 is never. */
  readonly figuresEvery: number;
  /** Plans again for every typical rider with one answer changed, some thirty times. */
  readonly relations: boolean;
  /** Half of the riders also give terms of their own. */
  readonly terms?: boolean;
}

/** The athlete of a sweep with this seed and number, always the same. */
export const athleteOf = (seed: string, index: number): PlanRequest => drawRequest(seededChance(`${seed}/${index}`));

/** The same athlete with terms of their own, where the sweep asks for them. */
export function askedOf(
  { seed, terms }: Pick<SweepInput, "seed" | "terms">,
  index: number,
): ReturnType<typeof withTerms> {
  const request = athleteOf(seed, index);
  return terms === true ? withTerms(request, seededChance(`${seed}/${index}/terms`)) : { request, terms: [] };
}

/** The task of an athlete of a sweep, whose dice are `seed`. */
export const sweepTask = (request: PlanRequest, seed: string): PlanTask => ({
  planId: "sweep",
  askedAt: `${SWEEP_TODAY}T00:00:00Z`,
  request,
  today: SWEEP_TODAY,
  seed,
  assumptions: [],
  warnings: [],
});

/** Facts of the plan for a request; undefined where it is refused. */
export const plannerWith =
  ({ library, seed }: { library: Library; seed: string }): Planner =>
  (request) => {
    try {
      const attempt = attemptPlan(sweepTask(request, seed), library);
      return attempt.kind === "done" ? factsOf(attempt.plan) : undefined;
    } catch (error) {
      if (error instanceof PlanError) return undefined;
      throw error;
    }
  };

/** Names of the numbers that are limits; the first other one is what was found. */
const LIMITS = ["limit", "low", "high", "needed", "aim"];

/** How far a finding is outside its limit, as a share of it; 0 where its numbers do not say. */
function excessOf({ numbers }: Pick<Finding, "numbers">): number {
  const { aim, limit, low, high, needed } = numbers;
  const value = Object.entries(numbers).find(([name]) => !LIMITS.includes(name))?.[1];
  if (value === undefined) return 0;
  const distances = [aim ?? limit, needed, low, high].flatMap((bound) =>
    bound === undefined ? [] : [Math.abs(value - bound) / Math.max(1, Math.abs(bound))],
  );
  return distances.length === 0 ? 0 : Math.min(...distances);
}

/** What a finding and a waiver have in common. */
interface Counted {
  readonly rule: string;
  readonly message: string;
  readonly week?: number | undefined;
  readonly date?: string | undefined;
  readonly numbers: Readonly<Record<string, number>>;
}

const said = ({ week, date, message }: Counted): string =>
  `${week === undefined ? "" : `week ${week}${date === undefined ? "" : `, ${date}`}: `}${message}`;

function countsOf(findings: readonly Counted[]): RuleCount[] {
  const counts = new Map<string, RuleCount>();
  for (const finding of findings) {
    const before = counts.get(finding.rule);
    const excess = excessOf(finding);
    const isWorst = before === undefined || excess > before.excess;
    counts.set(finding.rule, {
      rule: finding.rule,
      count: (before?.count ?? 0) + 1,
      worst: isWorst ? said(finding) : before.worst,
      excess: isWorst ? excess : before.excess,
    });
  }
  return [...counts.values()];
}

function written(common: Common, compiled: CompiledPlan, input: SweepInput): Written {
  const { plan, view, verdict, problems } = writeAndRead(compiled);
  const isSampled = input.figuresEvery > 0 && common.index % input.figuresEvery === 0;
  const figures = isSampled ? figuresOf(plan, view) : [];
  return {
    ...common,
    kind: "written",
    hard: countsOf(verdict.hard),
    waived: countsOf(verdict.waivers),
    scored: countsOf(verdict.scored),
    over: overLimits(common.request, plan),
    problems: [
      ...problems,
      ...brokenTerms(plan, common.request, common.terms),
      ...disagreements(figures).map(({ what, said, found }) => `${what}: ${said} said, ${found} found`),
    ],
    figures: figures.length,
    violations: input.relations && common.isTypical ? violationsOf(common.request, plannerWith(input)) : [],
  };
}

const listIn = (details: unknown, key: "findings" | "changes"): readonly unknown[] => {
  const found: unknown = details !== null && typeof details === "object" ? Reflect.get(details, key) : undefined;
  return Array.isArray(found) ? found : [];
};

const isFinding = (value: unknown): value is Finding =>
  value !== null && typeof value === "object" && "rule" in value && "message" in value && "numbers" in value;

/** A refusal is one on purpose: it names a code, and a rule with numbers where one binds. */
function refused(common: Common, error: PlanError): Refused {
  const findings = listIn(error.details, "findings").filter(isFinding);
  const rules = [...new Set(findings.map((finding) => finding.rule))].sort();
  const worst = countsOf(findings).sort((a, b) => b.excess - a.excess)[0];
  return {
    ...common,
    kind: "refused",
    reason: rules.length > 0 ? rules.join(" + ") : `${error.code}: ${error.message.replace(/\d+(\.\d+)?/g, "N")}`,
    message: worst?.worst ?? error.message,
    changes: listIn(error.details, "changes").length,
  };
}

/** Plans for one athlete, writes the plan to texts, reads it back and checks everything again. Never throws. */
export function outcomeOf(index: number, input: SweepInput): Outcome {
  const { request, terms } = askedOf(input, index);
  const common = { index, request, terms, isTypical: isTypical(request) };
  const dice = { library: input.library, seed: `${input.seed}/${index}/plan` };
  try {
    const compiled = compilePlan(sweepTask(request, dice.seed), dice.library);
    return written(common, compiled, { ...input, ...dice });
  } catch (error) {
    if (error instanceof PlanError) return refused(common, error);
    return {
      ...common,
      kind: "crashed",
      stack: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
}
