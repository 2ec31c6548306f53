import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findPlan, readPlan, type PlanSearch } from "../../../../src/jobs/plans/find-plan.ts";
import { aPlan } from "../../../support/a-plan.ts";
import { aFolder } from "../../storage/a-folder.ts";

const plan = JSON.stringify(aPlan());
const failed = JSON.stringify({
  id: "plan_1_a",
  plan_id: "broken",
  status: "failed",
  message: "",
  created_at: "",
  completed_at: "",
  error_message: "Two days are too few.",
  progress: { weeks_done: 0, weeks_total: 4 },
});

/** plans/ with two plans and a failed run, one/ with one plan, empty/. */
async function aWorld(): Promise<{ root: string; search: (given?: string, current?: string) => PlanSearch }> {
  const root = await aFolder();
  const files = {
    "plans/spring-century_plan.json": plan,
    "plans/spring-century_week_2.json": "{}",
    "plans/winter_plan.json": plan,
    "plans/broken_job.json": failed,
    "plans/lost_week_1.json": "{}",
    "one/only_plan.json": plan,
    "renamed.json": plan,
    "here_plan.json": plan,
  };
  for (const folder of ["plans", "one", "empty"]) await mkdir(join(root, folder));
  for (const [name, text] of Object.entries(files)) await writeFile(join(root, name), text);
  return {
    root,
    search: (given, current) => ({
      given,
      from: (path) => join(root, path),
      directories: [join(root, "plans"), root],
      current: () => Promise.resolve(current),
    }),
  };
}

describe("findPlan", () => {
  it.each([
    ["spring-century", "plans/spring-century_plan.json"],
    ["here", "here_plan.json"],
    ["plans/winter", "plans/winter_plan.json"],
    ["plans/spring-century_plan.json", "plans/spring-century_plan.json"],
    ["plans/spring-century_week_2.json", "plans/spring-century_plan.json"],
    ["one", "one/only_plan.json"],
    ["renamed.json", "renamed.json"],
  ])("%s is %s", async (given, path) => {
    const { root, search } = await aWorld();
    expect((await findPlan(search(given))).path).toBe(join(root, path));
  });

  it("takes the current plan where nothing is given", async () => {
    const { root, search } = await aWorld();
    const path = join(root, "one", "only_plan.json");
    expect(await findPlan(search(undefined, path))).toEqual({ planId: "only", directory: join(root, "one"), path });
  });

  it.each([
    ["sprign-century", 'There is no plan "sprign-century"', "Did you mean spring-century?"],
    ["plans/wintr", "There is no plan", "Did you mean winter?"],
    ["nothing", 'There is no plan "nothing"', "Name a plan file"],
    ["plans", "holds 2 plans:\n  spring-century\n  winter", "Name one of them"],
    ["empty", "holds no finished plan", "generate"],
    ["broken", "is not finished: its last run is failed: Two days are too few.", "--force"],
    ["plans/broken_job.json", "is not finished: its last run is failed", "--force"],
    ["plans/lost_week_1.json", "is not finished: its plan file is missing", "--force"],
    ["\u001b[31mred", 'There is no plan "red"', ""],
    ["", "The name of the plan is empty", ""],
  ])("%j: %s", async (given, says, hint) => {
    const { search } = await aWorld();
    await expect(findPlan(search(given))).rejects.toMatchObject({
      code: "NOT_FOUND",
      hint: expect.stringContaining(hint) as unknown,
    });
    await expect(findPlan(search(given))).rejects.toThrow(says);
  });

  it("says so where there is no current plan, or no more", async () => {
    const { root, search } = await aWorld();
    await expect(findPlan(search())).rejects.toThrow("There is no current plan");
    await expect(findPlan(search(undefined, join(root, "gone_plan.json")))).rejects.toThrow("is no longer at");
  });
});

describe("readPlan", () => {
  it("reads a valid plan", async () => {
    const { root } = await aWorld();
    expect(await readPlan(join(root, "here_plan.json"))).toEqual(aPlan());
  });

  it("names the fields of a broken one, not all of them", async () => {
    const { root } = await aWorld();
    const path = join(root, "bad_plan.json");
    const broken = aPlan();
    await writeFile(
      path,
      JSON.stringify({
        ...broken,
        training_plan: { ...broken.training_plan, plan_id: "../x", weekly_plan: Array(24).fill({}) },
      }),
    );
    await expect(readPlan(path)).rejects.toMatchObject({ code: "INPUT_INVALID" });
    await expect(readPlan(path)).rejects.toThrow(
      /bad_plan\.json is no plan file of this program:\n {2}training_plan\.plan_id: expected letters[\s\S]*and \d+ more$/,
    );
  });
});
