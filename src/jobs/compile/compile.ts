import type { CalendarDate } from "../../base/calendar.ts";
import { seededChance } from "../../base/chance.ts";
import { PlanError } from "../../base/errors.ts";
import { SHORTEST_RIDE_MINUTES } from "../../athlete/rider.ts";
import type { Library } from "../../library/library.ts";
import { catalogueOf } from "../../library/catalogue.ts";
import { proposeWeek } from "../../library/week-source.ts";
import { withFixedDays } from "../../periodization/fixed-days.ts";
import { adoptOverview } from "../../periodization/outside-overview.ts";
import { parseOutsideOverview } from "../../periodization/outside-schema.ts";
import { proposeOverview, type ProposalInput } from "../../periodization/propose.ts";
import type { Overview, PlanFile, TrainingPlan, Week, WeekFile } from "../../plan/schema.ts";
import type { PlanTask } from "../../plan/task.ts";
import { TAPER_CUT, TAPER_DAYS } from "../../rules/limits.ts";
import type { Finding } from "../../rules/rule.ts";
import { possibleChanges, type Change } from "../changes.ts";
import { finalizePlan } from "../../tools/finalize-tool.ts";
import { acceptOverview } from "../../tools/overview-tool.ts";
import { acceptWeek } from "../../tools/week-tool.ts";

export interface CompiledPlan {
  readonly overview: Overview;
  readonly weeks: readonly WeekFile[];
  readonly plan: PlanFile;
}

type Attempt =
  | { readonly kind: "done"; readonly overview: Overview; readonly weeks: readonly Week[]; readonly plan: TrainingPlan }
  | { readonly kind: "refused"; readonly overview: Overview; readonly findings: readonly Finding[] };

/** Request to plan, all in memory: sources propose, tools decide. Throws NOT_FEASIBLE with the rule that binds and changes that work. */
export function compilePlan(task: PlanTask, library: Library): CompiledPlan {
  const attempt = attemptOrError(task, library);
  if (attempt instanceof PlanError) throw withChanges(attempt, task, library);
  if (attempt.kind === "refused") throw withChanges(notFeasible(attempt.findings), task, library);
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
const CHANGES = { named: 4, tried: 40 };

/** The refusal with the smallest changes that make a plan possible, each tried and known to work. */
function withChanges(error: PlanError, task: PlanTask, library: Library): PlanError {
  if (task.outsideOverview !== undefined) return error;
  const working: Change[] = [];
  for (const change of possibleChanges(task.request).slice(0, CHANGES.tried)) {
    const attempt = attemptOrError({ ...task, request: change.request }, library);
    if (!(attempt instanceof PlanError) && attempt.kind === "done") working.push(change);
    if (working.length >= CHANGES.named) break;
  }
  if (working.length === 0) return error;
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

/** Rounds of mending: a rule that a week breaks makes our own source propose that week easier. */
const ROUNDS = 6;

/** One try in memory, with as many rounds of mending as help: the plan, or the findings that stand against it. Throws NOT_FEASIBLE where a limit binds before any week is planned. */
export function attemptPlan(task: PlanTask, library: Library): Attempt {
  if (task.outsideOverview !== undefined) return attemptOutside(task, library);
  const easing = new Map<number, number>();
  let tuning: Tuning = {};
  let attempt: Attempt | undefined;
  for (let round = 0; round < ROUNDS; round++) {
    const overview = proposeOverview({
      request: task.request,
      today: task.today,
      planId: task.planId,
      catalogue: catalogueOf(library),
      warnings: task.warnings,
      easing,
      ...tuning,
    });
    attempt = buildOn(overview, task, library);
    if (attempt.kind === "done") return attempt;
    const eased = easeWeeks(easing, attempt.findings);
    const next = {
      ...otherTaper(overview, attempt.findings, tuning),
      ...shorterLong(attempt.findings, tuning),
      ...lessWork(attempt.findings, tuning),
    };
    if (!eased && Object.keys(next).length === 0) return attempt;
    tuning = { ...tuning, ...next };
  }
  if (attempt === undefined) throw new Error("no attempt was made");
  return attempt;
}

/** An overview made elsewhere is taken as it is: its weeks are filled, or it is refused. */
function attemptOutside(task: PlanTask, library: Library): Attempt {
  const outside = parseOutsideOverview(task.outsideOverview);
  const overview = adoptOverview(outside, {
    request: task.request,
    today: task.today,
    planId: task.planId,
    catalogue: catalogueOf(library),
    warnings: task.warnings,
  });
  return buildOn(withFixedDays(overview, task.fixedDays ?? []), task, library);
}

/** Rules whose finding in a week a little less riding puts right. */
const EASED_BY_LESS = ["fitness-ramp", "form-after-week", "lowest-form"];

function easeWeeks(easing: Map<number, number>, findings: readonly Finding[]): boolean {
  let changed = false;
  for (const finding of findings) {
    if (finding.week === undefined || !EASED_BY_LESS.includes(finding.rule)) continue;
    easing.set(finding.week, (easing.get(finding.week) ?? 1) * 0.96);
    changed = true;
  }
  return changed;
}

type Tuning = Pick<ProposalInput, "taperDays" | "taperCut" | "longInTime" | "longCap" | "workShare">;

/** A flat or tired morning is put right by another cut, then by a shorter or longer taper. */
function otherTaper(overview: Overview, findings: readonly Finding[], now: Tuning): Tuning | undefined {
  const form = findings.find((finding) => finding.rule === "event-form")?.numbers.form;
  const days = overview.plan_metadata.taper_days ?? 0;
  if (form === undefined || days === 0) return undefined;
  const taperCut = form > 0 ? TAPER_CUT.low + 0.02 : TAPER_CUT.high - 0.02;
  if (now.taperCut !== taperCut) return { taperCut };
  const taperDays = form > 0 ? days - 2 : days + 2;
  return taperDays >= TAPER_DAYS.fewest && taperDays <= TAPER_DAYS.most ? { taperCut, taperDays } : undefined;
}

/** The work of every week is cut by so much, twice at most, where a phase has too little easy riding. */
const LESS_WORK = { share: 0.93, least: 0.85 };

function lessWork(findings: readonly Finding[], now: Tuning): Tuning | undefined {
  const workShare = (now.workShare ?? 1) * LESS_WORK.share;
  return findings.some(({ rule }) => rule === "easy-share") && workShare >= LESS_WORK.least ? { workShare } : undefined;
}

/** The longest ride moves to a day where it belongs; where those days cannot hold it, the weeks before get shorter rides too. */
function shorterLong(findings: readonly Finding[], now: Tuning): Tuning | undefined {
  const most = findings.find((finding) => finding.rule === "longest-ride-timing")?.numbers.in_window;
  if (most !== undefined && now.longInTime !== true) return { longInTime: true };
  const cap = Math.min(most ?? 0, (now.longCap ?? Number.POSITIVE_INFINITY) - 1);
  return most === undefined || cap < SHORTEST_RIDE_MINUTES ? undefined : { longCap: cap };
}

/** What was decided for the rider stands first among the assumptions of the profile. */
function withAssumptions(overview: Overview, { assumptions: first }: PlanTask): Overview {
  const { athlete_profile: profile } = overview;
  return { ...overview, athlete_profile: { ...profile, assumptions: [...first, ...profile.assumptions] } };
}

function buildOn(proposed: Overview, task: PlanTask, library: Library): Attempt {
  const overview = withAssumptions(proposed, task);
  const chance = seededChance(task.seed);
  const accepted = acceptOverview(overview);
  if (accepted.kind === "rejected") return { kind: "refused", overview, findings: accepted.findings };
  const weeks: Week[] = [];
  let ridden: ReadonlyMap<string, CalendarDate> = new Map<string, CalendarDate>();
  for (const week of overview.weekly_overview) {
    const proposal = proposeWeek(library, {
      week,
      event: overview.plan_metadata.event,
      level: overview.athlete_profile.experience_level,
      carefulStart: overview.athlete_profile.careful_start ?? false,
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

function asFiles(
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
