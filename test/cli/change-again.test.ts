import { describe, expect, it } from "vitest";
import { flat } from "./run-cli.ts";
import { aLivingPlan, BY_POWER, changeOn, lintOn, planFiles } from "./living-plan.ts";

const DAY = "2027-01-13";

interface Held {
  readonly training_plan: {
    readonly weekly_plan: readonly { readonly workouts: readonly { readonly duration_min: number }[] }[];
  };
}

/** Minutes of every session of the plan, day by day. */
async function minutesOf(cwd: string): Promise<number[]> {
  const { "mine_plan.json": text = "" } = await planFiles(cwd);
  return (JSON.parse(text) as Held).training_plan.weekly_plan.flatMap(({ workouts }) =>
    workouts.map(({ duration_min: minutes }) => minutes),
  );
}

describe("an illness that is told again", () => {
  it.each([
    ["sick tue-fri", "sick tue-fri"],
    ["sick tue-fri", "sick tue-fri --above-neck"],
    ["sick tue-wed", "sick tue-sun"],
  ])("%s and then %s is the last word alone", async (first, second) => {
    const [twice, once] = [await aLivingPlan(BY_POWER), await aLivingPlan(BY_POWER)];
    const told = second.replace(" --above-neck", "");
    const flags = second === told ? ["--yes"] : ["--yes", "--above-neck"];
    expect((await changeOn(twice, DAY, first, "--yes")).code).toBe(0);
    expect((await changeOn(twice, DAY, told, ...flags)).code).toBe(0);
    expect((await changeOn(once, DAY, told, ...flags)).code).toBe(0);
    expect(await minutesOf(twice)).toEqual(await minutesOf(once));
    expect(await lintOn(twice, DAY)).toBe(0);
  });
});

describe("an illness on a day that is kept", () => {
  it("leaves the day and says not to ride it ill", async () => {
    const cwd = await aLivingPlan(BY_POWER);
    expect((await changeOn(cwd, DAY, "keep thu", "--yes")).code).toBe(0);
    const { code, out } = await changeOn(cwd, DAY, "sick tue-fri", "--dry-run");
    expect(code).toBe(0);
    expect(flat(out)).toContain("Thu 14 Jan stays in the plan because you keep it; please do not ride it ill.");
    const freed = await changeOn(cwd, DAY, "free thu and sick tue-fri", "--dry-run");
    expect(flat(freed.out)).not.toContain("stays in the plan");
  });
});

describe("days off on a day that is kept", () => {
  it("are refused until the day is free again", async () => {
    const cwd = await aLivingPlan(BY_POWER);
    expect((await changeOn(cwd, DAY, "keep thu", "--yes")).code).toBe(0);
    const { code, err } = await changeOn(cwd, DAY, "off thu-fri", "--yes");
    expect(code).toBe(2);
    expect(flat(err)).toContain("Thu 14 Jan is kept as it stands.");
    expect(flat(err)).toContain("cycling-plan change free 2027-01-14");
    expect((await changeOn(cwd, DAY, "free thu and off thu-fri", "--yes")).code).toBe(0);
  });
});

describe("a change after the plan's end", () => {
  it.each(["easier", "ftp 280", "hours 4", "keep sat"])("refuses %s with the way on", async (words) => {
    const cwd = await aLivingPlan(BY_POWER);
    const { code, err } = await changeOn(cwd, "2027-03-10", words, "--yes");
    expect(code).toBe(2);
    expect(flat(err)).toContain("This plan ended on");
    expect(flat(err)).toContain("cycling-plan generate --after mine");
  });

  it("still takes what was missed", async () => {
    const cwd = await aLivingPlan(BY_POWER);
    expect((await changeOn(cwd, "2027-03-01", "missed sat", "--yes")).code).toBe(0);
    expect(await lintOn(cwd, "2027-03-01")).toBe(0);
  });
});
