import { describe, expect, it } from "vitest";
import { totalText } from "../../../../src/jobs/model/total-text.ts";
import { NO_EFFORT, type Effort } from "../../../../src/coach/converse.ts";
import type { Connection } from "../../../../src/providers/port.ts";

const connection: Connection = {
  provider: "anthropic",
  model: "claude-sonnet-5-5",
  baseUrl: "http://localhost",
  key: undefined,
  fetch,
};
const effort: Effort = {
  requests: 13,
  repairs: 1,
  retries: 1,
  usage: { input: 14_000, cached: 10_000, output: 5000, reasoning: 300 },
};

describe("what a run with a model took", () => {
  it("is said in one line, with its price", () => {
    // 4,000 at $2, 10,000 from the cache at $0.10 and 5,000 at $10 for a million.
    expect(totalText(connection, effort, 18.64)).toBe(
      "claude-sonnet-5-5: 13 requests, 14,000 tokens in (10,000 cached), 5,000 out (300 of reasoning), 1 answer sent back, 1 retry, 18.6 s, about $0.0590 (prices of 2026-11-22)",
    );
  });

  it("names no seconds for a recording, and no price that nobody knows or that is none", () => {
    expect(totalText({ ...connection, model: "mine" }, effort, undefined)).toMatch(
      /^mine, as recorded: .* 1 retry, price unknown$/,
    );
    expect(totalText({ ...connection, provider: "ollama" }, effort, 2)).toMatch(/no price: it runs on your machine$/);
  });

  it("is nothing where no answer came: an account that was refused cost nothing and ran on no machine", () => {
    expect(totalText(connection, NO_EFFORT, 1)).toBeUndefined();
  });
});
