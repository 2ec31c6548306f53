import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { JobRecord } from "../plan/schema.ts";
import { filesOfPlan, namedPlanFile, namesIn, planPaths } from "./plan-folder.ts";
import { readJob } from "./read-job.ts";

/** A job record as it lies in a directory. */
export interface JobFile {
  readonly planId: string;
  readonly directory: string;
  readonly path: string;
  /** Undefined where the file is no job record that can be read. */
  readonly record: JobRecord | undefined;
  /** Week files of its plan on disk. */
  readonly weeksOnDisk: number;
  /** When the record was last written, in milliseconds since 1970. */
  readonly changedAt: number;
}

/** The job record of a plan id, or undefined where there is none. */
export async function jobFileOf(directory: string, planId: string): Promise<JobFile | undefined> {
  const path = planPaths(directory, planId).job;
  const found = await stat(path).catch(() => undefined);
  if (found?.isFile() !== true) return undefined;
  const [record, names] = await Promise.all([readJob(path), filesOfPlan(directory, planId)]);
  const weeksOnDisk = names.filter((name) => namedPlanFile(name)?.kind === "week").length;
  return { planId, directory, path, record, weeksOnDisk, changedAt: found.mtimeMs };
}

/** Every job record of a directory, the newest run last. */
export async function jobFilesIn(directory: string): Promise<JobFile[]> {
  const ids = (await namesIn(directory)).flatMap((name) => {
    const named = namedPlanFile(join(directory, name));
    return named?.kind === "job" ? [named.planId] : [];
  });
  const files = await Promise.all(ids.map((id) => jobFileOf(directory, id)));
  const orderOf = ({ record, path }: JobFile): string => `${record?.created_at ?? ""} ${path}`;
  return files.filter((file) => file !== undefined).sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
}
