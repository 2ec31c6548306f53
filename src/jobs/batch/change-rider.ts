import { readChange } from "../../athlete/parse-change.ts";
import { PlanError } from "../../base/errors.ts";
import type { Library } from "../../library/library.ts";
import { kindOfPath, planPaths } from "../../storage/plan-folder.ts";
import { noteRider, readRider } from "../../storage/rider-files.ts";
import { mondaysOf } from "../change/living.ts";
import { commitChange, openLiving, startOf, type OpenPlan } from "../change/open-living.ts";
import { proposeChange } from "../change/propose.ts";
import { intentOf } from "../change/said-intent.ts";
import type { BatchTask } from "./batch-task.ts";
import type { RiderOutcome } from "./outcome.ts";
import type { RiderPorts } from "./plan-rider.ts";
import { placeOfRider, type RiderPlace } from "./rider-folder.ts";
import type { RiderLine } from "./rider-line.ts";

type Said = Extract<RiderLine, { readonly kind: "change" }>;

const refused = (code: PlanError["code"], message: string, hint: string): PlanError =>
  new PlanError({ code, message, hint });

/** Throws NOT_FOUND where the rider has no plan, INPUT_INVALID where it is packed. */
async function planOf({ directory, name }: RiderPlace): Promise<string> {
  const { plan } = planPaths(directory, name);
  if ((await kindOfPath(plan)) === "file") return plan;
  if ((await kindOfPath(`${plan}.gz`)) === "file")
    throw refused(
      "INPUT_INVALID",
      "The plan of this rider is packed.",
      "Make plans that are to be changed without --gzip.",
    );
  throw refused("NOT_FOUND", "There is no plan of this rider.", "Make it first: batch with a line of their request.");
}

/** What the words ask for, seen and accepted as `change` does it, and written as a whole. */
async function changed(
  open: OpenPlan,
  { words }: Said,
  { task, library }: { readonly task: BatchTask; readonly library: Library },
): Promise<string> {
  const { today } = task;
  const start = startOf(open, { library, today });
  const intents = readChange(words, today, mondaysOf(start.plan)).map((one) => {
    if (one.kind === "start")
      throw refused("INPUT_INVALID", "A start moves every day of a plan.", "Make the plan again with another start.");
    // Nobody can be asked: the slower way back, as every script gets it.
    return intentOf(start.plan, one, false);
  });
  const proposal = proposeChange(start, intents, 0);
  const at = `${today}T00:00:00Z`;
  const { step } = await commitChange(open, proposal, { words, day: today, at, program: task.program });
  return step.after;
}

/** The record of the rider names the plan as it is now. */
async function noteHash(directory: string, planHash: string): Promise<void> {
  const record = await readRider(directory);
  if (record === undefined || record.plan_hash === planHash) return;
  await noteRider(directory, { ...record, plan_hash: planHash }, record);
}

/** Makes a change of a rider's plan, unless the same words of the same day were done before: a night that is run again changes nothing twice. */
export async function changeRider(line: Said, task: BatchTask, ports: RiderPorts): Promise<RiderOutcome> {
  const place = placeOfRider(task.directory, line.id);
  const { below: folder } = place;
  try {
    const open = await openLiving(await planOf(place));
    const isDone = open.steps.some(({ words, day }) => words === line.words && day === task.today);
    if (!isDone && !ports.isWanted()) return { status: "failed", code: "CANCELLED", planHash: null, folder };
    const planHash = isDone ? open.onDisk.hash : await changed(open, line, { task, library: ports.library });
    await noteHash(place.directory, planHash);
    return { status: isDone ? "kept" : "made", code: null, planHash, folder };
  } catch (error) {
    if (!(error instanceof PlanError) || error.code === "FILE_UNWRITABLE") throw error;
    const { code, message, hint } = error;
    return { status: "refused", code, planHash: null, folder, message, hint };
  }
}
