import { cp, mkdir, readdir, readFile, rm, statfs, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { execa } from "execa";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { jobSchema } from "../../src/plan/schema.ts";
import { IS_LONG } from "../support/draws.ts";
import { aPlace, BIN, cleanEnv, FIVE, FIXED, flat, runCli, runProcess, type Ran } from "./run-cli.ts";

const FAULTS = new URL("../support/fault-at-write.mjs", import.meta.url).href;
const DAY = { CYCLING_PLAN_TODAY: "2026-12-01", CYCLING_PLAN_SEED: "s" };
const GENERATE = ["generate", ...FIXED, ...FIVE, "--weeks", "4", "--plan-id", "mine", "--quiet"];
const SCHEDULE = ["schedule", "mine", "--start", "2027-02-01"];
const CANCEL = ["schedule", "mine", "--cancel"];
const CHANGE = ["change", "drop", "2026-12-10", "--plan", "mine", "--yes", "--quiet"];
const AT_ONCE = 3;
/** Kills at one write in so many, more of them where a command writes little; at every one in the long run. */
const strideOf = (writes: number): number => (IS_LONG ? 1 : writes < 30 ? 3 : 25);

const faulty = (cwd: string, args: string[], env: Record<string, string>): Promise<Ran> =>
  runProcess(args, { cwd, env: { ...DAY, ...env, NODE_OPTIONS: `--import ${FAULTS}` } });
const well = (cwd: string, args: string[]): Promise<Ran> => runCli(args, { cwd, env: DAY });

/** Every file of the plans' directory with its text, hidden ones by name. */
async function filesIn(cwd: string): Promise<Map<string, string>> {
  const folder = join(cwd, "plans");
  const names = (await readdir(folder).catch(() => [])).sort();
  const texts = names.map(async (name) => [name, name.startsWith(".") ? "" : await readFile(join(folder, name), "utf8")] as const);
  return new Map(await Promise.all(texts));
} // prettier-ignore

const visible = (files: Map<string, string>): [string, string][] =>
  [...files].filter(([name]) => !name.startsWith("."));

/** A folder in which `before` has been done. */
async function prepared(before: string[][]): Promise<string> {
  const cwd = await aPlace();
  for (const args of before) expect((await well(cwd, args)).code).toBe(0);
  return cwd;
}

/** What the command does where nothing happens, and how often it writes. */
async function undisturbed(before: string[][], args: string[]): Promise<{ writes: number; files: Map<string, string> }> {
  const cwd = await prepared(before);
  const report = join(cwd, "count");
  expect((await faulty(cwd, args, { CYCLING_PLAN_TEST_COUNT: report })).code).toBe(0);
  return { writes: Number(await readFile(report, "utf8")), files: await filesIn(cwd) };
} // prettier-ignore

/** Runs a check for some or every writing, a few at once. */
async function atSome(writes: number, check: (n: number) => Promise<void>): Promise<void> {
  const some = Array.from({ length: writes }, (_, i) => i + 1).filter((n) => (n - 1) % strideOf(writes) === 0);
  const worker = async (): Promise<void> => {
    for (let n = some.shift(); n !== undefined; n = some.shift()) await check(n);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

/** Goes on as `status` says: an open record is resumed, otherwise the command is run again. */
async function recover(cwd: string, args: string[]): Promise<Ran | undefined> {
  const text = (await filesIn(cwd)).get("mine_job.json");
  const job = text === undefined ? undefined : jobSchema.parse(JSON.parse(text));
  // A change that was half written is finished by whoever opens the plan; one that was not begun is said again.
  if (args === CHANGE && (await well(cwd, ["changes", "mine", "--json"])).out.includes('"step": 1')) return undefined;
  if (args !== GENERATE || job === undefined || job.status === "failed") return well(cwd, args);
  if (job.status === "completed") return undefined;
  expect(JSON.parse((await well(cwd, ["status", "mine", "--json"])).out)).toMatchObject({ status: "interrupted" });
  return well(cwd, ["generate", "--resume", "mine", "--quiet"]);
}

describe("killed at a write", () => {
  it.each([
    ["generate", [], GENERATE, 60],
    ["schedule", [GENERATE], SCHEDULE, 6],
    ["schedule --cancel", [GENERATE, SCHEDULE], CANCEL, 6],
    ["change", [GENERATE], CHANGE, 15],
  ] as const)("%s leaves whole files, and going on ends in the same bytes", async (_, before, args, least) => {
    const setup = before.map((one) => [...one]);
    const { writes, files } = await undisturbed(setup, args);
    expect(writes).toBeGreaterThanOrEqual(least);
    const start = await prepared(setup);
    await atSome(writes, async (n) => {
      const cwd = await aPlace();
      await cp(start, cwd, { recursive: true });
      await faulty(cwd, args, { CYCLING_PLAN_TEST_FAULT_AT: String(n) });
      for (const [name, text] of visible(await filesIn(cwd)))
        expect(() => JSON.parse(text) as unknown, `${name} after write ${n}`).not.toThrow();
      const again = await recover(cwd, args);
      expect(again?.err ?? "", `write ${n}`).toBe("");
      const now = await filesIn(cwd);
      // A kill after the last rename leaves nothing to go on with; its empty staging goes with the next run.
      expect(visible(now), `write ${n}`).toEqual(visible(files));
      if (again !== undefined) expect([...now.keys()], `write ${n}`).toEqual([...files.keys()]);
    });
  }, 3_600_000); // prettier-ignore
});

describe("a disk that refuses", () => {
  it.each([
    ["ENOSPC", "the disk is full"],
    ["EROFS", "that disk is read-only"],
    ["ENOENT", "the directory does not exist or has just vanished"],
  ])("%s at any write is a clear error, or no matter at all", async (code, said) => {
    const { writes, files } = await undisturbed([], GENERATE);
    await atSome(writes, async (n) => {
      const cwd = await aPlace();
      const ran = await faulty(cwd, GENERATE, { CYCLING_PLAN_TEST_FAULT_AT: String(n), CYCLING_PLAN_TEST_FAULT: code });
      if (ran.code !== 0) {
        expect(ran.code, `write ${n}: ${ran.err}`).toBe(2);
        expect(flat(ran.err)).toContain(said);
      }
      for (const [, text] of visible(await filesIn(cwd))) expect(() => JSON.parse(text) as unknown).not.toThrow();
      await recover(cwd, GENERATE);
      expect(visible(await filesIn(cwd)), `write ${n}`).toEqual(visible(files));
    });
  }, 3_600_000); // prettier-ignore
});

/** A disk of its own of so many kB, where this machine lets us have one; other machines skip what needs it. */
async function aDisk(kilobytes: number): Promise<string | undefined> {
  const cwd = await aPlace();
  const path = join(cwd, "disk");
  await mkdir(path);
  const { exitCode } = await execa("mount", ["-t", "tmpfs", "-o", `size=${kilobytes}k`, "tmpfs", path], {
    reject: false,
  });
  if (exitCode !== 0) return undefined;
  onTestFinished(async () => {
    await execa("umount", ["-l", path], { reject: false });
  });
  return path;
}

describe("a real disk", () => {
  const on = (disk: string): string[] => [...GENERATE, "--out", join(disk, "plans")];

  it("that is full says so, leaves nothing half-written and the plan before it whole", async ({ skip }) => {
    const disk = await aDisk(2048);
    if (disk === undefined) return skip("no disk of our own here");
    const cwd = await aPlace();
    expect((await well(cwd, on(disk))).code).toBe(0);
    const folder = join(disk, "plans");
    const texts = async (): Promise<string[]> =>
      Promise.all((await readdir(folder)).sort().map((name) => readFile(join(folder, name), "utf8")));
    const before = await texts();
    const { bavail, bsize } = await statfs(disk);
    // Room for the record of a run and the first of its files.
    await writeFile(join(disk, "film"), Buffer.alloc(bavail * bsize - 40_960));
    for (const again of [["--plan-id", "other"], ["--force"]]) {
      const { code, err } = await well(cwd, [...on(disk), ...again]);
      expect(code).toBe(2);
      expect(flat(err)).toContain("cannot be written: the disk is full. try Free some space, or choose another disk.");
    }
    expect((await readdir(folder)).filter((name) => name.startsWith("."))).toEqual([]);
    expect((await readdir(folder)).filter((name) => name.startsWith("other")).filter((name) => name !== "other_job.json")).toEqual([]);
    await rm(join(folder, "other_job.json"), { force: true });
    expect(await texts()).toEqual(before);
    await rm(join(disk, "film"));
    expect((await well(cwd, [...on(disk), "--plan-id", "other"])).code).toBe(0);
    return undefined;
  }, 30_000);

  it("that is read-only says so for generate and schedule, and changes nothing", async ({ skip }) => {
    const disk = await aDisk(2048);
    if (disk === undefined) return skip("no disk of our own here");
    const cwd = await aPlace();
    expect((await well(cwd, on(disk))).code).toBe(0);
    await execa("mount", ["-o", "remount,ro", disk]);
    const out = ["--out", join(disk, "plans")];
    for (const args of [[...on(disk), "--plan-id", "other"], [...on(disk), "--force"], ["schedule", join(disk, "plans", "mine_plan.json"), "--start", "2027-02-01"]]) {
      const { code, err } = await well(cwd, args);
      expect(code).toBe(2);
      expect(flat(err)).toContain("that disk is read-only");
    }
    expect((await well(cwd, ["status", "mine", ...out])).out).toContain("completed, 4 weeks");
    return undefined;
  }, 30_000);

  it("that allows no large files says so", async () => {
    const cwd = await aPlace();
    const words = [process.execPath, BIN, ...GENERATE].map((word) => `'${word}'`).join(" ");
    const { exitCode, stderr } = await execa("sh", ["-c", `ulimit -f 8; exec ${words}`], { cwd, reject: false, extendEnv: false, env: cleanEnv(cwd) });
    expect(exitCode).toBe(2);
    expect(flat(stderr)).toContain("the system allows no file of that size");
    expect(await readdir(join(cwd, "plans"))).toEqual(["mine_job.json"]);
  });
}); // prettier-ignore

describe("the lock of the saved numbers", () => {
  const set = (cwd: string, word: string, env: Record<string, string> = {}): Promise<Ran> => faulty(cwd, ["athlete", "set", word], env);
  const lockOf = (cwd: string): string => join(cwd, "home", ".config", "cycling-plan", "athlete.json.lock");
  const saved = async (cwd: string): Promise<string> => (await well(cwd, ["athlete", "show"])).out;

  it("is not taken from a run that sleeps: the other one says so, and both are kept once it goes on", async () => {
    const cwd = await aPlace();
    const sleeper = set(cwd, "ftp=251", { CYCLING_PLAN_TEST_FAULT: "stop" });
    const holder = await vi.waitFor(async () => {
      const id = Number(await readFile(lockOf(cwd), "utf8"));
      expect((await readFile(`/proc/${id}/stat`, "utf8")).split(" ")[2]).toBe("T");
      return id;
    }, 10_000);
    const other = await set(cwd, "weight=70");
    expect(other.code).toBe(2);
    expect(flat(other.err)).toContain(`Process ${holder} is changing the same file and does not come to an end.`);
    process.kill(holder, "SIGCONT");
    expect((await sleeper).code).toBe(0);
    expect((await set(cwd, "weight=70")).code).toBe(0);
    const shown = await saved(cwd);
    for (const words of [/FTP \(watts\) +251/, /Weight \(kg\) +70/]) expect(shown).toMatch(words);
  }, 3_600_000);

  it("is taken over from a killed run, at whichever write it was, and by one of several alone", async () => {
    const count = join(await aPlace(), "count");
    expect((await set(await aPlace(), "ftp=251", { CYCLING_PLAN_TEST_COUNT: count })).code).toBe(0);
    const writes = Number(await readFile(count, "utf8"));
    expect(writes).toBeGreaterThan(10);
    await atSome(writes, async (n) => {
      const cwd = await aPlace();
      await set(cwd, "ftp=251", { CYCLING_PLAN_TEST_FAULT_AT: String(n) });
      const runs = await Promise.all(["weight=70", "age=42", "hours=8"].map((word) => set(cwd, word)));
      expect(runs.map(({ code, err }) => ({ code, err })), `write ${n}`).toEqual(runs.map(() => ({ code: 0, err: "" })));
      expect((await readdir(dirname(lockOf(cwd)))).filter((name) => name.endsWith(".lock"))).toEqual([]);
      const shown = await saved(cwd);
      for (const words of [/Weight \(kg\) +70/, /Age +42/, /Hours you have +8/]) expect(shown).toMatch(words);
    });
  }, 3_600_000);
}); // prettier-ignore

describe("--resume", () => {
  it("refuses a finished plan, a living run, other flags and what is no job", async () => {
    const cwd = await prepared([GENERATE]);
    expect(flat((await well(cwd, ["generate", "--resume", "mine"])).err)).toContain("The plan mine is finished.");
    expect(flat((await well(cwd, ["generate", "--resume", "mine", "--plan-id", "x"])).err)).toContain("--plan-id cannot stand beside it");
    expect((await well(cwd, ["generate", "--resume", "other"])).code).toBe(2);
  }); // prettier-ignore

  it("lets two go on at once, and both end well or say why", async () => {
    const { writes, files } = await undisturbed([], GENERATE);
    const cwd = await aPlace();
    await faulty(cwd, GENERATE, { CYCLING_PLAN_TEST_FAULT_AT: String(Math.round(writes * 0.7)) });
    const runs = await Promise.all(
      [1, 2].map(() => runProcess(["generate", "--resume", "mine", "--quiet"], { cwd, env: DAY })),
    );
    expect(runs.map(({ code }) => code)).toContain(0);
    expect(visible(await filesIn(cwd))).toEqual(visible(files));
  });
});
