import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { aLivingPlan, BY_POWER, changeOn, lintOn, planFiles, runOn } from "./living-plan.ts";
import { flat, runCli } from "./run-cli.ts";

const DAY = "2027-01-13";

interface Held {
  readonly training_plan: { readonly weekly_plan: readonly { readonly workouts: readonly Workout[] }[] };
}
interface Workout {
  readonly date: string;
  readonly id?: string;
  readonly name: string;
  readonly duration_min: number;
  readonly role?: string;
}

const at = (cwd: string, name: string): string => join(cwd, "plans", name);
const text = (cwd: string, name: string): Promise<string> => readFile(at(cwd, name), "utf8");
async function workoutsIn(cwd: string, name = "mine_plan.json"): Promise<Map<string, Workout>> {
  const { training_plan: plan } = JSON.parse(await text(cwd, name)) as Held;
  return new Map(plan.weekly_plan.flatMap(({ workouts }) => workouts).map((one) => [one.date, one]));
}

/** Rewrites every file of the plan. */
async function rewritten(cwd: string, change: (text: string, name: string) => string): Promise<void> {
  for (const [name, old] of Object.entries(await planFiles(cwd))) await writeFile(at(cwd, name), change(old, name));
}

/** A plan as older versions wrote it: no session has an id, and its request does not lie beside it. */
async function anOldPlan(): Promise<string> {
  const cwd = await aLivingPlan(BY_POWER);
  await rm(at(cwd, "mine_request.json"));
  const withoutIds = (key: string, value: unknown): unknown =>
    key === "id" && String(value).startsWith("mine-w") ? undefined : value;
  await rewritten(cwd, (old) => `${JSON.stringify(JSON.parse(old, withoutIds), null, 2)}\n`);
  expect(await text(cwd, "mine_plan.json")).not.toContain('"mine-w');
  return cwd;
}

describe("a change of a plan whose sessions have no ids", () => {
  it("is made, and taken back to the byte", async () => {
    const cwd = await anOldPlan();
    const before = await planFiles(cwd);
    expect((await changeOn(cwd, DAY, "hours 6 and drop sat", "--yes")).code).toBe(0);
    expect(await planFiles(cwd)).not.toEqual(before);
    expect(await lintOn(cwd, DAY)).toBe(0);
    expect((await runOn(cwd, DAY, "undo", "--plan", "mine", "--yes")).code).toBe(0);
    expect(await planFiles(cwd)).toEqual(before);
  });

  it("keeps the id of the place that a moved session leaves", async () => {
    const cwd = await anOldPlan();
    const thursday = (await workoutsIn(cwd)).get("2027-01-14");
    expect((await changeOn(cwd, DAY, "move thu fri", "--yes")).code).toBe(0);
    const moved = await workoutsIn(cwd);
    expect(moved.get("2027-01-15")).toMatchObject({ id: "mine-w06d4", name: thursday?.name });
    expect(moved.get("2027-01-14")).toMatchObject({ id: "mine-w06d5" });
  });

  it("says what is missing for another term", async () => {
    const cwd = await anOldPlan();
    const { code, err } = await changeOn(cwd, DAY, "rhythm 2:1", "--yes");
    expect(code).toBe(2);
    expect(flat(err)).toContain("What this plan was made from does not lie beside it");
  });
});

describe("a plan that was edited by hand", () => {
  it("is not written over in a file beside the plan file until that is said", async () => {
    const cwd = await aLivingPlan(BY_POWER);
    const path = at(cwd, "mine_week_6.json");
    const edited = (await readFile(path, "utf8")).replace(/"name": "[^"]+"/, '"name": "With friends"');
    await writeFile(path, edited);
    const refused = await changeOn(cwd, DAY, "drop thu", "--yes");
    expect(refused.code).toBe(2);
    expect(flat(refused.err)).toMatch(/mine_week_6\.json does not say what the plan file says/);
    expect(await readFile(path, "utf8")).toBe(edited);
    expect(await readdir(join(cwd, "plans"))).not.toContain("mine_changes.jsonl");
    expect((await changeOn(cwd, DAY, "drop thu", "--yes", "--accept-edits")).code).toBe(0);
    expect(await readFile(path, "utf8")).not.toContain("With friends");
  });

  it("is changed where only its form is another", async () => {
    const cwd = await aLivingPlan(BY_POWER);
    await rewritten(cwd, (old, name) => (name.includes("week") ? JSON.stringify(JSON.parse(old)) : old));
    expect((await changeOn(cwd, DAY, "drop thu", "--yes")).code).toBe(0);
    expect(await lintOn(cwd, DAY)).toBe(0);
  });

  it("is noticed before the first change, and its edit is a step of its own", async () => {
    const cwd = await aLivingPlan(BY_POWER);
    await rewritten(cwd, (old) => old.replaceAll('"name": "Endurance"', '"name": "With friends"'));
    const edited = await planFiles(cwd);
    const refused = await changeOn(cwd, DAY, "drop thu", "--yes");
    expect(refused.code).toBe(2);
    expect(flat(refused.err)).toContain("mine_plan.json was edited since it was made");
    expect(flat(refused.err)).toContain("cycling-plan change --accept-edits");
    expect((await changeOn(cwd, DAY, "drop thu", "--dry-run", "--accept-edits")).code).toBe(0);
    expect(await planFiles(cwd)).toEqual(edited);
    const { code, out } = await changeOn(cwd, DAY, "drop thu", "--yes", "--accept-edits");
    expect({ code, out }).toMatchObject({
      code: 0,
      out: expect.stringContaining("taken as it is, as step 1") as string,
    });
    expect(await text(cwd, "mine_plan.json")).toContain("With friends");
    expect((await runOn(cwd, DAY, "changes", "mine")).out).toMatch(/2 .* drop thu [^]*1 .* edited by hand/);
    expect((await runOn(cwd, DAY, "undo", "--plan", "mine", "--yes")).code).toBe(0);
    expect(await planFiles(cwd)).toEqual(edited);
  });
});

describe("an instance", () => {
  async function anInstance(): Promise<string> {
    const asked = ["--today", "2026-12-01", "--seed", "s", ...BY_POWER, "--plan-id", "mine", "--quiet"];
    const { cwd, code } = await runCli(["generate", ...asked]);
    expect(code).toBe(0);
    expect((await changeOn(cwd, "2026-12-02", "start 2027-01-04", "--yes")).code).toBe(0);
    return cwd;
  }
  const ON = "2027-01-21";
  const lint = async (cwd: string): Promise<number | undefined> => (await runOn(cwd, ON, "lint", "instance_1")).code;

  it("has a list of its own, and leaves the plan that it was made from alone", async () => {
    const cwd = await anInstance();
    const template = await planFiles(cwd);
    expect((await changeOn(cwd, ON, "missed tue", "--yes")).code).toBe(0);
    expect((await changeOn(cwd, ON, "shorten sat to 45", "--yes")).code).toBe(0);
    expect(await planFiles(cwd)).toEqual(template);
    expect(await readdir(join(cwd, "plans"))).toContain("instance_1_changes.jsonl");
    expect(flat((await runOn(cwd, ON, "changes", "mine")).out)).toContain("2 steps since it was made");
    expect((await runOn(cwd, ON, "undo", "--plan", "mine", "--yes")).code).toBe(0);
    expect(await lint(cwd)).toBe(0);
  });

  it("takes other terms, on its own days", async () => {
    const cwd = await anInstance();
    const before = await workoutsIn(cwd, "instance_1.json");
    expect((await changeOn(cwd, ON, "add ride wed:60:easy", "--yes")).code).toBe(0);
    const after = await workoutsIn(cwd, "instance_1.json");
    expect(after.get("2027-01-20")).toEqual(before.get("2027-01-20"));
    expect(after.get("2027-01-27")).toMatchObject({ role: "fixed", duration_min: 60 });
    expect(await lint(cwd)).toBe(0);
    expect((await changeOn(cwd, ON, "drop ride wed", "--yes")).code).toBe(0);
    // The same rides in the same minutes; which of several like workouts it is, goes by the date.
    const minutes = (held: Map<string, Workout>): number[] => [...held.values()].map((one) => one.duration_min);
    expect(minutes(await workoutsIn(cwd, "instance_1.json"))).toEqual(minutes(before));
  });
});

describe("another term after a life", () => {
  it("leaves the way back from an illness, days off and shorter days as they were said", async () => {
    const cwd = await aLivingPlan(BY_POWER);
    for (const words of ["sick mon-tue", "off 2027-02-02..2027-02-04", "shorten 2027-02-09 to 45"])
      expect((await changeOn(cwd, DAY, words, "--yes")).code).toBe(0);
    const before = await workoutsIn(cwd);
    const { code, err } = await changeOn(cwd, DAY, "add ride wed:60:easy", "--yes");
    expect({ code, err }).toMatchObject({ code: 0 });
    const after = await workoutsIn(cwd);
    for (const date of ["2027-01-14", "2027-01-16", "2027-01-17", "2027-02-02", "2027-02-04", "2027-02-09"])
      expect({ date, held: after.get(date) }).toEqual({ date, held: before.get(date) });
    expect(after.get("2027-02-03")).toEqual(before.get("2027-02-03"));
    expect(after.get("2027-02-17")).toMatchObject({ role: "fixed" });
    expect(await lintOn(cwd, DAY)).toBe(0);
  });
});
