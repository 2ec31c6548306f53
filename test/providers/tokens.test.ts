import { describe, expect, it } from "vitest";
import { recordedAnswers, tokensOf } from "./tokens.ts";

const DAYS = ["tue", "wed", "thu", "sat", "sun"];
/** As much as the form allows: five rides a week, five words of focus, three long sentences of notes. */
const wordy = (weeks: number): string =>
  JSON.stringify({
    weeks: Array.from({ length: weeks }, (_, i) => ({
      kind: "recovery",
      minutes: 1000 + i,
      days: DAYS.map((day) => `${day}:sweetspot`),
      focus: "Consolidate threshold before tapering properly",
    })),
    notes: Array.from(
      { length: 3 },
      () =>
        "We first build a broad base with steady riding, and then we sharpen it with harder work near your threshold.",
    ).join(" "),
  });

/** The most tokens of an overview, notes included and reasoning apart. */
const MOST = [
  [12, 1000, "with-a-model"],
  [24, 1500, "with-a-model-24-weeks"],
] as const;

describe("an overview", () => {
  it.each(MOST)("of %i weeks takes at most %i tokens", async (weeks, most, name) => {
    const answers = await recordedAnswers(name);
    const counts = answers.map(({ text }) => tokensOf(text));
    const longest = tokensOf(wordy(weeks));
    console.log(`${weeks} weeks: recorded ${counts.join(", ")}; five rides a week and all words ${longest}`);
    expect(answers.map(({ text }) => (JSON.parse(text) as { weeks: unknown[] }).weeks.length)).toContain(weeks);
    for (const count of [...counts, longest]) expect(count).toBeLessThanOrEqual(most);
  });
});

describe("a plan whose rides a model writes", () => {
  it("takes at most 14,000 tokens for 12 weeks, the overview among them", async () => {
    const counts = (await recordedAnswers("with-a-model-rides")).map(({ text }) => tokensOf(text));
    const all = counts.reduce((total, count) => total + count, 0);
    console.log(`12 weeks and their rides: ${counts.length} answers, ${all} tokens`);
    expect(counts).toHaveLength(13);
    expect(all).toBeLessThanOrEqual(14_000);
  });
});
