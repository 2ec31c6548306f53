import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { PlanFile } from "../../src/plan/schema.ts";
import { aLivingPlan, BY_POWER, changeOn, planFiles, runOn } from "./living-plan.ts";
import { FIVE, FIXED, flat, runCli, type Ran } from "./run-cli.ts";
import { runTyped, type Typed } from "./typed-run.ts";
import type { Reply } from "./wizard/a-rider.ts";

const DAY = "2027-01-13";
const STOP = "Stop riding, and do not ride again until a doctor has said that you may.";
const typed = (cwd: string, args: readonly string[], replies: readonly Reply[]): Promise<Typed> =>
  runTyped(args, { cwd, env: { CYCLING_PLAN_TODAY: DAY, CYCLING_PLAN_SEED: "s" }, replies });
const generate = (...more: readonly string[]): Promise<Ran> =>
  runCli(["generate", ...FIVE, ...FIXED, "--plan-id", "p", ...more]);

describe("a sign of the heart", () => {
  it.each(["I have chest pain", "missed fri because of chest pain", "Engegefühl in der Brust", "wed, chest tightness"])(
    "stops change before it reads anything: %s",
    async (words) => {
      const cwd = await aLivingPlan(BY_POWER);
      const before = await planFiles(cwd);
      const { code, err } = await changeOn(cwd, DAY, words, "--yes");
      expect(code).toBe(2);
      expect(flat(err)).toContain(STOP);
      expect(flat(err)).toContain("112 in Europe, 911 in North America");
      expect(flat(err)).toContain("cycling-plan change off 2027-01-13..2027-01-26 --plan mine");
      expect(flat(err)).toContain("No file was changed.");
      expect(await planFiles(cwd)).toEqual(before);
    },
  );

  it("is heard where there is no plan at all", async () => {
    const { code, err } = await runCli(["change", "chest", "pain", "--today", DAY]);
    expect(code).toBe(2);
    expect(flat(err)).toContain(STOP);
  });

  it("is heard where it is typed as if it were a command", async () => {
    for (const args of [["I have chest pain"], ["today", "plan", "and", "chest", "pain"]]) {
      const { code, err } = await runCli([...args, "--today", DAY]);
      expect(code).toBe(2);
      expect(flat(err)).toContain(STOP);
    }
    expect((await runCli(["chests"])).err).not.toContain("Stop riding");
  });

  it("names a pause that change makes", async () => {
    const cwd = await aLivingPlan(BY_POWER);
    const { code, out } = await changeOn(cwd, DAY, "off 2027-01-13..2027-01-26", "--yes");
    expect({ code, out }).toMatchObject({ code: 0 });
  });

  it.each([
    ["as what happened", [["What happened?", "I felt tightness in my chest yesterday\n"]]],
    [
      "as days of an illness",
      [
        ["What happened?", "2\n"],
        ["On which days?", "wed, chest tightness\n"],
      ],
    ],
  ] satisfies [string, Reply[]][])("is heard by change %s", async (_, replies) => {
    const cwd = await aLivingPlan(BY_POWER);
    const { code, err, left } = await typed(cwd, ["change", "--plan", "mine"], replies);
    expect({ code, left }).toEqual({ code: 2, left: 0 });
    expect(flat(err)).toContain(STOP);
  });

  it("is heard by today at done?, and nothing is noted", async () => {
    const cwd = await aLivingPlan(BY_POWER);
    const { code, err, left } = await typed(
      cwd,
      ["today", "mine"],
      [["Enter later", "no, I felt a tightness in my chest\n"]],
    );
    expect({ code, left }).toEqual({ code: 2, left: 0 });
    expect(flat(err)).toContain(STOP);
    expect(flat(err)).not.toContain("Noted");
  });

  it("is heard by done", async () => {
    const cwd = await aLivingPlan(BY_POWER);
    for (const args of [
      ["chest", "pain"],
      ["tue", "--feel", "I was dizzy"],
    ]) {
      const { code, err } = await runOn(cwd, DAY, "done", ...args, "--plan", "mine");
      expect(code).toBe(2);
      expect(flat(err)).toContain(STOP);
    }
  });

  it.each([[[]], [["--yes"]]])("makes no plan, and nothing stands before that: %s", async (more) => {
    const { code, err, out } = await generate("--wishes", "I have chest pain", ...more);
    expect(code).toBe(2);
    expect(flat(err)).toMatch(/^error No plan is made while you have symptoms/);
    expect(flat(err)).toContain(STOP);
    expect(flat(`${err}${out}`)).not.toContain("Not understood");
    expect(flat(err)).not.toContain("--yes");
  });
});

describe("a beta blocker by its name", () => {
  const healthOf = async ({ cwd }: Ran): Promise<unknown> =>
    (JSON.parse(await readFile(join(cwd, "plans", "p_plan.json"), "utf8")) as PlanFile).training_plan.athlete_profile
      .no_heart_rate;

  it("counts as the health answer in wishes, and is said", async () => {
    const ran = await generate("--wishes", "I take bisoprolol", "--yes", "--max-hr", "152");
    expect(ran.code).toBe(0);
    expect(flat(ran.err)).toContain('Health: beta-blockers. "I take bisoprolol"');
    expect(await healthOf(ran)).toBe(true);
  });

  it("counts in a goal, and is said", async () => {
    const ran = await generate("--goal", "Feel fit, though I am on Concor", "--max-hr", "152");
    expect(ran.code).toBe(0);
    expect(await healthOf(ran)).toBe(true);
    expect(flat(`${ran.out}${ran.err}`)).toContain("beta-blockers");
  });

  it("does not count where the answer is no", async () => {
    const ran = await generate("--goal", "Feel fit, though I was on Concor", "--health", "no-beta-blockers");
    expect(await healthOf(ran)).toBeUndefined();
  });

  it("lists what nobody understood, and never nothing", async () => {
    const { err } = await generate("--wishes", "I take aspirin", "--yes", "--dry-run");
    expect(flat(err)).toContain('Not understood: "I take aspirin".');
    expect(err).not.toContain("From your wishes:");
  });

  it("is no change, and change says what to do", async () => {
    const cwd = await aLivingPlan(BY_POWER);
    const { code, err } = await changeOn(cwd, DAY, "I take bisoprolol", "--yes");
    expect(code).toBe(2);
    expect(flat(err)).toContain("--health beta-blockers");
  });
});
