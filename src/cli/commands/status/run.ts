import { basename } from "node:path";
import { jsonText } from "../../../base/json.ts";
import { runStatus, type RunStatus } from "../../../jobs/generate/run-state.ts";
import { runPage, runsPage, type ShownRun } from "../../../report/run-status.ts";
import { jobFilesIn } from "../../../storage/job-files.ts";
import { kindOfPath } from "../../../storage/plan-folder.ts";
import { logPath } from "../../../storage/run-log.ts";
import type { Run } from "../../command.ts";
import { jobSearch } from "../../plan-search.ts";
import { findJob } from "../../../jobs/generate/find-job.ts";
import { pageFor } from "../../page.ts";
import { logDirectory } from "../../run-logs.ts";
import { resolveSettings } from "../../settings.ts";
import { shortPath } from "../../short-path.ts";
import type { System } from "../../system.ts";
import type { statusSpec } from "./spec.ts";

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

/** `status [JOB]`: how far a run came, and what helps where it did not end; without JOB all runs of the directory. */
export const status: Run<typeof statusSpec> = async ({ system, args: [given], flags, isJson }) => {
  const settings = await resolveSettings(system, flags);
  const witness = { processId: system.processId, isRunning: system.isRunning, now: system.now().getTime() };
  const files =
    given === undefined ? await jobFilesIn(settings.out) : [await findJob(jobSearch(system, settings, given))];
  const runs = await Promise.all(files.map((file) => shown(system, runStatus(file, witness))));
  const [only] = runs;
  if (isJson) {
    system.out(jsonText(given === undefined || only === undefined ? { jobs: runs.map(asJson) } : asJson(only)));
    return 0;
  }
  const page = await pageFor(system, settings);
  const isOne = given !== undefined && only !== undefined;
  const none = [`There are no runs in ${settings.out}. Make a plan with cycling-plan generate.`];
  const near = (run: ShownRun): ShownRun => ({
    ...run,
    directory: shortPath(system, run.directory),
    log: run.log === undefined ? undefined : shortPath(system, run.log),
  });
  const lines = isOne ? runPage(near(only), page) : runs.length === 0 ? none : runsPage(runs, page);
  system.out(`${lines.join("\n")}\n`);
  return 0;
};
