import { cp, mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { execa, type Options } from "execa";
import { onTestFinished } from "vitest";
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
  onTestFinished(() => rm(root, { recursive: true, force: true }));
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
  ...change,
});

/** The real process in a folder of its own. */
export async function runCli(
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
