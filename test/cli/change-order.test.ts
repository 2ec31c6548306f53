import { describe, expect, it } from "vitest";
import { aLivingPlan, BY_POWER, changeOn, planFiles, runOn } from "./living-plan.ts";

const DAY = "2026-12-08";

describe("a field that a change takes out and undo brings back", () => {
  it("stands where it stood, also with others behind it: the plan is as it was, to the byte", async () => {
    const cwd = await aLivingPlan(BY_POWER);
    for (const words of ["keep sat", "shorten thu to 45"])
      expect((await changeOn(cwd, DAY, words, "--yes")).code).toBe(0);
    const before = await planFiles(cwd);
    expect((await changeOn(cwd, DAY, "free sat", "--yes")).code).toBe(0);
    expect(await planFiles(cwd)).not.toEqual(before);
    expect((await runOn(cwd, DAY, "undo", "--plan", "mine", "--yes")).code).toBe(0);
    expect(await planFiles(cwd)).toEqual(before);
  });
});
