import { PlanError } from "../../base/errors.ts";
import type { JobInput, JobRecord, ModelInput, ModelProgress, Week, WeekFile } from "../../plan/schema.ts";
import { weeksOnDisk, type PlanClaim, type PlanContents, type PlanPlace } from "../../storage/plan-files.ts";
import type { Kept, ModelDesk } from "../model/accepted-work.ts";

/** A run with a model that must lose nothing. */
export interface KeptRun {
  readonly place: PlanPlace;
  readonly claim: PlanClaim;
  /** The record without what only a living run has. */
  readonly record: JobRecord;
  readonly model: ModelInput;
  /** The answers as the record keeps them, with the model as it stands now. */
  readonly inputWith: (model: ModelInput) => JobInput;
  readonly processId: number | undefined;
  /** Profile and overview as their files hold them. */
  readonly headOf: (
    overview: NonNullable<Kept["overview"]>,
  ) => Pick<PlanContents, "profile" | "overview" | "activities">;
}

/** Puts on disk what a run with a model has, as soon as it has it. */
export interface Keeper {
  readonly desk: ModelDesk;
  /** The record of a run that can be gone on with, or undefined where nothing is there to go on with. */
  readonly interrupted: (error: unknown) => JobRecord | undefined;
  /** The error with what was kept and how to go on; the same error where nothing was. */
  readonly told: (error: unknown, command: string) => unknown;
}

const asWeek = ({ schema_version: _, plan_id: __, ...week }: WeekFile): Week => week;

async function weeksBefore({ model, place }: KeptRun): Promise<ReadonlyMap<number, Week>> {
  if (!model.keeps_weeks) return new Map();
  const found = await weeksOnDisk(place);
  return new Map([...found].map(([number, week]) => [number, asWeek(week)]));
}

const NOTHING_WRITTEN = / No plan was written\.$/;

/** The record of a run that works on its weeks. */
const workingRecord = (
  { record, processId, inputWith }: KeptRun,
  model: ModelInput,
  progress: JobRecord["progress"],
): JobRecord => ({
  ...record,
  ...(processId === undefined ? {} : { process_id: processId }),
  status: "running",
  message: "Asking the model.",
  progress,
  input: inputWith(model),
});

/** A keeper for one run: every accepted thing is a whole file before the next is asked for. */
export async function keeperOf(run: KeptRun): Promise<Keeper> {
  const { claim, place, record } = run;
  const weeks = await weeksBefore(run);
  let model = run.model;
  const done = new Set(weeks.keys());
  const total = record.progress.weeks_total;
  const progress = (): JobRecord["progress"] => ({ weeks_done: Math.min(done.size, total), weeks_total: total });
  const note = (now: ModelProgress): Promise<void> => {
    model = { ...model, progress: now, keeps_weeks: model.keeps_weeks || claim.keep !== undefined };
    return claim.record(workingRecord(run, model, progress()));
  };
  const write = async (kept: Kept): Promise<void> => {
    const { overview, weeks: accepted = [] } = kept;
    // Whoever finds the first files must find in the record whose they are.
    if (overview !== undefined) {
      await note(kept.progress);
      await claim.keep?.(run.headOf(overview));
      return;
    }
    await claim.keep?.({
      weeks: accepted.map((week) => ({ schema_version: "1", plan_id: place.planId, ...week })),
    });
    for (const { week_number: number } of accepted) done.add(number);
    await note(kept.progress);
  };
  let queue: Promise<void> = Promise.resolve();
  const keep = (kept: Kept): Promise<void> => {
    const next = queue.then(() => write(kept));
    queue = next.catch(() => undefined);
    return next;
  };
  const isOpen = (): boolean => model.progress !== undefined && claim.keep !== undefined;
  return {
    desk: { before: run.model.progress, weeks, keep },
    interrupted: (error) =>
      isOpen()
        ? {
            ...record,
            status: "running",
            message: error instanceof PlanError ? error.message.replace(NOTHING_WRITTEN, "") : "The program failed.",
            progress: progress(),
            input: run.inputWith(model),
          }
        : undefined,
    told: (error, command) =>
      isOpen() && error instanceof PlanError
        ? new PlanError({
            code: error.code,
            message: `${error.message.replace(NOTHING_WRITTEN, "")} The overview and ${done.size} of ${total} weeks are kept.`,
            hint: `${error.code === "CANCELLED" ? "" : `${error.hint} `}Go on with ${command}`,
            details: error.details,
            cause: error,
          })
        : error,
  };
}
