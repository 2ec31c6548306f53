import { isRecord } from "../athlete/parse-reading.ts";
import { redacted } from "./redact.ts";

/** What went wrong with a call, however the SDK words it. */
export const FAILURE_KINDS = [
  "key",
  "billing",
  "permission",
  "model",
  "request",
  "schema",
  "too-large",
  "rate",
  "quota",
  "overloaded",
  "server",
  "refused-connection",
  "connection",
  "certificate",
  "timeout",
  "cut",
  "not-a-model",
  "endless",
  "cancelled",
] as const;
export type FailureKind = (typeof FAILURE_KINDS)[number];

/** A call that brought no answer. Its text never holds the key. */
export class ModelFailure extends Error {
  override readonly name = "ModelFailure";
  readonly kind: FailureKind;
  readonly status: number | undefined;
  /** How long the service asks us to wait. */
  readonly retryAfterMs: number | undefined;

  constructor(what: {
    kind: FailureKind;
    message: string;
    status?: number | undefined;
    retryAfterMs?: number | undefined;
  }) {
    super(what.message);
    this.kind = what.kind;
    this.status = what.status;
    this.retryAfterMs = what.retryAfterMs;
  }
}

type Fields = Readonly<Record<string, unknown>>;
const fieldsOf = (value: unknown): Fields => (isRecord(value) ? value : {});
const textOf = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined);

/** The chain of causes, outermost first; SDKs wrap the system's error twice. */
function chainOf(error: unknown): Fields[] {
  const chain: Fields[] = [];
  for (let next = error; isRecord(next) && chain.length < 6; next = next.cause) chain.push(next);
  return chain;
}

const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_|ERR_TLS|ERR_SSL|EPROTO/;
const SCHEMA = /schema|grammar|response_format|output_config|output_format|format.*not supported/i;
const TOO_LARGE = /too (large|long)|context.{0,12}(size|length|window)|exceed_context|maximum context/i;
const NO_CREDIT = /insufficient_quota|credit balance|billing|exceeded your current quota/i;
const NOT_A_SCHEMA_ANSWER = /does not match the expected/i;

/** What the error says in words, wherever the SDK keeps them. */
function wordsOf(error: unknown): string {
  const fields = fieldsOf(error);
  const inner = fieldsOf(fieldsOf(fields.error).error);
  const own = fieldsOf(fields.error);
  return (
    textOf(fields.apiMessage) ??
    textOf(inner.message) ??
    textOf(own.message) ??
    textOf(fields.error) ??
    textOf(fields.message) ??
    ""
  );
}

function typeOf(error: unknown): string {
  const fields = fieldsOf(error);
  const inner = fieldsOf(fieldsOf(fields.error).error);
  return [fields.type, fields.code, inner.type, fieldsOf(fields.error).type, fieldsOf(fields.error).code]
    .filter((value) => typeof value === "string")
    .join(" ");
}

/** What a status means; the words of the service tell a wait from an empty account. */
export function ofStatus(status: number, words: string): FailureKind {
  if (status === 401) return "key";
  if (status === 402) return "billing";
  if (status === 403) return "permission";
  if (status === 404) return "model";
  if (status === 413) return "too-large";
  if (status === 429) return NO_CREDIT.test(words) ? "quota" : "rate";
  if (status === 529 || status === 503) return "overloaded";
  if (status >= 500) return NOT_A_SCHEMA_ANSWER.test(words) ? "cut" : "server";
  if (/api key not valid|API_KEY_INVALID|invalid api key/i.test(words)) return "key";
  if (NO_CREDIT.test(words)) return "billing";
  if (TOO_LARGE.test(words) && !/grammar|schema/i.test(words)) return "too-large";
  return SCHEMA.test(words) ? "schema" : "request";
}

/** Errors that come inside a stream carry a type and no status. */
function ofType(type: string): FailureKind | undefined {
  if (type.includes("overloaded")) return "overloaded";
  if (type.includes("rate_limit")) return "rate";
  if (type.includes("authentication")) return "key";
  if (/api_error|server_error/.test(type)) return "server";
  return undefined;
}

function ofSystem(chain: readonly Fields[]): FailureKind | undefined {
  const codes = chain.map((error) => textOf(error.code) ?? "").join(" ");
  const words = chain.map((error) => textOf(error.message) ?? "").join(" ");
  if (codes.includes("ECONNREFUSED")) return "refused-connection";
  if (CERTIFICATE.test(codes)) return "certificate";
  if (/UND_ERR_(HEADERS|BODY|CONNECT)_TIMEOUT|ETIMEDOUT/.test(codes)) return "timeout";
  if (/UND_ERR_SOCKET|ECONNRESET|EPIPE/.test(codes) || /\bterminated\b/.test(words)) return "connection";
  if (/ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH/.test(codes)) return "connection";
  if (/without (producing|sending)|Did not receive done|missing finish_reason|ended before/.test(words)) return "cut";
  return /fetch failed|Connection error/i.test(words) ? "connection" : undefined;
}

/** A day: who asks for more does not mean it. */
const MOST_WAIT_MS = 24 * 60 * 60 * 1000;

/** A wait in milliseconds, from a header in seconds or as a date. */
export function retryAfterOf(header: string | null | undefined, now: number): number | undefined {
  if (header === null || header === undefined || header === "") return undefined;
  const seconds = Number(header);
  const wait = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - now;
  return Number.isNaN(wait) || wait > MOST_WAIT_MS ? undefined : Math.max(0, Math.round(wait));
}

function headerOf(error: Fields, name: string): string | undefined {
  const headers = error.headers;
  return headers instanceof Headers ? (headers.get(name) ?? undefined) : undefined;
}

/** What SDKs say of every failure below them; the cause says more. */
const GENERIC = /^(fetch failed|Connection error\.?)$/i;

/** What happened where Node's own words are for programmers. */
function ownWordsOf(error: unknown, chain: readonly Fields[]): string | undefined {
  if (error instanceof RangeError) return "what came back is nested too deeply";
  return chain.some(({ code }) => code === "ERR_ASSERTION") ? "what came back is no HTTP" : undefined;
}

const withCode = (words: string, code: string): string => (words.includes(code) ? words : `${words} (${code})`);

/** Whatever an SDK threw, as one of the kinds above, with `secrets` out of its words. */
export function failureOf(
  error: unknown,
  { secrets, now }: { readonly secrets: readonly string[]; readonly now: number },
): ModelFailure {
  const chain = chainOf(error);
  const own = chain.find((link) => link instanceof ModelFailure);
  if (own instanceof ModelFailure) {
    const { kind, status, retryAfterMs } = own;
    return new ModelFailure({ kind, message: redacted(own.message, secrets), status, retryAfterMs });
  }
  const outer = chain[0] ?? {};
  const words = wordsOf(error);
  const status = [outer.status, outer.status_code].find((value) => typeof value === "number");
  const type = typeOf(error);
  const kind =
    status === undefined ? (ofType(type) ?? ofSystem(chain) ?? "not-a-model") : ofStatus(status, `${type} ${words}`);
  const systemCode = chain.map((link) => textOf(link.code)).findLast((code) => code !== undefined);
  const said = GENERIC.test(words) ? (chain.map((link) => textOf(link.message)).findLast(Boolean) ?? words) : words;
  const coded = status === undefined && systemCode !== undefined ? withCode(said, systemCode) : said;
  const message = ownWordsOf(error, chain) ?? coded;
  return new ModelFailure({
    kind,
    message: redacted(message, secrets),
    status,
    retryAfterMs: retryAfterOf(headerOf(outer, "retry-after"), now),
  });
}
