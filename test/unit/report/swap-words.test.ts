import { expect, it } from "vitest";
import type { PlanFile } from "../../../src/plan/schema.ts";
import { sourceLines } from "../../../src/report/swap-words.ts";
import { aPlan } from "../../support/a-plan.ts";

const linesOf = (change: Partial<PlanFile["ai_metadata"]>, source: "planner" | "outside" = "planner"): string[] => {
  const plan = aPlan();
  const { training_plan: training } = plan;
  const plan_metadata = { ...training.plan_metadata, overview_source: source };
  const ai_metadata = { ...plan.ai_metadata, ai_model: "m", ...change };
  return sourceLines({ ai_metadata, training_plan: { ...training, plan_metadata } });
};
const usage = (model: number[], rides?: number[]) => ({
  ...{ input_tokens: 1, output_tokens: 1, overview_weeks: { model, planner: [] } },
  ...(rides === undefined ? {} : { weeks: { model: rides, mixed: [], library: [] } }),
});

it.each([
  ["no model", linesOf({ ai_model: null }), "Planned by the built-in planner; no model was asked."],
  [
    "all replaced",
    linesOf({ usage: usage([]) }),
    "Planned by the built-in planner: nothing that m proposed kept the rules.",
  ],
  ["its weeks", linesOf({ usage: usage([1]) }), "Planned with m: the weeks; the rides are the library's."],
  [
    "its rides",
    linesOf({ workout_source: "llm", usage: usage([], [1]) }),
    "Planned with m: rides; the weeks are the planner's.",
  ],
  [
    "weeks and rides",
    linesOf({ workout_source: "llm", usage: usage([1], [1]) }),
    "Planned with m: the weeks and rides.",
  ],
  ["no swap", linesOf({ swaps: { taken: [], refused: [] } }), "Planned by the built-in planner; m proposed no swap."],
])("says who planned: %s", (_, lines, words) => {
  expect(lines).toEqual([words]);
});

it("says that an overview made elsewhere is read more mildly", () => {
  expect(linesOf({ ai_model: null }, "outside").join(" ")).toMatch(/the overview that you gave.*a note and no error/);
});

it("names at most five swaps that were not taken", () => {
  const refused = Array.from({ length: 7 }, (_, i) => ({
    ...({ week: i + 1, what: "day", weekday: "Monday", to: "sat", why: "", because: "no" } as const),
  }));
  const lines = linesOf({ swaps: { taken: [], refused } });
  expect(lines).toHaveLength(7);
  expect(lines.at(-1)).toContain("and 2 more not taken");
});
