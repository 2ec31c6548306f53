import { sweepTask } from "../../scripts/sweep/outcome.ts";
import { addDays, type CalendarDate } from "../../src/base/calendar.ts";
import { seededChance, type Chance } from "../../src/base/chance.ts";
import { PlanError } from "../../src/base/errors.ts";
import { jsonText } from "../../src/base/json.ts";
import { verdictOf } from "../../src/jobs/change/check.ts";
import type { ChangeStart } from "../../src/jobs/change/edit.ts";
import { applied, dayState, inverted, type LivingPlan } from "../../src/jobs/change/living.ts";
import { proposeChange, type Proposal } from "../../src/jobs/change/propose.ts";
import { proposeUndo, stateAt } from "../../src/jobs/change/undo.ts";
import { compilePlan } from "../../src/jobs/compile/compile.ts";
import type { Library } from "../../src/library/library.ts";
import { stepSchema, type Step } from "../../src/plan/change-schema.ts";
import { planFileSchema } from "../../src/plan/schema.ts";
import type { PlanTask } from "../../src/plan/task.ts";
import { drawIntent } from "./draw-change.ts";
import { drawRequest } from "./draw-request.ts";

const MOST_CHANGES = 12;

/** What became of one rider's story. */
export interface Story {
  readonly changes: number;
  readonly refused: number;
  /** What should not be, in words; none where all is well. */
  readonly faults: readonly string[];
}

const texts = new WeakMap<LivingPlan, string>();

function textOf(plan: LivingPlan): string {
  const known = texts.get(plan) ?? jsonText(plan);
  texts.set(plan, known);
  return known;
}

function firstPlan(task: PlanTask, library: Library): LivingPlan | undefined {
  try {
    const { plan, overview } = compilePlan(task, library);
    return { file: plan, overview };
  } catch (error) {
    if (error instanceof PlanError) return undefined;
    throw error;
  }
}

/** A step as it is read back from the list. */
function stepFrom(proposal: Proposal, steps: readonly Step[], day: CalendarDate): Step {
  const { intents, costs, effect } = proposal;
  const step = { step: steps.length + 1, day, at: "", words: "", intents: [...intents], costs, effect };
  return stepSchema.parse(JSON.parse(JSON.stringify({ ...step, before: "", after: "", program: "" })));
}

/** Every day but those from `today` on, as bytes. */
function pastOf(plan: LivingPlan, today: CalendarDate, kept: ReadonlySet<CalendarDate>): string {
  const dates = plan.file.training_plan.weekly_plan.flatMap(({ workouts }) => workouts.map(({ date }) => date));
  return jsonText(dates.filter((date) => date < today || kept.has(date)).map((date) => dayState(plan, date)));
}

const hardIn = (plan: LivingPlan): string[] =>
  verdictOf(plan).hard.map(({ rule, week, date, message }) => `${rule} ${week ?? ""} ${date ?? ""}: ${message}`);

/** What the rider says on a day: something new, two things at once, or that a step is taken back. */
function said(
  from: ChangeStart & { readonly task: PlanTask },
  steps: readonly Step[],
  at: Chance,
): Proposal | undefined {
  const { plan, task, today } = from;
  const about = { plan: plan.file.training_plan, request: task.request, today };
  try {
    if (steps.length > 0 && at.at("undo").below(4) === 0)
      return proposeUndo(from, steps, 1 + at.at("which").below(steps.length));
    const first = drawIntent(about, at);
    return proposeChange(from, at.at("two").below(6) === 0 ? [first, drawIntent(about, at.at("second"))] : [first]);
  } catch (error) {
    if (error instanceof PlanError) return undefined;
    throw error;
  }
}

/** What a change may not do. */
function faultsOf(from: ChangeStart, proposal: Proposal, steps: readonly Step[]): string[] {
  const { plan, today, done } = from;
  const { after, effect } = proposal;
  const kept = new Set([...done, ...(plan.file.training_plan.plan_metadata.kept_days ?? [])]);
  const isUndone = (undone: Proposal): boolean => textOf(undone.after) === textOf(plan);
  const mayUndo = effect.days.every(({ date }) => !done.has(date));
  const undo = mayUndo ? proposeUndo({ ...from, plan: after }, steps, undefined) : undefined;
  const redo =
    undo === undefined
      ? undefined
      : proposeUndo({ ...from, plan: undo.after }, [...steps, stepFrom(undo, steps, today)], undefined);
  return [
    ...hardIn(after).map((found) => `hard: ${found}`),
    ...(pastOf(after, today, kept) === pastOf(plan, today, kept) ? [] : ["a past, done or kept day changed"]),
    ...(planFileSchema.safeParse(after.file).error?.issues ?? []).map(
      ({ path, message }) => `the plan file is not in its own format: ${path.map(String).join(".")}: ${message}`,
    ),
    ...(textOf(applied(applied(plan, effect), inverted(effect))) === textOf(plan)
      ? []
      : ["the effect has no way back"]),
    ...(undo === undefined || isUndone(undo) ? [] : ["taken back on its day it is not as it was"]),
    ...(redo === undefined || textOf(redo.after) === textOf(after) ? [] : ["taken back twice it is not as it was"]),
  ];
}

/** One rider's story: a plan, and changes on days that move on. */
export function liveStory(seed: string, library: Library): Story {
  const chance = seededChance(seed);
  const task = sweepTask(drawRequest(chance), "changes");
  const made = firstPlan(task, library);
  if (made === undefined) return { changes: 0, refused: 0, faults: [] };
  let plan = made;
  const { start_date: start, total_weeks: weeks } = made.file.training_plan.plan_metadata;
  const end = addDays(start, weeks * 7 - 1);
  let today = addDays(start, chance.at("start").below(weeks * 4));
  const steps: Step[] = [];
  const done = new Set<CalendarDate>();
  const faults: string[] = [];
  let refused = 0;
  const most = 1 + chance.at("count").below(MOST_CHANGES);
  for (let i = 0; i < most && faults.length === 0; i++) {
    const at = chance.at(`change-${i}`);
    today = addDays(today, at.at("days").below(9));
    if (today > end) break;
    if (at.at("done").below(3) === 0) done.add(today);
    const from = { plan, library, today, done, task, steps };
    const proposal = said(from, steps, at);
    if (proposal === undefined) refused += 1;
    else {
      steps.push(stepFrom(proposal, steps, today));
      const where = `${seed}, change ${i} on ${today}: ${JSON.stringify(proposal.intents)}`;
      faults.push(...faultsOf(from, proposal, steps).map((fault) => `${where}: ${fault}`));
      plan = proposal.after;
    }
  }
  const replayed = steps.reduce((state, { effect }) => applied(state, effect), made);
  if (textOf(replayed) !== textOf(plan)) faults.push(`${seed}: replayed it is another plan`);
  if (textOf(stateAt(plan, steps, 0)) !== textOf(made)) faults.push(`${seed}: all taken back it is not as it was made`);
  return { changes: steps.length, refused, faults };
}
