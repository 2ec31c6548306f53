import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { PlanFile } from "../../src/plan/schema.ts";
import { FIVE, FIXED, flat, runCli, type Ran } from "./run-cli.ts";

const THREE = "no intervals over five minutes, no low cadence, Saturday is my three-hour group ride";
const generate = (wishes: string, ...more: readonly string[]): Promise<Ran> =>
  runCli(["generate", ...FIVE, ...FIXED, "--plan-id", "p", "--wishes", wishes, ...more]);

describe("wishes in a script", () => {
  it("are kept in every week, and why says them", async () => {
    const ran = await generate(THREE, "--yes", "--quiet");
    expect(ran).toMatchObject({ code: 0 });
    const { training_plan: plan } = JSON.parse(
      await readFile(join(ran.cwd, "plans", "p_plan.json"), "utf8"),
    ) as PlanFile;
    expect(plan.weekly_plan).toHaveLength(12);
    for (const { workouts } of plan.weekly_plan) {
      const rides = workouts.filter(({ role }) => role === "fixed");
      expect(rides).toMatchObject([{ weekday: "Saturday", name: "Group ride", duration_min: 180 }]);
      const planned = workouts.filter(({ role }) => role !== "fixed").flatMap(({ segments }) => segments);
      const steps = planned.map((one) => ("work" in one ? one.work : one));
      for (const step of steps) {
        const power = "power_high_pct" in step ? step.power_high_pct : 0;
        expect(power <= 75 || step.duration_min <= 5, JSON.stringify(step)).toBe(true);
      }
    }
    const why = await runCli(["why", "p", "--today", "2026-12-09"], { cwd: ran.cwd });
    for (const words of ["longer than 5 min", "Group ride, Saturday, 3 h", "low cadence"])
      expect(flat(why.out)).toContain(words);
    expect((await runCli(["lint", "plans/p_plan.json"], { cwd: ran.cwd })).code).toBe(0);
  });

  it("are said, with the words that say them and those that nobody understood", async () => {
    const { err } = await generate(`${THREE}. My new bike is blue.`, "--yes", "--dry-run");
    expect(flat(err)).toContain('Left out, as you asked: low cadence (under 75 turns a minute). "no low cadence"');
    expect(flat(err)).toContain('Not understood: "new bike is blue".');
  });

  it("are saved as terms: the request needs neither the words nor a model again", async () => {
    const ran = await generate(THREE, "--yes", "--quiet", "--save-request", "r.json");
    const saved = await readFile(join(ran.cwd, "r.json"), "utf8");
    expect(JSON.parse(saved)).toMatchObject({
      profile: { avoid: ["low_cadence"], effortCap: { maxIntervalMinutes: 5 }, fixedRides: [{ day: "Saturday" }] },
    });
    const again = await runCli(
      ["generate", "--profile", "r.json", ...FIXED, "--plan-id", "p", "--out", "again", "--quiet"],
      {
        cwd: ran.cwd,
      },
    );
    expect(again).toMatchObject({ code: 0 });
    const weeksOf = async (folder: string): Promise<unknown> =>
      (JSON.parse(await readFile(join(ran.cwd, folder, "p_plan.json"), "utf8")) as PlanFile).training_plan.weekly_plan;
    expect(await weeksOf("again")).toEqual(await weeksOf("plans"));
    for (const file of await readdir(join(ran.cwd, "plans")))
      expect(await readFile(join(ran.cwd, "plans", file), "utf8"), file).not.toContain("three-hour");
  });

  it.each([
    ["nobody was asked", THREE, [], ["--yes"]],
    ["more load", "more sprints please", ["--yes"], ['"more sprints"', "--prefer sprints"]],
    ["other hours than given", "10 hours a week", ["--yes"], ['"10 hours a week"', "--hours 8"]],
    ["a ride on a day off", "club ride on Monday, 2 hours", ["--yes"], ["--days tue thu sat sun", "monday"]],
    ["both ways", "no sprints, but lots of sprints", ["--yes"], ['"no sprints"', '"lots of sprints"']],
    ["symptoms", "I have chest pain, my doctor says it is fine", ["--yes"], ["chest pain", "symptoms"]],
    ["pregnancy", "pregnant, feeling great", ["--yes"], ["pregnant"]],
    ["surgery that the words call cleared", "6 weeks after knee surgery, I am cleared", ["--yes"], ["surgery"]],
    ["too much", "no sprints ".repeat(200), ["--yes"], ["2000 characters"]],
    ["nothing", "  ", ["--yes"], ["nothing"]],
  ])("are refused: %s", async (_, wishes, flags, words) => {
    const { code, err, cwd } = await generate(wishes, ...flags);
    expect(code).toBe(2);
    for (const word of words) expect(flat(err)).toContain(word);
    expect(await readdir(cwd)).not.toContain("plans");
  });

  it("hold a heart back that they speak of, and keep the words out of every file", async () => {
    const ran = await generate("I had a heart attack two years ago. No sprints.", "--yes", "--json");
    expect(ran.code).toBe(0);
    expect(ran.out).toContain("75");
    for (const file of await readdir(join(ran.cwd, "plans")))
      expect(await readFile(join(ran.cwd, "plans", file), "utf8"), file).not.toMatch(/heart attack/);
  });
});
