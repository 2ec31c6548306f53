import { PlanError } from "../../base/errors.ts";
import type { JobInput, JobRecord, ModelInput } from "../../plan/schema.ts";
import type { PlanTask } from "../../plan/task.ts";
import type { PlanClaim, PlanPlace } from "../../storage/plan-files.ts";
import { jobIdOf } from "./new-task.ts";

/** A task that is carried out: where its plan goes, and what who goes on with it later must know. */
export interface PlanRun {
  readonly task: PlanTask;
  readonly jobId: string;
  readonly directory: string;
  /** Replaces a plan of this id. */
  readonly force: boolean;
  /** Every clock field of the run is one moment. */
  readonly isFixed: boolean;
  /** Absolute path of the rider's own workouts. */
  readonly ownLibrary: string | undefined;
  /** The model that proposes, and how far a run before this one came with it. */
  readonly model: ModelInput | undefined;
}

/** A task that is carried out for the first time. */
export const newRun = (task: PlanTask, how: Omit<PlanRun, "task" | "jobId">): PlanRun => ({
  ...how,
  task,
  jobId: jobIdOf(task),
});

/** A run that holds its plan id. */
export interface OpenRun {
  readonly run: PlanRun;
  /** Its record without what only a living run has: its process and its answers. */
  readonly record: JobRecord;
  readonly claim: PlanClaim;
}

/** Where the files of a run's plan go. */
export const placeOf = ({ directory, task }: PlanRun): PlanPlace => ({ directory, planId: task.planId });

/** A run as its record keeps it until the plan is there; `recordedRun` is the way back. */
export function recordedInput({ task, force, isFixed, ownLibrary, model }: PlanRun): JobInput {
  const { request, today, seed, outsideOverview, activities, assumptions, warnings } = task;
  const { event, ...answers } = request;
  return {
    request: { ...answers, event: event && { ...event } },
    today,
    seed,
    force,
    is_fixed: isFixed,
    library: ownLibrary,
    overview: outsideOverview,
    activities,
    model,
    assumptions: [...assumptions],
    warnings: [...warnings],
  };
}

/** The run that a record keeps. */
export function recordedRun(
  { id, plan_id: planId, created_at: askedAt }: JobRecord,
  input: JobInput,
  directory: string,
): PlanRun {
  const { force, is_fixed: isFixed, library: ownLibrary, model, overview: outsideOverview, ...asked } = input;
  return {
    task: { ...asked, planId, askedAt, outsideOverview },
    jobId: id,
    directory,
    force,
    isFixed,
    ownLibrary,
    model,
  };
}

/** The record of a run that has just begun, without what only a living run has: its process and its answers. */
export const queuedRecord = ({ task, jobId }: PlanRun, progress: JobRecord["progress"]): JobRecord => ({
  id: jobId,
  plan_id: task.planId,
  status: "queued",
  message: "Waiting to start.",
  created_at: task.askedAt,
  completed_at: null,
  error_message: null,
  progress,
});

/** The record while a process works on its run. */
export const livingRecord = (record: JobRecord, run: PlanRun, processId: number | undefined): JobRecord => ({
  ...record,
  process_id: processId,
  input: recordedInput(run),
});

const isCancel = (error: unknown): boolean => error instanceof PlanError && error.code === "CANCELLED";

/** The record of a run that wrote no plan, because it failed or was stopped. */
export const failedRecord = (record: JobRecord, error: unknown, at: string): JobRecord => ({
  ...record,
  status: isCancel(error) ? "cancelled" : "failed",
  message: isCancel(error) ? "Cancelled. No plan was written." : "No plan was written.",
  completed_at: at,
  error_message:
    error instanceof PlanError ? `${error.message} ${error.hint}` : "The program failed; this is a fault of ours.",
  remedy: error instanceof PlanError ? error.hint : undefined,
});
