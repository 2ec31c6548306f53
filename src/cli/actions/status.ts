import { basename, dirname } from "node:path";
import { nearest } from "../../athlete/parse-suggest.ts";
import { PlanError } from "../../base/errors.ts";
import { jsonText } from "../../base/json.ts";
import { cleanLine } from "../../base/text.ts";
import { runStatus, type RunStatus } from "../../jobs/run-state.ts";
import { runPage, runsPage, type ShownRun } from "../../report/run-status.ts";
import { jobFileOf, jobFilesIn, type JobFile } from "../../storage/job-files.ts";
import { kindOfPath, namedPlanFile } from "../../storage/plan-folder.ts";
import { logPath } from "../../storage/run-log.ts";
import type { Action } from "../command-spec.ts";
import { pathFrom } from "../input.ts";
import { pageFor } from "../page.ts";
import { logDirectory } from "../run-logs.ts";
import { resolveSettings, type Settings } from "../settings.ts";
import type { System } from "../system.ts";

/** Keys as files have them: scripts read what they know. */
const asJson = (run: ShownRun): object => ({
  job_id: run.jobId,
  plan_id: run.planId,
  directory: run.directory,
  status: run.state,
  week: run.week,
  progress: { weeks_done: run.weeksDone, weeks_total: run.weeksTotal },
  message: run.message,
  remedy: run.remedy,
  created_at: run.createdAt,
  completed_at: run.completedAt,
  log: run.log ?? null,
});

async function shown(system: System, status: RunStatus): Promise<ShownRun> {
  const path = status.jobId === null ? undefined : logPath(logDirectory(system), basename(status.jobId));
  return { ...status, log: path !== undefined && (await kindOfPath(path)) === "file" ? path : undefined };
}

/** A job by its id, by the id of its plan, or by one of the plan's files. */
async function jobNamed(system: System, { out }: Settings, given: string): Promise<JobFile> {
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

/** `status [JOB]`: how far a run came, and what helps where it did not end; without JOB all runs of the directory. */
export const status: Action = async ({ system, args, flags, isJson }) => {
  const settings = await resolveSettings(system, flags);
  const witness = { processId: system.processId, isRunning: system.isRunning, now: system.now().getTime() };
  const [given] = args;
  const files = given === undefined ? await jobFilesIn(settings.out) : [await jobNamed(system, settings, given)];
  const runs = await Promise.all(files.map((file) => shown(system, runStatus(file, witness))));
  const [only] = runs;
  if (isJson) {
    system.out(jsonText(given === undefined ? { jobs: runs.map(asJson) } : asJson(only as ShownRun)));
    return 0;
  }
  const page = await pageFor(system, settings);
  const isOne = given !== undefined && only !== undefined;
  const none = [`There are no runs in ${settings.out}. Make a plan with cycling-plan generate.`];
  const lines = isOne ? runPage(only, page) : runs.length === 0 ? none : runsPage(runs, page);
  system.out(`${lines.join("\n")}\n`);
  return 0;
};
