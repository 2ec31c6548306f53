import { dirname } from "node:path";
import { nearest } from "../../athlete/parse-suggest.ts";
import { PlanError } from "../../base/errors.ts";
import { cleanLine } from "../../base/text.ts";
import { jobFileOf, jobFilesIn, type JobFile } from "../../storage/job-files.ts";
import { namedPlanFile } from "../../storage/plan-folder.ts";

/** What the rider typed of a job, and where it is looked for. */
export interface JobSearch {
  readonly given: string;
  /** The same as a path, made absolute. */
  readonly path: string;
  /** Where plans are written; then where the command was called. */
  readonly directories: readonly [string, ...string[]];
}

/** A job by its id, by the id of its plan, or by one of the plan's files. Throws NOT_FOUND. */
export async function findJob({ given, path, directories }: JobSearch): Promise<JobFile> {
  const named = namedPlanFile(path);
  const beside = named && (await jobFileOf(dirname(path), named.planId));
  if (beside) return beside;
  const files = (await Promise.all([...new Set(directories)].map(jobFilesIn))).flat();
  const found = files.find(({ record }) => record?.id === given) ?? files.find(({ planId }) => planId === given);
  if (found) return found;
  const known = files.flatMap(({ record, planId }) => [...(record ? [record.id] : []), planId]);
  const meant = nearest(given, known);
  throw new PlanError({
    code: "NOT_FOUND",
    message: `There is no job "${cleanLine(given, 80)}" in ${directories[0]}.`,
    hint: meant === undefined ? "Run cycling-plan status to see all of them." : `Did you mean ${meant}?`,
  });
}
