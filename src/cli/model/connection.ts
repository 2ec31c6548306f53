import { withoutTail } from "../../base/text.ts";
import { PlanError } from "../../base/errors.ts";
import { keepSecret } from "../../base/secrets.ts";
import { quoted } from "../../athlete/parse-reading.ts";
import { PROVIDER_NAMES, type Connection, type ProviderId } from "../../providers/port.ts";
import { KEY_NAMES, URL_NAMES } from "../../providers/remedies.ts";
import { fetchThrough } from "../../providers/wire-fetch.ts";
import { findKey, keyFileOf, variable } from "./keys.ts";
import type { System } from "../system.ts";

const DEFAULT_URLS: Readonly<Record<ProviderId, string>> = {
  anthropic: "https://api.anthropic.com",
  openai: "https://api.openai.com/v1",
  gemini: "https://generativelanguage.googleapis.com/v1beta/openai",
  ollama: "http://localhost:11434",
};

/** `host:port` and `:port`, as Ollama's own variable is written, are addresses too. */
const asUrl = (text: string): string =>
  withoutTail(/^https?:\/\//.test(text) ? text : `http://${text.startsWith(":") ? "127.0.0.1" : ""}${text}`, "/");

/** The address of a provider: the environment's, or the service's own. Throws USAGE_INVALID where it is none. */
export function addressOf(system: Pick<System, "env">, provider: ProviderId): { url: string; isOwn: boolean } {
  const given =
    variable(system, URL_NAMES[provider]) ?? (provider === "ollama" ? variable(system, "OLLAMA_HOST") : undefined);
  const url = given === undefined ? DEFAULT_URLS[provider] : asUrl(given);
  if (!URL.canParse(url))
    throw new PlanError({
      code: "USAGE_INVALID",
      message: `${URL_NAMES[provider]}: ${quoted(given)} -> expected an address such as http://localhost:11434`,
      hint: "Run cycling-plan help generate to see what a model takes.",
    });
  return { url, isOwn: given !== undefined };
}

/** The proxies of the environment, in both spellings. */
export const proxiesOf = (system: Pick<System, "env">) => ({
  http: variable(system, "HTTP_PROXY") ?? variable(system, "http_proxy"),
  https: variable(system, "HTTPS_PROXY") ?? variable(system, "https_proxy"),
  none: variable(system, "NO_PROXY") ?? variable(system, "no_proxy"),
});

/** What stands before the host of an address, as it is written and as it is meant. */
export function passwordsIn(address: string | undefined): string[] {
  if (address === undefined || !URL.canParse(address)) return [];
  const { password } = new URL(address);
  try {
    return password === "" ? [] : [password, decodeURIComponent(password)];
  } catch {
    return [password];
  }
}

/** A connection, and the words that stand in no message and no file. */
export interface Reached {
  readonly connection: Connection;
  readonly secrets: readonly string[];
}

/** Which model is asked, and how long a silence is waited for. */
interface Asked {
  readonly provider: ProviderId;
  readonly model: string;
  readonly silenceMs?: number | undefined;
}

/** How a provider is reached from this machine. Throws PROVIDER_FAILED where there is no key and one is needed. */
export async function reach(system: System, { provider, model, silenceMs }: Asked): Promise<Reached> {
  const { url, isOwn } = addressOf(system, provider);
  const name = KEY_NAMES[provider];
  const found = await findKey(system, provider);
  if (name !== undefined && found === undefined && !isOwn)
    throw new PlanError({
      code: "PROVIDER_FAILED",
      message: `${PROVIDER_NAMES[provider]} was asked for, but there is no key: ${name} is not set. No plan was written.`,
      hint: `Set ${name}, or keep it in ${keyFileOf(system)}; say --provider none to plan without a model.`,
    });
  const proxies = proxiesOf(system);
  const secrets = [url, proxies.http, proxies.https].flatMap(passwordsIn).concat(found?.key ?? []);
  keepSecret(...secrets);
  return {
    connection: { provider, model, baseUrl: url, key: found?.key, fetch: await fetchThrough(proxies, silenceMs) },
    secrets,
  };
}
