import { PlanError } from "../base/errors.ts";
import type { FailureKind, ModelFailure } from "./failure.ts";
import { defaultModel, retirementOf } from "./models.ts";
import { PROVIDER_NAMES, type Connection, type ProviderId } from "./port.ts";

/** Where each service's key is read. */
export const KEY_NAMES: Readonly<Record<ProviderId, string | undefined>> = {
  anthropic: "ANTHROPIC_API_KEY",
  openai: "OPENAI_API_KEY",
  gemini: "GOOGLE_API_KEY",
  ollama: undefined,
};

/** Where each service's address is read. */
export const URL_NAMES: Readonly<Record<ProviderId, string>> = {
  anthropic: "ANTHROPIC_BASE_URL",
  openai: "OPENAI_BASE_URL",
  gemini: "GEMINI_BASE_URL",
  ollama: "OLLAMA_BASE_URL",
};

type Where = Pick<Connection, "provider" | "model" | "baseUrl">;
type Words = readonly [what: (where: Where) => string, hint: (where: Where) => string];

const later = "Try again later, choose another --provider, or leave it out to plan without a model.";
const keyOf = ({ provider }: Where): string => KEY_NAMES[provider] ?? URL_NAMES[provider];

/** What happened, and what to do about it. */
const WORDS: Readonly<Record<FailureKind, Words>> = {
  key: [() => "did not accept the key", (at) => `Check ${keyOf(at)}: the whole key, without quotes, and still valid.`],
  billing: [
    () => "wants to be paid first",
    () => "Add credit to the account of this key, or choose another --provider.",
  ],
  quota: [
    () => "says that the account has used up its quota",
    () => "Add credit to the account of this key, or choose another --provider.",
  ],
  permission: [
    ({ model }) => `does not let this key use ${model}`,
    (at) => `Choose another --model, or a key of ${keyOf(at)} that may use it.`,
  ],
  model: [({ model }) => `has no model ${model}`, (at) => modelHint(at)],
  request: [() => "refused the request", () => "Choose another --model; where it stays so, please report it."],
  schema: [() => "refused the form of the answer", () => "Choose another --model: this one cannot be held to a form."],
  "too-large": [
    () => "finds the request too long",
    () => "Choose a --model with a longer context, or ask for fewer weeks.",
  ],
  rate: [() => "is asked too often", () => later],
  overloaded: [() => "has too much to do", () => later],
  server: [() => "failed", () => later],
  "refused-connection": [
    ({ baseUrl }) => `does not answer at ${shownAddress(baseUrl)}: nobody listens there`,
    (at) =>
      at.provider === "ollama"
        ? `Start it with "ollama serve", or say in ${URL_NAMES.ollama} where it runs.`
        : `Check ${URL_NAMES[at.provider]}.`,
  ],
  connection: [
    ({ baseUrl }) => `cannot be reached at ${shownAddress(baseUrl)}`,
    (at) => `Check the network, ${URL_NAMES[at.provider]} and HTTPS_PROXY.`,
  ],
  certificate: [
    ({ baseUrl }) => `shows a certificate at ${shownAddress(baseUrl)} that this machine does not trust`,
    () => "Check the address; for a certificate of your own network, name its file in NODE_EXTRA_CA_CERTS.",
  ],
  timeout: [() => "took too long", () => "Try again, or give it more time with --model-timeout."],
  cut: [() => "broke off its answers", () => later],
  "not-a-model": [
    ({ baseUrl }) => `gave no answer of a model at ${shownAddress(baseUrl)}`,
    (at) => `Check ${URL_NAMES[at.provider]}, and whether this network wants a login first.`,
  ],
  endless: [
    () => "did not stop answering",
    () =>
      "Choose another --model, or give it more room where its answers are that long: --max-tokens, --model-timeout.",
  ],
  cancelled: [() => "was stopped", () => "Run the command again to start over."],
};

/** An address without a name or password that may stand in it. */
export function shownAddress(url: string): string {
  try {
    const { protocol, host, pathname } = new URL(url);
    return `${protocol}//${host}${pathname === "/" ? "" : pathname}`;
  } catch {
    return "its address";
  }
}

function modelHint({ provider, model }: Where): string {
  const gone = retirementOf(model);
  if (provider === "ollama")
    return `Fetch it with "ollama pull ${model}", or name one that "ollama list" shows with --model.`;
  const why = gone === undefined ? "" : `${model}: ${gone}. `;
  return `${why}Say --model ${defaultModel(provider)}, or leave --model out.`;
}

/** What happened, in whole sentences, and a remedy. */
export function troubleOf(failure: ModelFailure, where: Where): { readonly message: string; readonly hint: string } {
  const [what, hint] = WORDS[failure.kind];
  const wait =
    failure.retryAfterMs === undefined ? "" : ` It asks to wait ${Math.ceil(failure.retryAfterMs / 1000)} seconds.`;
  const said = failure.message === "" ? "" : ` It said: ${failure.message.replace(/\.$/, "")}.`;
  return { message: `${PROVIDER_NAMES[where.provider]} ${what(where)}.${said}${wait}`, hint: hint(where) };
}

/** A failed call as an error that ends the run: exit code 3, with a remedy. */
export function providerError(failure: ModelFailure, where: Where): PlanError {
  if (failure.kind === "cancelled")
    return new PlanError({
      code: "CANCELLED",
      message: "Stopped. No plan was written.",
      hint: "Run the command again to start over.",
    });
  const { message, hint } = troubleOf(failure, where);
  return new PlanError({
    code: "PROVIDER_FAILED",
    message: `${message} No plan was written.`,
    hint,
    details: { provider: where.provider, model: where.model, kind: failure.kind, status: failure.status ?? null },
    cause: failure,
  });
}
