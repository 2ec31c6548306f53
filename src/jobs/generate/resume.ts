import { PlanError } from "../../base/errors.ts";
import type { JobFile } from "../../storage/job-files.ts";
import { takeOverPlan } from "../../storage/plan-files.ts";
import { carryOut, type GeneratePorts, type GenerateResult } from "./generate.ts";
import { livingRecord, placeOf, queuedRecord, recordedRun, type PlanRun } from "./job-record.ts";
import { isAlive, type Witness } from "./run-state.ts";

/** An interrupted run, and how far it came. */
export interface Interrupted {
  readonly run: PlanRun;
  readonly progress: { readonly weeks_done: number; readonly weeks_total: number };
  readonly weeksOnDisk: number;
}

const refused = (message: string, hint: string): PlanError => new PlanError({ code: "INPUT_INVALID", message, hint });

/** What an interrupted run was about. Throws INPUT_INVALID where it is finished, failed, still going on, or unreadable. */
export function openInterrupted(file: JobFile, witness: Witness): Interrupted {
  const { record, planId, directory, weeksOnDisk } = file;
  if (record === undefined)
    throw refused(`${file.path} is no job record of this program.`, "Make the plan again with --force.");
  if (record.status === "completed")
    throw refused(`The plan ${planId} is finished.`, `Look at it with cycling-plan show ${planId}.`);
  if (record.status === "failed")
    throw refused(`The run for ${planId} failed and wrote no plan.`, record.remedy ?? "Run generate again.");
  if (record.status === "cancelled")
    throw refused(
      `The run for ${planId} was cancelled and wrote no plan; its answers were not kept.`,
      "Run generate again with the same answers: planning takes seconds.",
    );
  if (isAlive(file, witness))
    throw refused(
      `Process ${String(record.process_id)} works on ${planId} right now.`,
      `Wait for it: cycling-plan status ${planId}.`,
    );
  const { input, progress } = record;
  if (input === undefined)
    throw refused(`The record of ${planId} does not hold its answers.`, "Make the plan again with --force.");
  // The file's name says which plan it is of, as everywhere.
  return { run: recordedRun({ ...record, plan_id: planId }, input, directory), progress, weeksOnDisk };
}

/**
 * Goes on with an interrupted run: its weeks on disk stay, what is missing is added, and all ends in the bytes of a run
 * that nothing interrupted. Throws what stopped it; the run can then be gone on with again.
 */
export async function resumePlan(
  { run, progress, weeksOnDisk }: Interrupted,
  ports: GeneratePorts,
): Promise<GenerateResult> {
  const { askedAt } = run.task;
  const record = queuedRecord(run, progress);
  const claim = await takeOverPlan(placeOf(run), livingRecord(record, run, ports.processId), run.force);
  await ports.log?.(run.jobId, { event: "resumed", facts: { weeks_on_disk: weeksOnDisk } });
  return carryOut({ run, record, claim }, { ...ports, now: run.isFixed ? () => askedAt : ports.now });
}
