import { describe, expect, it } from "vitest";
import { z } from "zod";
import { ask, type Asked, type AskPorts } from "../../src/providers/ask.ts";
import { ModelFailure, type FailureKind } from "../../src/providers/failure.ts";
import { defaultModel } from "../../src/providers/models.ts";
import { openModel } from "../../src/providers/open-model.ts";
import { PROVIDERS, type ModelRequest, type ProviderId } from "../../src/providers/port.ts";
import { wireSchema } from "../../src/providers/wire-schema.ts";
import { aService, say, type Act, type Service } from "./a-service.ts";

const KEY = "sk-secret-0123456789";
const schema = z.strictObject({
  minutes: z.int().min(0).max(900),
  days: z.array(z.enum(["tue", "thu"])).max(5),
  kind: z.enum(["base", "build"]),
});
const ANSWER = '{"minutes": 300, "days": ["tue"], "kind": "Grundlage – büffeln"}';

const requestFor = (provider: ProviderId): ModelRequest => ({
  system: "You plan.",
  messages: [{ role: "user", content: "Plan." }],
  schema: { name: "week", json: wireSchema(schema, provider) },
  maxTokens: 2000,
  temperature: undefined,
});

interface Outcome {
  readonly asked?: Asked;
  readonly failure?: ModelFailure;
  readonly waits: readonly number[];
  readonly pieces: readonly string[];
}

/** Asks the real SDK, with a clock that does not wait. */
async function asked(
  provider: ProviderId,
  service: Service | { readonly baseUrl: (p: ProviderId) => string },
  more: Partial<AskPorts> & { idleMs?: number } = {},
): Promise<Outcome> {
  const waits: number[] = [];
  const pieces: string[] = [];
  const adapter = await openModel({
    provider,
    model: defaultModel(provider),
    baseUrl: service.baseUrl(provider),
    key: KEY,
    fetch,
  });
  try {
    const answer = await ask(adapter, requestFor(provider), {
      clock: { now: () => 0, sleep: (ms) => Promise.resolve(void waits.push(ms)) },
      patience: { idleMs: more.idleMs ?? 5000, totalMs: 20_000 },
      signal: new AbortController().signal,
      key: KEY,
      onPiece: (text) => pieces.push(text),
      ...more,
    });
    return { asked: answer, waits, pieces };
  } catch (error) {
    if (!(error instanceof ModelFailure)) throw error;
    return { failure: error, waits, pieces };
  }
}

const status = (code: number, more: Partial<Extract<Act, { kind: "status" }>> = {}): Act => ({
  kind: "status",
  status: code,
  ...more,
});

describe.each(PROVIDERS)("a model of %s", (provider) => {
  it("answers in pieces, with its tokens", async () => {
    const service = await aService({ acts: [say(ANSWER, { thinkFirst: true })] });
    const { asked: answer, pieces } = await asked(provider, service);
    expect(answer).toMatchObject({ text: ANSWER, stop: "end", retries: 0 });
    expect(answer?.usage).toMatchObject({ input: 100, output: 50, cached: provider === "ollama" ? 0 : 80 });
    expect(pieces.length).toBeGreaterThan(1);
  });

  it("is bound to the schema by the strongest means the service has, and gets no key in the body", async () => {
    const service = await aService({ acts: [say(ANSWER)] });
    await asked(provider, service);
    const { body, headers } = service.seen[0] ?? { body: {}, headers: {} };
    const bound = {
      anthropic: ["output_config", "format", "schema"],
      openai: ["response_format", "json_schema", "schema"],
      gemini: ["response_format", "json_schema", "schema"],
      ollama: ["format"],
    }[provider];
    const sent = bound.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], body);
    expect(sent).toMatchObject({ type: "object", required: ["minutes", "days", "kind"] });
    const text = JSON.stringify(body);
    expect(text).not.toContain(KEY);
    expect(text).not.toContain("$schema");
    expect(text).not.toContain("tool_choice");
    if (provider === "anthropic") expect(text).not.toMatch(/"(minimum|maximum|maxItems|temperature|top_p)"/);
    if (provider === "gemini") expect(text).not.toContain("additionalProperties");
    if (provider === "ollama") expect(body).toMatchObject({ truncate: false, options: { num_ctx: 4096 } });
    expect(body).toMatchObject({ stream: true });
    if (provider !== "ollama") expect(JSON.stringify(headers)).toContain(KEY);
    expect(JSON.stringify(headers)).not.toMatch(/openai-organization|openai-project/i);
  });

  it("says that an answer was cut at the limit", async () => {
    const service = await aService({ acts: [say('{"minutes": 3', { stop: "length" })] });
    expect((await asked(provider, service)).asked?.stop).toBe("length");
  });

  const finals: readonly [string, Act, FailureKind][] = [
    ["401", status(401, { message: `Incorrect API key provided: ${KEY}` }), "key"],
    ["402", status(402), "billing"],
    ["403", status(403), "permission"],
    ["404", status(404, { message: "model not found" }), "model"],
    ["413", status(413), "too-large"],
    ["400", status(400, { message: "bad value" }), "request"],
    ["400 of the context", status(400, { message: "prompt is too long: 9000 tokens > 4096" }), "too-large"],
    [
      "429 without money",
      status(429, { message: "You exceeded your current quota", code: "insufficient_quota" }),
      "quota",
    ],
    ["429 of an hour", status(429, { retryAfter: "3600" }), "rate"],
    ["a web page", { kind: "page" }, "not-a-model"],
  ];
  it.each(finals)("never repeats %s", async (_name, act, kind) => {
    const service = await aService({ acts: [act] });
    const { failure, waits } = await asked(provider, service);
    expect(failure?.kind).toBe(kind);
    expect(waits).toEqual([]);
    expect(service.seen).toHaveLength(1);
    expect(String(failure?.stack)).not.toContain(KEY);
  });

  const passing: readonly [string, readonly Act[], number[]][] = [
    ["429 with retry-after", [status(429, { retryAfter: "7" }), say(ANSWER)], [7000]],
    ["429 without one", [status(429), say(ANSWER)], [500]],
    ["529 twice", [status(529), status(529), say(ANSWER)], [500, 1000]],
    ["500 with a page", [status(500, { html: true }), say(ANSWER)], [500]],
    ["a stream cut cleanly", [{ kind: "cut", text: '{"minutes"' }, say(ANSWER)], [500]],
    ["a stream cut hard", [{ kind: "cut", text: '{"minutes"', hard: true }, say(ANSWER)], [500]],
    ["an empty stream", [{ kind: "empty" }, say(ANSWER)], [500]],
  ];
  it("waits as long as an overloaded service says, where the rider's patience is as long", async () => {
    const acts = [status(529, { retryAfter: "120" }), say(ANSWER)];
    const outcome = await asked(provider, await aService({ acts }), { idleMs: 300_000 });
    expect(outcome.waits).toEqual([120_000]);
    expect(outcome.asked?.text).toBe(ANSWER);
    const short = await asked(provider, await aService({ acts }), { idleMs: 60_000 });
    expect(short.failure?.retryAfterMs).toBe(120_000);
  });

  it.each(passing)("asks again after %s", async (_name, acts, waits) => {
    const service = await aService({ acts });
    const outcome = await asked(provider, service);
    expect(outcome.failure).toBeUndefined();
    expect(outcome.asked).toMatchObject({ text: ANSWER, retries: waits.length });
    expect(outcome.waits).toEqual(waits);
  });

  it("gives up on a service that stays broken", async () => {
    const service = await aService({ acts: [status(500, { message: "boom" })] });
    const { failure } = await asked(provider, service);
    expect(failure).toMatchObject({ kind: "server", message: expect.stringContaining("boom") as string });
    expect(service.seen).toHaveLength(3);
  });

  it.each([{ kind: "stall" }, { kind: "silence" }] as const)("does not hang on $kind", async (act) => {
    const service = await aService({ acts: [act] });
    // Of two askings one that is given up before a busy machine has sent it never reaches the service.
    const { failure, waits } = await asked(provider, service, { idleMs: 150 });
    expect(failure?.kind).toBe("timeout");
    expect(waits).toHaveLength(1);
  });

  it("takes a slow drip for life", async () => {
    const service = await aService({ acts: [say(ANSWER, { perSecond: 40 })] });
    expect((await asked(provider, service, { idleMs: 1200 })).asked?.text).toBe(ANSWER);
  });

  it("hears of an overload in the middle of a stream", async () => {
    const service = await aService({ acts: [{ kind: "error-event", type: "overloaded_error" }, say(ANSWER)] });
    const outcome = await asked(provider, service);
    if (provider === "ollama") expect(outcome.failure?.message).toContain("Overloaded");
    else expect(outcome).toMatchObject({ asked: { retries: 1 }, waits: [500] });
  });

  it("leaves out a schema that the service refuses", async () => {
    const service = await aService({ acts: [status(400, { message: "compiled grammar is too large" }), say(ANSWER)] });
    const { asked: answer } = await asked(provider, service);
    expect(answer?.text).toBe(ANSWER);
    expect(JSON.stringify(service.seen[1]?.body)).not.toMatch(/json_schema|"format"/);
  });

  it("stops when it is told to, at once", { timeout: 60_000 }, async () => {
    const service = await aService({ acts: [{ kind: "stall" }] });
    const controller = new AbortController();
    // Far beyond what a test may take: nothing but the stop ends it.
    const outcome = asked(provider, service, {
      signal: controller.signal,
      patience: { idleMs: 600_000, totalMs: 600_000 },
    });
    await expect.poll(() => service.seen.length, { timeout: 30_000 }).toBe(1);
    controller.abort();
    const { failure, waits } = await outcome;
    expect(failure?.kind).toBe("cancelled");
    expect(waits).toEqual([]);
    await expect.poll(() => service.hungUp(), { timeout: 30_000 }).toBe(1);
  });

  it("says that nobody listens", async () => {
    const service = await aService({ acts: [] });
    await service.close();
    const { failure } = await asked(provider, service);
    expect(failure?.kind).toBe("refused-connection");
  });

  it.each<[string, readonly { name: string; input: string }[], string]>([
    ["two tools", [1, 2].map(() => ({ name: "week", input: ANSWER })), ANSWER],
    ["another tool", [{ name: "get_weather", input: '{"city":"Girona"}' }], '{"city":"Girona"}'],
    ["no tool after all", [], ""],
  ])("that calls %s has said what the first call holds", async (_name, calls, text) => {
    const service = await aService({ acts: [{ kind: "tools", calls }] });
    const { asked: answer } = await asked(provider, service);
    expect(answer).toMatchObject({ stop: "end", retries: 0 });
    expect(answer?.text.replaceAll(/\s/g, "")).toBe(text.replaceAll(/\s/g, ""));
  });

  it("is not asked over a certificate that nobody vouches for", async () => {
    const service = await aService({ acts: [say(ANSWER)], tls: true });
    const { failure, waits } = await asked(provider, service);
    expect(failure?.kind).toBe("certificate");
    expect(waits).toEqual([]);
    expect(service.seen).toHaveLength(0);
  });

  it("lists what the service has", async () => {
    const service = await aService({ acts: [], models: ["a", "b"] });
    const adapter = await openModel({ provider, model: "a", baseUrl: service.baseUrl(provider), key: KEY, fetch });
    expect(await adapter.list({ signal: new AbortController().signal })).toEqual(["a", "b"]);
  });
});

describe("what only one service does", () => {
  it("reads a refusal of Anthropic and of OpenAI", async () => {
    for (const provider of ["anthropic", "openai"] as const) {
      const service = await aService({ acts: [say("", { stop: "refusal" })] });
      expect((await asked(provider, service)).asked?.stop).toBe("refusal");
    }
  });

  it("reads Gemini's errors in a list", async () => {
    const service = await aService({
      acts: [status(400, { list: true, message: "API key not valid. Please pass a valid API key." })],
    });
    expect((await asked("gemini", service)).failure?.kind).toBe("key");
  });

  it("says that Ollama lacks the model", async () => {
    const service = await aService({ acts: [say(ANSWER)], models: ["other"] });
    expect((await asked("ollama", service)).failure).toMatchObject({ kind: "model" });
  });

  it("never asks Ollama for a longer context than the model has", async () => {
    const service = await aService({ acts: [say(ANSWER)], context: 2048 });
    await asked("ollama", service);
    expect(service.seen[0]?.body).toMatchObject({ options: { num_ctx: 2048 } });
  });
});

const refusal = (field: string): Act =>
  status(400, { message: `Unsupported parameter: '${field}' is not supported with this model.` });

describe("a field that a service refuses", () => {
  it.each([
    ["temperature", "temperature"],
    ["reasoning_effort", "reasoning_effort"],
    ["stream_options", "stream_options"],
    ["max_tokens", "max_completion_tokens"],
  ])("is left out at once and from then on: %s", async (said, field) => {
    const service = await aService({
      acts: (body) => (body[field] === undefined ? say(ANSWER) : refusal(said)),
    });
    const at = { baseUrl: service.baseUrl("openai"), key: KEY, fetch };
    const adapter = await openModel({ provider: "openai", model: defaultModel("openai"), ...at });
    const ports: AskPorts = {
      clock: { now: () => 0, sleep: () => Promise.resolve() },
      patience: { idleMs: 5000, totalMs: 20_000 },
      signal: new AbortController().signal,
      key: KEY,
    };
    const request = { ...requestFor("openai"), temperature: 0.7 };
    expect((await ask(adapter, request, ports)).text).toBe(ANSWER);
    expect((await ask(adapter, request, ports)).text).toBe(ANSWER);
    expect(service.seen.map(({ body }) => body[field] === undefined)).toEqual([false, true, true]);
  });

  it("is asked for no more than four times, whatever the service names", async () => {
    const service = await aService({ acts: [refusal("temperature")] });
    expect((await asked("openai", service)).failure?.kind).toBe("request");
    expect(service.seen.length).toBeLessThanOrEqual(5);
  });
});

it("Ollama is told of thinking once where a model cannot think, and off with every repair where it can", async () => {
  const cannot = await aService({
    acts: (body) =>
      body.think === undefined ? say(ANSWER) : status(400, { message: `"x" does not support thinking` }),
  });
  const can = await aService({ acts: [say(ANSWER)] });
  for (const service of [cannot, can]) {
    const at = { baseUrl: service.baseUrl("ollama"), key: undefined, fetch };
    const adapter = await openModel({ provider: "ollama", model: defaultModel("ollama"), ...at });
    for (let i = 0; i < 2; i++)
      await adapter.ask(requestFor("ollama"), { signal: new AbortController().signal, onPiece: () => undefined });
  }
  expect(cannot.seen.map(({ body }) => body.think)).toEqual([false, undefined, undefined]);
  expect(can.seen.map(({ body }) => body.think)).toEqual([false, false]);
});

it("a whole number without bounds has none in a schema", () => {
  const json = JSON.stringify(wireSchema(z.strictObject({ a: z.int(), b: z.int().min(3) }), "openai"));
  expect(json).not.toContain("9007199254740991");
  expect(json).toContain('"minimum":3');
});
