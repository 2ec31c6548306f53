import { PlanError } from "../../base/errors.ts";
import { quoted } from "../../athlete/parse-reading.ts";
import type { ModelChoice, Strategy } from "../../jobs/model/model-choice.ts";
import { OVERVIEW_BY, type OverviewBy } from "../../plan/swap-schema.ts";
import { defaultModel, takesTemperature } from "../../providers/models.ts";
import { openModel } from "../../providers/open-model.ts";
import { PROVIDERS, type Adapter, type Clock, type Connection, type ProviderId } from "../../providers/port.ts";
import { reach } from "./connection.ts";
import { openRecorder, readRecording } from "./recording.ts";
import type { ModelWish } from "./wish.ts";
import type { System } from "../system.ts";

/** Seconds of silence that are waited for; a local model may first have to be loaded. */
const PATIENCE = { service: 60, local: 300, total: 900 };
/** Who waits less for a word waits less for the whole answer, too: so many times as long, and this many seconds at least. */
const WHOLE = { times: 15, least: 30 };
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

function numberOf(value: string | number | undefined, { field, low, high, isWhole }: Range): number | undefined {
  if (value === undefined || value === "") return undefined;
  const number = Number(value);
  const isFine = Number.isFinite(number) && number >= low && number <= high && (!isWhole || Number.isInteger(number));
  return isFine ? number : refuse(field, value, `expected a ${isWhole ? "whole " : ""}number from ${low} to ${high}`);
}

/** The provider that was named; undefined for none. Throws USAGE_INVALID where it is none of ours. */
export function providerNamed({ provider: given = "none" }: ModelWish): ProviderId | undefined {
  const name = given.trim().toLowerCase();
  if (name === "none") return undefined;
  return (
    PROVIDERS.find((known) => known === name) ??
    refuse("--provider (AI_PROVIDER)", given, `expected ${PROVIDERS.join(", ")} or none`)
  );
}

/** Waits that end early when the run is stopped. */
export const realClock = (system: Pick<System, "now" | "sleep">): Clock => ({
  now: () => system.now().getTime(),
  sleep: system.sleep,
});

/** The model that was named, or the provider's default. */
export const modelNamed = ({ model }: ModelWish, provider: ProviderId): string => model ?? defaultModel(provider);

/** Who fills the weeks, as far as anybody said. Throws USAGE_INVALID for another word. */
export function strategyOf({ workoutSource: given }: ModelWish): Strategy | undefined {
  const name = given?.trim().toLowerCase();
  return name === undefined || name === "library" || name === "llm"
    ? name
    : refuse("--workout-source (WORKOUT_SOURCE)", given, "expected library or llm");
}

/** Who plans the weeks, as far as anybody said. Throws USAGE_INVALID for another word. */
export function overviewByOf({ overviewBy: given }: ModelWish): OverviewBy | undefined {
  const name = given?.trim().toLowerCase();
  return name === undefined
    ? undefined
    : (OVERVIEW_BY.find((known) => known === name) ??
        refuse("--overview-by (OVERVIEW_BY)", given, `expected ${OVERVIEW_BY.join(" or ")}`));
}

/** `--model-timeout`: how many seconds are waited. */
export const secondsOf = ({ timeout }: ModelWish): number | undefined =>
  numberOf(timeout, { field: "--model-timeout", low: 0.1, high: 3600, isWhole: false });

/** The numbers of a run with a model, as far as they were given. */
function numbersOf(wish: ModelWish) {
  const maxTokens = numberOf(wish.maxTokens, {
    field: "--max-tokens (AI_MAX_TOKENS)",
    low: 256,
    high: 128_000,
    isWhole: true,
  });
  const temperature = numberOf(wish.temperature, {
    field: "--temperature (AI_TEMPERATURE)",
    low: 0,
    high: 2,
    isWhole: false,
  });
  const repairs = numberOf(wish.repairs, { field: "--repairs", low: 0, high: 5, isWhole: true });
  const concurrency = numberOf(wish.concurrency, {
    field: "--concurrency",
    low: 1,
    high: 16,
    isWhole: true,
  });
  return { maxTokens, temperature, repairs, concurrency };
}

/** Longest silence that is waited for, in milliseconds. */
const silenceOf = (wish: ModelWish, provider: ProviderId): number =>
  (secondsOf(wish) ?? (provider === "ollama" ? PATIENCE.local : PATIENCE.service)) * 1000;

/** The longest answer that is waited for, in milliseconds. Who waits longer for the first word waits for the last one, too. */
function wholeOf(wish: ModelWish, provider: ProviderId): number {
  const given = secondsOf(wish);
  const most = Math.max(PATIENCE.total * 1000, 2 * silenceOf(wish, provider));
  return given === undefined ? most : Math.min(most, Math.max(WHOLE.least, WHOLE.times * given) * 1000);
}

/** What a model is asked from: the machine, and whether notes are wanted. */
export interface Surroundings {
  readonly system: System;
  readonly isQuiet: boolean;
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

interface Recorded {
  readonly provider: ProviderId;
  readonly model: string;
  readonly exchanges: Awaited<ReturnType<typeof readRecording>>;
}

/** A recording names its provider and model itself; a flag beside it has to agree. */
export async function recordedModel(wish: ModelWish, directory: string, system: System): Promise<Recorded> {
  const exchanges = await readRecording(system, directory);
  const then = exchanges[0]?.question;
  const provider = (wish.provider === undefined ? then?.provider : providerNamed(wish)) ?? "openai";
  return { provider, model: wish.model ?? then?.model ?? defaultModel(provider), exchanges };
}

async function fromRecording(wish: ModelWish, directory: string, { system, isQuiet }: Surroundings): Promise<Source> {
  const { provider, model, exchanges } = await recordedModel(wish, directory, system);
  const { replay } = await import("../../providers/replay.ts");
  const { adapter, unused } = replay({ provider, model }, exchanges, directory);
  return {
    connection: { provider, model, baseUrl: directory, key: undefined, fetch: noService },
    secrets: [],
    open: () => Promise.resolve(adapter),
    clock: { ...realClock(system), sleep: () => Promise.resolve() },
    finish: () => {
      const left = unused();
      if (left.length > 0 && !isQuiet)
        system.err(
          `note: ${left.length} of ${exchanges.length} recorded exchanges were not asked for: ${left.join(", ")}\n`,
        );
      return Promise.resolve();
    },
  };
}

async function fromService(wish: ModelWish, provider: ProviderId, { system }: Surroundings): Promise<Source> {
  const { connection, secrets } = await reach(system, {
    provider,
    model: modelNamed(wish, provider),
    silenceMs: silenceOf(wish, provider),
  });
  const { recording } = wish;
  const recorder = recording?.kind === "record" ? await openRecorder(system, recording, secrets) : undefined;
  return {
    connection,
    secrets,
    open: async () => {
      const adapter = await openModel(connection);
      return recorder?.listening(adapter) ?? adapter;
    },
    clock: realClock(system),
    finish: async () => {
      await recorder?.done();
    },
  };
}

/** Undefined where no model was named. Throws USAGE_INVALID where a recording was asked for without one. */
async function sourceOf(wish: ModelWish, around: Surroundings): Promise<Source | undefined> {
  const { recording } = wish;
  if (recording?.kind === "replay") return fromRecording(wish, recording.directory, around);
  const provider = providerNamed(wish);
  if (provider !== undefined) return fromService(wish, provider, around);
  if (recording === undefined) return undefined;
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
  wish: ModelWish,
  around: Surroundings,
  signal: AbortSignal,
): Promise<NamedModel | undefined> {
  const { system, isQuiet } = around;
  const source = await sourceOf(wish, around);
  if (source === undefined) return undefined;
  const { provider, model } = source.connection;
  if (wish.hasOverview)
    refuse(
      "--provider",
      provider,
      "an overview that is given leaves a model nothing to plan; leave one of the two out",
    );
  const { maxTokens, temperature, repairs, concurrency } = numbersOf(wish);
  if (temperature !== undefined && !wish.isResumed && !takesTemperature(provider, model))
    system.err(`note: ${model} takes no temperature; it is not sent.\n`);
  return {
    connection: source.connection,
    open: source.open,
    strategy: strategyOf(wish) ?? "library",
    overviewBy: overviewByOf(wish) ?? "planner",
    concurrency: concurrency ?? DEFAULTS.concurrency,
    maxTokens: maxTokens ?? DEFAULTS.maxTokens,
    temperature: temperature ?? DEFAULTS.temperature,
    repairs: repairs ?? DEFAULTS.repairs,
    isStrict: wish.isStrict,
    isReplay: wish.recording?.kind === "replay",
    finish: source.finish,
    ports: {
      clock: source.clock,
      secrets: source.secrets,
      patience: { idleMs: silenceOf(wish, provider), totalMs: wholeOf(wish, provider) },
      signal,
      onRetry: (failure, waitMs) => {
        if (!isQuiet) system.err(`note: ${failure.message || failure.kind}; asking again in ${waitMs / 1000} s\n`);
      },
    },
  };
}
