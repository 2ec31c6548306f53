import { existsSync, renameSync } from "node:fs";
import { cp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { COMMANDS } from "../../src/cli/command-table.ts";
import { run } from "../../src/cli/run.ts";
import { jobSchema } from "../../src/plan/schema.ts";
import { IS_LONG } from "../support/draws.ts";
import { garminCsv } from "../support/exports.ts";
import { watchWrites } from "../support/faulty-disk.mjs";
import { aSystem } from "../unit/cli/a-system.ts";
import { aPlace, flat } from "./run-cli.ts";
import { QUESTIONS, TO_THE_END, type Reply } from "./wizard/a-rider.ts";

/**
 * Runs that end at one write each: too many for processes of their own, so these run inside the test. At the
 * write in question, and at every later one, the disk is gone: what is on it then is what a killed process leaves.
 * `faults.test.ts` does the same with real processes and a real kill, at some of the writes.
 */
const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const disk = { at: Infinity, count: 0, hasLinks: true, vanishing: "", away: "" };
const gone = (): never => {
  throw new Error("killed");
};
const noLinks = (): never => {
  throw Object.assign(new Error("EPERM: link"), { code: "EPERM" });
};
/** Moved away at once: files that are just being written go with it, as they do where a disk is taken out. */
const vanish = (): void => {
  if (existsSync(disk.vanishing)) renameSync(disk.vanishing, disk.away);
};
const unwatch = watchWrites((name) => {
  disk.count += 1;
  if (name === "link" && !disk.hasLinks) return noLinks;
  if (disk.vanishing !== "") return disk.count === disk.at ? vanish : undefined;
  return disk.count >= disk.at ? gone : undefined;
});

afterAll(unwatch);

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Types the reply to a question once it has been shown. */
function typist(replies: readonly Reply[]): { readonly keys: PassThrough; readonly shown: (text: string) => void } {
  const keys = new PassThrough();
  let seen = "";
  const shown = (text: string): void => {
    seen += text;
    const reply = replies.find(([words]) => flat(seen).includes(words));
    if (reply === undefined) return;
    seen = "";
    setImmediate(() => keys.write(reply[1].replaceAll("\r", "\n")));
  };
  return { keys, shown };
}

let processes = 1000;

/** One command in a folder, as a process of its own; killed at a write where `killedAt` says so. */
async function command(cwd: string, argv: readonly string[], killedAt = Infinity, replies: readonly Reply[] = []): Promise<Ran> {
  const { keys, shown } = typist(replies);
  let [out, err] = ["", ""];
  const isAsked = replies.length > 0;
  const system = aSystem({
    argv, cwd, home: join(cwd, "home"), packageDirectory: ROOT, processId: (processes += 1), newSeed: () => `s${processes}`,
    isTerminal: { input: isAsked, output: isAsked, chatter: isAsked }, keys: () => keys,
    out: (text) => { out += text; shown(text); },
    err: (text) => { err += text; shown(text); },
  }); // prettier-ignore
  Object.assign(disk, { at: killedAt, count: 0 });
  try {
    return { code: await run(system, COMMANDS), out, err };
  } finally {
    disk.at = Infinity;
  }
} // prettier-ignore

const GENERATE = ["generate", "--today", "2026-12-01", "--seed", "s", "--ftp", "265", "--hours", "8", "--days", "tue,thu,sat,sun", "--experience", "intermediate", "--weeks", "4", "--plan-id", "mine", "--quiet"]; // prettier-ignore
const SCHEDULE = ["schedule", "mine", "--start", "2027-02-01"];
const CANCEL = ["schedule", "mine", "--cancel"];
const RESUME = ["generate", "--resume", "mine", "--quiet"];
const WIZARD = ["generate", "--today", "2026-12-01", "--seed", "s", "--plan-id", "mine", "--plain"];
const REPLIES: readonly Reply[] = [["Go on with them?", "1\n"], ...QUESTIONS, ...TO_THE_END];

const RIDES = garminCsv(
  Array.from({ length: 40 }, (_, i) => ({
    date: `${new Date(Date.UTC(2026, 10, 30) - i * 2 * 86_400_000).toISOString().slice(0, 10)} 17:00:00`,
    time: "01:30:00",
    tss: "77.0",
  })),
);

/** Every file below a folder with its text, hidden ones by name. */
async function filesIn(cwd: string): Promise<Map<string, string>> {
  const names = (await readdir(cwd, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && !entry.parentPath.includes("requests") && !entry.name.endsWith(".log"))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const texts = names.map(async (name) => {
    const text = await readFile(name, "utf8");
    return [name.slice(cwd.length), text.replaceAll(cwd, "HERE")] as const;
  });
  return new Map(await Promise.all(texts));
}

/** Files in whole, not what a killed writer left half done under a hidden name. */
const visible = (files: Map<string, string>): [string, string][] =>
  [...files].filter(([name]) => !name.includes("/.cycling-plan-"));

const isOpen = (text: string | undefined): boolean =>
  text !== undefined && ["queued", "running"].includes(jobSchema.parse(JSON.parse(text)).status);

/** Goes on as a rider would after a power cut. */
async function goOn(cwd: string, again: () => Promise<Ran>): Promise<void> {
  const job = (await filesIn(cwd)).get("/plans/mine_job.json");
  if (isOpen(job)) expect(await command(cwd, RESUME)).toMatchObject({ code: 0, err: "" });
  else expect((await again()).code).toBeOneOf([0, 2]);
}

interface Killing {
  /** Commands before it. */
  readonly before: readonly (readonly string[])[];
  readonly act: (cwd: string, killedAt?: number) => Promise<Ran>;
  /** Fewer writes than these would mean that they are not counted. */
  readonly least: number;
  /** Kills at one write in so many; at every one in the long run. */
  readonly stride: number;
  /** Which files must be those of an undisturbed run. */
  readonly counts: (name: string) => boolean;
}

/** Kills a command at its writes; afterwards every file is whole, and going on ends in the files of an undisturbed run. */
async function killedEverywhere({ before, act, least, stride, counts }: Killing): Promise<void> {
  const start = await aPlace();
  for (const argv of before) expect((await command(start, argv)).code).toBe(0);
  const folder = async (): Promise<string> => {
    const cwd = await aPlace();
    await cp(start, cwd, { recursive: true });
    return cwd;
  };
  const seen = async (cwd: string): Promise<[string, string][]> =>
    visible(await filesIn(cwd)).filter(([name]) => counts(name));
  const calm = await folder();
  expect((await act(calm)).code).toBe(0);
  const writes = disk.count;
  const expected = await seen(calm);
  expect(writes).toBeGreaterThanOrEqual(least);
  for (let n = 1; n <= writes; n += IS_LONG ? 1 : stride) {
    const cwd = await folder();
    await act(cwd, n);
    for (const [name, text] of visible(await filesIn(cwd)).filter(([name]) => name.endsWith(".json")))
      expect(() => JSON.parse(text) as unknown, `${name} after write ${n}`).not.toThrow();
    await goOn(cwd, () => act(cwd));
    expect(await seen(cwd), `write ${n} of ${writes}`).toEqual(expected);
  }
}

// A file is written in five steps: a stride of seven meets each of them, of other files each time.
describe("killed at a write", () => {
  it.each([
    ["generate", [], GENERATE, 60, 7],
    ["schedule", [GENERATE], SCHEDULE, 6, 1],
    ["schedule --cancel", [GENERATE, SCHEDULE], CANCEL, 6, 1],
  ] as const)("%s leaves whole files, and going on ends in the same bytes", async (_, before, argv, least, stride) => {
    const act: Killing["act"] = (cwd, killedAt) => command(cwd, argv, killedAt);
    await killedEverywhere({ before, act, least, stride, counts: () => true });
  }, 3_600_000); // prettier-ignore

  it("a plan that starts from rides is gone on with when the rides are not there any more", async () => {
    const act: Killing["act"] = async (cwd, killedAt) => {
      await writeFile(join(cwd, "rides.csv"), RIDES);
      const ran = await command(cwd, [...GENERATE, "--activities", "rides.csv", "--timezone", "UTC"], killedAt);
      await rm(join(cwd, "rides.csv"));
      return ran;
    };
    const start = await aPlace();
    await act(start);
    expect([...(await filesIn(start)).keys()]).toContain("/plans/mine_activities.csv");
    await killedEverywhere({ before: [], act, least: 60, stride: 17, counts: (name) => name.startsWith("/plans/") });
  }, 3_600_000);

  it("the wizard does, too: the plan is gone on with, or the answers are", async () => {
    const act: Killing["act"] = (cwd, killedAt) => command(cwd, WIZARD, killedAt, REPLIES);
    const counts = (name: string): boolean => name.startsWith("/plans/");
    await killedEverywhere({ before: [], act, least: 150, stride: 53, counts });
  }, 3_600_000);
});

describe("a directory that vanishes during the run", () => {
  it("at any write is a clear error or no matter, and the same command then makes the plan", async () => {
    const calm = await aPlace();
    await command(calm, GENERATE);
    const writes = disk.count;
    const expected = visible(await filesIn(calm));
    const away = await aPlace();
    for (let n = 1; n <= writes; n += IS_LONG ? 1 : 7) {
      const cwd = await aPlace();
      Object.assign(disk, { vanishing: join(cwd, "plans"), away: join(away, `plans-${n}`) });
      const { code, err } = await command(cwd, GENERATE, n);
      disk.vanishing = "";
      if (code !== 0) {
        expect(code, `write ${n}: ${err}`).toBe(2);
        expect(flat(err)).toContain("the directory does not exist or has just vanished");
      }
      await goOn(cwd, () => command(cwd, GENERATE));
      expect(visible(await filesIn(cwd)), `write ${n}`).toEqual(expected);
    }
  }, 3_600_000);
});

describe("a file system without hard links", () => {
  it("still has one winner where several make one plan, or schedule the same days", async () => {
    disk.hasLinks = false;
    try {
      const cwd = await aPlace();
      const made = await Promise.all([1, 2, 3].map(() => command(cwd, GENERATE)));
      expect(made.map(({ code }) => code).sort()).toEqual([0, 2, 2]);
      for (const { code, err } of made)
        if (code === 2) expect(flat(err)).toContain("already holds a plan mine, begun at this moment by another run");
      const starts = ["2027-02-01", "2027-02-08", "2027-02-15"];
      const dated = await Promise.all(starts.map((start) => command(cwd, ["schedule", "mine", "--start", start])));
      expect(dated.map(({ code }) => code).sort()).toEqual([0, 2, 2]);
      const names = await readdir(join(cwd, "plans"));
      expect(names.filter((name) => name.startsWith("instance") || name.startsWith("."))).toEqual(["instance_1.json"]);
    } finally {
      disk.hasLinks = true;
    }
  }, 3_600_000);
});
