import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "vitest";
import { FIVE, FIXED, runCli, type Ran } from "./run-cli.ts";

/** The rider of these plans, by what tells them how hard they ride. */
export const BY_POWER = FIVE;
export const BY_HEART_RATE = [
  "--train-by", "heart_rate", "--lthr", "165", "--hours", "8", "--days", "tue,thu,sat,sun",
  "--experience", "intermediate", "--weeks", "12",
]; // prettier-ignore
const EVENT = ["--event-date", "2027-02-28", "--event-type", "century"];

const on = (day: string): Record<string, string> => ({ CYCLING_PLAN_TODAY: day, CYCLING_PLAN_SEED: "s" });

/** A plan called mine, made on 1 December 2026 for a century on 28 February 2027; gives the folder that it was made in. */
export async function aLivingPlan(rider: readonly string[], ...more: string[]): Promise<string> {
  const { cwd, code, err } = await runCli(["generate", ...FIXED, ...rider, ...EVENT, "--plan-id", "mine", "--quiet", ...more]); // prettier-ignore
  expect({ code, err }).toMatchObject({ code: 0 });
  return cwd;
}

export const runOn = (cwd: string, day: string, ...args: string[]): Promise<Ran> => runCli(args, { cwd, env: on(day) });

/** `change WORDS --plan mine` on a day. */
export const changeOn = (cwd: string, day: string, words: string, ...flags: string[]): Promise<Ran> =>
  runOn(cwd, day, "change", ...words.split(" "), "--plan", "mine", ...flags);

/** What the rules say of the plan as it lies there: 0 is no hard finding. */
export const lintOn = async (cwd: string, day: string): Promise<number | undefined> =>
  (await runOn(cwd, day, "lint", "mine")).code;

/** All files of the plan, by name; without what was noted of its life. */
export async function planFiles(cwd: string): Promise<Record<string, string>> {
  const folder = join(cwd, "plans");
  const names = (await readdir(folder)).filter((name) => name.startsWith("mine") && !/changes|done/.test(name));
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), "utf8")] as const)),
  );
}
