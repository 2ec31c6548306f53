import type { ProviderId } from "./port.ts";

/** Day on which ids and prices were looked up. */
export const MODELS_AS_OF = "2026-11-22";

/** Dollars for a million tokens. */
export interface Price {
  readonly input: number;
  readonly cached: number;
  readonly output: number;
}

/** Models with a known price; the first of a provider is its default. Sources: the vendors' price pages on MODELS_AS_OF. */
const KNOWN: Readonly<Record<ProviderId, readonly (readonly [string, Price])[]>> = {
  anthropic: [
    ["claude-sonnet-5-5", { input: 2, cached: 0.1, output: 10 }],
    ["claude-haiku-5-5", { input: 0.1, cached: 0.01, output: 0.5 }],
    ["claude-opus-5-5", { input: 4, cached: 0.4, output: 20 }],
  ],
  openai: [
    ["gpt-6-luna", { input: 0.1, cached: 0.01, output: 0.5 }],
    ["gpt-6.1-terra", { input: 1, cached: 0.1, output: 5 }],
  ],
  gemini: [["gemini-3.8-flash", { input: 0.75, cached: 0.075, output: 3.75 }]],
  ollama: [["llama3.1:8b", { input: 0, cached: 0, output: 0 }]],
};

/** Models that are gone or about to be, and since when. */
const RETIRED: readonly { readonly pattern: RegExp; readonly text: string }[] = [
  { pattern: /^claude-(sonnet|opus)-4-2025/, text: "it was retired on 2026-06-15" },
  { pattern: /^claude-sonnet-4-5/, text: "it is shut down on 2026-11-30" },
  { pattern: /^claude-(3|2|instant)/, text: "it was retired" },
  { pattern: /^gemini-(1\.|2\.0)/, text: "it was shut down on 2026-06-01" },
  { pattern: /^gemini-2\.5/, text: "it is shut down on 2026-12-01" },
  { pattern: /^gpt-4o/, text: "it is shut down on 2027-01-14" },
  { pattern: /^(gpt-5(?![.\d])|o3)/, text: "it is shut down on 2026-12-11" },
  { pattern: /^gpt-(4|3\.5)/, text: "it was retired" },
];

/** The model that is asked where none was named. */
export const defaultModel = (provider: ProviderId): string => KNOWN[provider][0]?.[0] ?? "";

/** Dollars for a million tokens, or undefined where nobody looked it up. */
const priceOf = (provider: ProviderId, model: string): Price | undefined =>
  KNOWN[provider].find(([known]) => known === model)?.[1];

/** What so many tokens cost, in words; those from the cache are among those sent and have a price of their own. */
export function costText(
  { provider, model }: { readonly provider: ProviderId; readonly model: string },
  { input, cached = 0, output }: { readonly input: number; readonly cached?: number; readonly output: number },
): string {
  if (provider === "ollama") return "no price: it runs on your machine";
  const price = priceOf(provider, model);
  if (price === undefined) return "price unknown";
  const dollars = ((input - cached) * price.input + cached * price.cached + output * price.output) / 1e6;
  return `about $${dollars.toFixed(4)} (prices of ${MODELS_AS_OF})`;
}

const DAY_MS = 86_400_000;
/** Prices and retirements older than this are worth a doubt. Days. */
const OLD_DAYS = 180;

/** How old the prices and retirements are that this program knows, in words. */
export function modelsAge(now: number): string {
  const days = Math.max(0, Math.floor((now - Date.parse(MODELS_AS_OF)) / DAY_MS));
  const age = days === 1 ? "1 day old" : `${days} days old`;
  return `of ${MODELS_AS_OF}, ${age}${days > OLD_DAYS ? "; the services' own pages know better" : ""}`;
}

/** What happened to a model that is gone, as the end of a sentence. */
export const retirementOf = (model: string): string | undefined =>
  RETIRED.find(({ pattern }) => pattern.test(model))?.text;

/** True where the model thinks before it answers and takes an effort for it. */
export const takesEffort = (provider: ProviderId, model: string): boolean =>
  provider === "anthropic"
    ? /^claude-[a-z]+-5/.test(model)
    : provider === "openai"
      ? /^(gpt-[56]|o\d)/.test(model)
      : provider === "gemini" && /^gemini-[3-9]/.test(model);

/** Anthropic's and OpenAI's current models answer 400 to a sampling temperature. */
export const takesTemperature = (provider: ProviderId, model: string): boolean =>
  provider === "anthropic" ? false : provider === "openai" ? !takesEffort(provider, model) : true;
