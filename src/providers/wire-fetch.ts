import { isRecord } from "../athlete/parse-reading.ts";
import { givenOnly } from "../base/given-only.ts";
import { ModelFailure, ofStatus, retryAfterOf } from "./failure.ts";

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

/** The words of a web page, without its tags, styles and scripts; each character is looked at once. */
function wordsOfPage(page: string): string {
  const lower = page.toLowerCase();
  const words: string[] = [];
  let at = 0;
  for (;;) {
    const open = page.indexOf("<", at);
    if (open < 0) break;
    words.push(page.slice(at, open));
    const name = /^<(style|script)\b/.exec(lower.slice(open, open + 8))?.[1];
    const from = name === undefined ? open : lower.indexOf(`</${name}`, open);
    const close = from < 0 ? -1 : page.indexOf(">", from);
    if (close < 0) return words.join(" ");
    at = close + 1;
  }
  return [...words, page.slice(at)].join(" ");
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

/** An error body as the SDKs expect it: Gemini wraps it in a list, Ollama and proxies send text. */
function errorBody(text: string): string {
  try {
    const value: unknown = JSON.parse(text);
    const inner: unknown = Array.isArray(value) ? value[0] : value;
    if (typeof inner === "object" && inner !== null) return JSON.stringify(inner);
  } catch {
    // Not JSON: a page of a proxy or of a login.
  }
  const words = wordsOfPage(text).replace(/\s+/g, " ").trim().slice(0, MOST_WORDS);
  return JSON.stringify({ error: { message: words } });
}

/** What an error body says in words. */
const wordsIn = (body: string): string => {
  const value: unknown = JSON.parse(body);
  const error = isRecord(value) ? value.error : undefined;
  const words = isRecord(error) ? error.message : error;
  return typeof words === "string" ? words : body;
};

/** Statuses whose header says how long to wait. */
const WAITING = [429, 503, 529];

/** Ollama's SDK takes `error` for the text itself, and drops the headers. */
async function asJsonError(response: Response, isFlat: boolean): Promise<Response> {
  const body = errorBody(await beginningOf(response));
  const headers = new Headers({ "content-type": "application/json" });
  const wait = response.headers.get("retry-after");
  if (wait !== null) headers.set("retry-after", wait);
  if (isFlat && WAITING.includes(response.status))
    throw new ModelFailure({
      kind: ofStatus(response.status, body),
      message: wordsIn(body),
      status: response.status,
      // A date in the header is read against our own clock by nobody here: Ollama's servers send seconds.
      retryAfterMs: retryAfterOf(wait, 0),
    });
  return new Response(isFlat ? JSON.stringify({ error: wordsIn(body) }) : body, { status: response.status, headers });
}

/** A web page where a model should answer: a login of the network, or a wrong address. */
const pageInstead = (): ModelFailure =>
  new ModelFailure({ kind: "not-a-model", message: "a web page came back instead of a model's answer" });

/** What every SDK is given as `fetch`: errors as each SDK reads them, and no web page passes for an answer. */
export const checkedFetch =
  (inner: typeof fetch, { isFlat }: { readonly isFlat: boolean }): typeof fetch =>
  async (url, init) => {
    const response = await inner(url, init);
    if (!response.ok) return asJsonError(response, isFlat);
    if (/text\/html/i.test(response.headers.get("content-type") ?? "")) {
      await response.body?.cancel();
      throw pageInstead();
    }
    return limited(response);
  };
