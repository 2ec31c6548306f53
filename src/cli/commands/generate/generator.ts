import { PlanError } from "../../../base/errors.ts";
import type { Planned } from "../../../coach/estimate.ts";
import { compilePlan, type CompiledPlan } from "../../../jobs/compile/compile.ts";
import type { Means } from "../../../jobs/model/accepted-work.ts";
import type { AskedOf } from "../../../coach/interpret-wishes.ts";
import type { ModelChoice } from "../../../jobs/model/model-choice.ts";
import type { ModelInput } from "../../../plan/schema.ts";
import type { PlanTask } from "../../../plan/task.ts";
import { withThousands } from "../../../report/units.ts";
import type { Surroundings } from "../../model/choice.ts";
import type { OpenedModel } from "../../model/opened.ts";
import { isNamed, type ModelWish } from "../../model/wish.ts";

/** Who makes a plan, and how the work is called meanwhile. */
export interface Generator {
  readonly name: string;
  readonly compile: (
    task: PlanTask,
    means: Means,
    tell: (words: string) => void,
  ) => CompiledPlan | Promise<CompiledPlan>;
  /** The model as the record of a run keeps it; undefined for the built-in planner. */
  readonly model: ModelInput | undefined;
  /** What the run took, in words; nothing where no model was asked. */
  readonly total: () => string | undefined;
}

const TOLD_SECONDS = 0.2;

/** The model that a run would ask, without a key: nothing is sent. Throws USAGE_INVALID where no model was named. */
export async function modelToEstimate(wish: ModelWish, around: Surroundings): Promise<AskedOf> {
  const { modelNamed, providerNamed, recordedModel } = await import("../../model/choice.ts");
  if (wish.recording?.kind === "replay") return recordedModel(wish, wish.recording.directory, around.system);
  const provider = providerNamed(wish);
  if (provider === undefined)
    throw new PlanError({
      code: "USAGE_INVALID",
      message: "Without a model nothing is sent, and there is nothing to estimate.",
      hint: "Name a model: --provider anthropic, openai, gemini or ollama.",
    });
  return { provider, model: modelNamed(wish, provider) };
}

/** `--estimate`: what a run takes, before anything is sent. */
export async function estimateOf(asked: AskedOf, first: Omit<Planned, "provider" | "model">): Promise<string> {
  const { estimateText } = await import("../../../coach/estimate.ts");
  return estimateText({ ...asked, ...first });
}

/** Plans without a model. */
export const BUILT_IN: Generator = {
  name: "Planning your weeks",
  compile: (task, { library }) => compilePlan(task, library),
  model: undefined,
  total: () => undefined,
};

/** Rides by a model need a model: nobody gets the library's unasked. Throws USAGE_INVALID, before anything is asked or made. */
export async function refuseSourceWithoutModel(wish: ModelWish): Promise<void> {
  if (isNamed(wish) || (wish.workoutSource === undefined && wish.overviewBy === undefined)) return;
  await refuseRides(wish);
}

async function refuseRides(wish: ModelWish): Promise<void> {
  const { overviewByOf, strategyOf } = await import("../../model/choice.ts");
  if (overviewByOf(wish) === "model")
    throw new PlanError({
      code: "USAGE_INVALID",
      message: "--overview-by model (OVERVIEW_BY) needs a model to plan the weeks, and none was named.",
      hint: "Name one with --provider anthropic, openai, gemini or ollama, or leave --overview-by out: the built-in planner then plans.",
    });
  if (strategyOf(wish) !== "llm") return;
  throw new PlanError({
    code: "USAGE_INVALID",
    message: "--workout-source llm (WORKOUT_SOURCE) needs a model to write the rides, and none was named.",
    hint: "Name one with --provider anthropic, openai, gemini or ollama, or leave --workout-source out: the library then fills the weeks.",
  });
}

const asRecorded = ({ connection, ...choice }: ModelChoice): ModelInput => ({
  provider: connection.provider,
  model: connection.model,
  workout_source: choice.strategy,
  overview_by: choice.overviewBy,
  max_tokens: choice.maxTokens,
  temperature: choice.temperature,
  repairs: choice.repairs,
  strict: choice.isStrict,
  concurrency: choice.concurrency,
  keeps_weeks: false,
});

/** The built-in planner, or the model that was named. */
export async function generatorOf(wish: ModelWish, around: Surroundings, before?: OpenedModel): Promise<Generator> {
  await refuseSourceWithoutModel(wish);
  if (!isNamed(wish)) return BUILT_IN;
  const { openedModel, stoppable } = await import("../../model/opened.ts");
  const opened = before ?? (await openedModel(wish, around));
  if (opened === undefined) {
    await refuseRides(wish);
    return BUILT_IN;
  }
  const { choice } = opened;
  const [{ compileWithModel }, { totalText }] = await Promise.all([
    import("../../../jobs/model/compile-with-model.ts"),
    import("../../../jobs/model/total-text.ts"),
  ]);
  const { system } = around;
  const name = `Planning your weeks with ${choice.connection.model}`;
  const started = system.now().getTime();
  const seconds = (): number => (system.now().getTime() - started) / 1000;
  let total: string | undefined;
  let last = Number.NEGATIVE_INFINITY;
  return {
    name,
    model: asRecorded(choice),
    compile: (task, means, tell) => {
      const told: ModelChoice = {
        ...choice,
        onProgress: ({ part, weeksDone, weeksTotal, tokens }) => {
          // Answers come in many small pieces, and nobody reads a line that changes more often.
          if (seconds() - last < TOLD_SECONDS) return;
          last = seconds();
          const first = choice.overviewBy === "planner" ? "swaps" : "the overview";
          const where = part === "overview" ? first : `${weeksDone} of ${weeksTotal} weeks`;
          tell(`${choice.connection.model}: ${where}, ${withThousands(tokens)} tokens, ${Math.round(seconds())} s`);
        },
        onEffort: (effort) => (total = totalText(choice.connection, effort, choice.isReplay ? undefined : seconds())),
      };
      return stoppable(system, () => compileWithModel(task, means, told), opened).finally(() => choice.finish());
    },
    total: () => total,
  };
}
