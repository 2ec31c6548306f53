import { appendFile, mkdir, readdir, readFile, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { JobRecord } from "../../src/plan/schema.ts";
import { aPlace, FIVE, FIXED, flat, runCli } from "./run-cli.ts";

const GENERATE = ["generate", ...FIXED, ...FIVE, "--plan-id", "mine", "--quiet"];
const jobPath = (cwd: string): string => join(cwd, "plans", "mine_job.json");

async function aFinishedRun(): Promise<{ cwd: string; record: JobRecord }> {
  const { cwd, code } = await runCli([...GENERATE, "--goal", "Beat Anna at the Etape"]);
  expect(code).toBe(0);
  return { cwd, record: JSON.parse(await readFile(jobPath(cwd), "utf8")) as JobRecord };
}

const status = async (cwd: string, ...args: string[]): Promise<Record<string, unknown>> => {
  const { code, out, err } = await runCli(["status", ...args, "--json"], { cwd });
  expect({ code, err }).toEqual({ code: 0, err: "" });
  return JSON.parse(out) as Record<string, unknown>;
};

describe("status", () => {
  it("tells a finished run by job id, plan id and file, and keeps no answer in its record", async () => {
    const { cwd, record } = await aFinishedRun();
    expect(record).not.toHaveProperty("input");
    expect(record).not.toHaveProperty("process_id");
    for (const name of [record.id, "mine", "plans/mine_job.json", "plans/mine_week_3.json"]) {
      const { code, out } = await runCli(["status", name], { cwd });
      expect(code, name).toBe(0);
      expect(out).toContain(`Job ${record.id}: completed, 12 weeks`);
      expect(out).toContain(`${record.id}.log`);
    }
  });

  it("says which week a living run is at, and that it was interrupted once its process is dead", async () => {
    const { cwd, record } = await aFinishedRun();
    for (const week of [10, 11, 12]) await (await import("node:fs/promises")).rm(join(cwd, "plans", `mine_week_${week}.json`));
    const open = { ...record, status: "running", message: "Planning the weeks.", completed_at: null, progress: { weeks_done: 0, weeks_total: 12 } };
    await writeFile(jobPath(cwd), JSON.stringify({ ...open, process_id: process.pid }));
    expect(await status(cwd, "mine")).toMatchObject({ status: "running", week: 10, remedy: null });
    expect((await runCli(["status", "mine"], { cwd })).out).toContain(": running, week 10 of 12");
    // A record that nobody touched for a day: its number belongs to another program by now.
    const old = new Date(Date.now() - 25 * 3_600_000);
    await utimes(jobPath(cwd), old, old);
    expect(await status(cwd, "mine")).toMatchObject({ status: "interrupted" });
    await writeFile(jobPath(cwd), JSON.stringify({ ...open, status: "queued", process_id: 2 ** 22 + 1 }));
    expect(await status(cwd, "mine")).toMatchObject({
      status: "interrupted", week: null, remedy: "Run generate again with the same answers and --force.",
    });
  }); // prettier-ignore

  it("says why a run failed and what helps", async () => {
    const { cwd, code } = await runCli([
      ...GENERATE,
      "--minutes",
      "tue=15,thu=15,sat=15,sun=15",
      "--recent-hours",
      "1",
    ]);
    expect(code).toBe(4);
    const run = await status(cwd, "mine");
    expect(run).toMatchObject({ status: "failed", progress: { weeks_done: 0 } });
    expect(run.message).toMatch(/^8 h a week is more than twice the 1 h you ride now/);
    expect(run.message).not.toContain(String(run.remedy));
    expect(flat((await runCli(["status", "mine"], { cwd })).out)).toContain(`Do ${flat(String(run.remedy))}`);
  });

  it("lists every run, and one that cannot be read", async () => {
    const { cwd, record } = await aFinishedRun();
    await writeFile(join(cwd, "plans", "torn_job.json"), '{"id": "pl');
    const { code, out } = await runCli(["status"], { cwd });
    expect(code).toBe(0);
    expect(out).toMatch(new RegExp(`${record.id} +mine +completed, 12 weeks`));
    expect(out).toMatch(/- +torn +unreadable/);
    expect(out.split("\n").filter((line) => line.length > 80)).toEqual([]);
  });

  it("names a job that is not there, and an empty directory", async () => {
    const { cwd } = await aFinishedRun();
    const wrong = await runCli(["status", "mina"], { cwd });
    expect(wrong.code).toBe(2);
    expect(flat(wrong.err)).toContain("Did you mean mine?");
    expect(flat((await runCli(["status", "--out", "nowhere"], { cwd })).out)).toContain("There are no runs in");
  });
});

describe("the log of a run", () => {
  const logs = (cwd: string): string => join(cwd, "home", ".local", "state", "cycling-plan", "logs");

  it("has the job id, and neither answers nor keys nor names of plans", async () => {
    const cwd = await aPlace();
    const env = { ANTHROPIC_API_KEY: "sk-ant-secret" };
    await runCli([...GENERATE, "--goal", "Beat Anna at the Etape"], { cwd, env });
    const [name = "", ...others] = await readdir(logs(cwd));
    expect(others).toEqual([]);
    const text = await readFile(join(logs(cwd), name), "utf8");
    const id = name.replace(".log", "");
    expect(text.split("\n").map((line) => line.replace(/^\S+ /, "").replace(/ weeks=.*| files=.*/, ""))).toEqual([
      `${id} queued`, `${id} running`, `${id} planned`, `${id} completed`, "",
    ]); // prettier-ignore
    for (const secret of ["Anna", "Etape", "sk-ant", "mine", cwd, "265"]) expect(text).not.toContain(secret);
  });

  it("says of a failure its code alone", async () => {
    const { cwd } = await runCli([...GENERATE, "--minutes", "tue=15,thu=15,sat=15,sun=15", "--recent-hours", "1"]);
    const [name = ""] = await readdir(logs(cwd));
    expect(await readFile(join(logs(cwd), name), "utf8")).toMatch(/ failed code=NOT_FEASIBLE\n$/);
  });

  it("is one of fifty at most: the oldest go", async () => {
    const cwd = await aPlace();
    await mkdir(logs(cwd), { recursive: true });
    for (let n = 0; n < 60; n++) {
      const path = join(logs(cwd), `plan_${n}_x.log`);
      await writeFile(path, "");
      await utimes(path, n, n);
    }
    await runCli(GENERATE, { cwd });
    const names = await readdir(logs(cwd));
    expect(names).toHaveLength(51);
    expect(names).not.toContain("plan_9_x.log");
    expect(names).toContain("plan_10_x.log");
  });

  it("begins again once it has grown beyond 256 kB, and keeps the part before", async () => {
    const cwd = await aPlace();
    await runCli(GENERATE, { cwd });
    const [name = ""] = await readdir(logs(cwd));
    const path = join(logs(cwd), name);
    const full = "x".repeat(256 * 1024 - (await readFile(path)).length);
    await appendFile(path, full);
    await runCli([...GENERATE, "--force"], { cwd });
    expect(await readdir(logs(cwd))).toEqual([name]);
    const grown = await readFile(path, "utf8");
    expect(grown).toContain(full);
    await runCli([...GENERATE, "--force"], { cwd });
    expect((await readdir(logs(cwd))).sort()).toEqual([name, `${name}.1`]);
    expect(await readFile(`${path}.1`, "utf8")).toBe(grown);
    expect((await readFile(path, "utf8")).split("\n")).toHaveLength(5);
  });

  it("is left out where it cannot be kept, and the plan is made", async () => {
    const cwd = await aPlace();
    await writeFile(join(cwd, "home"), "a file");
    expect((await runCli(GENERATE, { cwd })).code).toBe(0);
    expect((await runCli(["status", "mine"], { cwd })).out).toContain("Log     none was kept");
  });
});
