import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { jsonText } from "../../src/base/json.ts";
import { BUNDLE_IDS, BUNDLES } from "../../src/export/bundles.ts";
import { readWorkoutFile } from "../../src/export/read-workout-file.ts";
import type { PlanFile } from "../../src/plan/schema.ts";
import { aPlan } from "../support/a-plan.ts";
import { aPlace, FIVE, FIXED, flat, runCli } from "./run-cli.ts";

async function aPlanned(plan: PlanFile = aPlan()): Promise<string> {
  const cwd = await aPlace();
  await mkdir(join(cwd, "plans"));
  await writeFile(join(cwd, "plans", "a-plan_plan.json"), jsonText(plan));
  return cwd;
}

const run = (cwd: string, ...args: string[]) => runCli(["export", "a-plan", ...args], { cwd });
const namesIn = async (path: string): Promise<string[]> =>
  (await readdir(path, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map(({ name }) => name).sort(); // prettier-ignore

/** What a calendar goes by when it takes an entry for news. */
async function clock(cwd: string, folder: string) {
  const text = await readFile(join(cwd, folder, "a-plan.ics"), "utf8");
  const event = new ICAL.Component(ICAL.parse(text) as unknown[]).getFirstSubcomponent("vevent")!;
  const value = (name: string): string => String(event.getFirstPropertyValue(name));
  return { sequence: Number(value("sequence")), stamp: value("dtstamp"), modified: value("last-modified") };
}

describe("a calendar that is written again", () => {
  it("is news where its times or watts are others, and the same where they are not", async () => {
    const cwd = await aPlanned();
    const written = async (folder: string, ...args: string[]) => {
      expect((await run(cwd, "--format", "ics", "--out", folder, ...args)).code).toBe(0);
      return clock(cwd, folder);
    };
    const clocks = [
      await written("a"),
      await written("b", "--at", "18:00"),
      await written("c", "--at", "18:00, sat 9:00"),
      await written("d", "--ftp", "280", "--at", "18:00, sat 9:00"),
      await written("e"),
    ];
    const sequences = clocks.map(({ sequence }) => sequence);
    expect(sequences).toEqual([...sequences].sort((a, b) => a - b));
    for (const key of ["sequence", "stamp", "modified"] as const)
      expect(new Set(clocks.map((one) => one[key])).size).toBe(clocks.length);
    expect(await written("f", "--ftp", "265")).toEqual(clocks.at(-1));
    expect(await written("g", "--format", "zwo,ics")).toEqual(clocks.at(-1));
  });

  it("is news beside one that was written before anything was kept, and whatever the list holds", async () => {
    const [fresh, other] = [await aPlanned(), await aPlanned()];
    await run(fresh, "--format", "ics", "--out", "x");
    await run(other, "--format", "ics", "--out", "x", "--at", "18:00");
    expect((await clock(other, "x")).sequence).toBeGreaterThan((await clock(fresh, "x")).sequence);
  });
});

describe("a plan that moved to other dates", () => {
  it("takes its old files with it, and leaves what somebody changed", async () => {
    const env = { CYCLING_PLAN_TODAY: "2026-12-01", CYCLING_PLAN_SEED: "s" };
    const made = await runCli(["generate", ...FIXED, ...FIVE, "--weeks", "6", "--plan-id", "mine", "--quiet"]);
    const { cwd } = made;
    const exported = () => runCli(["export", "mine", "--format", "zwo,ics", "--out", "x"], { cwd, env });
    expect((await exported()).code).toBe(0);
    const before = await namesIn(join(cwd, "x"));
    const [first] = (await readdir(join(cwd, "x", "week-01"))).sort();
    const touched = join(cwd, "x", "week-01", first!);
    await writeFile(touched, "mine");
    expect(await runCli(["schedule", "mine", "--start", "2027-01-04"], { cwd, env })).toMatchObject({ code: 0 });
    const { code, out } = await exported();
    expect(code).toBe(0);
    expect(flat(out)).toContain(`${before.length - 2} files of before are removed: the plan was changed or moved.`);
    const after = await namesIn(join(cwd, "x"));
    const isOld = (name: string): boolean => name < "2027-01-04";
    expect(after.filter(isOld)).toEqual([first]);
    expect(await readFile(touched, "utf8")).toBe("mine");
    expect(after).toHaveLength(before.length + 1);
  });

  it("takes its old files out of the rider's folder of Zwift, too", async () => {
    const env = { CYCLING_PLAN_TODAY: "2026-12-01", CYCLING_PLAN_SEED: "s" };
    const { cwd } = await runCli(["generate", ...FIXED, ...FIVE, "--weeks", "6", "--plan-id", "mine", "--quiet"]);
    const rider = join(cwd, "home", "Documents", "Zwift", "Workouts", "4711");
    await mkdir(rider, { recursive: true });
    const install = () => runCli(["export", "mine", "--format", "zwo", "--install"], { cwd, env });
    expect((await install()).code).toBe(0);
    const before = await namesIn(rider);
    expect((await runCli(["schedule", "mine", "--start", "2027-01-04"], { cwd, env })).code).toBe(0);
    expect((await install()).code).toBe(0);
    const after = await namesIn(rider);
    const nameOf = (file: string): string => file.replace(/^[\d-]+/, "");
    expect(after.map(nameOf).sort()).toEqual(before.map(nameOf).sort());
    expect(after.filter((name) => name < "2027-01-04")).toEqual([]);
  });
});

describe("a bundle for one program", () => {
  it.each(BUNDLE_IDS)("%s: one folder with what it reads, and how to bring it in", async (bundle) => {
    const cwd = await aPlanned();
    const { code, out } = await run(cwd, "--bundle", bundle);
    expect(code).toBe(0);
    const folder = join(cwd, "workouts", `a-plan-${bundle}`);
    const entries = await readdir(folder, { withFileTypes: true });
    expect(entries).toHaveLength(8);
    expect(entries.every((entry) => entry.isFile())).toBe(true);
    const [ending] = BUNDLES[bundle].formats;
    for (const { name } of entries) {
      expect(name).toMatch(new RegExp(`^2026-\\d\\d-\\d\\d-[a-z0-9-]+\\.${ending ?? ""}$|^2027.*\\.${ending ?? ""}$`));
      expect(readWorkoutFile(name, await readFile(join(folder, name)))).toMatchObject({ kind: "read" });
    }
    expect(flat(out)).toContain(`${bundle} ${BUNDLES[bundle].destination}`);
    expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
    const json = JSON.parse((await run(cwd, "--bundle", bundle, "--json")).out) as Record<string, unknown>;
    expect(json).toMatchObject({ bundle, destinations: [{ format: bundle }] });
  });

  it("for TrainingPeaks has no texts inside steps; --target keeps its meaning", async () => {
    const cwd = await aPlanned();
    await run(cwd, "--bundle", "trainingpeaks", "--out", "x");
    await run(cwd, "--format", "zwo", "--target", "trainingpeaks", "--out", "y");
    const [first] = await namesIn(join(cwd, "x"));
    const bundled = await readFile(join(cwd, "x", first!), "utf8");
    expect(bundled).not.toContain("textevent");
    expect(bundled).toBe(await readFile(join(cwd, "y", "week-01", first!), "utf8"));
  });

  it("of a plan without power holds what can be read without, or says why not", async () => {
    const plan = aPlan({ profile: { train_by: "heart_rate", ftp: undefined } });
    delete plan.training_plan.plan_metadata.current_ftp;
    const cwd = await aPlanned(plan);
    expect((await run(cwd, "--bundle", "trainingpeaks", "--out", "x")).code).toBe(0);
    expect((await namesIn(join(cwd, "x"))).every((name) => name.endsWith(".fit"))).toBe(true);
    const refused = await run(cwd, "--bundle", "trainerroad", "--out", "y");
    expect(refused.code).toBe(2);
    expect(flat(refused.err)).toContain("files for mrc can hold nothing but power");
  });

  it("is refused with what contradicts it", async () => {
    const cwd = await aPlanned();
    const { code, err } = await run(cwd, "--bundle", "garmn", "--format", "zwo");
    expect(code).toBe(2);
    expect(flat(err)).toContain("--bundle: garmn -> did you mean garmin?");
    const both = await run(cwd, "--bundle", "wahoo", "--format", "zwo", "--target", "mywhoosh");
    expect(flat(both.err)).toContain("--format: zwo -> left out: --bundle says which files");
    expect(flat(both.err)).toContain("--target: mywhoosh -> left out: --bundle says for whom");
    expect((await run(cwd, "--bundle", "rouvy", "--install")).code).toBe(2);
  });
});
