import { PlanError } from "../../base/errors.ts";
import type { Library } from "../../library/library.ts";
import { datesOf } from "../../periodization/intake/request-dates.ts";
import type { PlanFile } from "../../plan/schema.ts";
import type { PlanTask } from "../../plan/task.ts";
import { claimPlan, planTexts, type PlanContents } from "../../storage/plan-files.ts";
import { planPaths } from "../../storage/plan-folder.ts";
import type { CompiledPlan } from "../compile/compile.ts";
import type { Means, WorkStore } from "../model/accepted-work.ts";
import { failedRecord, livingRecord, placeOf, queuedRecord, type OpenRun, type PlanRun } from "./job-record.ts";
import { requestFileOf } from "./request-file.ts";
import { storeFor, type RunStore } from "./keep-accepted.ts";
import { failureEntry, type LogEntry } from "./log-entry.ts";
import { resumeCommand } from "./run-state.ts";

export interface GeneratePorts {
  readonly compile: (task: PlanTask, means: Means) => CompiledPlan | Promise<CompiledPlan>;
  readonly library: () => Promise<Library>;
  /** The clock, to the second: `2026-12-01T10:30:00Z`. */
  readonly now: () => string;
  /** True once the rider wants to stop. */
  readonly isCancelled: () => boolean;
  /** Tells the log of the run; left out, nobody listens. */
  readonly log?: ((jobId: string, entry: LogEntry) => Promise<void>) | undefined;
  /** The process that works: its record names it while it does. */
  readonly processId?: number | undefined;
  /** The command that goes on with a run that kept something; a name of the plan is enough by default. */
  readonly resumeCommand?: ((planId: string) => string) | undefined;
}

export interface GenerateResult {
  readonly planId: string;
  readonly jobId: string;
  readonly plan: PlanFile;
  /** Paths in the order of writing; on a dry run those that would have been written. */
  readonly files: readonly string[];
}

async function compiled(
  run: PlanRun,
  store: WorkStore | undefined,
  { library, compile }: GeneratePorts,
): Promise<PlanContents> {
  const { task } = run;
  const made = await compile(task, { library: await library(), store });
  // An overview that was handed over and then not used would be a plan nobody asked for.
  if (task.outsideOverview !== undefined && made.overview.plan_metadata.overview_source !== "outside")
    throw new Error("the overview that was handed over was not used");
  const { athlete_profile: profile } = made.overview;
  return { ...made, profile, activities: task.activities, request: requestFileOf(run) };
}

async function stopIfCancelled(ports: GeneratePorts): Promise<void> {
  // A signal that came while the plan was being computed is heard only when the event loop turns.
  await new Promise((resolve) => setImmediate(resolve));
  if (!ports.isCancelled()) return;
  throw new PlanError({
    code: "CANCELLED",
    message: "Stopped. No plan was written.",
    hint: "Run the command again to start over.",
  });
}

const resultOf = (run: PlanRun, plan: PlanFile, files: readonly string[]): GenerateResult => ({
  planId: run.task.planId,
  jobId: run.jobId,
  plan,
  files: [planPaths(run.directory, run.task.planId).job, ...files],
});

/** Plans and writes what an open run is about, and keeps its record and its log. Throws what stopped it. */
export async function carryOut(open: OpenRun, ports: GeneratePorts): Promise<GenerateResult> {
  const { run, record, claim } = open;
  const tell = (entry: LogEntry): Promise<void> => ports.log?.(run.jobId, entry) ?? Promise.resolve();
  const total = record.progress.weeks_total;
  let isWritten = false;
  let kept: RunStore | undefined;
  try {
    kept = await storeFor(open, ports.processId);
    await stopIfCancelled(ports);
    await claim.record({
      ...livingRecord(record, run, ports.processId),
      status: "running",
      message: "Planning the weeks.",
    });
    await tell({ event: "running", facts: { weeks: total } });
    const contents = await compiled(run, kept?.store, ports);
    await stopIfCancelled(ports);
    await tell({ event: "planned", facts: { weeks: contents.weeks.length } });
    const files = await claim.write(contents);
    isWritten = true;
    const weeks = contents.weeks.length;
    const progress = { weeks_done: weeks, weeks_total: weeks };
    const message = `${weeks} weeks written.`;
    await claim.record({ ...record, status: "completed", message, completed_at: ports.now(), progress });
    await tell({ event: "completed", facts: { files: files.length + 1 } });
    return resultOf(run, contents.plan, files);
  } catch (error) {
    // A plan that is there has not failed: its record stays open, and going on closes it.
    const unfinished = kept?.interrupted(error);
    if (!isWritten)
      await (unfinished === undefined
        ? claim.fail(failedRecord(record, error, ports.now()))
        : // A record that cannot be written any more still says that the run is not finished.
          claim.record(unfinished).catch(() => undefined));
    await tell(failureEntry(error));
    const command = (ports.resumeCommand ?? resumeCommand)(run.task.planId);
    throw isWritten ? error : (kept?.told(error, command) ?? error);
  }
}

/** Runs one task to a plan on disk, with a job record that says how far it came. Throws what stopped it. */
export async function generatePlan(run: PlanRun, ports: GeneratePorts): Promise<GenerateResult> {
  const { weeks } = datesOf(run.task.request, run.task.today).timeline;
  const record = queuedRecord(run, { weeks_done: 0, weeks_total: weeks });
  const claim = await claimPlan(placeOf(run), livingRecord(record, run, ports.processId), run.force);
  await ports.log?.(run.jobId, { event: "queued", facts: { weeks, force: run.force } });
  return carryOut({ run, record, claim }, ports);
}

/** The plan of a task and the files it would have: nothing is written. Throws what stopped it. */
export async function dryRun(run: PlanRun, ports: GeneratePorts): Promise<GenerateResult> {
  const contents = await compiled(run, undefined, ports);
  const files = planTexts(placeOf(run), contents).map(({ path }) => path);
  return resultOf(run, contents.plan, files);
}
