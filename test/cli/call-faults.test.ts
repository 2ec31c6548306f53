import { mkdir, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { jobSchema } from "../../src/plan/schema.ts";
import { IS_LONG } from "../support/draws.ts";
import { watchCalls } from "../support/faulty-disk.mjs";
import { aPlace, flat, runCli, type Ran } from "./run-cli.ts";

/**
 * One call of the disk that fails, readings too, and none after it: a bad sector, a file that a scanner holds open, a
 * process out of handles. `faults.test.ts` and `every-write.test.ts` have the disks that stay broken.
 */
const CODES = ["EIO", "EACCES", "ENOSPC", "EMFILE"] as const;
const DAY = { CYCLING_PLAN_TODAY: "2026-12-01", CYCLING_PLAN_SEED: "s" };
const PLAN = ["generate", "--ftp", "265", "--hours", "8", "--days", "tue,thu,sat,sun", "--experience", "intermediate", "--weeks", "4", "--plan-id", "mine", "--quiet"]; // prettier-ignore
const AGAIN = [...PLAN.map((word) => (word === "265" ? "250" : word)), "--force"];
const CHANGE = ["change", "drop", "2026-12-10", "--plan", "mine", "--yes", "--quiet"];
const EXPORT = ["export", "mine", "--format", "zwo,ics"];

const disk: { at: number; count: number; code: string; place: string; failed: string } = {
  at: Infinity,
  count: 0,
  code: "EIO",
  place: "",
  failed: "",
};
const unwatch = watchCalls((name, path) => {
  // Only what the command itself reads and writes of the rider: its own package is whole.
  if (typeof path !== "string" || !path.startsWith(disk.place) || disk.place === "") return;
  disk.count += 1;
  if (disk.count !== disk.at) return;
  disk.failed = `${name} ${path.slice(disk.place.length)}`;
  throw Object.assign(new Error(`${disk.code}: ${name}`), { code: disk.code, syscall: name, path });
});
afterAll(unwatch);

/** A command with the nth call of the disk failing. */
async function withFault(cwd: string, args: readonly string[], { at, code }: { at: number; code: string }): Promise<Ran> {
  Object.assign(disk, { at, count: 0, code, place: cwd, failed: "" });
  try {
    return await runCli(args, { cwd, env: DAY });
  } finally {
    disk.place = "";
  }
} // prettier-ignore
const well = (cwd: string, args: readonly string[]): Promise<Ran> => runCli(args, { cwd, env: DAY });

/** Every file of plans and workouts as it stands; records of runs aside, which tell how each run went. */
async function filesIn(cwd: string): Promise<Map<string, string>> {
  const found = await readdir(cwd, { recursive: true, withFileTypes: true });
  const paths = found
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(cwd.length))
    .filter((path) => /^.(?:plans|workouts)/.test(path))
    .sort();
  return new Map(
    await Promise.all(paths.map(async (path) => [path, await readFile(join(cwd, path), "utf8")] as const)),
  );
}
const isStaging = (path: string): boolean => path.includes(".cycling-plan-");
const whole = (files: Map<string, string>): [string, string][] =>
  [...files].filter(([path]) => !isStaging(path) && !path.endsWith("_job.json"));

const isOpen = (text: string | undefined): boolean =>
  text !== undefined && ["queued", "running"].includes(jobSchema.parse(JSON.parse(text)).status);

/** What a rider does next: the same again, or what is open first. */
async function goOn(cwd: string, args: readonly string[]): Promise<void> {
  if (args[0] === "generate" && isOpen((await filesIn(cwd)).get("/plans/mine_job.json"))) {
    const resumed = await well(cwd, ["generate", "--resume", "mine", "--quiet"]);
    if (resumed.code === 0) return;
  }
  if (args === CHANGE && (await well(cwd, ["changes", "mine", "--json"])).out.includes('"step": 1')) return;
  expect((await well(cwd, args)).code, args.join(" ")).toBeOneOf([0, 2]);
}

/** A folder in which all of this has been done: an export remembers where it lies, so none is a copy of another. */
async function prepared(setup: readonly (readonly string[])[]): Promise<string> {
  const cwd = await aPlace();
  await mkdir(join(cwd, "plans"), { recursive: true });
  for (const one of setup) expect((await well(cwd, one)).code).toBe(0);
  return cwd;
}

interface Case {
  readonly setup: readonly (readonly string[])[];
  readonly args: readonly string[];
  readonly old: readonly [string, string][];
  readonly expected: readonly [string, string][];
}

/** What is wrong where one call failed; none where all is well. */
async function faultAt(of: Case, at: number, code: string): Promise<string[]> {
  const cwd = await prepared(of.setup);
  const ran = await withFault(cwd, of.args, { at, code });
  const where = `${code} at call ${at}, ${disk.failed}: exit ${ran.code ?? "none"} ${flat(ran.err)}`;
  const expected = JSON.stringify(of.expected);
  const after = new Map(whole(await filesIn(cwd)));
  const news = new Map(of.expected);
  const faults: string[] = [];
  if (ran.code === 0) faults.push(...(JSON.stringify([...after]) === expected ? [] : ["is not whole, and says nothing"]));
  else {
    if (ran.code !== 2 || !/^error {2}\S/.test(ran.err)) faults.push("is not told in one sentence with exit code 2");
    const lost = of.old.filter(([path, text]) => ![text, news.get(path)].includes(after.get(path)));
    faults.push(...lost.map(([path]) => `${path} is neither old nor new`));
  }
  await goOn(cwd, of.args);
  const end = await filesIn(cwd);
  if (JSON.stringify(whole(end)) !== expected) faults.push("going on ends otherwise");
  return faults.map((fault) => `${fault}: ${where}`);
} // prettier-ignore

describe("one call of the disk that fails", () => {
  it.each([
    ["generate", [], PLAN, 60, 31],
    ["generate --force", [PLAN], AGAIN, 60, 47],
    ["change", [PLAN], CHANGE, 30, 37],
    ["export", [PLAN], EXPORT, 30, 85],
    ["export after a change", [PLAN, EXPORT, CHANGE], EXPORT, 30, 91],
  ] as const)("%s ends in one sentence or as it should, and loses nothing", async (_, setup, args, least, stride) => {
    const calm = await prepared(setup);
    const old = whole(await filesIn(calm));
    expect((await withFault(calm, args, { at: Infinity, code: "EIO" })).code).toBe(0);
    const calls = disk.count;
    expect(calls).toBeGreaterThanOrEqual(least);
    const of = { setup, args, old, expected: whole(await filesIn(calm)) };
    const faults: string[] = [];
    for (let n = 1; n <= calls; n += IS_LONG ? 1 : stride)
      for (const code of IS_LONG ? CODES : [CODES[n % CODES.length] ?? "EIO"]) faults.push(...(await faultAt(of, n, code)));
    expect(faults).toEqual([]);
  }, 7_200_000); // prettier-ignore
});
