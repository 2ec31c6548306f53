import { describe, expect, it } from "vitest";
import { aLivingPlan, BY_POWER, changeOn, lintOn, planFiles, runOn } from "./living-plan.ts";
import { flat, runCli } from "./run-cli.ts";

const DAY = "2027-01-13";

describe("words of a change, as riders say them", () => {
  it.each([
    ["ill since tuesday", "ill from Tue 12 Jan to Wed 13 Jan"],
    ["I was ill from Tuesday to Friday", "ill from Tue 12 Jan to Fri 15 Jan"],
    ["move saturday's ride to sunday", "Sat 16 Jan moves to Sun 17 Jan"],
    ["shorten sat by 30 min", "Sat 16 Jan in 50 min"],
    ["shorten saturday by 0:40", "Sat 16 Jan in 40 min"],
    ["swap sat & sun", "Sat 16 Jan and Sun 17 Jan change places"],
    ["swap sat and sun and shorten thu to 45", "Sat 16 Jan and Sun 17 Jan change places and Thu 14 Jan in 45 min"],
  ])("understands %s", async (words, read) => {
    const cwd = await aLivingPlan(BY_POWER);
    const { code, out, err } = await changeOn(cwd, DAY, words, "--dry-run");
    expect({ code, err }).toMatchObject({ code: 0 });
    expect(flat(out)).toContain(`I read: ${read}`);
  });

  it("refuses to shorten a ride by all that it has", async () => {
    const cwd = await aLivingPlan(BY_POWER);
    const { code, err } = await changeOn(cwd, DAY, "shorten thu by 3 h", "--yes");
    expect(code).toBe(2);
    expect(flat(err)).toContain("3 h less leaves no ride. try To leave it out say cycling-plan change drop 2027-01-14");
  });

  it("refuses no minutes at all, which would leave a list that nobody can read", async () => {
    const cwd = await aLivingPlan(BY_POWER);
    const { code, err } = await changeOn(cwd, DAY, "shorten sat to 0", "--yes");
    expect(code).toBe(2);
    expect(flat(err)).toContain("expected a day and minutes");
  });
});

describe("change start", () => {
  const aPlanWithoutEvent = async (): Promise<string> => {
    const { cwd, code } = await runCli(["generate", "--today", "2026-12-01", "--seed", "s", ...BY_POWER, "--plan-id", "mine", "--quiet"]); // prettier-ignore
    expect(code).toBe(0);
    return cwd;
  };

  it("is seen first, and does what schedule does after a yes", async () => {
    const cwd = await aPlanWithoutEvent();
    const before = await planFiles(cwd);
    const seen = await changeOn(cwd, "2026-12-02", "start 2027-01-04");
    expect(seen.code).toBe(2);
    expect(flat(seen.out)).toContain("The plan would run from 2027-01-04 to 2027-03-28");
    expect((await changeOn(cwd, "2026-12-02", "start 2027-01-04", "--dry-run")).code).toBe(0);
    expect(await planFiles(cwd)).toEqual(before);
    const done = await changeOn(cwd, "2026-12-02", "start 2027-01-04", "--yes");
    expect(flat(done.out)).toContain("mine is scheduled: 2027-01-04 to 2027-03-28");
    const shown = await runOn(cwd, "2026-12-02", "plans");
    expect(flat(shown.out)).toContain("scheduled 4 Jan to 28 Mar 2027");
    expect(await lintOn(cwd, "2026-12-02")).toBe(0);
  });

  it("stands alone", async () => {
    const cwd = await aPlanWithoutEvent();
    const { code, err } = await changeOn(cwd, "2026-12-02", "start 2027-01-04 and hours 6", "--yes");
    expect(code).toBe(2);
    expect(flat(err)).toContain("A start is a change of its own");
  });
});
