import { cleanLine } from "../../base/text.ts";
import { ModelFailure, failureOf, ofStatus, retryAfterOf, type FailureKind } from "../failure.ts";
import type { Clock } from "../port.ts";
import { redacted } from "../redact.ts";
import { cancelled, watched } from "../time-limits.ts";
import { wordsOfPage } from "../words-of-page.ts";

/** How intervals.icu is reached, and for whom. */
export interface IcuConnection {
  /** Without a slash at its end. */
  readonly baseUrl: string;
  /** `i12345`, or `0` for whoever owns the key. */
  readonly athlete: string;
  /** It goes into one request header and nowhere else. */
  readonly key: string;
  readonly fetch: typeof fetch;
}

export interface IcuPorts {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** When all of it must be over, by the clock. */
  readonly deadline: number;
  /** Words that stand in no message. */
  readonly secrets: readonly string[];
  /** Told before every wait. */
  readonly onRetry?: ((failure: ModelFailure, waitMs: number) => void) | undefined;
}

/** One request below the athlete. */
export interface IcuRequest {
  readonly method: "GET" | "POST" | "PUT";
  /** `/events?oldest=...` */
  readonly path: string;
  readonly body?: unknown;
  /** Said twice it does no more than once. What creates is not: whether a lost answer created anything, only the calendar knows. */
  readonly isRepeatable: boolean;
}

/** Longest silence, and longest call, in milliseconds. */
const PATIENCE = { idleMs: 30_000, totalMs: 90_000 };
const FIRST_WAIT_MS = 1000;
/** How often a request is made in all before its failure counts. */
const MOST_TRIES = 4;
/** More is no calendar: some years of one are a few MB. */
const MOST_BYTES = 32 * 2 ** 20;
/** Objects and lists in an answer: some years of a calendar, with the steps of every workout, hold a tenth of it. */
const MOST_PARTS = 300_000;
/** Characters of an error that are told. */
const MOST_WORDS = 4000;
/** What may pass by itself. */
const PASSING: readonly FailureKind[] = ["rate", "overloaded", "server", "connection", "timeout", "cut"];

/** True where the same request may succeed later. */
export const isPassing = ({ kind }: ModelFailure): boolean => PASSING.includes(kind);

/** An answer that is none of intervals.icu. */
export const notAnAnswer = (message: string): ModelFailure => new ModelFailure({ kind: "not-a-model", message });

async function bytesOf(response: Response, touch: () => void): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let total = 0;
  if (response.body === null) return new Uint8Array();
  const reader: ReadableStreamDefaultReader<Uint8Array> = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(chunks);
    touch();
    total += value.length;
    if (total > MOST_BYTES) {
      await reader.cancel();
      throw notAnAnswer("the answer is larger than 32 MB");
    }
    chunks.push(value);
  }
}

/** A text of JSON without its quotes, as it is meant. */
function meant(inside: string): string {
  try {
    return String(JSON.parse(`"${inside}"`));
  } catch {
    return inside;
  }
}

/** The words of an error answer: a field of it, or its text without marks. */
function wordsOf(text: string): string {
  const beginning = text.slice(0, 64 * 1024);
  const said = /"(?:error|message)"\s*:\s*"((?:[^"\\]|\\.)*)"/.exec(cleanLine(beginning, MOST_WORDS))?.[1];
  return said === undefined ? cleanLine(wordsOfPage(beginning), MOST_WORDS) : meant(said);
}

function checkStatus(response: Response, text: string, now: number): void {
  const { status } = response;
  if (status >= 300 && status < 400) throw notAnAnswer(`it sends on to another address (${status})`);
  if (response.ok) return;
  const words = wordsOf(text);
  throw new ModelFailure({
    kind: ofStatus(status, ""),
    message: words.trim(),
    status,
    retryAfterMs: retryAfterOf(response.headers.get("retry-after"), now),
  });
}

const headersOf = ({ key }: IcuConnection, hasBody: boolean): Record<string, string> => ({
  authorization: `Basic ${Buffer.from(`API_KEY:${key}`).toString("base64")}`,
  accept: "application/json",
  ...(hasBody ? { "content-type": "application/json" } : {}),
});

/** Asks once, under the clocks, until the last byte is there. Throws ModelFailure. */
async function callOnce(
  connection: IcuConnection,
  { method, path, body }: IcuRequest,
  ports: IcuPorts,
): Promise<Uint8Array> {
  const { clock, signal, deadline, secrets } = ports;
  const left = Math.max(1, deadline - clock.now());
  const patience = { idleMs: Math.min(PATIENCE.idleMs, left), totalMs: Math.min(PATIENCE.totalMs, left) };
  try {
    return await watched(patience, signal, async ({ signal: stop, touch }) => {
      const response = await connection.fetch(`${connection.baseUrl}${path}`, {
        method,
        headers: headersOf(connection, body !== undefined),
        // Neither key nor plan follows to another address.
        redirect: "manual",
        signal: stop,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      touch();
      const bytes = await bytesOf(response, touch);
      checkStatus(response, response.ok ? "" : new TextDecoder().decode(bytes), clock.now());
      if (/text\/html/i.test(response.headers.get("content-type") ?? "")) throw notAnAnswer("a web page came back");
      return bytes;
    });
  } catch (error) {
    if (signal.aborted) throw cancelled();
    const failure = failureOf(error, { secrets, now: clock.now() });
    const { kind, message, status, retryAfterMs } = failure;
    // A service may repeat what it was sent.
    throw new ModelFailure({ kind, message: redacted(message, secrets), status, retryAfterMs });
  }
}

/** Doubling waits; what the service asks for comes first. Undefined where it is no use, or no time is left for it. */
function waitBefore(failure: ModelFailure, tries: number, { clock, deadline }: IcuPorts): number | undefined {
  if (tries >= MOST_TRIES - 1) return undefined;
  const wait = failure.retryAfterMs ?? FIRST_WAIT_MS * 2 ** tries;
  return clock.now() + wait < deadline ? wait : undefined;
}

/** What was refused for being too often was not done, whatever it was. */
const mayRepeat = (failure: ModelFailure, { isRepeatable }: IcuRequest): boolean =>
  isPassing(failure) && (isRepeatable || failure.kind === "rate");

/** Asks until there is an answer, no sense in asking again, or no time. Throws ModelFailure. */
export async function callFor(connection: IcuConnection, request: IcuRequest, ports: IcuPorts): Promise<Uint8Array> {
  for (let tries = 0; ; tries++) {
    try {
      return await callOnce(connection, request, ports);
    } catch (error) {
      if (!(error instanceof ModelFailure) || !mayRepeat(error, request)) throw error;
      const wait = waitBefore(error, tries, ports);
      if (wait === undefined) throw error;
      ports.onRetry?.(error, wait);
      await ports.clock.sleep(wait, ports.signal);
      if (ports.signal.aborted) throw cancelled();
    }
  }
}

const [BRACE, BRACKET] = [0x7b, 0x5b];

/** True where there are more than anybody reads in the time that a run has: the clocks stand while JSON is read. */
function isFlood(bytes: Uint8Array): boolean {
  let parts = 0;
  for (const byte of bytes) if (byte === BRACE || byte === BRACKET) parts += 1;
  return parts > MOST_PARTS;
}

/** The same for an answer in JSON. */
export async function jsonFor(connection: IcuConnection, request: IcuRequest, ports: IcuPorts): Promise<unknown> {
  const bytes = await callFor(connection, request, ports);
  if (isFlood(bytes)) throw notAnAnswer("the answer holds more than any calendar");
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return value;
  } catch {
    throw notAnAnswer("what came back is no JSON");
  }
}
