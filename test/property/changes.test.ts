import { expect, it } from "vitest";
import { sweepTask } from "../../scripts/sweep/outcome.ts";
import { addDays, daysBetween, type CalendarDate } from "../../src/base/calendar.ts";
import { seededChance, type Chance } from "../../src/base/chance.ts";
import { PlanError } from "../../src/base/errors.ts";
import { jsonText } from "../../src/base/json.ts";
import { verdictOf } from "../../src/jobs/change/check.ts";
import { applied, dayState, inverted, type LivingPlan } from "../../src/jobs/change/living.ts";
import { proposeChange, type Proposal } from "../../src/jobs/change/propose.ts";
import { proposeUndo, stateAt } from "../../src/jobs/change/undo.ts";
import { compilePlan } from "../../src/jobs/compile/compile.ts";
import type { Step } from "../../src/plan/change-schema.ts";
import { planFileSchema } from "../../src/plan/schema.ts";
import { drawIntent } from "../support/draw-change.ts";
import { drawRequest } from "../support/draw-request.ts";
import { draws } from "../support/draws.ts";
import { shipped } from "../unit/library/shipped.ts";

const STORIES = draws({ few: 12, many: 10_000 });
const MOST_CHANGES = 12;

const textOf = (plan: LivingPlan): string => jsonText(plan);

function firstPlan(chance: Chance): LivingPlan | undefined {
  try {
    const { plan, overview } = compilePlan(sweepTask(drawRequest(chance), "changes"), shipped);
    return { file: plan, overview };
  } catch (error) {
    if (error instanceof PlanError) return undefined;
    throw error;
  }
}

function stepFrom(proposal: Proposal, steps: readonly Step[], day: CalendarDate): Step {
  const { intents, costs, effect } = proposal;
  return {
    step: steps.length + 1,
    day,
    at: "",
    words: "",
    intents: [...intents],
    costs,
    effect,
    before: "",
    after: "",
    program: "",
  };
}

/** Every day but those from `today` on, as bytes. */
function pastOf(plan: LivingPlan, today: CalendarDate, kept: readonly CalendarDate[]): string {
  const dates = plan.file.training_plan.weekly_plan.flatMap(({ workouts }) => workouts.map(({ date }) => date));
  return jsonText(dates.filter((date) => date < today || kept.includes(date)).map((date) => dayState(plan, date)));
}

/** One rider's story: plans, and changes on days that move on. */
function live(seed: string): { changes: number; refused: number } {
  const chance = seededChance(seed);
  const made = firstPlan(chance);
  if (made === undefined) return { changes: 0, refused: 0 };
  let plan = made;
  const { start_date: start, total_weeks: weeks } = plan.file.training_plan.plan_metadata;
  let today = addDays(start, chance.at("start").below(weeks * 4));
  const steps: Step[] = [];
  const done = new Set<CalendarDate>();
  const counts = { changes: 0, refused: 0 };
  const most = 1 + chance.at("count").below(MOST_CHANGES);
  for (let i = 0; i < most; i++) {
    const at = chance.at(`change-${i}`);
    today = addDays(today, at.at("days").below(9));
    if (daysBetween(today, addDays(start, weeks * 7 - 1)) < 0) break;
    if (at.at("done").below(3) === 0) done.add(today);
    const from = { plan, library: shipped, today, done };
    const kept = [...done, ...(plan.file.training_plan.plan_metadata.kept_days ?? [])];
    let proposal: Proposal;
    try {
      proposal =
        steps.length > 0 && at.at("undo").below(4) === 0
          ? proposeUndo(from, steps, 1 + at.at("which").below(steps.length))
          : proposeChange(from, [drawIntent(plan.file.training_plan, today, at)]);
    } catch (error) {
      if (!(error instanceof PlanError)) throw error;
      counts.refused += 1;
      continue;
    }
    counts.changes += 1;
    const where = `${seed}, change ${i} on ${today}: ${JSON.stringify(proposal.intents)}`;
    const before = new Set(verdictOf(plan).hard.map(({ rule, week, date }) => `${rule}${week ?? ""}${date ?? ""}`));
    const hard = verdictOf(proposal.after).hard.filter(
      ({ rule, week, date }) => !before.has(`${rule}${week ?? ""}${date ?? ""}`),
    );
    expect(hard, where).toEqual([]);
    expect(pastOf(proposal.after, today, kept), where).toBe(pastOf(plan, today, kept));
    expect(planFileSchema.safeParse(proposal.after.file).error, where).toBeUndefined();
    expect(textOf(applied(applied(plan, proposal.effect), inverted(proposal.effect))), where).toBe(textOf(plan));
    steps.push(stepFrom(proposal, steps, today));
    const undone = proposeUndo({ ...from, plan: proposal.after, done }, steps, undefined);
    if (proposal.effect.days.every(({ date }) => !done.has(date)))
      expect(textOf(undone.after), where).toBe(textOf(plan));
    plan = proposal.after;
  }
  expect(textOf(stateAt(plan, steps, 0)), seed).toBe(textOf(made));
  expect(verdictOf(plan).hard, seed).toEqual([]);
  return counts;
}

it("keeps what is past, done and kept, breaks no rule, and can be taken back, whatever is said on whatever day", () => {
  let changes = 0;
  for (let i = 0; i < STORIES; i++) changes += live(`changes/${i}`).changes;
  expect(changes).toBeGreaterThan(STORIES);
}, 3_600_000);
