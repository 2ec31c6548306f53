import type { ShownRun } from "../../report/run-status.ts";
import type { JobFile } from "../../storage/job-files.ts";

/** Where a run stands: as its record says, or interrupted where the process that worked on it is gone. */
export type RunState = "queued" | "running" | "interrupted" | "completed" | "failed" | "cancelled" | "unreadable";

/** One run as `status` tells it. */
export interface RunStatus extends Omit<ShownRun, "log"> {
  readonly state: RunState;
}

/** What of the machine tells a living run from a dead one. */
export interface Witness {
  readonly processId: number;
  readonly isRunning: (processId: number) => boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** A process number may belong to another program after a day. */
const HELD_MS = 24 * 3_600_000;

/** True where another process works on this job right now. */
export function isAlive({ record, changedAt }: Pick<JobFile, "record" | "changedAt">, witness: Witness): boolean {
  const id = record?.process_id;
  if (record?.status !== "queued" && record?.status !== "running") return false;
  return id !== undefined && id !== witness.processId && witness.now - changedAt < HELD_MS && witness.isRunning(id);
}

/** What goes on with a run, where its plan is found by its name. */
export const resumeCommand = (planId: string): string => `cycling-plan generate --resume ${planId}`;

function stateOf(file: JobFile, witness: Witness): RunState {
  const { record } = file;
  if (record === undefined) return "unreadable";
  if (record.status !== "queued" && record.status !== "running") return record.status;
  return isAlive(file, witness) ? record.status : "interrupted";
}

function wordsOf(file: JobFile, state: RunState): Pick<RunStatus, "message" | "remedy"> {
  const { record, planId, weeksOnDisk } = file;
  if (record === undefined)
    return {
      message: `${file.path} is no job record of this program.`,
      remedy: `Move it away, or make the plan again with --plan-id ${planId} --force.`,
    };
  if (state === "failed" || state === "cancelled") {
    const { error_message: said, remedy = "" } = record;
    const message = (said ?? record.message).replace(remedy, "").trim();
    return { message, remedy: remedy === "" ? "Run generate again." : remedy };
  }
  if (state !== "interrupted") return { message: record.message, remedy: null };
  const done = `${weeksOnDisk} of ${record.progress.weeks_total} weeks are on disk`;
  // A run with a model that stopped by itself said why and left no process.
  const hasSaid = record.input?.model !== undefined && record.process_id === undefined;
  return {
    message: hasSaid ? `${record.message} So far ${done}.` : `Its process ended before the plan was there; ${done}.`,
    remedy:
      record.input === undefined
        ? "Run generate again with the same answers and --force."
        : `Go on with ${resumeCommand(planId)}.`,
  };
}

/** What the record, the files beside it and the machine say of one run. */
export function runStatus(file: JobFile, witness: Witness): RunStatus {
  const { record, planId, directory, weeksOnDisk } = file;
  const state = stateOf(file, witness);
  const total = record?.progress.weeks_total ?? 0;
  const done =
    state === "failed" || state === "cancelled"
      ? 0
      : state === "interrupted"
        ? Math.min(total, weeksOnDisk)
        : Math.min(total, Math.max(record?.progress.weeks_done ?? 0, weeksOnDisk));
  return {
    jobId: record?.id ?? null,
    planId,
    directory,
    state,
    week: state === "running" ? Math.min(total, done + 1) : null,
    weeksDone: done,
    weeksTotal: total,
    ...wordsOf(file, state),
    createdAt: record?.created_at ?? null,
    completedAt: record?.completed_at ?? null,
  };
}
