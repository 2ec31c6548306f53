import { createServer, type AddressInfo, type Socket } from "node:net";
import { afterEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { ask, type Asked } from "../../src/providers/ask.ts";
import { ModelFailure } from "../../src/providers/failure.ts";
import { openModel } from "../../src/providers/open-model.ts";
import { PROVIDERS, type ProviderId } from "../../src/providers/port.ts";
import { KEY, REQUEST } from "./a-question.ts";

const events = (...parts: readonly unknown[]): string =>
  parts.map((part) => `data: ${JSON.stringify(part)}\n\n`).join("");
const CHAT = events({ choices: [{ delta: { content: "{}" }, finish_reason: "stop" }] });
/** A whole answer of each service. */
const ANSWERS: Readonly<Record<ProviderId, string>> = {
  anthropic: `event: message_stop\n${events({ type: "message_stop" })}`,
  openai: `${CHAT}data: [DONE]\n\n`,
  gemini: `${CHAT}data: [DONE]\n\n`,
  ollama: `${JSON.stringify({ message: { content: "{}" }, done: true })}\n`,
};

/** What comes over the wire, byte for byte. */
const http = (status: string, headers: string, body = ""): string => `HTTP/1.1 ${status}\r\n${headers}\r\n${body}`;

interface Bare {
  readonly url: string;
  readonly sockets: readonly Socket[];
  readonly requests: () => number;
}

/** A server that knows no HTTP: it says these bytes to each request, and closes nothing unless told to. */
async function bare(says: string, closes = true): Promise<Bare> {
  const sockets: Socket[] = [];
  let requests = 0;
  const server = createServer((socket) => {
    socket.on("error", () => undefined);
    socket.on("data", (bytes) => {
      if (!/^(?:GET|POST) /.test(bytes.toString())) return;
      requests += 1;
      sockets.push(socket);
      const isShow = bytes.toString().startsWith("POST /api/show");
      if (isShow) socket.end(http("200 OK", "content-length: 2\r\n", "{}"));
      else if (closes) socket.end(says);
      else socket.write(says);
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, sockets, requests: () => requests };
}

interface Heard {
  readonly answer?: Asked;
  readonly failure?: ModelFailure;
  readonly waits: readonly number[];
}

async function hear(provider: ProviderId, baseUrl: string): Promise<Heard> {
  const adapter = await openModel({ provider, model: "m", baseUrl, key: KEY, fetch });
  const waits: number[] = [];
  try {
    const answer = await ask(adapter, REQUEST, {
      clock: { now: () => 0, sleep: (ms) => Promise.resolve(void waits.push(ms)) },
      patience: { idleMs: 5000, totalMs: 20_000 },
      signal: new AbortController().signal,
      key: KEY,
    });
    return { answer, waits };
  } catch (error) {
    if (!(error instanceof ModelFailure)) throw error;
    return { failure: error, waits };
  }
}

const chunked = (text: string): string => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`;

afterEach(() => {
  vi.restoreAllMocks();
});

describe.each(PROVIDERS)("a server in place of %s", (provider) => {
  it("that sends on to another address is not followed, with the key or without", async () => {
    const other = await bare(http("200 OK", "content-length: 0\r\n"));
    for (const status of ["301 a", "302 b", "303 c", "307 d", "308 e"]) {
      const { url } = await bare(http(status, `location: ${other.url}/?k=${KEY}\r\ncontent-length: 0\r\n`));
      expect((await hear(provider, url)).failure).toMatchObject({
        kind: "not-a-model",
        message: `it sends on to another address (${status.slice(0, 3)})`,
      });
    }
    expect(other.requests()).toBe(0);
  });

  it.each([
    ["204 No Content", "its answer says no more than 204"],
    ["205 Reset Content", "its answer says no more than 205"],
    ["304 Not Modified", "its answer says no more than 304"],
    ["600 Beyond", "its answer says no more than 600"],
    ["99 Below", "what came back is no HTTP"],
  ])("that answers with %s is told in words", async (status, words) => {
    const { url } = await bare(http(status, "content-type: text/event-stream\r\n"));
    expect((await hear(provider, url)).failure?.message).toBe(words);
  });

  it.each([
    ["nothing", ""],
    ["what nobody sees", "\u0000\u200b".repeat(5000)],
    ["no words", '{"error":{"message":""}}'],
    ["nothing but brackets", `{"error":${"[".repeat(30_000)}${"]".repeat(30_000)}}`],
  ])("that gives %s as the reason is told as giving none", async (_, body) => {
    const { url } = await bare(http("400 Bad", "", body));
    expect((await hear(provider, url)).failure?.message).toBe("it gave no reason");
  });

  it("that gives a reason too long to be read whole is told with its beginning", async () => {
    const body = JSON.stringify({ error: { type: "x", message: "Too many words. ".repeat(10_000) } });
    const { url } = await bare(http("400 Bad", "", body));
    expect((await hear(provider, url)).failure?.message).toMatch(/^Too many words\. Too/);
  });

  it("that is busy again and again is waited for a minute in all", async () => {
    const { url } = await bare(http("529 Busy", "retry-after: 25\r\n", "{}"));
    const { waits, failure } = await hear(provider, url);
    expect(waits).toEqual([25_000, 25_000]);
    expect(failure?.kind).toBe("overloaded");
  });

  it("that stays on the line after its answer is hung up on", async () => {
    const body = provider === "ollama" ? chunked(ANSWERS.ollama) : `${chunked(ANSWERS[provider])}0\r\n\r\n`;
    const server = await bare(http("200 OK", "transfer-encoding: chunked\r\n", body), provider !== "ollama");
    expect((await hear(provider, server.url)).answer?.stop).toBe("end");
    await vi.waitFor(() => {
      expect(server.sockets.every((socket) => socket.readableEnded || socket.destroyed)).toBe(true);
    }, 4000);
  });
});

describe("a server in place of Ollama", () => {
  it.each([
    ["no JSON", `not \u001b[31m JSON ${KEY}`],
    ["a number", "5"],
    ["nothing of JSON", "null"],
    ["an answer and then no JSON", `${JSON.stringify({ message: { content: "{" } })}\n<html>${KEY}`],
  ])("that sends %s is told in words, and nothing of it is printed", async (_, line) => {
    const prints = (["log", "warn", "error"] as const).map((name) =>
      vi.spyOn(console, name).mockReturnValue(undefined),
    );
    const { url } = await bare(http("200 OK", "", `${line}\n`));
    expect((await hear("ollama", url)).failure).toMatchObject({
      kind: "not-a-model",
      message: "what came back is no JSON",
    });
    for (const print of prints) expect(print).not.toHaveBeenCalled();
  });

  it("that breaks off within a line broke its answer off", async () => {
    const { url } = await bare(http("200 OK", "", `${JSON.stringify({ message: { content: "{" } })}\n{"mess`));
    expect((await hear("ollama", url)).failure?.kind).toBe("cut");
  });

  it("that sends a line without an end costs no more than its length", { timeout: 20_000 }, async () => {
    const began = performance.now();
    const { url } = await bare(http("200 OK", "", "x".repeat(33 * 1024 * 1024)));
    expect((await hear("ollama", url)).failure?.kind).toBe("endless");
    expect(performance.now() - began).toBeLessThan(10_000);
  });

  it.each([429, 503])("that says more than words with %i is told without the key, on one line", async (status) => {
    const said = JSON.stringify({ error: `slow \u001b[31m${KEY}\n\u202e more` });
    const { url } = await bare(http(`${status} Busy`, "retry-after: 400\r\n", said));
    expect((await hear("ollama", url)).failure?.message).toBe("slow [key] more");
  });

  it("that calls a tool with a hundred thousand brackets is told in words", async () => {
    const deep = "[".repeat(100_000) + "]".repeat(100_000);
    const line = `{"message":{"content":"","tool_calls":[{"function":{"arguments":${deep}}}]},"done":true}\n`;
    const { url } = await bare(http("200 OK", "", line));
    expect((await hear("ollama", url)).failure?.message).toBe("what came back is nested too deeply");
  });
});
