import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import type { ProviderId } from "../../src/providers/port.ts";
import { CERT, CERT_KEY } from "./a-certificate.ts";

/** What the service does with one request; strings are answers of a model. */
export type Act =
  | {
      readonly kind: "say";
      readonly text: string;
      readonly stop?: "length" | "refusal";
      readonly thinkFirst?: boolean;
      readonly tokens?: number;
      readonly perSecond?: number;
      /** Time passes so many times as fast: the first token comes after a second of it. */
      readonly speed?: number;
    }
  | {
      readonly kind: "status";
      readonly status: number;
      readonly message?: string;
      readonly code?: string;
      readonly retryAfter?: string;
      readonly html?: boolean;
      readonly list?: boolean;
    }
  | { readonly kind: "page" }
  | { readonly kind: "empty" }
  /** Headers and some text, then nothing more. */
  | { readonly kind: "stall"; readonly text?: string }
  /** Not even headers. */
  | { readonly kind: "silence" }
  /** Some text, then the end of the stream, or of the socket. */
  | { readonly kind: "cut"; readonly text: string; readonly hard?: boolean }
  /** Calls of tools that nobody offered, in place of an answer. */
  | { readonly kind: "tools"; readonly calls: readonly { readonly name: string; readonly input: string }[] }
  /** Parts of a stream as they are given, whatever the protocol says; then its usual end, or the last of them for ever. */
  | { readonly kind: "raw"; readonly parts: readonly unknown[]; readonly isEndless?: boolean }
  /** A body of an error, as it is given. */
  | { readonly kind: "error-body"; readonly status: number; readonly body: string }
  /** An error in the middle of a stream. */
  | { readonly kind: "error-event"; readonly type: string };

export const say = (text: string, more: Partial<Extract<Act, { kind: "say" }>> = {}): Act => ({
  kind: "say",
  text,
  ...more,
});

export interface Seen {
  readonly path: string;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface Service {
  readonly url: string;
  /** The base address as each SDK wants it. */
  readonly baseUrl: (provider: ProviderId) => string;
  /** Requests for an answer, in order. */
  readonly seen: readonly Seen[];
  /** True once a client hung up before the answer was complete. */
  readonly hungUp: () => number;
  readonly close: () => Promise<void>;
}

type Wire = "anthropic" | "openai" | "ollama";

const wireOf = (path: string): Wire =>
  path.startsWith("/api/") ? "ollama" : path.endsWith("/messages") ? "anthropic" : "openai";

const sse = (event: string | undefined, data: unknown): string =>
  `${event === undefined ? "" : `event: ${event}\r\n`}data: ${typeof data === "string" ? data : JSON.stringify(data)}\r\n\r\n`;

/** The first part of a stream, before any text. */
function head(wire: Wire, thinkFirst: boolean): string {
  if (wire === "anthropic") {
    const usage = { input_tokens: 10, cache_read_input_tokens: 80, cache_creation_input_tokens: 10, output_tokens: 1 };
    const start = sse("message_start", {
      type: "message_start",
      message: { id: "m", type: "message", role: "assistant", model: "x", content: [], stop_reason: null, usage },
    });
    const thinking = thinkFirst
      ? sse("content_block_start", {
          type: "content_block_start",
          index: 0,
          content_block: { type: "thinking", thinking: "", signature: "" },
        }) +
        sse("content_block_delta", {
          type: "content_block_delta",
          index: 0,
          delta: { type: "thinking_delta", thinking: "{ hmm" },
        }) +
        sse("content_block_stop", { type: "content_block_stop", index: 0 })
      : "";
    const index = thinkFirst ? 1 : 0;
    return `${start}${sse("ping", { type: "ping" })}${thinking}${sse("content_block_start", { type: "content_block_start", index, content_block: { type: "text", text: "" } })}`;
  }
  if (wire === "openai")
    return thinkFirst
      ? sse(undefined, { id: "c", choices: [{ index: 0, delta: { role: "assistant", reasoning_content: "{ hmm" } }] })
      : "";
  return thinkFirst
    ? `${JSON.stringify({ model: "x", message: { role: "assistant", content: "", thinking: "{ hmm" }, done: false })}\n`
    : "";
}

function piece(wire: Wire, text: string): string {
  if (wire === "anthropic")
    return sse("content_block_delta", { type: "content_block_delta", index: 0, delta: { type: "text_delta", text } });
  if (wire === "openai")
    return sse(undefined, {
      id: "c",
      object: "chat.completion.chunk",
      choices: [{ index: 0, delta: { content: text } }],
    });
  return `${JSON.stringify({ model: "x", message: { role: "assistant", content: text }, done: false })}\n`;
}

const REASONS: Readonly<Record<Wire, Readonly<Record<string, string>>>> = {
  anthropic: { end: "end_turn", length: "max_tokens", refusal: "refusal", tools: "tool_use" },
  openai: { end: "stop", length: "length", refusal: "content_filter", tools: "tool_calls" },
  ollama: { end: "stop", length: "length", refusal: "stop" },
};

function tail(wire: Wire, { stop = "end", tokens = 50 }: { stop?: string; tokens?: number }): string {
  const reason = REASONS[wire][stop] ?? "stop";
  if (wire === "anthropic") {
    const details =
      stop === "refusal"
        ? { stop_details: { type: "refusal", category: "other", explanation: "I would rather not." } }
        : {};
    return (
      sse("content_block_stop", { type: "content_block_stop", index: 0 }) +
      sse("message_delta", {
        type: "message_delta",
        delta: { stop_reason: reason, ...details },
        usage: { output_tokens: tokens, output_tokens_details: { thinking_tokens: 5 } },
      }) +
      sse("message_stop", { type: "message_stop" })
    );
  }
  if (wire === "openai")
    return (
      sse(undefined, { id: "c", choices: [{ index: 0, delta: {}, finish_reason: reason }] }) +
      sse(undefined, {
        id: "c",
        choices: [],
        usage: {
          prompt_tokens: 100,
          completion_tokens: tokens,
          total_tokens: 100 + tokens,
          prompt_tokens_details: { cached_tokens: 80 },
          completion_tokens_details: { reasoning_tokens: 5 },
        },
      }) +
      sse(undefined, "[DONE]")
    );
  return `${JSON.stringify({ model: "x", message: { role: "assistant", content: "" }, done: true, done_reason: reason, prompt_eval_count: 100, eval_count: tokens })}\n`;
}

const TYPES: Readonly<Record<Wire, string>> = {
  anthropic: "text/event-stream",
  openai: "text/event-stream",
  ollama: "application/x-ndjson",
};

function errorBody(wire: Wire, { status, message = "no", code, list }: Extract<Act, { kind: "status" }>): string {
  const error =
    wire === "anthropic"
      ? { type: "error", error: { type: code ?? `error_${status}`, message }, request_id: "r" }
      : wire === "openai"
        ? { error: { message, type: "error", param: null, code: code ?? null } }
        : { error: message };
  return JSON.stringify(list === true ? [error] : error);
}

/** Characters of one piece: pieces also end inside words and inside the bytes of a letter. */
const PIECE = 24;
const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

async function speak(response: ServerResponse, wire: Wire, act: Extract<Act, { kind: "say" }>): Promise<void> {
  response.writeHead(200, { "content-type": TYPES[wire] });
  const { perSecond, speed = 1 } = act;
  const began = Date.now() + (perSecond === undefined ? 0 : 1000 / speed);
  if (perSecond !== undefined) await wait(1000 / speed);
  response.write(head(wire, act.thinkFirst === true));
  let sent = 0;
  const pieces = act.text.match(new RegExp(`[\\s\\S]{1,${PIECE}}`, "g")) ?? [];
  for (const text of pieces) {
    const bytes = Buffer.from(piece(wire, text));
    const middle = Math.floor(bytes.length / 2);
    response.write(bytes.subarray(0, middle));
    response.write(bytes.subarray(middle));
    sent += text.length;
    // Four characters a token, roughly; timers that come late do not add up.
    const due = perSecond === undefined ? 0 : began + ((sent / 4 / perSecond) * 1000) / speed - Date.now();
    if (due > 2) await wait(due);
  }
  response.end(tail(wire, act));
}

/** Calls of tools as each wire has them; the input comes in two pieces where the wire allows it. */
function toolCalls(wire: Wire, calls: Extract<Act, { kind: "tools" }>["calls"]): string {
  const halves = (text: string): string[] => [text.slice(0, text.length / 2), text.slice(text.length / 2)];
  if (wire === "anthropic")
    return calls
      .flatMap(({ name, input }, i) => {
        const index = i + 1;
        const block = { type: "tool_use", id: `t${i}`, name, input: {} };
        return [
          sse("content_block_start", { type: "content_block_start", index, content_block: block }),
          ...halves(input).map((partial_json) =>
            sse("content_block_delta", {
              type: "content_block_delta",
              index,
              delta: { type: "input_json_delta", partial_json },
            }),
          ),
          sse("content_block_stop", { type: "content_block_stop", index }),
        ];
      })
      .join("");
  if (wire === "openai")
    return calls
      .flatMap(({ name, input }, index) =>
        halves(input).map((half, i) => {
          const call =
            i === 0
              ? { index, id: `t${index}`, type: "function", function: { name, arguments: half } }
              : { index, function: { arguments: half } };
          return sse(undefined, { id: "c", choices: [{ index: 0, delta: { tool_calls: [call] } }] });
        }),
      )
      .join("");
  const tool_calls = calls.map(({ name, input }) => ({
    function: { name, arguments: JSON.parse(input) as unknown },
  }));
  return `${JSON.stringify({ model: "x", message: { role: "assistant", content: "", tool_calls }, done: false })}\n`;
}

async function sendRaw(response: ServerResponse, wire: Wire, act: Extract<Act, { kind: "raw" }>): Promise<void> {
  const asEvent = (part: unknown): string => {
    if (wire === "ollama") return `${JSON.stringify(part)}\n`;
    const type = typeof part === "object" && part !== null && "type" in part ? String(part.type) : "message_delta";
    return sse(wire === "anthropic" ? type : undefined, JSON.stringify(part));
  };
  response.writeHead(200, { "content-type": TYPES[wire] });
  response.write(head(wire, false) + act.parts.map(asEvent).join(""));
  if (act.isEndless !== true) {
    response.end(tail(wire, {}));
    return;
  }
  const last = asEvent(act.parts.at(-1)).repeat(100);
  while (!response.destroyed) {
    response.write(last);
    await wait(1);
  }
}

async function perform(response: ServerResponse, wire: Wire, act: Act): Promise<void> {
  switch (act.kind) {
    case "say":
      return speak(response, wire, act);
    case "status": {
      const headers = {
        "content-type": act.html === true ? "text/html" : "application/json",
        ...(act.retryAfter === undefined ? {} : { "retry-after": act.retryAfter }),
      };
      response.writeHead(act.status, headers);
      response.end(
        act.html === true
          ? `<html><title>x</title><body><h1>${act.message ?? "Bad gateway"}</h1></body></html>`
          : errorBody(wire, act),
      );
      return;
    }
    case "page":
      response.writeHead(200, { "content-type": "text/html" });
      response.end("<html><body>Please log in to this hotel</body></html>");
      return;
    case "empty":
      response.writeHead(200, { "content-type": TYPES[wire] });
      response.end();
      return;
    case "stall":
      response.writeHead(200, { "content-type": TYPES[wire] });
      response.write(head(wire, false) + piece(wire, act.text ?? '{"weeks":'));
      return;
    case "silence":
      return;
    case "cut":
      response.writeHead(200, { "content-type": TYPES[wire] });
      response.write(head(wire, false) + piece(wire, act.text));
      await wait(20);
      if (act.hard === true) response.destroy();
      else response.end();
      return;
    case "tools":
      response.writeHead(200, { "content-type": TYPES[wire] });
      response.end(head(wire, false) + toolCalls(wire, act.calls) + tail(wire, { stop: "tools" }));
      return;
    case "raw":
      return sendRaw(response, wire, act);
    case "error-body":
      response.writeHead(act.status, { "content-type": "text/html" });
      response.end(act.body);
      return;
    case "error-event": {
      response.writeHead(200, { "content-type": TYPES[wire] });
      const error = { type: "error", error: { type: act.type, message: "Overloaded" } };
      const text =
        wire === "anthropic"
          ? sse("error", error)
          : wire === "openai"
            ? sse(undefined, { error: { type: act.type, message: "Overloaded" } })
            : `${JSON.stringify({ error: "Overloaded" })}\n`;
      response.end(head(wire, false) + piece(wire, "{") + text);
    }
  }
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  return text === "" ? {} : (JSON.parse(text) as Record<string, unknown>);
}

export interface ServicePlan {
  /** What each request for an answer gets, in order; the last one stays. */
  readonly acts: readonly Act[] | ((body: Readonly<Record<string, unknown>>, count: number) => Act);
  readonly models?: readonly string[];
  /** Ollama: the longest context of every model. */
  readonly context?: number;
  /** Speaks https, with a certificate that nobody vouches for. */
  readonly tls?: boolean;
}

/** Answers what is asked beside answers: lists of models, and what Ollama says of one. */
function beside(
  path: string,
  response: ServerResponse,
  { models = ["llama3.1:8b"], context = 131_072 }: ServicePlan,
  body: Readonly<Record<string, unknown>>,
): boolean {
  const json = (value: unknown, status = 200): true => {
    response.writeHead(status, { "content-type": "application/json" });
    response.end(JSON.stringify(value));
    return true;
  };
  if (path === "/api/tags") return json({ models: models.map((name) => ({ name, model: name })) });
  if (path === "/api/show")
    return models.includes(String(body.model))
      ? json({ model_info: { "llama.context_length": context } })
      : json({ error: `model '${String(body.model)}' not found` }, 404);
  if (path.endsWith("/models"))
    return json({
      object: "list",
      data: models.map((id) => ({ id, type: "model", object: "model" })),
      has_more: false,
    });
  return false;
}

/** A service of our own on this machine that speaks all three protocols. It ends with the test. */
export async function aService(plan: ServicePlan): Promise<Service> {
  const seen: Seen[] = [];
  let hungUp = 0;
  const onRequest = (request: IncomingMessage, response: ServerResponse): void => {
    void (async () => {
      const path = (request.url ?? "").split("?")[0] ?? "";
      const body = await bodyOf(request);
      if (beside(path, response, plan, body)) return;
      const { acts } = plan;
      const act = typeof acts === "function" ? acts(body, seen.length) : (acts[seen.length] ?? acts.at(-1));
      seen.push({ path, headers: request.headers, body });
      response.on("close", () => {
        if (!response.writableFinished) hungUp += 1;
      });
      if (act !== undefined) await perform(response, wireOf(path), act);
    })();
  };
  const server: Server =
    plan.tls === true ? createTlsServer({ key: CERT_KEY, cert: CERT }, onRequest) : createServer(onRequest);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const url = `${plan.tls === true ? "https" : "http"}://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    baseUrl: (provider) => (provider === "openai" ? `${url}/v1` : provider === "gemini" ? `${url}/v1beta/openai` : url),
    seen,
    hungUp: () => hungUp,
    close: () =>
      new Promise((done) =>
        server.close(() => {
          done();
        }),
      ),
  };
}
