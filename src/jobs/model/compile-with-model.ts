import { sum } from "../../base/numbers.ts";
import type { Effort } from "../../coach/converse.ts";
import { ModelFailure } from "../../providers/failure.ts";
import type { AskPorts } from "../../providers/ask.ts";
import type { Adapter, Connection } from "../../providers/port.ts";
import { providerError } from "../../providers/remedies.ts";
import type { ModelProgress, PlanFile } from "../../plan/schema.ts";
import { compilePlan, type CompiledPlan, type CompileInput } from "../compile/compile.ts";
import { EMPTY_DESK, type ModelDesk } from "./accepted-work.ts";
import {
  overviewWarnings,
  prepared,
  proposedOverview,
  saidBefore,
  type FirstRequest,
  type Prepared,
  type SaidOverview,
} from "./ask-overview.ts";
import { effortOf, recordedEffort, Tally, type Standing } from "./tally.ts";
import { askedWeeks, fillWeeks, weekRequest, weekWarnings, type BasePlan, type WeekNote } from "./ask-weeks.ts";
import { NO_EFFORT } from "../../coach/converse.ts";
import { WEEK_SYSTEM } from "../../coach/week-brief.ts";

/** Who fills the weeks of a plan whose overview a model proposes. */
export type Strategy = "library" | "llm";

/** The model of a run, and how it is asked. */
export interface ModelChoice {
  readonly connection: Connection;
  /** Loads the SDK, only now. */
  readonly open: () => Promise<Adapter>;
  readonly strategy: Strategy;
  /** Weeks that are asked for at once. */
  readonly concurrency: number;
  readonly maxTokens: number;
  readonly temperature: number;
  /** How often findings go back to the model. */
  readonly repairs: number;
  /** What the tools do not accept ends the run. */
  readonly isStrict: boolean;
  readonly ports: Omit<AskPorts, "key">;
  /** Told how far the run is. */
  readonly onStanding?: (standing: Standing) => void;
  /** Told what the run took, also where it failed. */
  readonly onEffort?: (effort: Effort) => void;
}

/** What a run with a model would send, were the overview the built-in planner's, and nothing is sent. */
export interface Outline {
  /** The built-in plan. */
  readonly own: CompiledPlan;
  readonly overview: FirstRequest;
  /** The request for its first week, and how many weeks and rides would be asked for. */
  readonly rides: (FirstRequest & { readonly weeks: number; readonly count: number }) | undefined;
}

/** The words of a run's requests: for the overview, and for the rides of a week where a model would write them. */
export function outlineOf(input: CompileInput): Outline {
  const { own, frame, system, brief } = prepared(input);
  const base: BasePlan = { overview: own.overview, weeks: weeksOf(own), frame };
  const asked = askedWeeks(base).filter(({ rides }) => rides.length > 0);
  const [first] = asked;
  const rides = first && {
    system: WEEK_SYSTEM,
    brief: weekRequest(base, first).content,
    weeks: asked.length,
    count: sum(asked.map((week) => week.rides.length)),
  };
  return { own, overview: { system, brief }, rides };
}

const weeksOf = ({ plan }: CompiledPlan): BasePlan["weeks"] => plan.training_plan.weekly_plan;

interface Made {
  readonly said: SaidOverview;
  readonly notes: readonly WeekNote[];
  readonly effort: Effort;
}

const progressOf = ({ said, notes, effort }: Made): ModelProgress => ({
  overview: said.overview ?? null,
  taken_over: [...said.takenOver],
  faults: [...said.faults],
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

function withMetadata(plan: PlanFile, choice: ModelChoice, { said, notes, effort }: Made): PlanFile {
  const { usage } = effort;
  const isLlm = choice.strategy === "llm";
  return {
    ...plan,
    ai_metadata: {
      ...plan.ai_metadata,
      ai_provider: choice.connection.provider,
      ai_model: choice.connection.model,
      workout_source: choice.strategy,
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
        ...(isLlm ? { weeks: weeksBySource(plan, notes) } : {}),
      },
    },
  };
}

/** The accepted overview with the library's rides: what the plan is where a model writes none. */
function filledByLibrary(input: CompileInput, { frame }: Prepared, said: SaidOverview): CompiledPlan {
  const warnings = [...(input.warnings ?? []), ...overviewWarnings(said)];
  return said.overview === undefined
    ? compilePlan({ ...input, warnings })
    : compilePlan({ ...input, warnings, outsideOverview: said.overview, fixedDays: frame.fixed });
}

interface Run {
  readonly choice: ModelChoice;
  readonly desk: ModelDesk;
  readonly tally: Tally;
  readonly adapter: () => Promise<Adapter>;
}

async function withModelsRides(
  filled: CompiledPlan,
  { frame }: Prepared,
  run: Run & { said: SaidOverview },
): Promise<CompiledPlan> {
  const { choice, desk, tally, said } = run;
  const base: BasePlan = { overview: filled.overview, weeks: weeksOf(filled), frame };
  const progress = (notes: readonly WeekNote[]): ModelProgress => progressOf({ said, notes, effort: tally.effort });
  const before = { weeks: desk.weeks, notes: desk.before?.weeks ?? [] };
  await desk.keep({ progress: progress(before.notes), overview: filled.overview });
  const { plan, weeks, notes } = await fillWeeks(base, {
    adapter: await run.adapter(),
    choice,
    tally,
    before,
    keep: (accepted, soFar) => desk.keep({ progress: progress(soFar), weeks: accepted }),
  });
  const meta = plan.plan_metadata;
  const more = weekWarnings(notes, weeks);
  const warned = more.length === 0 ? meta : { ...meta, warnings: [...(meta.warnings ?? []), ...more] };
  const file: PlanFile = { ...filled.plan, training_plan: { ...plan, plan_metadata: warned } };
  return {
    overview: filled.overview,
    weeks: weeks.map((week) => ({ schema_version: "1", plan_id: plan.plan_id, ...week })),
    plan: withMetadata(file, choice, { said, notes, effort: tally.effort }),
  };
}

async function carriedOut(input: CompileInput, before: Prepared, run: Run): Promise<CompiledPlan> {
  const { choice, desk, tally } = run;
  const said =
    desk.before === undefined
      ? await proposedOverview(input, before, { adapter: await run.adapter(), choice, tally })
      : saidBefore(desk.before);
  const filled = filledByLibrary(input, before, said);
  if (choice.strategy === "llm") return withModelsRides(filled, before, { ...run, said });
  const made: Made = { said, notes: [], effort: tally.effort };
  await desk.keep({ progress: progressOf(made) });
  return { ...filled, plan: withMetadata(filled.plan, choice, made) };
}

/**
 * A model proposes the overview; the library or the model fills its weeks; the same tools decide. What is accepted is put on the
 * desk at once. Throws PROVIDER_FAILED or CANCELLED.
 */
export async function compileWithModel(
  input: CompileInput,
  choice: ModelChoice,
  desk: ModelDesk = EMPTY_DESK,
): Promise<CompiledPlan> {
  const before = prepared(input);
  const tally = new Tally(
    before.own.weeks.length,
    desk.before === undefined ? NO_EFFORT : effortOf(desk.before),
    choice.onStanding,
  );
  let opened: Promise<Adapter> | undefined;
  try {
    return await carriedOut(input, before, { choice, desk, tally, adapter: () => (opened ??= choice.open()) });
  } catch (error) {
    throw error instanceof ModelFailure ? providerError(error, choice.connection) : error;
  } finally {
    choice.onEffort?.(tally.effort);
  }
}
