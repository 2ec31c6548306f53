import { riderTermsOf } from "../../athlete/rider-terms.ts";
import type { CalendarDate } from "../../base/calendar.ts";
import { seededChance } from "../../base/chance.ts";
import { PlanError } from "../../base/errors.ts";
import type { Library } from "../../library/library.ts";
import { catalogueOf } from "../../library/catalogue.ts";
import { proposeWeek } from "../../library/week-source.ts";
import { withKept } from "../../periodization/overview/fixed-days.ts";
import { adoptOverview } from "../../periodization/overview/outside-overview.ts";
import { parseOutsideOverview } from "../../periodization/overview/outside-schema.ts";
import { proposeOverview } from "../../periodization/overview/propose.ts";
import { MOST_ATTEMPTS, retuned } from "../../periodization/retune/retune.ts";
import { UNTUNED } from "../../periodization/retune/tuning.ts";
import type { Overview, PlanFile, TrainingPlan, Week, WeekFile } from "../../plan/schema.ts";
import type { PlanTask } from "../../plan/task.ts";
import type { Finding } from "../../rules/finding.ts";
import { possibleAlternatives, RAMP_FLAG, type Alternative } from "./alternatives.ts";
import { finalizePlan } from "../../tools/finalize-tool.ts";
import { acceptOverview } from "../../tools/overview-tool.ts";
import { acceptWeek } from "../../tools/week-tool.ts";

export interface CompiledPlan {
  readonly overview: Overview;
  readonly weeks: readonly WeekFile[];
  readonly plan: PlanFile;
}

export type Attempt =
  | { readonly kind: "done"; readonly overview: Overview; readonly weeks: readonly Week[]; readonly plan: TrainingPlan }
  | { readonly kind: "refused"; readonly overview: Overview; readonly findings: readonly Finding[] };

/** Request to plan, all in memory: sources propose, tools decide. Throws NOT_FEASIBLE with the rule that binds and changes that work. */
export function compilePlan(task: PlanTask, library: Library): CompiledPlan {
  const attempt = attemptOrError(task, library);
  if (attempt instanceof PlanError) throw withAlternatives(attempt, task, library);
  if (attempt.kind === "refused") throw withAlternatives(notFeasible(attempt.findings), task, library);
  return asFiles(attempt, task, library);
}

/** An attempt, or the refusal that came before one could be made. Any other error is ours and passes through. */
function attemptOrError(task: PlanTask, library: Library): Attempt | PlanError {
  try {
    return attemptPlan(task, library);
  } catch (error) {
    if (error instanceof PlanError && error.code === "NOT_FEASIBLE") return error;
    throw error;
  }
}

/** So many changes are named, and so many tried at most. */
const ALTERNATIVES = { named: 4, tried: 40 };

/** The refusal with the smallest changes that make a plan possible, each tried and known to work. */
function withAlternatives(error: PlanError, task: PlanTask, library: Library): PlanError {
  if (task.outsideOverview !== undefined) return error;
  const working: Alternative[] = [];
  for (const alternative of possibleAlternatives(task.request).slice(0, ALTERNATIVES.tried)) {
    const attempt = attemptOrError({ ...task, request: alternative.request }, library);
    if (!(attempt instanceof PlanError) && attempt.kind === "done") working.push(alternative);
    if (working.length >= ALTERNATIVES.named) break;
  }
  if (working.length === 0) return error;
  // The safest first: more than the body rides now comes last.
  working.sort((a, b) => Number(a.flags === RAMP_FLAG) - Number(b.flags === RAMP_FLAG));
  return new PlanError({
    code: error.code,
    message: error.message,
    hint: `Each of these works, tried just now: ${working.map(({ text, flags }) => `${text} (${flags})`).join("; ")}.`,
    details: {
      ...(error.details !== null && typeof error.details === "object" ? error.details : {}),
      changes: working.map(({ text, flags }) => ({ text, flags })),
    },
  });
}

/** Plans, and plans again: a rule that a plan breaks makes our own source propose it otherwise, where it knows how. */
export function attemptPlan(task: PlanTask, library: Library): Attempt {
  if (task.outsideOverview !== undefined) return attemptOutside(task, library);
  let tuning = UNTUNED;
  for (let attempts = 1; ; attempts++) {
    const overview = proposeOverview(task, catalogueOf(library), tuning);
    const attempt = buildOn(overview, task, library);
    if (attempt.kind === "done" || attempts === MOST_ATTEMPTS) return attempt;
    const next = retuned(tuning, {
      findings: attempt.findings,
      taperDays: overview.plan_metadata.taper_days ?? 0,
    });
    if (next === undefined) return attempt;
    tuning = next;
  }
}

/** An overview made elsewhere is taken as it is: its weeks are filled, or it is refused. */
function attemptOutside(task: PlanTask, library: Library): Attempt {
  const outside = parseOutsideOverview(task.outsideOverview);
  const overview = adoptOverview(outside, task, catalogueOf(library));
  return buildOn(withKept(overview, task.byModel), task, library);
}

/** An overview with its weeks filled by the library: the tools take it as a whole, or say what is wrong. */
export function buildOn(overview: Overview, task: PlanTask, library: Library): Attempt {
  const chance = seededChance(task.seed);
  const accepted = acceptOverview(overview);
  if (accepted.kind === "rejected") return { kind: "refused", overview, findings: accepted.findings };
  const weeks: Week[] = [];
  let ridden: ReadonlyMap<string, CalendarDate> = new Map<string, CalendarDate>();
  for (const week of overview.weekly_overview) {
    const proposal = proposeWeek(library, {
      week,
      event: overview.plan_metadata.event,
      events: overview.plan_metadata.events,
      level: overview.athlete_profile.experience_level,
      carefulStart: overview.athlete_profile.careful_start ?? false,
      heldBack: overview.athlete_profile.held_back ?? [],
      terms: riderTermsOf(overview.athlete_profile),
      ridden,
      chance: chance.at(`week-${week.week_number}`),
    });
    const outcome = acceptWeek({ overview, weekNumber: week.week_number, workouts: proposal.workouts });
    if (outcome.kind === "rejected") return { kind: "refused", overview, findings: outcome.findings };
    weeks.push(outcome.value);
    ridden = proposal.ridden;
  }
  const final = finalizePlan(overview, weeks);
  if (final.kind === "rejected") return { kind: "refused", overview, findings: final.findings };
  return { kind: "done", overview, weeks, plan: final.value };
}

/** A plan that the tools took, as its files hold it. */
export function asFiles(
  { overview, weeks, plan }: Extract<Attempt, { kind: "done" }>,
  { askedAt }: PlanTask,
  { version }: Library,
): CompiledPlan {
  return {
    overview,
    weeks: weeks.map((week) => ({ schema_version: "1", plan_id: plan.plan_id, ...week })),
    plan: {
      training_plan: plan,
      ai_metadata: {
        ai_provider: "none",
        ai_model: null,
        workout_source: "library",
        library_version: version,
        generated_at: askedAt,
        usage: { input_tokens: 0, output_tokens: 0 },
      },
    },
  };
}

function notFeasible(findings: readonly Finding[]): PlanError {
  const first = findings[0];
  const where = first?.week === undefined ? "" : ` in week ${first.week}`;
  return new PlanError({
    code: "NOT_FEASIBLE",
    message: `No plan keeps every rule for this request. ${first?.rule ?? ""}${where}: ${first?.message ?? ""}.`,
    hint: "Change one of the limits the rule names: an hour, a day, or the event's date.",
    details: { findings },
  });
}
