import { NO_EFFORT, type Effort } from "../../coach/converse.ts";
import { ModelFailure } from "../../providers/failure.ts";
import type { Adapter } from "../../providers/port.ts";
import { providerError } from "../../providers/remedies.ts";
import type { ModelProgress, PlanFile } from "../../plan/schema.ts";
import type { Swaps } from "../../plan/swap-schema.ts";
import type { PlanTask } from "../../plan/task.ts";
import { compilePlan, type CompiledPlan } from "../compile/compile.ts";
import { NO_STORE, type Means } from "./accepted-work.ts";
import { overviewWarnings, proposedOverview, saidBefore, taskBy, type SaidOverview } from "./ask-overview.ts";
import { swappedBefore, swappedPlan } from "./ask-swaps.ts";
import { fillWeeks } from "./ask-weeks.ts";
import { basePlan } from "./base-plan.ts";
import type { ModelChoice } from "./model-choice.ts";
import { ownPlan, type ModelRun } from "./model-run.ts";
import { effortOf, recordedEffort, Tally } from "./tally.ts";
import { weekWarnings, type WeekNote } from "./week-notes.ts";

interface Made {
  readonly said: SaidOverview;
  readonly swaps: Swaps | undefined;
  readonly notes: readonly WeekNote[];
  readonly effort: Effort;
}

const progressOf = ({ said, swaps, notes, effort }: Made): ModelProgress => ({
  overview: said.overview ?? null,
  taken_over: [...said.takenOver],
  faults: [...said.faults],
  ...(swaps === undefined ? {} : { swaps }),
  weeks: [...notes],
  effort: recordedEffort(effort),
});

/** Weeks by who rides them out: all rides the model's, some of them, or none. */
function weeksBySource(plan: PlanFile, notes: readonly WeekNote[]): Record<"model" | "mixed" | "library", number[]> {
  const found: Record<"model" | "mixed" | "library", number[]> = { model: [], mixed: [], library: [] };
  for (const { week_number: week, workouts } of plan.training_plan.weekly_plan) {
    const hasModel = workouts.some(({ source }) => source === "llm");
    const isShort = notes.some((note) => note.week === week && note.taken_over.length > 0);
    found[!hasModel ? "library" : isShort ? "mixed" : "model"].push(week);
  }
  return found;
}

function withMetadata(plan: PlanFile, choice: ModelChoice, { said, swaps, notes, effort }: Made): PlanFile {
  const { usage } = effort;
  return {
    ...plan,
    ai_metadata: {
      ...plan.ai_metadata,
      ai_provider: choice.connection.provider,
      ai_model: choice.connection.model,
      workout_source: choice.strategy,
      overview_by: choice.overviewBy,
      ...(swaps === undefined ? {} : { swaps }),
      usage: {
        input_tokens: usage.input,
        output_tokens: usage.output,
        cached_tokens: usage.cached,
        reasoning_tokens: usage.reasoning,
        requests: effort.requests,
        retries: effort.retries,
        repairs: effort.repairs,
        overview_weeks: {
          model: plan.training_plan.weekly_plan
            .map((week) => week.week_number)
            .filter((week) => !said.takenOver.includes(week)),
          planner: said.takenOver,
        },
        weeks: choice.strategy === "llm" ? weeksBySource(plan, notes) : undefined,
      },
    },
  };
}

/** The accepted overview with the library's rides: what the plan is where a model writes none. */
function filledByLibrary(run: ModelRun, said: SaidOverview): CompiledPlan {
  const warnings = [...run.task.warnings, ...overviewWarnings(said)];
  const task = said.overview === undefined ? run.task : taskBy(run, said.overview, said.takenOver);
  return compilePlan({ ...task, warnings }, run.library);
}

/** A plan whose weeks stand, and who planned them. */
interface PlannedWeeks extends Pick<Made, "said" | "swaps"> {
  readonly filled: CompiledPlan;
}

async function withModelsRides({ filled, ...planned }: PlannedWeeks, run: ModelRun): Promise<CompiledPlan> {
  const { choice, store, tally } = run;
  const progress = (notes: readonly WeekNote[]): ModelProgress =>
    progressOf({ ...planned, notes, effort: tally.effort });
  await store.keep({ progress: progress(store.before?.weeks ?? []), overview: filled.overview });
  const { plan, weeks, notes } = await fillWeeks(basePlan(filled, run.frame), run, (accepted, soFar) =>
    store.keep({ progress: progress(soFar), weeks: accepted }),
  );
  const meta = plan.plan_metadata;
  const more = weekWarnings(notes, weeks);
  const warned = more.length === 0 ? meta : { ...meta, warnings: [...(meta.warnings ?? []), ...more] };
  const file: PlanFile = { ...filled.plan, training_plan: { ...plan, plan_metadata: warned } };
  return {
    overview: filled.overview,
    weeks: weeks.map((week) => ({ schema_version: "1", plan_id: plan.plan_id, ...week })),
    plan: withMetadata(file, choice, { ...planned, notes, effort: tally.effort }),
  };
}

/** All weeks are the planner's: the model's part in them are its swaps. */
const saidByPlanner = ({ own }: ModelRun): SaidOverview => ({
  overview: undefined,
  takenOver: own.weeks.map(({ week_number: number }) => number),
  faults: [],
});

async function plannedWeeks(run: ModelRun): Promise<PlannedWeeks> {
  const { before } = run.store;
  if (run.choice.overviewBy === "planner") {
    const { compiled, swaps } =
      before === undefined ? await swappedPlan(run) : swappedBefore(run, before.swaps ?? { taken: [], refused: [] });
    return { filled: compiled, said: saidByPlanner(run), swaps };
  }
  const said = before === undefined ? await proposedOverview(run) : saidBefore(before);
  return { filled: filledByLibrary(run, said), said, swaps: undefined };
}

async function carriedOut(run: ModelRun): Promise<CompiledPlan> {
  const { choice, store, tally } = run;
  const planned = await plannedWeeks(run);
  if (choice.strategy === "llm") return withModelsRides(planned, run);
  const { filled, ...who } = planned;
  const made: Made = { ...who, notes: [], effort: tally.effort };
  await store.keep({ progress: progressOf(made) });
  return { ...filled, plan: withMetadata(filled.plan, choice, made) };
}

/**
 * The planner plans the weeks and a model proposes swaps, or the model proposes the overview; the library or the model fills its weeks; the same tools decide. What is accepted is put into
 * the store at once. Throws PROVIDER_FAILED or CANCELLED.
 */
export async function compileWithModel(
  task: PlanTask,
  { library, store = NO_STORE }: Means,
  choice: ModelChoice,
): Promise<CompiledPlan> {
  const planned = ownPlan(task, library);
  const effort = store.before === undefined ? NO_EFFORT : effortOf(store.before);
  const tally = new Tally(planned.own.weeks.length, effort, choice.onProgress);
  let opened: Promise<Adapter> | undefined;
  try {
    return await carriedOut({ ...planned, choice, store, tally, adapter: () => (opened ??= choice.open()) });
  } catch (error) {
    throw error instanceof ModelFailure ? providerError(error, choice.connection) : error;
  } finally {
    choice.onEffort?.(tally.effort);
  }
}
