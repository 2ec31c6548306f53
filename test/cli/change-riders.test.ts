import { describe, expect, it } from "vitest";
import { aLivingPlan, BY_HEART_RATE, BY_POWER, changeOn, lintOn, planFiles, runOn } from "./living-plan.ts";
import { flat } from "./run-cli.ts";

const DAY = "2027-01-13";
const CLUB = ["--fixed-ride", "wed:60:hard:Club ride"];

describe("a change of a plan around a ride that happens anyway", () => {
  it.each(["sick tue-fri", "hours 4", "hours 3 next week", "swap tue thu"])("takes %s", async (words) => {
    const cwd = await aLivingPlan(BY_POWER, ...CLUB);
    const { code, err } = await changeOn(cwd, DAY, words, "--yes");
    expect({ code, err }).toMatchObject({ code: 0 });
    expect(await lintOn(cwd, DAY)).toBe(0);
  });

  it("leaves the ride as it is where only hours are fewer", async () => {
    const cwd = await aLivingPlan(BY_POWER, ...CLUB);
    const { out } = await changeOn(cwd, DAY, "hours 3 next week", "--dry-run");
    expect(flat(out)).toContain("= Wed 20 Club ride, 1 h");
  });

  it("begins with the next where it was added on its own day and that day cannot take it", async () => {
    const cwd = await aLivingPlan(BY_POWER);
    const { code, out } = await changeOn(cwd, DAY, "add ride wed:60:hard", "--yes");
    expect(code).toBe(0);
    expect(flat(out)).toContain("It begins on Wed 20 Jan.");
    expect(flat(out)).toContain("+ Wed 20 Your own hard ride, 1 h");
    expect(out).not.toContain("Wed 13");
    expect(await lintOn(cwd, DAY)).toBe(0);
    expect((await changeOn(cwd, DAY, "add ride sat:60:easy", "--yes")).code).toBe(0);
    expect(await lintOn(cwd, DAY)).toBe(0);
  });

  it("is taken back to the byte, the overview too", async () => {
    const cwd = await aLivingPlan(BY_POWER, ...CLUB);
    const before = await planFiles(cwd);
    expect((await changeOn(cwd, DAY, "off next week", "--yes")).code).toBe(0);
    expect((await runOn(cwd, DAY, "undo", "--plan", "mine", "--yes")).code).toBe(0);
    expect(await planFiles(cwd)).toEqual(before);
  });
});

describe("a change of a plan by heart rate", () => {
  it.each(["easier", "harder", "hours 4", "shorten sat to 30"])("takes %s, in heart rate and feel", async (words) => {
    const cwd = await aLivingPlan(BY_HEART_RATE);
    const { code, out, err } = await changeOn(cwd, DAY, words, "--yes");
    expect({ code, err }).toMatchObject({ code: 0 });
    expect(out).not.toMatch(/\d %|FTP/);
    expect(await lintOn(cwd, DAY)).toBe(0);
  });
});

describe("a change of a plan beside other sport", () => {
  it("takes days off on which there would be some", async () => {
    const cwd = await aLivingPlan(BY_POWER, "--other-sport", "fri:45:run:moderate");
    const before = await planFiles(cwd);
    const { code, err } = await changeOn(cwd, DAY, "off next week", "--yes");
    expect({ code, err }).toMatchObject({ code: 0 });
    expect(await lintOn(cwd, DAY)).toBe(0);
    expect((await runOn(cwd, DAY, "undo", "--plan", "mine", "--yes")).code).toBe(0);
    expect(await planFiles(cwd)).toEqual(before);
  });
});
