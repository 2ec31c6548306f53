import { readdir, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { systemCode } from "./file-errors.ts";

/** Which of a plan's files a name stands for. */
export type PlanFileKind =
  "plan" | "overview" | "profile" | "job" | "request" | "week" | "activities" | "changes" | "done" | "rides";

const FILE_NAME =
  /^(.+)_(?:(plan|overview|profile|job|request)\.json|(week)_\d+\.json|(activities)\.csv|(changes|done|rides)\.jsonl)$/;

export interface NamedPlanFile {
  readonly planId: string;
  readonly kind: PlanFileKind;
}

const KINDS: readonly PlanFileKind[] = [
  "plan",
  "overview",
  "profile",
  "job",
  "request",
  "week",
  "activities",
  "changes",
  "done",
  "rides",
];

/** Reads a file name of ours; undefined for any other. */
export function namedPlanFile(path: string): NamedPlanFile | undefined {
  const match = FILE_NAME.exec(basename(path));
  const kind = KINDS.find((name) => match?.slice(2).includes(name));
  return match?.[1] === undefined || kind === undefined ? undefined : { planId: match[1], kind };
}

/** The paths of one plan's files. */
export interface PlanPaths {
  readonly plan: string;
  readonly overview: string;
  readonly profile: string;
  readonly job: string;
  readonly activities: string;
  /** What the plan was made from. */
  readonly request: string;
  readonly week: (number: number) => string;
}

export const planPaths = (directory: string, planId: string): PlanPaths => ({
  plan: join(directory, `${planId}_plan.json`),
  overview: join(directory, `${planId}_overview.json`),
  profile: join(directory, `${planId}_profile.json`),
  job: join(directory, `${planId}_job.json`),
  activities: join(directory, `${planId}_activities.csv`),
  request: join(directory, `${planId}_request.json`),
  week: (number) => join(directory, `${planId}_week_${number}.json`),
});

/** What stands at a path; "nothing" also where a part of the path is missing. */
export async function kindOfPath(path: string): Promise<"file" | "directory" | "nothing"> {
  try {
    return (await stat(path)).isDirectory() ? "directory" : "file";
  } catch (error) {
    if (["ENOENT", "ENOTDIR", "ENAMETOOLONG", "EINVAL", "ELOOP"].includes(systemCode(error) ?? "")) return "nothing";
    throw error;
  }
}

/** Names in a directory, sorted; empty where there is none. */
export async function namesIn(directory: string): Promise<string[]> {
  try {
    return (await readdir(directory)).sort();
  } catch (error) {
    if (["ENOENT", "ENOTDIR"].includes(systemCode(error) ?? "")) return [];
    throw error;
  }
}

/** Names of the files that belong to one plan. */
export const filesOfPlan = async (directory: string, planId: string): Promise<string[]> =>
  (await namesIn(directory)).filter((name) => namedPlanFile(name)?.planId === planId);

/** Ids of the finished plans in a directory, sorted. */
export const plansIn = async (directory: string): Promise<string[]> =>
  (await namesIn(directory)).flatMap((name) => {
    const named = namedPlanFile(name);
    return named?.kind === "plan" ? [named.planId] : [];
  });
