import { execFile } from "node:child_process";
import { mkdir, rm, stat, writeFile, readlink, symlink } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { jsonText } from "../../src/base/json.ts";
import { aPlace, cleanEnv, FIVE, FIXED, flat, runCli, runProcess } from "./run-cli.ts";

const isWindows = process.platform === "win32";
const QUICK = 20_000;
const answers = { profile: { ftp: 265 }, timeline: { weeks: 12 } };

describe.skipIf(isWindows)("what is no file", { timeout: QUICK }, () => {
  it.each([
    ["activities", (path: string) => ["activities", path]],
    ["a request", (path: string) => ["generate", "--profile", path]],
    ["a plan", (path: string) => ["lint", path]],
    ["a plan to show", (path: string) => ["show", path]],
  ])("is refused as %s, and nobody waits for it", async (_, args) => {
    const cwd = await aPlace();
    const fifo = join(cwd, "fifo");
    await promisify(execFile)("mkfifo", [fifo]);
    for (const path of [fifo, "/dev/zero"]) {
      const ran = await runProcess(args(path), { cwd, timeout: QUICK / 2 });
      expect(ran.code).toBe(2);
      expect(flat(ran.err)).toContain("is no file but a pipe or a device");
    }
  });

  it("keeps nobody waiting in the place of a job's record", async () => {
    const cwd = await aPlace();
    await mkdir(join(cwd, "plans"));
    await promisify(execFile)("mkfifo", [join(cwd, "plans", "p_job.json")]);
    const ran = await runProcess(["generate", ...FIVE, ...FIXED, "--plan-id", "p"], { cwd, timeout: QUICK / 2 });
    expect(ran.code).toBe(2);
  });
});

describe("too much of something", { timeout: QUICK }, () => {
  it("in a request is told in a few lines", async () => {
    const cwd = await aPlace();
    const many = Object.fromEntries(Array.from({ length: 40_000 }, (_, i) => [`k${i}`, 1]));
    await writeFile(join(cwd, "many.json"), jsonText({ ...answers, profile: { ...answers.profile, ...many } }));
    const ran = await runCli(["generate", "--profile", "many.json"], { cwd });
    expect(ran.code).toBe(2);
    expect(ran.err).toContain("and 39983 more");
    expect(ran.err.length).toBeLessThan(20_000);
  });

  it("is brackets inside each other", async () => {
    const cwd = await aPlace();
    await writeFile(join(cwd, "deep.json"), "[".repeat(100_000));
    const ran = await runCli(["lint", "deep.json"], { cwd });
    expect([ran.code, flat(ran.err)]).toEqual([2, expect.stringContaining("is nested deeper than 100 levels")]);
  });

  it("of a request names the limit", async () => {
    const cwd = await aPlace();
    await writeFile(join(cwd, "large.json"), jsonText({ ...answers, goal: "x".repeat(1_100_000) }));
    const ran = await runCli(["generate", "--profile", "large.json"], { cwd });
    expect([ran.code, flat(ran.err)]).toEqual([2, expect.stringContaining("is larger than 1 MB; no request is")]);
  });

  it("in a packed table is not unpacked", async () => {
    const cwd = await aPlace();
    await writeFile(join(cwd, "big.csv.gz"), gzipSync(Buffer.alloc(100 * 1024 * 1024, "0")));
    const ran = await runCli(["activities", "big.csv.gz"], { cwd });
    expect([ran.code, flat(ran.err)]).toEqual([2, expect.stringContaining("unpacks to more than 200 times its size")]);
  });
});

describe("a place that is gone", () => {
  it.skipIf(isWindows)("is told in one sentence", async () => {
    const cwd = await aPlace();
    const gone = join(cwd, "gone");
    await mkdir(gone);
    const words = `cd ${JSON.stringify(gone)} && rmdir ${JSON.stringify(gone)} && exec "$0" "$1" --version`;
    const bin = new URL("../../bin/cycling-plan.js", import.meta.url).pathname;
    const ran = await promisify(execFile)("sh", ["-c", words, process.execPath, bin], { env: cleanEnv(cwd) }).catch(
      (error: unknown) => error as { code: number; stderr: string },
    );
    expect(ran).toMatchObject({ code: 2, stderr: expect.stringMatching(/^error {2}.* is gone/) as string });
    await rm(gone, { recursive: true, force: true });
  });
});

describe("a time zone that nobody knows", () => {
  it("is that of UTC", async () => {
    const { out } = await runProcess(["doctor", "--offline"], { env: { TZ: "garbage" } });
    expect(out).toContain("time zone UTC, today");
  });
});

describe.skipIf(isWindows)("a link that leads round in a circle", () => {
  it("is no file, whatever it is given for", async () => {
    const cwd = await aPlace();
    await symlink("loop", join(cwd, "loop"));
    const lines = ["today", "lint", "activities", "plans --riders", "plans --out", "generate --profile", "generate --after", "generate --activities", "generate --library", "generate --course", "generate --overview", "generate --resume", "library list --library", "library import", "tool week", "tool finalize", "batch", "batch --merge", "mcp --root", `generate ${[...FIVE, ...FIXED].join(" ")} --out`]; // prettier-ignore
    for (const line of lines) {
      const ran = await runCli([...line.split(" "), "loop"], { cwd });
      expect([ran.code, flat(ran.err)], line).toEqual([expect.toBeOneOf([0, 2]), expect.not.stringMatching(/internal|\bat async\b/)]);
    }
    expect(await readlink(join(cwd, "loop"))).toBe("loop");
  }); // prettier-ignore
});

describe.skipIf(isWindows)("what holds a rider's numbers", () => {
  it("is its owner's alone, and an export the user's own", async () => {
    const cwd = await aPlace();
    const ran = await runCli(
      ["generate", ...FIVE, ...FIXED, "--plan-id", "p", "--export", "--save-request", "r.json"],
      { cwd },
    );
    expect(ran.code, ran.err).toBe(0);
    const mode = async (path: string): Promise<string> => ((await stat(join(cwd, path))).mode & 0o777).toString(8);
    for (const name of ["p_plan", "p_profile", "p_job", "p_request", "p_overview", "p_week_1"])
      expect(await mode(join("plans", `${name}.json`)), name).toBe("600");
    expect(await mode("r.json")).toBe("600");
    expect(await mode("home/.local/state/cycling-plan/logs")).toBe("700");
  });
});

describe("what a killed run left", { timeout: QUICK }, () => {
  it("of one week goes with the next change of any other, and nothing of another plan", async () => {
    const made = await runCli(["generate", ...FIVE, ...FIXED, "--plan-id", "p"]);
    expect(made.code, made.err).toBe(0);
    const left = (name: string): string => join(made.cwd, "plans", `.cycling-plan-${name}-0MJWnd`);
    const [ours, theirs, days] = [left("p_week_9.json"), left("q_week_9.json"), left("p_done.jsonl")];
    for (const path of [ours, theirs, days]) await mkdir(path);
    const change = ["change", "hours", "5", "next", "week", "--plan", "p", "--yes", "--today", "2026-12-07"];
    const changed = await runCli(change, { cwd: made.cwd });
    expect(changed.code, changed.err).toBe(0);
    await expect(stat(ours)).rejects.toThrow("ENOENT");
    // Another plan, and days that are written without holding the plan: they may be another run's at this moment.
    expect((await stat(theirs)).isDirectory() && (await stat(days)).isDirectory()).toBe(true);
  });
});

describe("a workout file of one sign again and again", { timeout: QUICK }, () => {
  it.each(["<!--", "<![CDATA["])("is refused at once: %s", async (sign) => {
    const cwd = await aPlace();
    await mkdir(join(cwd, "mine"));
    await writeFile(join(cwd, "mine", "a.zwo"), `<workout_file><name>${sign.repeat(100_000)}`);
    const began = process.cpuUsage();
    const ran = await runCli(["library", "import", "mine"], { cwd });
    const { user, system } = process.cpuUsage(began);
    expect([ran.code, flat(ran.out + ran.err)]).toEqual([2, expect.stringContaining("not well-formed XML")]);
    expect((user + system) / 1e6).toBeLessThan(5);
  });
});

describe("a word in the place of a key", { timeout: QUICK }, () => {
  it("takes nothing out of a plan", async () => {
    const made = await runProcess(["generate", ...FIVE, ...FIXED, "--plan-id", "p"], {
      env: { ANY_API_KEY: "test", OTHER_API_KEY: "true", THIRD_API_KEY: "2026" },
    });
    expect(made.code, made.err).toBe(0);
    const lint = await runCli(["lint", "plans"], { cwd: made.cwd });
    expect(lint.code, lint.err).toBe(0);
  });
});
