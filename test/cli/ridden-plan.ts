import { mkdir, readFile, utimes, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { PlanFile } from "../../src/plan/schema.ts";
import type { Workout } from "../../src/workout/schema.ts";
import { wattsOfSession } from "../support/a-ridden-session.ts";
import { fitRide } from "../support/fit-ride.ts";
import { FIVE, FIXED, runCli } from "./run-cli.ts";

const EVENT = ["--event-date", "2027-02-28", "--event-type", "century"];
const FTP = 265;

/** A place with the plan `mine`, from 7 Dec 2026 to a century on 28 Feb 2027. */
export async function aPlanToRide(): Promise<string> {
  const { cwd, code, err } = await runCli(["generate", ...FIXED, ...FIVE, ...EVENT, "--plan-id", "mine", "--quiet"]);
  if (code !== 0) throw new Error(err);
  return cwd;
}

/** The rides of a week, in order. */
export async function ridesOfWeek(cwd: string, week: number): Promise<readonly Workout[]> {
  const plan = JSON.parse(await readFile(join(cwd, "plans", "mine_plan.json"), "utf8")) as PlanFile;
  const found = plan.training_plan.weekly_plan.find(({ week_number: number }) => number === week);
  return found?.workouts.filter(({ segments }) => segments.length > 0) ?? [];
}

interface How {
  readonly change?: Parameters<typeof wattsOfSession>[2];
  /** Stopped after so many. */
  readonly minutes?: number;
  /** Another day than the session's. */
  readonly date?: string;
}

/** Rides a session and leaves its recording in a folder, as old as the ride is. */
export async function rode(
  folder: string,
  workout: Workout,
  { change, minutes, date = workout.date }: How = {},
): Promise<void> {
  const watts = wattsOfSession(workout, FTP, change);
  const bytes = fitRide({
    start: `${date}T09:00:00Z`,
    watts: watts.slice(0, minutes === undefined ? undefined : minutes * 60),
  });
  const path = join(folder, `${date}.fit`);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, bytes);
  await utimes(path, new Date(`${date}T12:00:00Z`), new Date(`${date}T12:00:00Z`));
}
