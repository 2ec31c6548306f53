import { parseRequest } from "../../athlete/parse-request.ts";
import { PlanError } from "../../base/errors.ts";
import type { Library } from "../../library/library.ts";
import { changePaths } from "../../storage/lived-files.ts";
import { digestOf } from "../../storage/digest.ts";
import { planTexts } from "../../storage/plan-files.ts";
import { kindOfPath, planPaths } from "../../storage/plan-folder.ts";
import { hasFiles, noteRider, openRider, readRider, writeRider, type RiderRecord } from "../../storage/rider-files.ts";
import { compilePlan, type CompiledPlan } from "../compile/compile.ts";
import { newRun } from "../generate/job-record.ts";
import { newTask } from "../generate/new-task.ts";
import { requestFileOf } from "../generate/request-file.ts";
import { keyOf, type BatchTask } from "./batch-task.ts";
import type { RiderOutcome } from "./outcome.ts";
import { placeOfRider, type RiderPlace } from "./rider-folder.ts";
import type { RiderLine } from "./rider-line.ts";

type Asked = Extract<RiderLine, { readonly kind: "request" }>;

/** What a rider is worked on with. */
export interface RiderPorts {
  readonly library: Library;
  /** False once nobody waits for the result: then nothing is written any more. */
  readonly isWanted: () => boolean;
}

const told = ({ code, message, hint }: PlanError) => ({ code: code, message, hint });

/** What a record said before says it again: nothing is planned. */
const outcomeOf = (record: RiderRecord, folder: string, refusal: PlanError["code"] | null): RiderOutcome => ({
  status: refusal === null ? "kept" : "refused",
  code: refusal,
  planHash: record.plan_hash,
  folder,
  message: record.message,
  hint: record.hint,
});

const REFUSALS = ["INPUT_INVALID", "NOT_FEASIBLE", "USAGE_INVALID"] as const;
const refusalIn = (code: string | null): PlanError["code"] | null => REFUSALS.find((one) => one === code) ?? null;

/** What says that a rider lives with their plan. */
function livedPaths({ directory, name }: RiderPlace): readonly string[] {
  const { changes, done, rides, pending } = changePaths(planPaths(directory, name).plan);
  return [changes, done, rides, pending];
}

/** A plan that somebody changed or ticked off is their season. Throws FILE_EXISTS. */
async function refuseLived(place: RiderPlace): Promise<void> {
  const kinds = await Promise.all(livedPaths(place).map(kindOfPath));
  if (kinds.every((kind) => kind === "nothing")) return;
  throw new PlanError({
    code: "FILE_EXISTS",
    message: "The rider lives with the plan that is there: it was changed, or days of it are done.",
    hint: "Say --discard-changes to replace it all the same, or leave this rider out.",
  });
}

/** The plan of a request, with what it was made from. Throws INPUT_INVALID, NOT_FEASIBLE. */
function planned(line: Asked, { place, task, library }: { place: RiderPlace; task: BatchTask; library: Library }) {
  const { today } = task;
  const parsed = parseRequest({ file: { value: line.request, source: "the request" } }, today);
  const askedAt = `${today}T00:00:00Z`;
  const seed = `${task.seed}/${line.id}`;
  const asked = newTask({ ...parsed, askedAt, today, seed, outsideOverview: undefined }, place.name);
  const how = { directory: place.directory, force: true, isFixed: true, ownLibrary: undefined, model: undefined };
  return { made: compilePlan(asked, library), request: requestFileOf(newRun(asked, how)) };
}

/** The workouts of a plan below the folder of its rider; their names. What makes them is loaded only where they are asked for. */
async function exported({ plan }: CompiledPlan, place: RiderPlace, task: BatchTask): Promise<readonly string[]> {
  if (task.export === undefined) return [];
  const { exportRider } = await import("./export-rider.ts");
  return exportRider(plan, { directory: place.directory, formats: task.export, today: task.today });
}

/** Plans for a rider and writes their files, unless all that they follow from is as it was. Throws what no rider is to blame for. */
export async function planRider(line: Asked, task: BatchTask, ports: RiderPorts): Promise<RiderOutcome> {
  const { library, isWanted } = ports;
  const place = placeOfRider(task.directory, line.id);
  const { directory, below: folder } = place;
  const key = keyOf(task, library.version, line);
  const before = await readRider(directory);
  if (before?.key === key && before.id === line.id) {
    if (before.status === "refused") return outcomeOf(before, folder, refusalIn(before.code) ?? "INPUT_INVALID");
    if (await hasFiles(directory, before)) return outcomeOf(before, folder, null);
  }
  try {
    const isNew = before === undefined && (await kindOfPath(directory)) === "nothing";
    if (!isNew && !task.discardChanges) await refuseLived(place);
    const { made, request } = planned(line, { place, task, library });
    if (!isWanted()) return { status: "failed", code: "CANCELLED", planHash: null, folder };
    await openRider(directory, before, livedPaths(place));
    const contents =
      task.only === "plan" ? { plan: made.plan } : { ...made, profile: made.overview.athlete_profile, request };
    const texts = planTexts({ directory, planId: place.name }, contents);
    const others = await exported(made, place, task);
    const planHash = digestOf(texts.at(-1)?.text ?? "");
    const record = { id: line.id, key, status: "made", code: null, plan_hash: planHash } as const;
    await writeRider({ directory, texts, isPacked: task.gzip, others }, record, before);
    return { status: "made", code: null, planHash, folder };
  } catch (error) {
    if (!(error instanceof PlanError) || error.code === "FILE_UNWRITABLE") throw error;
    const refusal = refusalIn(error.code);
    if (refusal !== null && isWanted())
      await noteRider(directory, { id: line.id, key, status: "refused", plan_hash: null, ...told(error) }, before);
    return { status: "refused", planHash: null, folder, ...told(error) };
  }
}
