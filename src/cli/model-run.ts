import { setInterval, clearInterval } from "node:timers";
import { PlanError } from "../base/errors.ts";
import { compilePlan, type CompiledPlan, type CompileInput } from "../jobs/compile.ts";
import type { Call } from "./command-spec.ts";
import type { Settings } from "./settings.ts";
import type { System } from "./system.ts";

/** Who makes a plan, and how the work is called meanwhile. */
export interface Generator {
  readonly name: string;
  readonly compile: (input: CompileInput) => CompiledPlan | Promise<CompiledPlan>;
}

const LOOK_MS = 50;

/** Runs work that ends early when Ctrl-C is pressed. */
async function stoppable<T>(system: System, work: () => Promise<T>, controller: AbortController): Promise<T> {
  const timer = setInterval(() => {
    if (system.isCancelled()) controller.abort();
  }, LOOK_MS);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}

/** True where a model may have been named; only then is anything of models loaded. */
export const isNamed = ({ system, flags }: Call, { models }: Settings): boolean =>
  [flags.provider, flags.record, flags.replay].some((flag) => flag !== undefined) ||
  Boolean(system.env.AI_PROVIDER?.trim()) ||
  models.provider !== undefined;

/** `--estimate`: what the first request of a run takes, before anything is sent. Throws USAGE_INVALID where no model was named. */
export async function estimateOf(
  call: Call,
  settings: Settings,
  first: { text: string; weeks: number; weekdays: readonly number[] },
): Promise<string> {
  const { modelChoice } = await import("./model-choice.ts");
  const choice = await modelChoice(call, settings, new AbortController().signal);
  if (choice === undefined)
    throw new PlanError({
      code: "USAGE_INVALID",
      message: "Without a model nothing is sent, and there is nothing to estimate.",
      hint: "Name a model: --provider anthropic, openai, gemini or ollama.",
    });
  const { estimateText } = await import("../coach/estimate.ts");
  return estimateText({ ...choice.connection, ...first });
}

/** The built-in planner, or the model that flag, environment or settings file names. */
export async function generatorOf(call: Call, settings: Settings): Promise<Generator> {
  const builtIn = { name: "Planning your weeks", compile: compilePlan };
  if (!isNamed(call, settings)) return builtIn;
  const { modelChoice } = await import("./model-choice.ts");
  const controller = new AbortController();
  const choice = await modelChoice(call, settings, controller.signal);
  if (choice === undefined) return builtIn;
  const { compileWithModel } = await import("../jobs/compile-with-model.ts");
  return {
    name: `Planning your weeks with ${choice.connection.model}`,
    compile: (input) =>
      stoppable(call.system, () => compileWithModel(input, choice), controller).finally(() => choice.finish()),
  };
}
