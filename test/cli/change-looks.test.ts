import { describe, expect, it } from "vitest";
import { aLivingPlan, BY_POWER, changeOn, planFiles, runOn } from "./living-plan.ts";
import { flat } from "./run-cli.ts";

const DAY = "2027-01-13";

describe("diff", () => {
  it("puts proposals beside the plan and beside each other, and writes nothing", async () => {
    const cwd = await aLivingPlan(BY_POWER);
    const before = await planFiles(cwd);
    expect((await changeOn(cwd, DAY, "hours 6", "--out", "fewer.json")).code).toBe(0);
    expect((await changeOn(cwd, DAY, "easier", "--out", "easier.json")).code).toBe(0);
    const { code, out, err } = await runOn(cwd, DAY, "diff", "mine", "fewer.json", "easier.json");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/^ +mine +fewer\.json +easier\.json$/m);
    expect(out).toMatch(/^Hours in all +\d+ h +\d+ h +\d+ h$/m);
    expect(flat(out)).toContain("Alike in all: weeks 12");
    expect(flat(out)).toContain("They are alike up to week 5, and part in week 6.");
    expect((await runOn(cwd, DAY, "diff", "fewer.json", "easier.json", "--json")).code).toBe(0);
    expect(await planFiles(cwd)).toEqual(before);
  });

  it("refuses a proposal for a plan that has moved on, and keeps none over another", async () => {
    const cwd = await aLivingPlan(BY_POWER);
    await changeOn(cwd, DAY, "easier", "--out", "easier.json");
    const again = await changeOn(cwd, DAY, "hours 6", "--out", "easier.json");
    expect({ code: again.code, err: flat(again.err) }).toEqual({
      code: 2,
      err: expect.stringContaining("easier.json is there already. try Choose another name for --out.") as string,
    });
    await changeOn(cwd, DAY, "drop thu", "--yes");
    const { code, err } = await runOn(cwd, DAY, "diff", "mine", "easier.json");
    expect(code).toBe(2);
    expect(flat(err)).toContain("has moved on since that proposal was made");
  });
});

describe("changes", () => {
  it("lists what each step did, newest first, and shows one by its number", async () => {
    const cwd = await aLivingPlan(BY_POWER);
    await changeOn(cwd, DAY, "missed tue", "--yes");
    await changeOn(cwd, "2027-01-16", "sick tue-fri", "--yes");
    await changeOn(cwd, "2027-01-30", "test 20min 288W", "--yes");
    const { out } = await runOn(cwd, "2027-01-30", "changes", "mine");
    const steps = out.split("\n").slice(2, 6);
    expect(steps[0]).toMatch(/^ 3 {2}Sat 30 Jan {3}test 20min 288W {3}FTP 274 W, was 265; no day changed$/);
    expect(steps[1]).toMatch(/^ 2 {2}Sat 16 Jan {3}sick tue-fri +2 rides out, 5 shorter, to Sun 24 Jan$/);
    expect(steps[2]).toMatch(/^ 1 {2}Wed 13 Jan {3}missed tue +Thu 14 Jan: /);
    expect(steps[3]).toMatch(/^ 0 {2}Tue 1 Dec {4}made +12 weeks to a century, \d+ h$/);
    expect(out).toContain("Two states side by side: cycling-plan diff mine@2 mine@3");
    const step = await runOn(cwd, "2027-01-30", "changes", "mine", "--step", "2");
    expect(step.out).toContain("Weeks 6 and 7");
    expect((await runOn(cwd, "2027-01-30", "changes", "mine", "2")).out).toBe(step.out);
    expect((await runOn(cwd, "2027-01-30", "plans", "use", "mine")).code).toBe(0);
    expect((await runOn(cwd, "2027-01-30", "changes", "2")).out).toBe(step.out);
    const none = await runOn(cwd, "2027-01-30", "changes", "4");
    expect({ code: none.code, err: flat(none.err) }).toMatchObject({
      code: 2,
      err: expect.stringContaining("There is no step 4:") as string,
    });
  });
});

describe("an illness", () => {
  it("is seen with its command within 24 lines of 80 columns", async () => {
    const cwd = await aLivingPlan(BY_POWER);
    const { out } = await changeOn(cwd, "2027-01-16", "sick tue-fri", "--dry-run");
    const lines = out.trimEnd().split("\n");
    expect(lines.at(-1)).toBe("Nothing was changed.");
    // The command above, and the keys where the last two lines are.
    expect(lines.length).toBeLessThanOrEqual(24);
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
  });
});
