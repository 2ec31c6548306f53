import type { ModelInput } from "../../plan/schema.ts";
import { variable } from "./keys.ts";
import type { Settings } from "../settings.ts";
import type { System } from "../system.ts";

/** What is kept of, or answered in place of, a model; the directory as it was typed. */
export type Recording =
  | { readonly kind: "record"; readonly directory: string; readonly ifThere: "add to" | "remove" | "refuse" }
  | { readonly kind: "replay"; readonly directory: string };

/**
 * What was said about a language model: each word of the first that says it. Nothing is judged yet, so that a run without
 * a model loads nothing of models.
 */
export interface ModelWish {
  readonly provider: string | undefined;
  readonly model: string | undefined;
  readonly workoutSource: string | undefined;
  readonly overviewBy: string | undefined;
  readonly maxTokens: string | number | undefined;
  readonly temperature: string | number | undefined;
  readonly repairs: string | number | undefined;
  readonly concurrency: string | number | undefined;
  /** Longest silence in seconds. */
  readonly timeout: string | undefined;
  /** The built-in planner does not step in. */
  readonly isStrict: boolean;
  readonly recording: Recording | undefined;
  /** An overview was given: it leaves a model nothing to plan. */
  readonly hasOverview: boolean;
  /** A run goes on with what was said when it began. */
  readonly isResumed: boolean;
}

/** The flags that speak of a model. */
export interface ModelFlags {
  readonly provider?: string | undefined;
  readonly model?: string | undefined;
  readonly workoutSource?: string | undefined;
  readonly overviewBy?: string | undefined;
  readonly maxTokens?: string | undefined;
  readonly temperature?: string | undefined;
  readonly repairs?: string | undefined;
  readonly concurrency?: string | undefined;
  readonly modelTimeout?: string | undefined;
  readonly strict?: true | undefined;
  readonly record?: string | undefined;
  readonly replay?: string | undefined;
  readonly overview?: string | undefined;
  readonly resume?: string | undefined;
  readonly force?: true | undefined;
}

function recordingOf({ record, replay, resume, force }: ModelFlags): Recording | undefined {
  if (record !== undefined) {
    const ifThere = resume !== undefined ? "add to" : force === true ? "remove" : "refuse";
    return { kind: "record", directory: record, ifThere };
  }
  return replay === undefined ? undefined : { kind: "replay", directory: replay };
}

/** From flags, then the environment, then the settings files. A recording names its model itself: only a flag may speak beside it. */
export function modelWish(flags: ModelFlags, system: Pick<System, "env">, { models }: Settings): ModelWish {
  const recording = recordingOf(flags);
  const isReplay = recording?.kind === "replay";
  const named = {
    provider: flags.provider ?? (isReplay ? undefined : (variable(system, "AI_PROVIDER") ?? models.provider)),
    model: flags.model ?? (isReplay ? undefined : (variable(system, "AI_MODEL") ?? models.model)),
  };
  return Object.freeze({
    ...named,
    workoutSource: flags.workoutSource ?? variable(system, "WORKOUT_SOURCE") ?? models.workout_source,
    overviewBy: flags.overviewBy ?? variable(system, "OVERVIEW_BY") ?? models.overview_by,
    maxTokens: flags.maxTokens ?? variable(system, "AI_MAX_TOKENS") ?? models.max_tokens,
    temperature: flags.temperature ?? variable(system, "AI_TEMPERATURE") ?? models.temperature,
    repairs: flags.repairs,
    concurrency: flags.concurrency ?? models.concurrency,
    timeout: flags.modelTimeout,
    isStrict: flags.strict === true,
    recording,
    hasOverview: flags.overview !== undefined,
    isResumed: false,
  });
}

/** From the record of a run that goes on; only how fast, how patiently and what is recorded may be said anew. */
export const resumedWish = (record: ModelInput, flags: ModelFlags): ModelWish =>
  Object.freeze({
    provider: record.provider,
    model: record.model,
    workoutSource: record.workout_source,
    overviewBy: record.overview_by ?? "model",
    maxTokens: record.max_tokens,
    temperature: record.temperature,
    repairs: record.repairs,
    concurrency: flags.concurrency ?? record.concurrency,
    timeout: flags.modelTimeout,
    isStrict: record.strict,
    recording: recordingOf(flags),
    hasOverview: false,
    isResumed: true,
  });

/** True where a model may have been named; only then is anything of models loaded. */
export const isNamed = ({ provider, recording }: ModelWish): boolean =>
  provider !== undefined || recording !== undefined;
