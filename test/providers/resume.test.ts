import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { execa } from "execa";
import { describe, expect, it } from "vitest";
import { jobSchema } from "../../src/plan/schema.ts";
import { aPlace, BIN, cleanEnv, FIVE, FIXED, flat, runCli } from "../cli/run-cli.ts";
import { askedOf, goodAnswer, weekOf } from "../support/a-coach.ts";
import { aService, say, type Act } from "./a-service.ts";
import { envFor, generate, KEY, lawfulPlan } from "./generating.ts";

const LLM = ["--workout-source", "llm", "--concurrency", "2"];

/** A service that writes weeks well, and does something else from one week on. */
const failingFrom = (first: number, act: Act) =>
  aService({
    acts: (body) => {
      const asked = askedOf(body);
      return (weekOf(asked) ?? 0) >= first ? act : say(goodAnswer(asked));
    },
  });

async function filesOf(cwd: string): Promise<Map<string, string>> {
  const folder = join(cwd, "plans");
  const names = (await readdir(folder).catch(() => [])).filter(
    (name) => !name.startsWith(".") && name !== "p_job.json",
  );
  return new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), "utf8")] as const)),
  );
}

const job = async (cwd: string): Promise<string> => readFile(join(cwd, "plans", "p_job.json"), "utf8");

let whole: Map<string, string> | undefined;

/** The plan of a run that nothing interrupted. */
async function undisturbed(): Promise<Map<string, string>> {
  if (whole !== undefined) return whole;
  const ran = await generate("openai", await failingFrom(99, say("")), LLM);
  expect(ran.code).toBe(0);
  return (whole = await filesOf(ran.cwd));
}

/** Goes on with the run, which must ask for what is missing and nothing else, and end in the plan of an undisturbed run. */
async function goesOn(cwd: string): Promise<void> {
  const before = await filesOf(cwd);
  const missing = 12 - [...before.keys()].filter((name) => name.includes("_week_")).length;
  const service = await failingFrom(99, say(""));
  const ran = await runCli(["generate", "--resume", "p"], { cwd, env: envFor("openai", service) });
  expect(ran.err).not.toContain("error");
  await lawfulPlan(ran);
  expect(service.seen).toHaveLength(missing);
  expect(service.seen.every(({ body }) => weekOf(askedOf(body)) !== undefined)).toBe(true);
  const after = await filesOf(cwd);
  for (const [name, text] of before) expect(after.get(name), name).toBe(text);
  expect(after).toEqual(await undisturbed());
}

/** A run that is stopped by a signal as soon as its third week is there; the service says nothing for later ones. */
async function stoppedBy(signal: "SIGINT" | "SIGKILL") {
  const cwd = await aPlace();
  const service = await failingFrom(4, { kind: "silence" });
  const args = [
    "generate",
    ...FIVE,
    ...FIXED,
    "--plan-id",
    "p",
    "--provider",
    "openai",
    "--overview-by",
    "model",
    ...LLM,
  ];
  const running = execa(process.execPath, [BIN, ...args], {
    cwd,
    reject: false,
    extendEnv: false,
    env: cleanEnv(cwd, envFor("openai", service)),
  });
  // The overview and three weeks, on disk and counted: a kill between the two loses the count of that week's tokens.
  const answered = async (): Promise<number> =>
    Number(/"requests": (\d+)/.exec(await job(cwd).catch(() => ""))?.[1] ?? 0);
  const isThere = async (): Promise<boolean> => (await filesOf(cwd)).has("p_week_3.json") && (await answered()) >= 4;
  for (let i = 0; i < 400 && !(await isThere()); i++) await new Promise((done) => setTimeout(done, 50));
  running.kill(signal);
  const { exitCode, stderr } = await running;
  expect([...(await filesOf(cwd)).keys()]).toContain("p_week_3.json");
  return { cwd, code: exitCode, err: stderr };
}

describe("a run with a model that does not come to its end", () => {
  it("keeps its weeks where the service fails, says how to go on, and goes on", async () => {
    const service = await failingFrom(6, { kind: "status", status: 429, retryAfter: "3600" });
    const ran = await generate("openai", service, LLM);
    expect(ran.code).toBe(3);
    expect(ran.out).toBe("");
    expect(flat(ran.err)).toContain("5 of 12 weeks are kept");
    expect(flat(ran.err)).toContain("cycling-plan generate --resume p");
    expect((await readdir(join(ran.cwd, "plans"))).filter((name) => name.includes("_week_"))).toHaveLength(5);
    expect(await job(ran.cwd)).not.toContain(KEY);
    const status = await runCli(["status", "p"], { cwd: ran.cwd });
    expect(flat(status.out)).toContain("interrupted, 5 of 12 weeks on disk");
    expect(flat(status.out)).toContain("cycling-plan generate --resume p");
    await goesOn(ran.cwd);
    expect(jobSchema.parse(JSON.parse(await job(ran.cwd)))).toMatchObject({
      status: "completed",
      progress: { weeks_done: 12 },
    });
  });

  it("goes on after Ctrl-C", async () => {
    const { cwd, code, err } = await stoppedBy("SIGINT");
    expect(code).toBe(130);
    expect(flat(err)).toContain("cycling-plan generate --resume p");
    await goesOn(cwd);
  });

  it("goes on after kill -9", async () => {
    const { cwd } = await stoppedBy("SIGKILL");
    await goesOn(cwd);
  });

  it("does not ask again for an overview that it has", async () => {
    const ran = await generate("openai", await failingFrom(1, { kind: "status", status: 401 }), LLM);
    expect(ran.code).toBe(3);
    expect(flat(ran.err)).toContain("0 of 12 weeks are kept");
    await goesOn(ran.cwd);
  });

  it("leaves a week alone that somebody changed", async () => {
    const { cwd } = await generate("openai", await failingFrom(6, { kind: "status", status: 401 }), LLM);
    const path = join(cwd, "plans", "p_week_2.json");
    const text = (await readFile(path, "utf8")).replace("Strong efforts", "My own words");
    await writeFile(path, text);
    const ran = await runCli(["generate", "--resume", "p"], {
      cwd,
      env: envFor("openai", await failingFrom(99, say(""))),
    });
    expect(ran.code).toBe(0);
    expect(await readFile(path, "utf8")).toBe(text);
  });

  it("keeps the older plan of its name until the new one is whole", async () => {
    const { cwd } = await generate("openai", await failingFrom(99, say("")), LLM);
    const before = await filesOf(cwd);
    const service = await failingFrom(6, { kind: "status", status: 401 });
    const ran = await generate("openai", service, [...LLM, "--force", "--goal", "Climb better"], cwd);
    expect(ran.code).toBe(3);
    expect(flat(ran.err)).not.toContain("are kept");
    expect(await filesOf(cwd)).toEqual(before);
  });
});
