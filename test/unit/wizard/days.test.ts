import { describe, expect, it } from "vitest";
import { TIME_QUESTIONS } from "../../../src/wizard/time-questions.ts";

/** What the wizard's question for days makes of a text: its days, or why not. */
function daysQuestionRead(text: string): unknown {
  const days = TIME_QUESTIONS.find(({ keys }) => keys.includes("days"));
  const reading = days?.read(text, "2026-12-01", {});
  return reading?.kind === "value" ? reading.value.days : reading?.expected;
}

describe("the days of a wizard", () => {
  it.each([
    "tue thu=45 sat sometimes sun",
    "tue thu sometimes sunday",
    "sat, maybe sun",
    "tue and every other thursday",
  ])("say what to do with a day that may be: %s", (text) => {
    expect(daysQuestionRead(text)).toContain("A plan has no ride that may be: name such a day among yours");
  });

  it("take all others", () => {
    expect(daysQuestionRead("tue thu=45 sat")).toEqual(["tuesday", "thursday", "saturday"]);
  });
});
