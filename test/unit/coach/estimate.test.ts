import { expect, it } from "vitest";
import { estimateText } from "../../../src/coach/estimate.ts";

const first = { text: "x".repeat(4000), weeks: 12 };

it("says tokens and dollars, and what it does not know", () => {
  // 1000 tokens at $2 and 12 * 55 + 120 = 780 at $10 a million.
  expect(estimateText({ provider: "anthropic", model: "claude-sonnet-5-5", ...first })).toContain(
    "about 1000 tokens sent and 780 answered",
  );
  expect(estimateText({ provider: "anthropic", model: "claude-sonnet-5-5", ...first })).toContain("$0.0098");
  expect(estimateText({ provider: "openai", model: "mine", ...first })).toContain("price unknown");
  expect(estimateText({ provider: "ollama", model: "mine", ...first })).toContain("runs on your machine");
});
