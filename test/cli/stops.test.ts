import { spawn, type ChildProcess } from "node:child_process";
import { copyFile, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { aService } from "../providers/a-service.ts";
import { envFor } from "../providers/generating.ts";
import { IS_LONG } from "../support/draws.ts";
import { anIcuServer } from "./an-intervals-server.ts";
import { aLivingPlan, BY_POWER } from "./living-plan.ts";
import { aPlace, BIN, cleanEnv, FIVE, FIXED, flat, runCli, runProcess } from "./run-cli.ts";

const STOPS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
const LONG = 120_000;
/** How long a command may go on after it was asked to stop, on a machine that is busy with other tests. Milliseconds. */
const ENDS_WITHIN = 5000;

/** Says so once the program itself listens beside the launcher, with which it would simply end. */
const SAYS_IT_LISTENS =
  'data:text/javascript,process.on("newListener",(name)=>{if(name==="SIGHUP"&&process.listenerCount(name)===1)setTimeout(()=>process.stderr.write("listens\\n"),0)})';

interface Running {
  readonly child: ChildProcess;
  readonly err: () => string;
  readonly ended: Promise<{ readonly code: number | null; readonly after: number }>;
}

/** A command that runs, as a process of its own with standard input that nobody closes. */
async function started(cwd: string, args: readonly string[], env: Record<string, string>): Promise<Running> {
  const child = spawn(process.execPath, ["--import", SAYS_IT_LISTENS, BIN, ...args], {
    cwd,
    env: cleanEnv(cwd, env),
    stdio: ["pipe", "ignore", "pipe"],
  });
  let err = "";
  child.stderr.on("data", (text: Buffer) => (err += text.toString()));
  const ended = new Promise<{ code: number | null; after: number }>((resolve) => {
    child.on("exit", (code) => {
      resolve({ code, after: performance.now() });
    });
  });
  await vi.waitFor(() => {
    expect(err).toContain("listens");
  }, 20_000);
  return { child, err: () => err, ended };
}

interface Case {
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env?: Record<string, string>;
  /** Waits until the command is in the midst of its work. */
  readonly isAtWork?: () => unknown;
}

const TABLE_HEAD =
  "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,Max HR,Aerobic TE,Normalized Power® (NP®),Training Stress Score®,Moving Time";
const TABLE_ROW = 'Cycling,2026-11-01 10:00:00,false,"r",30.10,"1,825",01:10:10,--,171,3.0,180,70.0,01:00:00\n';
const ROWS = 400_000;
const WORKOUT = '<workout_file><workout><SteadyState Duration="3600" Power="0.64"/></workout></workout_file>';
const WORKOUTS = 1500;

const asking = (seen: readonly unknown[]) => (): void => {
  expect(seen.length).toBeGreaterThan(0);
};

const CASES: readonly (readonly [what: string, make: () => Promise<Case>])[] = [
  [
    "generate with a model that says nothing",
    async () => {
      const service = await aService({ acts: [{ kind: "silence" }] });
      const args = ["generate", ...FIVE, ...FIXED, "--plan-id", "p", "--provider", "openai"];
      return { cwd: await aPlace(), args, env: envFor("openai", service), isAtWork: asking(service.seen) };
    },
  ],
  [
    "generate with a model that stops in the middle of a word",
    async () => {
      const service = await aService({ acts: [{ kind: "stall" }] });
      const args = ["generate", ...FIVE, ...FIXED, "--plan-id", "p", "--provider", "ollama"];
      return { cwd: await aPlace(), args, env: envFor("ollama", service), isAtWork: asking(service.seen) };
    },
  ],
  [
    "doctor with a model that says nothing",
    async () => {
      const service = await aService({ acts: [{ kind: "silence" }] });
      const args = ["doctor", "--provider", "openai", "--model-timeout", "60"];
      return { cwd: await aPlace(), args, env: envFor("openai", service), isAtWork: asking(service.seen) };
    },
  ],
  ["generate", async () => ({ cwd: await aPlace(), args: ["generate", ...FIVE, ...FIXED, "--plan-id", "p"] })],
  [
    "generate on standard input",
    async () => ({ cwd: await aPlace(), args: ["generate", "--profile", "-", "--plan-id", "p"] }),
  ],
  ["mcp, before it reads", async () => ({ cwd: await aPlace(), args: ["mcp"] })],
  ["batch on standard input, before it reads", async () => ({ cwd: await aPlace(), args: ["batch", "-"] })],
  [
    "activities, in the second of two files",
    async () => {
      const cwd = await aPlace();
      await writeFile(join(cwd, "small.csv"), `${TABLE_HEAD}\n${TABLE_ROW}`);
      await writeFile(join(cwd, "big.csv"), `${TABLE_HEAD}\n${TABLE_ROW.repeat(ROWS)}`);
      return { cwd, args: ["activities", "small.csv", "big.csv"] };
    },
  ],
  [
    "library import of many files",
    async () => {
      const cwd = await aPlace();
      await mkdir(join(cwd, "mine"));
      for (let i = 0; i < WORKOUTS; i++) await writeFile(join(cwd, "mine", `ride ${i}.zwo`), WORKOUT);
      return { cwd, args: ["library", "import", "mine"] };
    },
  ],
  ["export", async () => ({ cwd: await aLivingPlan(BY_POWER), args: ["export", "mine", "--format", "all"] })],
  ["lint", async () => ({ cwd: await aLivingPlan(BY_POWER), args: ["lint", "mine"] })],
  [
    "pull from a calendar that says nothing",
    async () => {
      const server = await anIcuServer();
      server.act = () => "silence";
      const env = { CYCLING_PLAN_TODAY: "2027-01-06", ...server.env };
      return {
        cwd: await aLivingPlan(BY_POWER),
        args: ["pull", "mine", "--from", "intervals.icu"],
        env,
        isAtWork: asking(server.headers),
      };
    },
  ],
  [
    "push to a calendar that stops in the middle of its answer",
    async () => {
      const server = await anIcuServer();
      server.act = () => "stall";
      const env = { CYCLING_PLAN_TODAY: "2027-01-06", ...server.env };
      return { cwd: await aLivingPlan(BY_POWER), args: ["push", "mine"], env, isAtWork: asking(server.headers) };
    },
  ],
];

/** What a record says of its job; undefined where there is none. */
async function recordIn(cwd: string): Promise<string | undefined> {
  const text = await readFile(join(cwd, "plans", "p_job.json"), "utf8").catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as { message: string }).message;
}

/** What a rider hears afterwards of a run that was stopped before anything was kept. */
async function toldOfCancelled(cwd: string): Promise<void> {
  expect((await runCli(["status", "p"], { cwd })).out).toMatch(/: cancelled\n[^]*\nDo +\S/);
  const resumed = await runCli(["generate", "--resume", "p"], { cwd });
  expect([resumed.code, flat(resumed.err)]).toEqual([
    2,
    expect.stringContaining("The run for p was cancelled and wrote no plan; its answers were not kept."),
  ]);
}

const leftOvers = async (cwd: string): Promise<string[]> =>
  (await readdir(cwd, { recursive: true })).filter((name) => /\.cycling-plan-|\.lock$/.test(name));

/** All signals come to one place in the program: each command gets one of them in every run, and all of them in the long one. */
function signalsFor(what: string): readonly (typeof STOPS)[number][] {
  if (IS_LONG) return STOPS;
  return STOPS.slice(CASES.findIndex(([name]) => name === what) % STOPS.length).slice(0, 1);
}

describe.skipIf(process.platform === "win32").each(CASES)("%s", (what, make) => {
  it.each(signalsFor(what))("is stopped by %s, and says 130", { timeout: LONG }, async (signal) => {
    const { cwd, args, env = {}, isAtWork } = await make();
    const { child, err, ended } = await started(cwd, args, env);
    if (isAtWork !== undefined) await vi.waitFor(isAtWork, 20_000);
    const asked = performance.now();
    child.kill(signal);
    const { code, after } = await ended;
    expect(code, err()).toBe(130);
    expect(after - asked).toBeLessThan(ENDS_WITHIN);
    expect(err()).toMatch(/Stopped/);
    expect(err()).not.toMatch(/cannot be read|damaged|internal error/);
    if (what.startsWith("generate")) {
      const message = await recordIn(cwd);
      expect(message ?? "Cancelled").toMatch(/^Cancelled|weeks written/);
      if (message?.startsWith("Cancelled.") === true) await toldOfCancelled(cwd);
    }
    expect(await leftOvers(cwd)).toEqual([]);
  });
});

describe.skipIf(process.platform === "win32")("a second signal", () => {
  it.each(STOPS)("%s ends the program at once", { timeout: LONG }, async (signal) => {
    const service = await aService({ acts: [{ kind: "silence" }] });
    const cwd = await aPlace();
    const args = ["generate", ...FIVE, ...FIXED, "--plan-id", "p", "--provider", "openai"];
    const { child, ended } = await started(cwd, args, envFor("openai", service));
    await vi.waitFor(asking(service.seen), 20_000);
    child.kill(signal);
    child.kill("SIGINT");
    expect((await ended).code).toBe(130);
  });
});

describe.skipIf(process.platform !== "linux")("a run that was killed, and whose end nobody asked for", () => {
  it("holds nothing: the next one goes on", { timeout: LONG }, async () => {
    const cwd = await aPlace();
    const service = await aService({ acts: [{ kind: "silence" }] });
    const args = ["generate", ...FIVE, ...FIXED, "--plan-id", "p", "--provider", "openai"];
    const line = `"$0" "$@" & sleep 0.01; exec sleep 60`;
    const parent = spawn("bash", ["-c", line, process.execPath, BIN, ...args], { cwd, env: cleanEnv(cwd, envFor("openai", service)), stdio: "ignore" });
    await vi.waitFor(asking(service.seen), 20_000);
    const { process_id: id } = JSON.parse(await readFile(join(cwd, "plans", "p_job.json"), "utf8")) as { process_id: number };
    process.kill(id, "SIGKILL");
    await vi.waitFor(async () => { expect(await readFile(`/proc/${id}/stat`, "utf8")).toContain(") Z "); }, 20_000);
    const next = await runProcess(["status", "p"], { cwd });
    parent.kill("SIGKILL");
    expect(next.out).toContain("interrupted");
  });
}); // prettier-ignore

describe("a stop before the program is loaded", () => {
  it.each(STOPS)("is one: %s", async (signal) => {
    const cwd = await aPlace();
    for (const folder of ["bin", "dist"]) await mkdir(join(cwd, folder));
    await writeFile(join(cwd, "package.json"), '{"type":"module"}');
    await copyFile(BIN, join(cwd, "bin", "cycling-plan.js"));
    // A program that is loaded for ever.
    const loading =
      "console.log('loading'); await new Promise(() => setInterval(() => {}, 1000)); export const main = 0;";
    await writeFile(join(cwd, "dist", "main.js"), loading);
    const child = spawn(process.execPath, [join(cwd, "bin", "cycling-plan.js"), "today"], { env: cleanEnv(cwd) });
    child.stdout.once("data", () => child.kill(signal));
    const ended = await new Promise((resolve) => {
      child.on("exit", (code, by) => {
        resolve({ code, by });
      });
    });
    expect(ended).toEqual({ code: 130, by: null });
  });
});
