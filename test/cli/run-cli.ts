import { cp, mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { execa, type Options } from "execa";
import { onTestFinished } from "vitest";
import { parseDate, type CalendarDate } from "../../src/base/calendar.ts";
import { COMMANDS } from "../../src/cli/command-table.ts";
import { run } from "../../src/cli/run.ts";
import { aSystem } from "../unit/cli/a-system.ts";
import { withoutProgress } from "../../scripts/recordings.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
export const BIN = join(ROOT, "bin", "cycling-plan.js");
export const REQUESTS = join(ROOT, "fixtures", "requests");

/** The five flags of the smallest request. */
export const FIVE = [
  "--ftp",
  "265",
  "--hours",
  "8",
  "--days",
  "tue,thu,sat,sun",
  "--experience",
  "intermediate",
  "--weeks",
  "12",
];
/** Day and seed of a run that can be repeated. */
export const FIXED = ["--today", "2026-12-01", "--seed", "s"];

export interface Ran {
  readonly cwd: string;
  readonly code: number | undefined;
  readonly out: string;
  readonly err: string;
}

/** An empty folder to stand in, with the request fixtures beside it. */
export async function aPlace(): Promise<string> {
  const root = await realpath(await mkdtemp(join(tmpdir(), "cycling-plan-cli-")));
  onTestFinished(() => rm(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }));
  await cp(REQUESTS, join(root, "requests"), { recursive: true });
  return root;
}

/** The machine as a test shows it: nobody's settings, no colour, no terminal. */
export const cleanEnv = (cwd: string, change: Record<string, string> = {}): Record<string, string> => ({
  PATH: process.env.PATH ?? "",
  SystemRoot: process.env.SystemRoot ?? "",
  HOME: join(cwd, "home"),
  USERPROFILE: join(cwd, "home"),
  NO_COLOR: "1",
  // From 22 on Node would keep the compiled program in this home.
  NODE_DISABLE_COMPILE_CACHE: "1",
  ...change,
});

/** Numbers that no process of this machine has. */
let processId = 2 ** 23;
const living = new Set<number>();

function isProcess(id: number): boolean {
  try {
    return living.has(id) || process.kill(id, 0);
  } catch {
    return false;
  }
}

/** The civil day where the tests run. */
function civilDay(): CalendarDate {
  const day = parseDate(new Intl.DateTimeFormat("en-CA").format(new Date()));
  if (day === undefined) throw new Error("this machine has no day");
  return day;
}

interface Machine {
  readonly cwd?: string;
  readonly env?: Record<string, string>;
  /** What stands in standard input. */
  readonly input?: string;
}

/**
 * The whole program on one command line, in a folder of its own, with real files: inside the test, because a process of
 * its own takes ten times as long. What only a process has (signals, the launcher, Node's own variables, several writers
 * at once) asks for `runProcess`.
 */
export async function runCli(args: readonly string[], { cwd, env = {}, input }: Machine = {}): Promise<Ran> {
  const ofProcess = Object.keys(env).filter((name) => /^(NODE_.*|FORCE_COLOR)$/.test(name));
  if (ofProcess.length > 0) throw new Error(`${ofProcess.join()} means something to a process only: call runProcess`);
  const place = cwd ?? (await aPlace());
  const id = (processId += 1);
  living.add(id);
  const system = aSystem({
    argv: args,
    env: cleanEnv(place, env),
    cwd: place,
    home: env.HOME ?? join(place, "home"),
    platform: process.platform,
    nodeVersion: process.versions.node,
    timeZone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    packageDirectory: ROOT,
    readInput: () => Promise.resolve(Buffer.from(input ?? "")),
    input: () => Readable.from([Buffer.from(input ?? "")]),
    now: () => new Date(),
    today: civilDay,
    newSeed: () => crypto.randomUUID(),
    processId: id,
    isRunning: isProcess,
  });
  const zone = process.env.TZ;
  try {
    if (env.TZ !== undefined) process.env.TZ = env.TZ;
    const code = await run(system, COMMANDS);
    const { out, err } = system.printed();
    return { cwd: place, code, out, err: withoutProgress(err) };
  } finally {
    living.delete(id);
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  }
}

/** The real program, built, as a process of its own. */
export async function runProcess(
  args: readonly string[],
  { cwd, env, ...options }: Options & { cwd?: string; env?: Record<string, string> } = {},
): Promise<Ran> {
  const place = cwd ?? (await aPlace());
  const ran = await execa(process.execPath, [BIN, ...args], {
    cwd: place,
    reject: false,
    extendEnv: false,
    stripFinalNewline: false,
    env: cleanEnv(place, env),
    stdin: options.input === undefined ? "ignore" : "pipe",
    ...options,
  });
  return { cwd: place, code: ran.exitCode, out: String(ran.stdout), err: withoutProgress(String(ran.stderr)) };
}

/** Words in one line, however they were wrapped. */
export const flat = (text: string): string => text.replace(/\s+/g, " ");
