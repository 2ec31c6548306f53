import { isRecord } from "../athlete/parse-reading.ts";
import { cleanLine } from "../base/text.ts";
import { givenOnly } from "../base/given-only.ts";
import { ModelFailure, ofStatus, retryAfterOf } from "./failure.ts";
import { wordsOfPage } from "./words-of-page.ts";

/** The environment's proxies, as curl reads them. */
export interface ProxySettings {
  readonly http: string | undefined;
  readonly https: string | undefined;
  readonly none: string | undefined;
}

/** Node's own fetch gives an answer up whose headers, or whose next piece, take so long, whoever waits for it. */
const OWN_LIMIT_MS = 300_000;

/** What of waiting is Node's: none of it, for our own clocks watch every call. */
const NO_LIMIT = { headersTimeout: 0, bodyTimeout: 0 };

/**
 * A fetch through the proxies of the environment, which Node's own ignores, and for silences longer than Node's own waits.
 * `limits` are milliseconds, 0 for none.
 */
export async function fetchThrough(proxies: ProxySettings, silenceMs = 0, limits = NO_LIMIT): Promise<typeof fetch> {
  const hasProxy = proxies.http !== undefined || proxies.https !== undefined;
  if (!hasProxy && silenceMs < OWN_LIMIT_MS) return fetch;
  const { Agent, EnvHttpProxyAgent } = await import("undici");
  const { http: httpProxy, https: httpsProxy, none: noProxy } = proxies;
  const dispatcher = hasProxy
    ? new EnvHttpProxyAgent({ ...givenOnly({ httpProxy, httpsProxy, noProxy }), ...limits })
    : new Agent(limits);
  // Node's own fetch is made of undici and takes its dispatcher.
  return (url, init) => fetch(url, Object.assign({}, init, { dispatcher }));
}

/** Most characters of an error page that are told. */
const MOST_WORDS = 4000;
/** Bytes of an error page that are read: it says what it has to say at its beginning. */
const MOST_ERROR_BYTES = 64 * 1024;
/** Bytes of an answer, with all that a stream puts around its pieces; more is no answer. */
const MOST_ANSWER_BYTES = 32 * 1024 * 1024;

/** The beginning of a body, as text. */
async function beginningOf({ body }: Response): Promise<string> {
  if (body === null) return "";
  const reader: ReadableStreamDefaultReader<Uint8Array> = body.getReader();
  const chunks: Uint8Array[] = [];
  let total = 0;
  while (total < MOST_ERROR_BYTES) {
    const { done, value } = await reader.read();
    if (done) break;
    chunks.push(value);
    total += value.length;
  }
  await reader.cancel().catch(() => undefined);
  return new TextDecoder().decode(Buffer.concat(chunks).subarray(0, MOST_ERROR_BYTES));
}

/** An answer that ends where no answer is so long. */
function limited(response: Response): Response {
  if (response.body === null) return response;
  let total = 0;
  const counted = response.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform: (chunk, controller) => {
        total += chunk.length;
        if (total > MOST_ANSWER_BYTES)
          controller.error(
            new ModelFailure({ kind: "endless", message: `it sent more than ${MOST_ANSWER_BYTES / 1024 / 1024} MB` }),
          );
        else controller.enqueue(chunk);
      },
    }),
  );
  return new Response(counted, { status: response.status, statusText: response.statusText, headers: response.headers });
}

/** What an error says in words where it is JSON that was cut. */
const CUT_JSON = /^\s*\{.{0,200}?"(?:error|message)"\s*:\s*"((?:[^"\\]|\\.){1,4000})/s;

/** What an error says in words; undefined where there are none. */
function wordsIn(value: unknown): string | undefined {
  const error = isRecord(value) ? value.error : undefined;
  const words = isRecord(error) ? error.message : error;
  return typeof words === "string" ? words : undefined;
}

const inWords = (words: string): object => ({ error: { message: words === "" ? "it gave no reason" : words } });

/** False for what is nested too deeply. */
function canBeWritten(value: object): boolean {
  try {
    return JSON.stringify(value) !== "";
  } catch {
    return false;
  }
}

/** An error body as the SDKs expect it: Gemini wraps it in a list, Ollama and proxies send text. */
function errorBody(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    const inner: unknown = Array.isArray(value) ? value[0] : value;
    if (isRecord(inner)) return wordsIn(inner)?.trim() === "" || !canBeWritten(inner) ? inWords("") : inner;
  } catch {
    // Not JSON: a page of a proxy or of a login.
  }
  return inWords(cleanLine(CUT_JSON.exec(text)?.[1] ?? wordsOfPage(text), MOST_WORDS));
}

/** Statuses whose header says how long to wait. */
const WAITING = [429, 503, 529];

/** Ollama's SDK takes `error` for the text itself, and drops the headers. */
async function asJsonError(response: Response, isFlat: boolean): Promise<Response> {
  const error = errorBody(await beginningOf(response));
  const body = JSON.stringify(error);
  const headers = new Headers({ "content-type": "application/json" });
  const wait = response.headers.get("retry-after");
  if (wait !== null) headers.set("retry-after", wait);
  const words = wordsIn(error) ?? body;
  if (isFlat && WAITING.includes(response.status))
    throw new ModelFailure({
      kind: ofStatus(response.status, body),
      message: words,
      status: response.status,
      // A date in the header is read against our own clock by nobody here: Ollama's servers send seconds.
      retryAfterMs: retryAfterOf(wait, 0),
    });
  return new Response(isFlat ? JSON.stringify({ error: words }) : body, { status: response.status, headers });
}

/** Statuses that come without a body, or mean something in HTTP alone: no SDK makes anything of them. */
const BARE = [204, 205];
const [FIRST_ON, FIRST_ERROR, LAST_ERROR] = [300, 400, 599];

/** Why an answer is none of a model, whatever stands in it; undefined where it may be one. */
function reasonAgainst({ status, headers }: Response): string | undefined {
  const isNotError = status >= FIRST_ON && status < FIRST_ERROR;
  if (isNotError && headers.has("location")) return `it sends on to another address (${status})`;
  if (isNotError || BARE.includes(status) || status > LAST_ERROR) return `its answer says no more than ${status}`;
  const isPage = status < FIRST_ON && /text\/html/i.test(headers.get("content-type") ?? "");
  // A login of the network, or a wrong address.
  return isPage ? "a web page came back instead of a model's answer" : undefined;
}

/** What every SDK is given as `fetch`: errors as each SDK reads them, and no web page passes for an answer. */
export const checkedFetch =
  (inner: typeof fetch, { isFlat }: { readonly isFlat: boolean }): typeof fetch =>
  async (url, init) => {
    // Neither key nor question follows to another address.
    const response = await inner(url, { ...init, redirect: "manual" });
    const reason = reasonAgainst(response);
    if (reason !== undefined) {
      await response.body?.cancel();
      throw new ModelFailure({ kind: "not-a-model", message: reason });
    }
    return response.ok ? limited(response) : asJsonError(response, isFlat);
  };
