import { PlanError } from "../../base/errors.ts";
import type { JobRecord, ModelInput, Week, WeekFile } from "../../plan/schema.ts";
import { weeksOnDisk } from "../../storage/plan-files.ts";
import type { AcceptedWork, WorkStore } from "../model/accepted-work.ts";
import { livingRecord, placeOf, recordedInput, type OpenRun } from "./job-record.ts";

/** Puts on disk what a run with a model has, as soon as it has it. */
export interface RunStore {
  readonly store: WorkStore;
  /** The record of a run that can be gone on with, or undefined where nothing is there to go on with. */
  readonly interrupted: (error: unknown) => JobRecord | undefined;
  /** The error with what was kept and how to go on; the same error where nothing was. */
  readonly told: (error: unknown, command: string) => unknown;
}

const asWeek = ({ schema_version: _, plan_id: __, ...week }: WeekFile): Week => week;

async function weeksBefore({ run }: OpenRun, { keeps_weeks: keepsWeeks }: ModelInput): Promise<Map<number, Week>> {
  if (!keepsWeeks) return new Map();
  const found = await weeksOnDisk(placeOf(run));
  return new Map([...found].map(([number, week]) => [number, asWeek(week)]));
}

const NOTHING_WRITTEN = / No plan was written\.$/;
const reasonOf = ({ message }: PlanError): string => message.replace(NOTHING_WRITTEN, "");

/** What a run with a model has on disk: every accepted thing is a whole file before the next is asked for. */
class KeptWork {
  readonly #open: OpenRun;
  readonly #processId: number | undefined;
  readonly #done: Set<number>;
  #model: ModelInput;
  #queue: Promise<void> = Promise.resolve();

  constructor(open: OpenRun, at: { model: ModelInput; weeks: Iterable<number>; processId: number | undefined }) {
    this.#open = open;
    this.#model = at.model;
    this.#done = new Set(at.weeks);
    this.#processId = at.processId;
  }

  /** One after the other, in the order in which they came. */
  keep(work: AcceptedWork): Promise<void> {
    const next = this.#queue.then(() => this.#write(work));
    this.#queue = next.catch(() => undefined);
    return next;
  }

  async #write({ progress, overview, weeks = [] }: AcceptedWork): Promise<void> {
    const { claim, run } = this.#open;
    const { planId, activities } = run.task;
    this.#model = {
      ...this.#model,
      progress,
      keeps_weeks: this.#model.keeps_weeks || claim.keep !== undefined,
    };
    // Whoever finds the first files must find in the record whose they are.
    if (overview !== undefined) {
      await this.#note();
      await claim.keep?.({ profile: overview.athlete_profile, overview, activities });
      return;
    }
    await claim.keep?.({ weeks: weeks.map((week) => ({ schema_version: "1", plan_id: planId, ...week })) });
    for (const { week_number: number } of weeks) this.#done.add(number);
    await this.#note();
  }

  #progress(): JobRecord["progress"] {
    const total = this.#open.record.progress.weeks_total;
    return { weeks_done: Math.min(this.#done.size, total), weeks_total: total };
  }

  #note(): Promise<void> {
    const { claim, record, run } = this.#open;
    const now = { ...record, status: "running", message: "Asking the model.", progress: this.#progress() } as const;
    return claim.record(livingRecord(now, { ...run, model: this.#model }, this.#processId));
  }

  get #isOpen(): boolean {
    return this.#model.progress !== undefined && this.#open.claim.keep !== undefined;
  }

  interrupted(error: unknown): JobRecord | undefined {
    if (!this.#isOpen) return undefined;
    const { record, run } = this.#open;
    return {
      ...record,
      status: "running",
      message: error instanceof PlanError ? reasonOf(error) : "The program failed.",
      progress: this.#progress(),
      input: recordedInput({ ...run, model: this.#model }),
    };
  }

  told(error: unknown, command: string): unknown {
    if (!this.#isOpen || !(error instanceof PlanError)) return error;
    const { weeks_total: total } = this.#open.record.progress;
    return new PlanError({
      code: error.code,
      message: `${reasonOf(error)} The overview and ${this.#done.size} of ${total} weeks are kept.`,
      hint: `${error.code === "CANCELLED" ? "" : `${error.hint} `}Go on with ${command}`,
      details: error.details,
      cause: error,
    });
  }
}

/** Where an open run keeps what a model answers; undefined where no model is asked. */
export async function storeFor(open: OpenRun, processId: number | undefined): Promise<RunStore | undefined> {
  const { model } = open.run;
  if (model === undefined) return undefined;
  const weeks = await weeksBefore(open, model);
  const kept = new KeptWork(open, { model, weeks: weeks.keys(), processId });
  return {
    store: { before: model.progress, weeks, keep: (work) => kept.keep(work) },
    interrupted: (error) => kept.interrupted(error),
    told: (error, command) => kept.told(error, command),
  };
}
