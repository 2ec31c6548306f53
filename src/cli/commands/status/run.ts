import { basename } from "node:path";
import type { CalendarDate } from "../../../base/calendar.ts";
import { PlanError } from "../../../base/errors.ts";
import { jsonText } from "../../../base/json.ts";
import { runStatus, type RunStatus } from "../../../jobs/generate/run-state.ts";
import { isRestDay, standingOf } from "../../../jobs/plans/day-in-plan.ts";
import { findPlan, readPlan } from "../../../jobs/plans/find-plan.ts";
import { planStanding } from "../../../jobs/plans/plan-standing.ts";
import type { PlanFile } from "../../../plan/schema.ts";
import { wrap } from "../../../report/columns.ts";
import { labelled, sessionText } from "../../../report/day-screen.ts";
import type { Page } from "../../../report/page.ts";
import { nextText, weekText } from "../../../report/today.ts";
import { runPage, runsPage, type ShownRun } from "../../../report/run-status.ts";
import { jobFilesIn } from "../../../storage/job-files.ts";
import { kindOfPath } from "../../../storage/plan-folder.ts";
import { logPath } from "../../../storage/run-log.ts";
import type { Run } from "../../command.ts";
import { datedSearch, jobSearch } from "../../plan-search.ts";
import { findJob } from "../../../jobs/generate/find-job.ts";
import { pageFor } from "../../page.ts";
import { logDirectory } from "../../run-logs.ts";
import { seasonHead } from "../../season-head.ts";
import { resolveSettings, type Settings } from "../../settings.ts";
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

/** The current plan, where there is one that can be read. */
async function currentPlanOf(system: System, settings: Settings): Promise<PlanFile | undefined> {
  try {
    return await readPlan((await findPlan(datedSearch(system, settings, undefined))).path);
  } catch (error) {
    if (error instanceof PlanError) return undefined;
    throw error;
  }
}

/** Where the rider stands: the plan, the week, today and what is next. */
function standingLines(plan: PlanFile, today: CalendarDate, page: Page): string[] {
  const standing = standingOf(plan, today);
  const day = standing.kind === "during" ? standing.day : undefined;
  const sessions = day?.workouts.map(sessionText).join(" and ");
  const next = standing.kind === "after" ? undefined : standing.next;
  return [
    ...wrap(seasonHead(plan, today), page.width).map(page.paint.heading),
    ...(day === undefined ? [] : labelled("Week", weekText(day.week, day.date), page)),
    ...(day === undefined ? [] : labelled("Today", isRestDay(day) ? "rest" : (sessions ?? ""), page)),
    ...(next === undefined ? [] : labelled("Next", nextText(plan, next, today), page)),
    "",
  ];
}

/** `status [JOB]`: how far a run came, and what helps where it did not end; without JOB all runs of the directory. */
export const status: Run<typeof statusSpec> = async ({ system, args: [given], flags, isJson }) => {
  const settings = await resolveSettings(system, flags);
  const witness = { processId: system.processId, isRunning: system.isRunning, now: system.now().getTime() };
  const files =
    given === undefined ? await jobFilesIn(settings.out) : [await findJob(jobSearch(system, settings, given))];
  const runs = await Promise.all(files.map((file) => shown(system, runStatus(file, witness))));
  const [only] = runs;
  const plan = given === undefined ? await currentPlanOf(system, settings) : undefined;
  if (isJson) {
    const planJson = {
      plan_id: plan?.training_plan.plan_id ?? null,
      stands: plan && planStanding(plan, settings.today).words,
    };
    system.out(
      jsonText(
        given === undefined || only === undefined ? { current: planJson, jobs: runs.map(asJson) } : asJson(only),
      ),
    );
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
  const where = plan === undefined ? [] : standingLines(plan, settings.today, page);
  const lines = isOne ? runPage(near(only), page) : runs.length === 0 ? none : runsPage(runs, page);
  system.out(`${[...where, ...lines].join("\n")}\n`);
  return 0;
};
