import { PlanError } from "../base/errors.ts";
import { quoted } from "../athlete/parse-reading.ts";
import type { ModelChoice, Strategy } from "../jobs/compile-with-model.ts";
import { defaultModel, takesTemperature } from "../providers/models.ts";
import { openModel } from "../providers/open-model.ts";
import { PROVIDER_NAMES, PROVIDERS, type Clock, type Connection, type ProviderId } from "../providers/port.ts";
import { KEY_NAMES, URL_NAMES } from "../providers/remedies.ts";
import { fetchThrough } from "../providers/wire-fetch.ts";
import type { Call } from "./command-spec.ts";
import { textFlag } from "./flags.ts";
import type { Settings } from "./settings.ts";
import type { System } from "./system.ts";

const DEFAULT_URLS: Readonly<Record<ProviderId, string>> = {
  anthropic: "https://api.anthropic.com",
  openai: "https://api.openai.com/v1",
  gemini: "https://generativelanguage.googleapis.com/v1beta/openai",
  ollama: "http://localhost:11434",
};
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
  return isFine
    ? number
    : refuse(field, value, `expected a ${isWhole ? "whole " : ""}number from ${String(low)} to ${String(high)}`);
}

/** An environment variable without blanks; an empty one counts as unset. */
function variable({ env }: Pick<System, "env">, name: string): string | undefined {
  const text = env[name]?.trim();
  return text === "" ? undefined : text;
}

function providerOf({ system, flags }: Call, settings: Settings): ProviderId | undefined {
  const given = textFlag(flags, "provider") ?? variable(system, "AI_PROVIDER") ?? settings.models.provider ?? "none";
  const name = given.trim().toLowerCase();
  if (name === "none") return undefined;
  return (
    PROVIDERS.find((known) => known === name) ??
    refuse("--provider (AI_PROVIDER)", given, `expected ${PROVIDERS.join(", ")} or none`)
  );
}

/** `host:port` and `:port`, as Ollama's own variable is written, are addresses too. */
const asUrl = (text: string): string =>
  /^https?:\/\//.test(text)
    ? text.replace(/\/+$/, "")
    : `http://${text.startsWith(":") ? "127.0.0.1" : ""}${text}`.replace(/\/+$/, "");

/** The address of a provider: the environment's, or the service's own. */
function urlOf(system: System, provider: ProviderId): { url: string; isOwn: boolean } {
  const given =
    variable(system, URL_NAMES[provider]) ?? (provider === "ollama" ? variable(system, "OLLAMA_HOST") : undefined);
  const url = given === undefined ? DEFAULT_URLS[provider] : asUrl(given);
  if (!URL.canParse(url)) refuse(URL_NAMES[provider], given, "expected an address such as http://localhost:11434");
  return { url, isOwn: given !== undefined };
}

function keyOf(system: System, provider: ProviderId, isOwnServer: boolean): string | undefined {
  const name = KEY_NAMES[provider];
  if (name === undefined) return undefined;
  const key = variable(system, name);
  if (key === undefined && !isOwnServer)
    throw new PlanError({
      code: "PROVIDER_FAILED",
      message: `${PROVIDER_NAMES[provider]} was asked for, but there is no key: ${name} is not set. No plan was written.`,
      hint: `Set ${name}, or say --provider none to plan without a model.`,
    });
  if (key !== undefined && !/^[\x21-\x7e]+$/.test(key))
    throw new PlanError({
      code: "PROVIDER_FAILED",
      message: `${name} holds characters that no key has. No plan was written.`,
      hint: "Copy the key again, without quotes and blanks.",
    });
  return key;
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

function connectionOf(call: Call, settings: Settings, provider: ProviderId): Omit<Connection, "fetch"> {
  const { system, flags } = call;
  const model =
    textFlag(flags, "model") ?? variable(system, "AI_MODEL") ?? settings.models.model ?? defaultModel(provider);
  const { url, isOwn } = urlOf(system, provider);
  return { provider, model, baseUrl: url, key: keyOf(system, provider, isOwn) };
}

/** Who fills the weeks, as far as anybody said: flag, environment, settings file. Throws USAGE_INVALID for another word. */
export function strategyOf({ system, flags }: Call, settings: Settings): Strategy | undefined {
  const given =
    textFlag(flags, "workoutSource") ?? variable(system, "WORKOUT_SOURCE") ?? settings.models.workout_source;
  const name = given?.trim().toLowerCase();
  return name === undefined || name === "library" || name === "llm"
    ? name
    : refuse("--workout-source (WORKOUT_SOURCE)", given, "expected library or llm");
}

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
  const silence = numberOf(flags.modelTimeout, { field: "--model-timeout", low: 0.1, high: 3600, isWhole: false });
  return { maxTokens, temperature, repairs, concurrency, silence };
}

/** What was asked of which model, or undefined where none was: then nothing leaves the machine. Throws where it cannot be used. */
export async function modelChoice(
  call: Call,
  settings: Settings,
  signal: AbortSignal,
): Promise<ModelChoice | undefined> {
  const { system, flags } = call;
  const provider = providerOf(call, settings);
  if (provider === undefined) return undefined;
  if (flags.overview !== undefined)
    refuse(
      "--provider",
      provider,
      "an overview that is given leaves a model nothing to plan; leave one of the two out",
    );
  const { maxTokens, temperature, repairs, concurrency, silence } = numbersOf(call, settings);
  const named = connectionOf(call, settings, provider);
  if (temperature !== undefined && flags.resume === undefined && !takesTemperature(provider, named.model))
    system.err(`note: ${named.model} takes no temperature; it is not sent.\n`);
  const connection: Connection = {
    ...named,
    fetch: await fetchThrough({
      http: variable(system, "HTTP_PROXY") ?? variable(system, "http_proxy"),
      https: variable(system, "HTTPS_PROXY") ?? variable(system, "https_proxy"),
      none: variable(system, "NO_PROXY") ?? variable(system, "no_proxy"),
    }),
  };
  return {
    connection,
    open: () => openModel(connection),
    strategy: strategyOf(call, settings) ?? "library",
    concurrency: concurrency ?? DEFAULTS.concurrency,
    maxTokens: maxTokens ?? DEFAULTS.maxTokens,
    temperature: temperature ?? DEFAULTS.temperature,
    repairs: repairs ?? DEFAULTS.repairs,
    isStrict: flags.strict === true,
    ports: {
      clock: realClock(system),
      patience: {
        idleMs: (silence ?? (provider === "ollama" ? PATIENCE.local : PATIENCE.service)) * 1000,
        totalMs: PATIENCE.total * 1000,
      },
      signal,
      onRetry: (failure, waitMs) => {
        if (!settings.quiet)
          system.err(`note: ${failure.message || failure.kind}; asking again in ${String(waitMs / 1000)} s\n`);
      },
    },
  };
}
