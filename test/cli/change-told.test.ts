import { expect, it } from "vitest";
import type { TrainingPlan } from "../../src/plan/schema.ts";
import { aLivingPlan, BY_POWER, changeOn, planFiles, runOn } from "./living-plan.ts";

const DAY = "2027-01-13";

/** The words of the command that stands behind a mark. */
const told = (out: string, mark: string): string[] => {
  const [, words = ""] = new RegExp(`${mark} +cycling-plan (.*)$`, "m").exec(out) ?? [];
  return words.split(" ");
};

it("what a change tells to do next can be done as it stands, where no plan is the current one", async () => {
  const cwd = await aLivingPlan(BY_POWER);
  const kept = await changeOn(cwd, DAY, "shorten thu to 45", "--out", "wish.json");
  const made = await runOn(cwd, DAY, ...told(kept.out, "Do it:"), "--yes");
  expect({ code: made.code, err: made.err }).toMatchObject({ code: 0 });
  const back = await runOn(cwd, DAY, ...told(made.out, "Take it back:"), "--yes");
  expect({ code: back.code, err: back.err }).toMatchObject({ code: 0 });
});

it("a plan that is asked to leave out low cadence asks for none", async () => {
  const made = "2026-12-01";
  const cwd = await aLivingPlan(BY_POWER);
  const slow = async (): Promise<string[]> => {
    const { training_plan: plan } = JSON.parse((await planFiles(cwd))["mine_plan.json"] ?? "") as {
      training_plan: TrainingPlan;
    };
    return (
      JSON.stringify(plan.weekly_plan).match(
        /slow cadence|bigger gear|\b[5-7][0-4](?: to \d+)? rpm|rpm":[4-7][0-4]\b/g,
      ) ?? []
    );
  };
  expect(await slow()).not.toEqual([]);
  const { code, err } = await changeOn(cwd, made, "avoid low_cadence", "--yes");
  expect({ code, err }).toMatchObject({ code: 0 });
  expect(await slow()).toEqual([]);
});

it("today and the week tell of an illness: no riding, when it begins again, and what to say if it lasts", async () => {
  const cwd = await aLivingPlan(BY_POWER);
  const ill = await changeOn(cwd, DAY, "sick mon-wed", "--yes");
  expect({ code: ill.code, err: ill.err }).toMatchObject({ code: 0 });
  const { out } = await runOn(cwd, DAY, "today", "mine");
  expect(out).toMatch(/^Ill +since Mon 11 Jan; no riding\. From Fri 15 Jan on/m);
  expect(out).toContain("no riding before a full day without it");
  expect(out).not.toContain("walk if you like");
  const longer = await runOn(cwd, "2027-01-14", ...told(out, "Still ill tomorrow"), "--yes");
  expect({ code: longer.code, err: longer.err }).toMatchObject({ code: 0 });
  const back = await runOn(cwd, "2027-01-16", "today", "mine");
  expect(back.out).toMatch(/^Way back +half of the usual load to Tue 19 Jan, three quarters to Sat 23 Jan/m);
  const week = await runOn(cwd, "2027-01-16", "show", "mine", "week", "6");
  expect(week.out).toContain("The way back after your illness");
  expect(week.out).toMatch(/^ {2}Tue 12 {2}ill: not ridden$/m);
});
