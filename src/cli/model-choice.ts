import { PlanError } from "../base/errors.ts";
import { quoted } from "../athlete/parse-reading.ts";
import type { ModelChoice, Strategy } from "../jobs/model/compile-with-model.ts";
import { defaultModel, takesTemperature } from "../providers/models.ts";
import { openModel } from "../providers/open-model.ts";
import { PROVIDERS, type Adapter, type Clock, type Connection, type ProviderId } from "../providers/port.ts";
import type { Call } from "./command-spec.ts";
import { textFlag } from "./flags.ts";
import { reach } from "./model-connection.ts";
import { variable } from "./model-keys.ts";
import { openRecorder, readRecording, tapeOf } from "./model-recording.ts";
import type { Settings } from "./settings.ts";
import type { System } from "./system.ts";

/** Seconds of silence that are waited for; a local model may first have to be loaded. */
const PATIENCE = { service: 60, local: 300, total: 900 };
const DEFAULTS = { maxTokens: 16_384, temperature: 0.7, repairs: 2, concurrency: 6 };

const refuse = (field: string, value: unknown, expected: string): never => {
  throw new PlanError({
    code: "USAGE_INVALID",
    message: `${field}: ${quoted(value)} -> ${expected}`,
    hint: "Run cycling-plan help generate to see what a model takes.",
  });
};

interface Range {
  readonly field: string;
  readonly low: number;
  readonly high: number;
  readonly isWhole: boolean;
}

function numberOf(value: unknown, { field, low, high, isWhole }: Range): number | undefined {
  if (value === undefined || value === "") return undefined;
  const number = Number(value);
  const isFine = Number.isFinite(number) && number >= low && number <= high && (!isWhole || Number.isInteger(number));
  return isFine ? number : refuse(field, value, `expected a ${isWhole ? "whole " : ""}number from ${low} to ${high}`);
}

/** The provider that flag, environment or settings file names; undefined for none. Throws USAGE_INVALID where it is none of ours. */
export function providerNamed({ system, flags }: Call, settings: Settings): ProviderId | undefined {
  const given = textFlag(flags, "provider") ?? variable(system, "AI_PROVIDER") ?? settings.models.provider ?? "none";
  const name = given.trim().toLowerCase();
  if (name === "none") return undefined;
  return (
    PROVIDERS.find((known) => known === name) ??
    refuse("--provider (AI_PROVIDER)", given, `expected ${PROVIDERS.join(", ")} or none`)
  );
}

/** Waits that end early when the run is stopped. */
export const realClock = (system: Pick<System, "now">): Clock => ({
  now: () => system.now().getTime(),
  sleep: (ms, signal) =>
    new Promise((done) => {
      const timer = setTimeout(done, ms);
      signal.addEventListener(
        "abort",
        () => {
          clearTimeout(timer);
          done();
        },
        { once: true },
      );
    }),
});

/** The model that flag, environment or settings file names, or the provider's default. */
export const modelNamed = ({ system, flags }: Call, settings: Settings, provider: ProviderId): string =>
  textFlag(flags, "model") ?? variable(system, "AI_MODEL") ?? settings.models.model ?? defaultModel(provider);

/** Who fills the weeks, as far as anybody said: flag, environment, settings file. Throws USAGE_INVALID for another word. */
export function strategyOf({ system, flags }: Call, settings: Settings): Strategy | undefined {
  const given =
    textFlag(flags, "workoutSource") ?? variable(system, "WORKOUT_SOURCE") ?? settings.models.workout_source;
  const name = given?.trim().toLowerCase();
  return name === undefined || name === "library" || name === "llm"
    ? name
    : refuse("--workout-source (WORKOUT_SOURCE)", given, "expected library or llm");
}

/** `--model-timeout`: how many seconds are waited. */
export const secondsOf = ({ flags }: Pick<Call, "flags">): number | undefined =>
  numberOf(flags.modelTimeout, { field: "--model-timeout", low: 0.1, high: 3600, isWhole: false });

/** The numbers of a run with a model, as far as they were given. */
function numbersOf({ system, flags }: Call, settings: Settings) {
  const maxTokens = numberOf(flags.maxTokens ?? variable(system, "AI_MAX_TOKENS") ?? settings.models.max_tokens, {
    field: "--max-tokens (AI_MAX_TOKENS)",
    low: 256,
    high: 128_000,
    isWhole: true,
  });
  const temperature = numberOf(flags.temperature ?? variable(system, "AI_TEMPERATURE") ?? settings.models.temperature, {
    field: "--temperature (AI_TEMPERATURE)",
    low: 0,
    high: 2,
    isWhole: false,
  });
  const repairs = numberOf(flags.repairs, { field: "--repairs", low: 0, high: 5, isWhole: true });
  const concurrency = numberOf(flags.concurrency ?? settings.models.concurrency, {
    field: "--concurrency",
    low: 1,
    high: 16,
    isWhole: true,
  });
  return { maxTokens, temperature, repairs, concurrency, silence: secondsOf({ flags }) };
}

/** Where the answers come from: a service, a service that is listened to, or a recording of one. */
interface Source {
  readonly connection: Connection;
  readonly secrets: readonly string[];
  readonly open: () => Promise<Adapter>;
  /** Waits in a recording are not waited for again. */
  readonly clock: Clock;
  readonly finish: () => Promise<void>;
}

const noService: typeof fetch = () => Promise.reject(new Error("a replay asks no service"));

/** A recording names its provider and model itself; a flag beside it has to agree. */
async function fromRecording(call: Call, settings: Settings, directory: string): Promise<Source> {
  const exchanges = await readRecording(call, directory);
  const then = exchanges[0]?.question;
  const provider =
    call.flags.provider === undefined ? (then?.provider ?? "openai") : (providerNamed(call, settings) ?? "openai");
  const model = textFlag(call.flags, "model") ?? then?.model ?? defaultModel(provider);
  const { replay } = await import("../providers/replay.ts");
  const { adapter, unused } = replay({ provider, model }, exchanges, directory);
  return {
    connection: { provider, model, baseUrl: directory, key: undefined, fetch: noService },
    secrets: [],
    open: () => Promise.resolve(adapter),
    clock: { ...realClock(call.system), sleep: () => Promise.resolve() },
    finish: () => {
      const left = unused();
      if (left.length > 0 && !settings.quiet)
        call.system.err(
          `note: ${left.length} of ${exchanges.length} recorded exchanges were not asked for: ${left.join(", ")}\n`,
        );
      return Promise.resolve();
    },
  };
}

async function fromService(call: Call, settings: Settings, provider: ProviderId): Promise<Source> {
  const { system } = call;
  const { connection, secrets } = await reach(system, { provider, model: modelNamed(call, settings, provider) });
  const tape = tapeOf(call);
  const recorder = tape && (await openRecorder(call, tape.directory, secrets));
  return {
    connection,
    secrets,
    open: async () => {
      const adapter = await openModel(connection);
      return recorder?.listening(adapter) ?? adapter;
    },
    clock: realClock(system),
    finish: async () => recorder?.done(),
  };
}

/** Undefined where no model was named. Throws USAGE_INVALID where a recording was asked for without one. */
async function sourceOf(call: Call, settings: Settings): Promise<Source | undefined> {
  const tape = tapeOf(call);
  if (tape?.kind === "replay") return fromRecording(call, settings, tape.directory);
  const provider = providerNamed(call, settings);
  if (provider !== undefined) return fromService(call, settings, provider);
  if (tape === undefined) return undefined;
  throw new PlanError({
    code: "USAGE_INVALID",
    message: "--record keeps what a model is asked and answers, but no model was named.",
    hint: "Name one: --provider anthropic, openai, gemini or ollama.",
  });
}

/** A model as it was named on the command line. */
export interface NamedModel extends ModelChoice {
  /** A recording answers. */
  readonly isReplay: boolean;
  /** Called once the run is over, however it ended. */
  readonly finish: () => Promise<void>;
}

/** What was asked of which model, or undefined where none was: then nothing leaves the machine. Throws where it cannot be used. */
export async function modelChoice(
  call: Call,
  settings: Settings,
  signal: AbortSignal,
): Promise<NamedModel | undefined> {
  const { system, flags } = call;
  const source = await sourceOf(call, settings);
  if (source === undefined) return undefined;
  const { provider, model } = source.connection;
  if (flags.overview !== undefined)
    refuse(
      "--provider",
      provider,
      "an overview that is given leaves a model nothing to plan; leave one of the two out",
    );
  const { maxTokens, temperature, repairs, concurrency, silence } = numbersOf(call, settings);
  if (temperature !== undefined && flags.resume === undefined && !takesTemperature(provider, model))
    system.err(`note: ${model} takes no temperature; it is not sent.\n`);
  return {
    connection: source.connection,
    open: source.open,
    strategy: strategyOf(call, settings) ?? "library",
    concurrency: concurrency ?? DEFAULTS.concurrency,
    maxTokens: maxTokens ?? DEFAULTS.maxTokens,
    temperature: temperature ?? DEFAULTS.temperature,
    repairs: repairs ?? DEFAULTS.repairs,
    isStrict: flags.strict === true,
    isReplay: tapeOf(call)?.kind === "replay",
    finish: source.finish,
    ports: {
      clock: source.clock,
      secrets: source.secrets,
      patience: {
        idleMs: (silence ?? (provider === "ollama" ? PATIENCE.local : PATIENCE.service)) * 1000,
        totalMs: PATIENCE.total * 1000,
      },
      signal,
      onRetry: (failure, waitMs) => {
        if (!settings.quiet)
          system.err(`note: ${failure.message || failure.kind}; asking again in ${waitMs / 1000} s\n`);
      },
    },
  };
}
