import { describe, expect, it } from "vitest";
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
