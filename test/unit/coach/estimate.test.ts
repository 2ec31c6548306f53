import { describe, expect, it } from "vitest";
import { estimatedTokens, estimateText } from "../../../src/coach/estimate.ts";
import { recordedAnswers, tokensOf } from "../../providers/tokens.ts";

const first = { text: "x".repeat(3400), weeks: 12 };

describe("an estimate", () => {
  it("says tokens and dollars, and what it does not know", () => {
    const { input, output } = estimatedTokens({ provider: "anthropic", ...first });
    // 3400 characters are 1000 tokens; the schema comes on top. 12 * 40 + 80 = 560 are answered.
    expect(input).toBeGreaterThan(1000);
    expect(output).toBe(560);
    const dollars = ((input * 2 + output * 10) / 1e6).toFixed(4);
    expect(estimateText({ provider: "anthropic", model: "claude-sonnet-5-5", ...first })).toContain(
      `about ${input} tokens sent, the form of the answer among them, and 560 answered`,
    );
    expect(estimateText({ provider: "anthropic", model: "claude-sonnet-5-5", ...first })).toContain(`$${dollars}`);
    expect(estimateText({ provider: "openai", model: "mine", ...first })).toContain("price unknown");
    expect(estimateText({ provider: "ollama", model: "mine", ...first })).toContain("runs on your machine");
  });

  it("counts a request for each week where the model writes the rides", () => {
    const rides = { text: "y".repeat(6800), weeks: 12, count: 48 };
    const overview = estimatedTokens({ provider: "openai", ...first });
    const { input, output } = estimatedTokens({ provider: "openai", ...first, rides });
    // 6800 characters are 2000 tokens, twelve times; the form of a week comes on top.
    expect(input - overview.input).toBeGreaterThan(24_000);
    expect(input - overview.input).toBeLessThan(36_000);
    expect(output - overview.output).toBe(48 * 105);
    expect(estimateText({ provider: "openai", model: "mine", ...first, rides })).toContain("sent in 13 requests");
  });

  it.each(["with-a-model", "with-a-model-24-weeks"])("is within a quarter of what %s took", async (name) => {
    const [{ question, text } = { question: undefined, text: "" }] = await recordedAnswers(name);
    const words = `${question?.system ?? ""}${question?.messages[0]?.content ?? ""}`;
    const sent = tokensOf(words) + tokensOf(JSON.stringify(question?.schema?.json));
    const weeks = (JSON.parse(text) as { weeks: unknown[] }).weeks.length;
    const { input, output } = estimatedTokens({ provider: "openai", text: words, weeks, weekdays: [1, 3, 5, 6] });
    console.log(`${name}: sent ${sent} (estimate ${input}), answered ${tokensOf(text)} (${output})`);
    for (const [estimate, measured] of [
      [input, sent],
      [output, tokensOf(text)],
    ] as const)
      expect(Math.abs(estimate / measured - 1)).toBeLessThan(0.25);
  });
});
