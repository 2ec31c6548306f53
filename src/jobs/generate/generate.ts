import type { CalendarDate } from "../../base/calendar.ts";
import { seededChance } from "../../base/chance.ts";
import { PlanError } from "../../base/errors.ts";
import { canonicalJson } from "../../base/json.ts";
import type { PlanRequest } from "../../athlete/request.ts";
import type { Assumption, Profile } from "../../athlete/schema.ts";
import type { Library } from "../../library/library.ts";
import { timelineOf, type Timeline } from "../../periodization/intake/timeline.ts";
import type { JobInput, JobRecord, ModelInput, Overview, PlanFile } from "../../plan/schema.ts";
import { claimPlan, planTexts, type PlanClaim, type PlanContents, type PlanPlace } from "../../storage/plan-files.ts";
import { checkPlanId, newPlanId } from "../../storage/plan-id.ts";
import { planPaths } from "../../storage/plan-folder.ts";
import type { CompiledPlan, CompileInput } from "../compile/compile.ts";
import { keeperOf, type Keeper } from "./keep-accepted.ts";
import { failureEntry, type LogEntry } from "./log-entry.ts";
import type { ModelDesk } from "../model/accepted-work.ts";
import { resumeCommand } from "./run-state.ts";

/** What one run is asked for; every value is resolved. */
export interface GenerateInput {
  readonly request: PlanRequest;
  readonly today: CalendarDate;
  /** Two runs with one seed, request and day make the same plan. */
  readonly seed: string;
  /** Left out, the plan id is made from what the plan is for. */
  readonly planId?: string;
  readonly directory: string;
  readonly force: boolean;
  /** Compiles and writes nothing. */
  readonly isDryRun: boolean;
  /** Undefined where the plan's own source proposes the overview. */
  readonly outsideOverview: unknown;
  readonly assumptions: readonly Assumption[];
  readonly warnings: readonly string[];
  /** The rides that the plan starts from, as a table to lie beside it. */
  readonly activities?: string;
  /** The model that proposes, and how far a run before this one came with it. */
  readonly model?: ModelInput;
  /** Absolute path of the rider's own workouts, kept for who goes on with this run. */
  readonly library?: string;
  /** Every clock field of the run is one moment. */
  readonly isFixed?: boolean;
}

export interface GeneratePorts {
  readonly compile: (input: CompileInput, desk: ModelDesk | undefined) => CompiledPlan | Promise<CompiledPlan>;
  readonly library: () => Promise<Library>;
  /** The clock, to the second: `2026-12-01T10:30:00Z`. */
  readonly now: () => string;
  /** True once the rider wants to stop. */
  readonly isCancelled: () => boolean;
  /** Tells the log of the run; left out, nobody listens. */
  readonly log?: (jobId: string, entry: LogEntry) => Promise<void>;
  /** The process that works: its record names it while it does. */
  readonly processId?: number;
  /** The command that goes on with a run that kept something; a name of the plan is enough by default. */
  readonly resumeCommand?: (planId: string) => string;
}

export interface GenerateResult {
  readonly planId: string;
  readonly jobId: string;
  readonly plan: PlanFile;
  /** Paths in the order of writing; on a dry run those that would have been written. */
  readonly files: readonly string[];
}

/** What a run is called, and when it was asked for. */
export interface RunIds {
  readonly planId: string;
  readonly jobId: string;
  readonly createdAt: string;
}

/** `plan_1734376800_a1b2c3d4`: when, and letters that derive from request and seed. */
function idsOf(input: GenerateInput, timeline: Timeline, ports: GeneratePorts): RunIds {
  const { request, today, seed } = input;
  const chance = seededChance(`${seed}/ids/${canonicalJson({ request, overview: input.outsideOverview })}/${today}`);
  const createdAt = ports.now();
  const date = request.event?.date ?? timeline.start;
  const subject = request.event?.type ?? (request.goal || (request.event ? "event" : "plan"));
  return {
    planId: input.planId === undefined ? newPlanId(subject, date, chance.at("plan")) : checkPlanId(input.planId),
    jobId: `plan_${Math.floor(Date.parse(createdAt) / 1000)}_${chance.at("job").letters(8)}`,
    createdAt,
  };
}

/** What the parser decided for the rider stands first among the assumptions of the profile. */
function headWith(overview: Overview, first: readonly Assumption[]): Pick<PlanContents, "profile" | "overview"> {
  const known = overview.athlete_profile;
  const profile: Profile = { ...known, assumptions: [...first, ...known.assumptions] };
  return { profile, overview: { ...overview, athlete_profile: profile } };
}

function withAssumptions({ overview, weeks, plan }: CompiledPlan, first: readonly Assumption[]): PlanContents {
  const head = headWith(overview, first);
  const { profile } = head;
  return {
    ...head,
    weeks,
    plan: { ...plan, training_plan: { ...plan.training_plan, athlete_profile: profile } },
  };
}

interface Compiling {
  readonly input: GenerateInput;
  readonly ids: RunIds;
  readonly desk: ModelDesk | undefined;
}

async function compiled({ input, ids, desk }: Compiling, ports: GeneratePorts): Promise<PlanContents> {
  const asked: CompileInput = {
    request: input.request,
    today: input.today,
    chance: seededChance(input.seed),
    planId: ids.planId,
    generatedAt: ids.createdAt,
    library: await ports.library(),
    ...(input.outsideOverview === undefined ? {} : { outsideOverview: input.outsideOverview }),
    warnings: input.warnings,
  };
  const plan = await ports.compile(asked, desk);
  // An overview that was handed over and then not used would be a plan nobody asked for.
  if (input.outsideOverview !== undefined && plan.overview.plan_metadata.overview_source !== "outside")
    throw new Error("the overview that was handed over was not used");
  const contents = withAssumptions(plan, input.assumptions);
  return input.activities === undefined ? contents : { ...contents, activities: input.activities };
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

/** The answers as the record keeps them until the plan is there. */
function jobInputOf(input: GenerateInput): JobInput {
  const { request, today, seed, force, isFixed = false, library, outsideOverview, assumptions, warnings } = input;
  const { activities, model } = input;
  const { event, ...answers } = request;
  return {
    request: { ...answers, ...(event === undefined ? {} : { event: { ...event } }) },
    today,
    seed,
    force,
    is_fixed: isFixed,
    ...(library === undefined ? {} : { library }),
    ...(outsideOverview === undefined ? {} : { overview: outsideOverview }),
    ...(activities === undefined ? {} : { activities }),
    ...(model === undefined ? {} : { model }),
    assumptions: [...assumptions],
    warnings: [...warnings],
  };
}

/** A run that holds its plan id. */
export interface OpenRun {
  readonly input: GenerateInput;
  readonly ids: RunIds;
  /** Its record without what only a living run has: its process and its answers. */
  readonly record: JobRecord;
  readonly claim: PlanClaim;
}

/** What stands in the record beside the rest while a process works on it. */
export const livingPart = (input: GenerateInput, { processId }: GeneratePorts): Partial<JobRecord> => ({
  ...(processId === undefined ? {} : { process_id: processId }),
  input: jobInputOf(input),
});

const failedRecord = (record: JobRecord, error: unknown, at: string): JobRecord => ({
  ...record,
  status: "failed",
  message: "No plan was written.",
  completed_at: at,
  error_message:
    error instanceof PlanError ? `${error.message} ${error.hint}` : "The program failed; this is a fault of ours.",
  ...(error instanceof PlanError ? { remedy: error.hint } : {}),
});

/** What holds a run with a model together; undefined for one without. */
async function keeperFor({ input, ids, record, claim }: OpenRun, ports: GeneratePorts): Promise<Keeper | undefined> {
  const { model, activities } = input;
  if (model === undefined) return undefined;
  return keeperOf({
    place: { directory: input.directory, planId: ids.planId },
    claim,
    record,
    model,
    inputWith: (now) => jobInputOf({ ...input, model: now }),
    processId: ports.processId,
    headOf: (overview) => ({
      ...headWith(overview, input.assumptions),
      ...(activities === undefined ? {} : { activities }),
    }),
  });
}

/** Plans and writes what an open run is about, and keeps its record and its log. Throws what stopped it. */
export async function carryOut(run: OpenRun, ports: GeneratePorts): Promise<GenerateResult> {
  const { input, ids, record, claim } = run;
  const tell = (entry: LogEntry): Promise<void> => ports.log?.(ids.jobId, entry) ?? Promise.resolve();
  const living = livingPart(input, ports);
  const total = record.progress.weeks_total;
  let isWritten = false;
  let keeper: Keeper | undefined;
  try {
    keeper = await keeperFor(run, ports);
    await stopIfCancelled(ports);
    await claim.record({ ...record, ...living, status: "running", message: "Planning the weeks." });
    await tell({ event: "running", facts: { weeks: total } });
    const contents = await compiled({ input, ids, desk: keeper?.desk }, ports);
    await stopIfCancelled(ports);
    await tell({ event: "planned", facts: { weeks: contents.weeks.length } });
    const files = await claim.write(contents);
    isWritten = true;
    const weeks = contents.weeks.length;
    const progress = { weeks_done: weeks, weeks_total: weeks };
    const message = `${weeks} weeks written.`;
    await claim.record({ ...record, status: "completed", message, completed_at: ports.now(), progress });
    await tell({ event: "completed", facts: { files: files.length + 1 } });
    return { ...ids, plan: contents.plan, files: [planPaths(input.directory, ids.planId).job, ...files] };
  } catch (error) {
    // A plan that is there has not failed: its record stays open, and going on closes it.
    const open = keeper?.interrupted(error);
    if (!isWritten)
      await (open === undefined
        ? claim.fail(failedRecord(record, error, ports.now()))
        : // A record that cannot be written any more still says that the run is not finished.
          claim.record(open).catch(() => undefined));
    await tell(failureEntry(error));
    const command = (ports.resumeCommand ?? resumeCommand)(ids.planId);
    throw isWritten ? error : (keeper?.told(error, command) ?? error);
  }
}

/** Runs one request to a plan on disk, with a job record that says how far it came. Throws what stopped it. */
export async function generatePlan(input: GenerateInput, ports: GeneratePorts): Promise<GenerateResult> {
  // Before anything is written: an event that is too close is refused like any other answer that cannot be used.
  const timeline = timelineOf(input.request, input.today);
  const ids = idsOf(input, timeline, ports);
  const place: PlanPlace = { directory: input.directory, planId: ids.planId };
  if (input.isDryRun) {
    const contents = await compiled({ input, ids, desk: undefined }, ports);
    const files = planTexts(place, contents).map(({ path }) => path);
    return { ...ids, plan: contents.plan, files: [planPaths(place.directory, place.planId).job, ...files] };
  }
  const record: JobRecord = {
    id: ids.jobId,
    plan_id: ids.planId,
    status: "queued",
    message: "Waiting to start.",
    created_at: ids.createdAt,
    completed_at: null,
    error_message: null,
    progress: { weeks_done: 0, weeks_total: timeline.weeks },
  };
  const claim = await claimPlan(place, { ...record, ...livingPart(input, ports) }, input.force);
  await ports.log?.(ids.jobId, { event: "queued", facts: { weeks: timeline.weeks, force: input.force } });
  return carryOut({ input, ids, record, claim }, ports);
}
