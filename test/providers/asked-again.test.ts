import { expect, it } from "vitest";
import { ask, type Asked } from "../../src/providers/ask.ts";
import type { Exchange } from "../../src/providers/exchange.ts";
import { ModelFailure } from "../../src/providers/failure.ts";
import { NO_USAGE, type Adapter } from "../../src/providers/port.ts";
import { recorder } from "../../src/providers/record.ts";
import { replay } from "../../src/providers/replay.ts";
import { KEY, REQUEST } from "./a-question.ts";

/** A service that does this with each request. */
const service = (asks: Adapter["ask"]): Adapter => ({
  provider: "openai",
  model: "m",
  ask: asks,
  list: () => Promise.resolve([]),
});

const asked = (adapter: Adapter, idleMs: number, totalMs = 10 * idleMs): Promise<Asked> =>
  ask(adapter, REQUEST, {
    clock: { now: () => 0, sleep: () => Promise.resolve() },
    patience: { idleMs, totalMs },
    signal: new AbortController().signal,
    key: KEY,
  });

/** Asks with everything recorded, and what plays it. */
async function recorded(
  asks: Adapter["ask"],
  idleMs: number,
): Promise<{ answer: Asked; played: Adapter; tape: string }> {
  const tape = new Map<string, Exchange>();
  const keep = (name: string, exchange: Exchange): Promise<void> => Promise.resolve(void tape.set(name, exchange));
  const { listening, done } = recorder({ keep, secrets: [KEY], now: () => 0 });
  const answer = await asked(listening(service(asks)), idleMs);
  await done();
  const exchanges = [...tape.values()];
  return { answer, played: replay(service(asks), exchanges, "tape").adapter, tape: JSON.stringify(exchanges) };
}

it("a service that lives and comes to no end is asked once", async () => {
  let asks = 0;
  const drips = service(async (_, { signal, onPiece }) => {
    asks += 1;
    while (!signal.aborted) {
      onPiece(".");
      await new Promise((done) => setTimeout(done, 5));
    }
    throw signal.reason;
  });
  await expect(asked(drips, 1000, 100)).rejects.toMatchObject({ kind: "timeout" });
  asks = 0;
  await expect(asked(drips, 500, 600)).rejects.toMatchObject({
    kind: "endless",
    message: "the answer was not complete after 0.6 seconds",
  });
  expect(asks).toBe(1);
});

it("what was waited for by who is patient is played to who is not", async () => {
  let asks = 0;
  const busy: Adapter["ask"] = () => {
    asks += 1;
    if (asks < 3) throw new ModelFailure({ kind: "rate", message: "busy", status: 429, retryAfterMs: 100_000 });
    return Promise.resolve({ text: "{}", stop: "end", usage: NO_USAGE });
  };
  const { answer, played } = await recorded(busy, 300_000);
  expect(answer.retries).toBe(2);
  expect(await asked(played, 5000)).toEqual(answer);
});

it("the words of a refusal are recorded as they are told", async () => {
  const refuses: Adapter["ask"] = () =>
    Promise.resolve({ text: "", stop: "refusal", explanation: `not for ${KEY}`, usage: NO_USAGE });
  const { answer, played, tape } = await recorded(refuses, 5000);
  expect(tape).not.toContain(KEY);
  expect(await asked(played, 5000)).toEqual(answer);
});

it("an answer that is there is no silence while a slow disk keeps it", async () => {
  const tape: Exchange[] = [];
  const { listening } = recorder({
    keep: async (_, exchange) => {
      await new Promise((done) => setTimeout(done, 400));
      tape.push(exchange);
    },
    secrets: [],
    now: () => 0,
  });
  const answers: Adapter["ask"] = () => Promise.resolve({ text: "{}", stop: "end", usage: NO_USAGE });
  expect(await asked(listening(service(answers)), 50)).toMatchObject({ text: "{}", retries: 0 });
  expect(tape).toHaveLength(1);
});

it("a disk that keeps nothing stops the run", async () => {
  const full = new Error("no space left");
  const { listening } = recorder({ keep: () => Promise.reject(full), secrets: [], now: () => 0 });
  const answers: Adapter["ask"] = () => Promise.resolve({ text: "{}", stop: "end", usage: NO_USAGE });
  await expect(asked(listening(service(answers)), 5000)).rejects.toThrow("no space left");
});
