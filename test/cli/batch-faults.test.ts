import { spawn, type ChildProcess } from "node:child_process";
import { mkdir, readdir, readFile, rm, statfs, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { execa } from "execa";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { draws } from "../support/draws.ts";
import { byId, DAY, linesOf, resultsIn, ridersIn, type Result } from "./a-batch.ts";
import { aPlace, BIN, cleanEnv, flat, runCli, runProcess } from "./run-cli.ts";

const RIDERS = 8;
const KILLS = draws({ few: 2, many: 100 });
const LONG = 60_000 + KILLS * 8000;
const BATCH = ["batch", "in.ndjson", "--out", "all", ...DAY, "--workers", "1"];

/** A folder with an input of some riders. */
async function prepared(lines = linesOf(RIDERS)): Promise<string> {
  const cwd = await aPlace();
  await writeFile(join(cwd, "in.ndjson"), lines);
  return cwd;
}

interface Running {
  readonly child: ChildProcess;
  readonly out: () => string;
  readonly ended: Promise<number | null>;
}

/** A batch as a process of its own. */
function started(cwd: string, args: readonly string[]): Running {
  const child = spawn(process.execPath, [BIN, ...args], { cwd, env: cleanEnv(cwd), stdio: ["ignore", "pipe", "pipe"] });
  let out = "";
  child.stdout.on("data", (text: Buffer) => (out += text.toString()));
  child.stderr.resume();
  const ended = new Promise<number | null>((resolve) => child.on("exit", resolve));
  return { child, out: () => out, ended };
}

const statuses = (results: readonly Result[]): string[] => results.map(({ status }) => status);

/** Hidden files and folders, which killed writers leave. */
const halfDone = async (cwd: string): Promise<string[]> =>
  (await readdir(join(cwd, "all"), { recursive: true })).filter((name) => /(?:^|[/\\])\./.test(name));

describe("a batch that is disturbed", () => {
  it("goes on after a kill at any moment, and ends in the same bytes", { timeout: LONG }, async () => {
    const cwd = await prepared();
    const began = performance.now();
    expect((await runProcess(BATCH, { cwd })).code).toBe(0);
    const whole = await ridersIn(join(cwd, "all"));
    const took = performance.now() - began;
    for (let kill = 0; kill < KILLS; kill++) {
      await rm(join(cwd, "all"), { recursive: true, force: true });
      const { child, out, ended } = started(cwd, BATCH);
      await new Promise((resolve) => setTimeout(resolve, took * (0.3 + (0.7 * (kill + Math.random())) / KILLS)));
      child.kill("SIGKILL");
      await ended;
      const told = resultsIn(out());
      const again = await runProcess(BATCH, { cwd });
      expect(again.code).toBe(0);
      expect(resultsIn(again.out)).toHaveLength(RIDERS);
      expect(statuses(resultsIn(again.out)).filter((status) => status === "failed")).toEqual([]);
      // What was told before the kill is kept, not made twice.
      for (const { id, status } of told) if (status === "made") expect(byId(again.out).get(id)?.status).toBe("kept");
      expect(await ridersIn(join(cwd, "all"))).toEqual(whole);
      expect(await halfDone(cwd)).toEqual([]);
      expect((await runCli(["batch", "--merge", "all"], { cwd })).code).toBe(0);
    }
  });

  it("plans on where a process that plans is killed, and loses no rider", { timeout: LONG }, async () => {
    const cwd = await prepared(linesOf(40));
    const { child, out, ended } = started(cwd, BATCH);
    await vi.waitFor(() => {
      expect(resultsIn(out()).length).toBeGreaterThan(2);
    }, 30_000);
    const { stdout } = await execa("ps", ["-o", "pid=", "--ppid", String(child.pid)]);
    process.kill(Number(stdout.trim().split("\n")[0]), "SIGKILL");
    expect(await ended).toBe(0);
    const results = resultsIn(out());
    expect(new Set(results.map(({ id }) => id)).size).toBe(40);
    expect(results).toHaveLength(40);
    expect(statuses(results)).not.toContain("failed");
  });

  it("stops for Ctrl-C with 130, keeps what was told, and says how to go on", { timeout: LONG }, async () => {
    const cwd = await prepared(linesOf(60));
    const { child, out, ended } = started(cwd, BATCH);
    await vi.waitFor(() => {
      expect(resultsIn(out()).length).toBeGreaterThan(0);
    }, 30_000);
    child.kill("SIGINT");
    expect(await ended).toBe(130);
    const told = resultsIn(out());
    expect(told.length).toBeLessThan(60);
    const names = await readdir(join(cwd, "all", "shards"));
    expect(names).not.toContain("1-of-1.json");
    expect(names).not.toContain("1-of-1.lock");
    const again = await runProcess(BATCH, { cwd });
    for (const { id, status } of told) if (status === "made") expect(byId(again.out).get(id)?.status).toBe("kept");
    expect(resultsIn(again.out)).toHaveLength(60);
  });

  it("lets one of two work on a folder, and the other say so", { timeout: LONG }, async () => {
    const cwd = await prepared(linesOf(30));
    const first = started(cwd, BATCH);
    await vi.waitFor(async () => {
      expect(await readdir(join(cwd, "all", "shards"))).toContain("1-of-1.lock");
    }, 30_000);
    for (const more of [[], ["--shard", "1/2"]]) {
      const second = await runProcess([...BATCH, ...more], { cwd });
      expect(second.code).toBe(2);
      expect(second.out).toBe("");
      expect(flat(second.err)).toContain("Another batch works on");
    }
    expect(await first.ended).toBe(0);
    expect(resultsIn(first.out())).toHaveLength(30);
  });

  it("says a line of a hundred megabytes, and goes on behind it", { timeout: LONG }, async () => {
    const cwd = await aPlace();
    const [first, second] = linesOf(2).trim().split("\n");
    const input = `${first ?? ""}\n{"id":"${"x".repeat(100 << 20)}"}\n${second ?? ""}\n`;
    const ran = await runProcess(["batch", "-", "--out", "all", ...DAY, "--workers", "1", "--only", "plan"], {
      cwd,
      input,
    });
    expect(ran.code).toBe(0);
    const results = resultsIn(ran.out);
    expect(results).toHaveLength(3);
    expect(results.find(({ line }) => line === 2)).toMatchObject({
      id: null,
      status: "refused",
      code: "INPUT_INVALID",
    });
  });
});

/** A disk of so many kilobytes, or undefined where this system makes none. */
async function aDisk(cwd: string, kilobytes: number): Promise<boolean> {
  const path = join(cwd, "all");
  await mkdir(path);
  const { exitCode } = await execa("mount", ["-t", "tmpfs", "-o", `size=${kilobytes}k`, "tmpfs", path], {
    reject: false,
  });
  if (exitCode === 0)
    onTestFinished(async () => {
      await execa("umount", ["-l", path], { reject: false });
    });
  return exitCode === 0;
}

describe("a batch on a disk that is full", () => {
  it(
    "ends and says so, leaves nothing half written, and goes on when there is room",
    { timeout: LONG },
    async ({ skip }) => {
      const cwd = await prepared(linesOf(20));
      if (!(await aDisk(cwd, 6000))) return skip("no disk of our own here");
      const film = join(cwd, "all", "film");
      const { bavail, bsize } = await statfs(join(cwd, "all"));
      await writeFile(film, Buffer.alloc(bavail * bsize - 700_000));
      const full = await runProcess(BATCH, { cwd });
      expect(full.code).toBe(2);
      expect(flat(full.err)).toContain("the disk is full");
      const told = resultsIn(full.out);
      expect(told.find(({ status }) => status === "failed")).toMatchObject({ code: "FILE_UNWRITABLE" });
      for (const { status, folder } of told)
        if (status === "made")
          expect(await readFile(join(cwd, "all", folder ?? "", "rider.json"), "utf8")).toContain('"made"');
      expect(await halfDone(cwd)).toEqual([]);
      await rm(film);
      const again = await runProcess(BATCH, { cwd });
      expect(again.code).toBe(0);
      for (const { id, status } of told) if (status === "made") expect(byId(again.out).get(id)?.status).toBe("kept");
      expect(resultsIn(again.out)).toHaveLength(20);
      return undefined;
    },
  );
});
