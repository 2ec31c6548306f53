import { dirname } from "node:path";
import { nearest } from "../athlete/parse-suggest.ts";
import { PlanError } from "../base/errors.ts";
import { cleanLine } from "../base/text.ts";
import { jobFileOf, jobFilesIn, type JobFile } from "../storage/job-files.ts";
import { namedPlanFile } from "../storage/plan-folder.ts";
import { pathFrom } from "../cli/input.ts";
import type { Settings } from "../cli/settings.ts";
import type { System } from "../cli/system.ts";

/** A job by its id, by the id of its plan, or by one of the plan's files. */
export async function jobNamed(system: System, { out }: Settings, given: string): Promise<JobFile> {
  const path = pathFrom(system, given);
  const named = namedPlanFile(path);
  const beside = named && (await jobFileOf(dirname(path), named.planId));
  if (beside) return beside;
  const files = (await Promise.all([...new Set([out, system.cwd])].map(jobFilesIn))).flat();
  const found = files.find(({ record }) => record?.id === given) ?? files.find(({ planId }) => planId === given);
  if (found) return found;
  const known = files.flatMap(({ record, planId }) => [...(record ? [record.id] : []), planId]);
  const meant = nearest(given, known);
  throw new PlanError({
    code: "NOT_FOUND",
    message: `There is no job "${cleanLine(given, 80)}" in ${out}.`,
    hint: meant === undefined ? "Run cycling-plan status to see all of them." : `Did you mean ${meant}?`,
  });
}
