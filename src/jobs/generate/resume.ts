import { PlanError } from "../../base/errors.ts";
import type { PlanRequest } from "../../athlete/request.ts";
import type { JobRecord } from "../../plan/schema.ts";
import type { JobFile } from "../../storage/job-files.ts";
import { takeOverPlan } from "../../storage/plan-files.ts";
import { carryOut, livingPart, type GenerateInput, type GeneratePorts, type GenerateResult } from "./generate.ts";
import { isAlive, type Witness } from "./run-state.ts";

/** An interrupted run with the answers that it was given. */
export interface Interrupted {
  readonly file: JobFile;
  readonly record: JobRecord;
  readonly input: GenerateInput;
}

const refused = (message: string, hint: string): PlanError => new PlanError({ code: "INPUT_INVALID", message, hint });

/** What an interrupted run was about. Throws INPUT_INVALID where it is finished, failed, still going on, or unreadable. */
export function openInterrupted(file: JobFile, witness: Witness): Interrupted {
  const { record, planId, directory } = file;
  if (record === undefined)
    throw refused(`${file.path} is no job record of this program.`, "Make the plan again with --force.");
  if (record.status === "completed")
    throw refused(`The plan ${planId} is finished.`, `Look at it with cycling-plan show ${planId}.`);
  if (record.status === "failed")
    throw refused(`The run for ${planId} failed and wrote no plan.`, record.remedy ?? "Run generate again.");
  if (isAlive(file, witness))
    throw refused(
      `Process ${String(record.process_id)} works on ${planId} right now.`,
      `Wait for it: cycling-plan status ${planId}.`,
    );
  const { input } = record;
  if (input === undefined)
    throw refused(`The record of ${planId} does not hold its answers.`, "Make the plan again with --force.");
  const { is_fixed: isFixed, overview: outsideOverview, request, library, activities, model, ...rest } = input;
  return {
    file,
    record,
    input: {
      ...rest,
      // Checked field by field when the record was read; a missing answer is a missing key there and here.
      // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- the schema says the same type, with `undefined`
      request: request as PlanRequest,
      isFixed,
      outsideOverview,
      planId,
      directory,
      isDryRun: false,
      ...(library === undefined ? {} : { library }),
      ...(activities === undefined ? {} : { activities }),
      ...(model === undefined ? {} : { model }),
    },
  };
}

/**
 * Goes on with an interrupted run: its weeks on disk stay, what is missing is added, and all ends in the bytes of a run
 * that nothing interrupted. Throws what stopped it; the run can then be gone on with again.
 */
export async function resumePlan(
  { file, record: old, input }: Interrupted,
  ports: GeneratePorts,
): Promise<GenerateResult> {
  const { process_id: _, input: __, ...record } = old;
  const place = { directory: file.directory, planId: file.planId };
  const first: JobRecord = { ...record, status: "queued", message: "Waiting to start." };
  const now = input.isFixed === true ? () => record.created_at : ports.now;
  const claim = await takeOverPlan(place, { ...first, ...livingPart(input, ports) }, input.force);
  await ports.log?.(record.id, { event: "resumed", facts: { weeks_on_disk: file.weeksOnDisk } });
  const ids = { planId: file.planId, jobId: record.id, createdAt: record.created_at };
  return carryOut({ input, ids, record: first, claim }, { ...ports, now });
}
