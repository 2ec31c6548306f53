import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { aPlace, FIVE, FIXED, flat, runCli, type Ran } from "./run-cli.ts";

/** A machine with a home, on which plans are made in folders of their own, and one on which nothing is. */
async function aMachine(): Promise<{
  readonly run: (folder: string, ...args: string[]) => Promise<Ran>;
}> {
  const root = await aPlace();
  const env = { HOME: join(root, "home"), CYCLING_PLAN_TODAY: "2026-12-08" };
  const run = async (folder: string, ...args: string[]): Promise<Ran> => {
    const cwd = join(root, folder);
    await mkdir(cwd, { recursive: true });
    return runCli(args, { cwd, env });
  };
  return { run };
}

const made = (id: string): string[] => ["generate", ...FIXED, ...FIVE, "--plan-id", id, "--quiet"];

describe("a plan is found", () => {
  it("by a script's plan only where that is wished: --use makes it the current one", async () => {
    const { run } = await aMachine();
    expect((await run("a", ...made("quiet"))).code).toBe(0);
    expect((await run("b", "show")).code).toBe(2);
    expect((await run("a", ...made("mine"), "--use")).code).toBe(0);
    expect((await run("b", "show")).out).toMatch(/^mine · /);
  });

  it("by its id from every folder, once one of that folder was chosen", async () => {
    const { run } = await aMachine();
    await run("a", ...made("first"), "--use");
    await run("a", ...made("second"));
    expect((await run("far/away", "show", "second", "week", "2")).out).toMatch(/^Week 2 of 12/);
    const chosen = await run("far/away", "plans", "use", "second");
    expect(flat(chosen.out)).toMatch(/^second is the current plan now · week 1 of 12/);
    expect((await run("b", "show")).out).toMatch(/^second · /);
    expect((await run("b", "show", "first")).out).toMatch(/^first · /);
    expect((await run("b", "show")).out).toMatch(/^second · /);
    expect((await run("a", "plans")).out).toMatch(/^> second[^]*\n\nChoose one: cycling-plan plans use first\n$/);
  });

  it("where two folders hold that id, by its file: both are named", async () => {
    const { run } = await aMachine();
    await run("a", ...made("twin"), "--use");
    await run("b", ...made("twin"), "--use");
    const { code, err } = await run("c", "show", "twin");
    expect(code).toBe(2);
    expect(flat(err)).toContain("2 plans are called twin:");
    expect(err.match(/twin_plan\.json/g)).toHaveLength(2);
    expect((await run("a", "show", "twin")).code).toBe(0);
  });

  it("and plans knows no other words", async () => {
    const { run } = await aMachine();
    for (const words of [["use"], ["choose", "x"], ["use", "x", "y"]])
      expect((await run("a", "plans", ...words)).code).toBe(2);
    expect((await run("a", "plans", "use", "nobody")).code).toBe(2);
  });
});

describe("status without a job", () => {
  it("says where the rider stands, and names the runs", async () => {
    const { run } = await aMachine();
    await run("a", ...made("mine"), "--use");
    const { out } = await run("a", "status");
    expect(out).toMatch(/^mine · 12 weeks, 7 Dec 2026 to 28 Feb 2027 · week 1 of 12\nWeek {3}\d of 4 rides to come/);
    expect(out).toMatch(/\nToday {2}\S.+\nNext {3}Thu 10 Dec, .+\n\njob /);
    expect(JSON.parse((await run("a", "status", "--json")).out)).toMatchObject({
      current: { plan_id: "mine", stands: "week 1 of 12" },
    });
  });
});
