import type { ModelChoice } from "../../src/jobs/model/model-choice.ts";
import type { Adapter, Message } from "../../src/providers/port.ts";

const signal = new AbortController().signal;

/** A model in this process that answers what it is told to, without any service. */
export function aModel(
  answer: (asked: string, messages: readonly Message[]) => string,
  change: Partial<Pick<ModelChoice, "strategy" | "overviewBy" | "repairs" | "isStrict" | "concurrency">> = {},
): ModelChoice {
  const adapter: Adapter = {
    provider: "openai",
    model: "a-model",
    ask: ({ messages }) => {
      const text = answer(messages[0]?.content ?? "", messages);
      return Promise.resolve({
        text,
        stop: "end",
        usage: { input: 100, cached: 0, output: text.length, reasoning: 0 },
      });
    },
    list: () => Promise.resolve(["a-model"]),
  };
  return {
    connection: { provider: "openai", model: "a-model", baseUrl: "http://localhost", key: undefined, fetch },
    open: () => Promise.resolve(adapter),
    strategy: "llm",
    overviewBy: "model",
    concurrency: 6,
    maxTokens: 16_384,
    temperature: 0.7,
    repairs: 1,
    isStrict: false,
    ports: {
      clock: { now: () => 0, sleep: () => Promise.resolve() },
      patience: { idleMs: 60_000, totalMs: 60_000 },
      signal,
    },
    ...change,
  };
}
