import { PlanError } from "../../../base/errors.ts";
import { cleanLine } from "../../../base/text.ts";
import { askOnce, type AskPorts } from "../../../providers/ask.ts";
import { ModelFailure } from "../../../providers/failure.ts";
import { defaultModel, modelsAge } from "../../../providers/models.ts";
import { openModel } from "../../../providers/open-model.ts";
import {
  PROVIDER_NAMES,
  PROVIDERS,
  type Adapter,
  type ModelRequest,
  type ProviderId,
} from "../../../providers/port.ts";
import { KEY_NAMES, shownAddress, troubleOf, URL_NAMES } from "../../../providers/remedies.ts";
import { watched } from "../../../providers/time-limits.ts";
import { checkOf, type Check } from "./check.ts";
import { modelNamed, providerNamed, realClock, secondsOf } from "../../model/choice.ts";
import { addressOf, reach, type Reached } from "../../model/connection.ts";
import { findKey, keyFileOf, keysInFile } from "../../model/keys.ts";
import { stoppable } from "../../model/opened.ts";
import type { ModelWish } from "../../model/wish.ts";
import type { System } from "../../system.ts";

/** Longest wait for one provider; all are asked at once. */
const MOST_SECONDS = 10;
/** So many names are listed where the model is not among them. */
const MOST_NAMES = 12;

/** The smallest question that shows that a model answers. A model that thinks first needs some room for it. */
const PROBE: ModelRequest = {
  system: "You answer with one word.",
  messages: [{ role: "user", content: "Say: ready" }],
  schema: undefined,
  maxTokens: 256,
  temperature: undefined,
};

const namesOf = (models: readonly string[]): string =>
  models.length === 0
    ? "It has no model yet."
    : `It has ${models
        .slice(0, MOST_NAMES)
        .map((name) => cleanLine(name, 60))
        .join(", ")}${models.length > MOST_NAMES ? ` and ${models.length - MOST_NAMES} more` : ""}.`;

interface Asking {
  readonly reached: Reached;
  readonly ports: AskPorts;
}

/** Names of the models there, or undefined where the service does not tell. */
const listed = (adapter: Adapter, { patience, signal }: AskPorts): Promise<readonly string[] | undefined> =>
  watched(patience, signal, (watch) => adapter.list(watch)).catch(() => undefined);

/** Asks one word. Throws PROVIDER_FAILED with what happened and a remedy. */
async function answers({ reached: { connection }, ports }: Asking): Promise<string> {
  const adapter = await openModel(connection);
  const started = ports.clock.now();
  const [failure, models] = await Promise.all([
    askOnce(adapter, PROBE, ports).then(
      () => undefined,
      (error: unknown) => {
        if (error instanceof ModelFailure) return error;
        throw error;
      },
    ),
    listed(adapter, ports),
  ]);
  if (failure === undefined)
    return `${connection.model} answers at ${shownAddress(connection.baseUrl)} (${((ports.clock.now() - started) / 1000).toFixed(1)} s)`;
  const { message, hint } = troubleOf(failure, connection);
  const more = failure.kind === "model" && models !== undefined ? ` ${namesOf(models)}` : "";
  throw new PlanError({ code: "PROVIDER_FAILED", message: `${message}${more}`, hint });
}

/** Where a provider's key or address comes from; undefined where nothing is set up. */
async function setUp(system: System, provider: ProviderId): Promise<string | undefined> {
  const key = await findKey(system, provider).catch(() => undefined);
  const { url, isOwn } = addressOf(system, provider);
  const parts = [
    ...(key === undefined ? [] : [`${KEY_NAMES[provider] ?? "key"} in the ${key.from}`]),
    ...(isOwn ? [`${URL_NAMES[provider]} ${shownAddress(url)}`] : []),
  ];
  return parts.length === 0 ? undefined : parts.join(", ");
}

async function keyFileCheck(system: System): Promise<Check> {
  return checkOf("Key file", async () => {
    const names = [...(await keysInFile(system)).keys()];
    return names.length === 0 ? `none (${keyFileOf(system)})` : `${keyFileOf(system)}: ${names.join(", ")}`;
  });
}

/** Which providers are asked: the named one, every one that is set up, or none at all. */
type Reach = "named" | "all" | "none";

/** The providers that may be contacted: those that were named, or with --providers every one that is set up. */
function toAsk(wish: ModelWish, reach: Reach, isSetUp: (provider: ProviderId) => boolean): readonly ProviderId[] {
  if (reach === "none") return [];
  const named = providerNamed(wish);
  return PROVIDERS.filter((provider) => provider === named || (reach === "all" && isSetUp(provider)));
}

async function askedCheck(system: System, wish: ModelWish, provider: ProviderId): Promise<string> {
  const model = providerNamed(wish) === provider ? modelNamed(wish, provider) : defaultModel(provider);
  const reached = await reach(system, { provider, model });
  const ms = (secondsOf(wish) ?? MOST_SECONDS) * 1000;
  const controller = new AbortController();
  const ports: AskPorts = {
    clock: realClock(system),
    patience: { idleMs: ms, totalMs: ms },
    signal: controller.signal,
    key: reached.connection.key,
    secrets: reached.secrets,
  };
  return stoppable(system, () => answers({ reached, ports }), { controller });
}

/** What is set up of language models, and where one was named, whether it answers. Nothing else is contacted. */
export async function providerChecks(system: System, wish: ModelWish, toReach: Reach): Promise<readonly Check[]> {
  const found = new Map<ProviderId, string>();
  for (const provider of PROVIDERS) {
    const words = await setUp(system, provider);
    if (words !== undefined) found.set(provider, words);
  }
  const asked = toAsk(wish, toReach, (provider) => found.has(provider));
  const checks = PROVIDERS.filter((provider) => found.has(provider) || asked.includes(provider)).map(
    async (provider): Promise<Check> => {
      const name = PROVIDER_NAMES[provider];
      const words = found.get(provider);
      if (!asked.includes(provider))
        return {
          name,
          isFine: true,
          found: `${words ?? ""}; ${toReach === "none" ? "offline: not asked" : "not asked (doctor --providers asks)"}`,
        };
      const check = await checkOf(name, () => askedCheck(system, wish, provider));
      return words === undefined ? check : { ...check, found: `${check.found}${check.isFine ? `, ${words}` : ""}` };
    },
  );
  const keyFile = await keyFileCheck(system);
  const none =
    checks.length === 0 ? [{ name: "Language models", isFine: true, found: "none set up; a plan needs none" }] : [];
  const prices = { name: "Models and prices", isFine: true, found: modelsAge(system.now().getTime()) };
  return [keyFile, ...none, ...(await Promise.all(checks)), ...(checks.length === 0 ? [] : [prices])];
}
