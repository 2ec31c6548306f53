import { rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { z } from "zod";
import { PlanError } from "../base/errors.ts";
import { doneSchema, stepSchema, type Done, type Step } from "../plan/change-schema.ts";
import { pulledRideSchema, type PulledRide } from "../plan/pulled-ride.ts";
import { overviewSchema, planFileSchema, type Overview, type PlanFile } from "../plan/schema.ts";
import { removeStaging, writeWhole } from "./atomic-write.ts";
import { checkedInOrder } from "./check-schema.ts";
import { digestOf } from "./digest.ts";
import { systemCode } from "./file-errors.ts";
import { appendLines, lineOf, readLines, withLines, type LineKind } from "./json-lines.ts";
import { kindOfPath, namedPlanFile, type PlanFileKind } from "./plan-folder.ts";
import { parseJson, textAt } from "./read-json.ts";

/** The files that keep how a plan lives, beside its plan file. */
export interface ChangePaths {
  readonly changes: string;
  readonly done: string;
  /** Rides that were read from recordings. */
  readonly rides: string;
  /** All texts of a change while it is being written. */
  readonly pending: string;
}

/** Their paths, of a plan or of an instance of one. */
export function changePaths(planPath: string): ChangePaths {
  const stem = basename(planPath).replace(/(?:_plan)?\.json$/, "");
  const at = (name: string): string => join(dirname(planPath), name);
  return {
    changes: at(`${stem}_changes.jsonl`),
    done: at(`${stem}_done.jsonl`),
    rides: at(`${stem}_rides.jsonl`),
    pending: at(`.${stem}_change.pending`),
  };
}

async function inFileOrder<T>(
  schema: z.ZodType<T>,
  { path, text, what }: { path: string; text: string; what: string },
): Promise<T> {
  const hint = "Correct the listed fields.";
  return checkedInOrder(schema, await parseJson(text, path), { source: path, what, hint });
}

/** A plan file with its text, to be changed. */
export interface PlanOnDisk {
  readonly path: string;
  readonly file: PlanFile;
  readonly overview: Overview | undefined;
  /** SHA-256 of the plan file as it lies there. */
  readonly hash: string;
}

/** Reads a plan and the overview beside it. Throws NOT_FOUND, INPUT_INVALID. */
export async function readPlanOnDisk(path: string, overviewPath: string | undefined): Promise<PlanOnDisk> {
  const text = await textAt(path);
  if (text === undefined)
    throw new PlanError({
      code: "NOT_FOUND",
      message: `There is no file ${path}.`,
      hint: "Name a plan that is there.",
    });
  const beside = overviewPath === undefined ? undefined : await textAt(overviewPath);
  return {
    path,
    hash: digestOf(text),
    file: await inFileOrder(planFileSchema, { path, text, what: "plan file" }),
    overview:
      beside === undefined || overviewPath === undefined
        ? undefined
        : await inFileOrder(overviewSchema, { path: overviewPath, text: beside, what: "overview" }),
  };
}

const STEP: LineKind<Step> = { schema: stepSchema, what: "change" };
const DONE: LineKind<Done> = { schema: doneSchema, what: "day" };
const RIDE: LineKind<PulledRide> = { schema: pulledRideSchema, what: "ride" };

/** The steps of a plan, in order; empty where it was never changed. Throws INPUT_INVALID for a line that is none. */
export const readSteps = (path: string): Promise<Step[]> => readLines(path, STEP);

/** What the rider said of their days, the last word on each day last. */
export const readDone = (path: string): Promise<Done[]> => readLines(path, DONE);

/** Adds a line to what the rider said of their days. */
export const appendDone = (path: string, done: Done): Promise<void> => appendLines(path, [done], DONE);

/** The rides that were read for a plan, in the order in which they came. */
export const readPulled = (path: string): Promise<PulledRide[]> => readLines(path, RIDE);

/** Adds rides to those that were read. */
export const appendPulled = (path: string, rides: readonly PulledRide[]): Promise<void> =>
  appendLines(path, rides, RIDE);

/** Texts of files and the step that they belong to. */
export interface ChangeToWrite {
  readonly planPath: string;
  readonly files: readonly { readonly path: string; readonly text: string }[];
  readonly step: Step;
}

const pendingSchema = z.strictObject({
  files: z.array(z.strictObject({ name: z.string(), text: z.string() })),
  step: stepSchema,
});

/** Writes the files and the list; said again it changes nothing. */
async function finish({ planPath, files, step }: ChangeToWrite): Promise<void> {
  const { changes, pending } = changePaths(planPath);
  const steps = await readSteps(changes);
  const isListed = steps.some((one) => one.step === step.step);
  const list = isListed ? [] : [{ path: changes, text: await withLines(changes, [lineOf(step, STEP)]) }];
  await writeWhole([...files, ...list], "replace");
  await rm(pending, { force: true });
}

const movedOn = (planPath: string): PlanError =>
  new PlanError({
    code: "INPUT_INVALID",
    message: `${planPath} was changed by another run at this moment.`,
    hint: "Look at it again, and say the change once more.",
  });

/** True where a plan's text is what a step began from, or what it leaves: another one that opened the plan may have finished it. */
const isOf = ({ before, after }: Step, text: string): boolean => [before, after].includes(digestOf(text));

/** What a change writes beside the list of steps. */
const WRITTEN: readonly PlanFileKind[] = ["plan", "overview", "week"];

/** Takes away what killed changes left half done, those of other weeks too; only who holds the plan may. */
const sweepChange = ({ planPath, files }: ChangeToWrite): Promise<void> => {
  const { changes, pending } = changePaths(planPath);
  const ours = new Set([changes, pending, planPath, ...files.map(({ path }) => path)].map((path) => basename(path)));
  const planId = namedPlanFile(planPath)?.planId;
  return removeStaging(dirname(planPath), (name) => {
    const named = namedPlanFile(name);
    return ours.has(name) || (named !== undefined && named.planId === planId && WRITTEN.includes(named.kind));
  });
};

/**
 * Writes a change as a whole: first all of it into one file beside the plan, then each file, then the list. Whoever opens the
 * plan next finishes what a killed run left. Throws INPUT_INVALID where the step could not be read back.
 */
export async function writeChange(change: ChangeToWrite): Promise<void> {
  lineOf(change.step, STEP);
  const { pending } = changePaths(change.planPath);
  const files = change.files.map(({ path, text }) => ({ name: basename(path), text }));
  try {
    await writeWhole([{ path: pending, text: JSON.stringify({ files, step: change.step }) }], "exclusive");
  } catch (error) {
    // Who holds the plan also sweeps what others had half written.
    const isHeld = systemCode(error) === "EEXIST" || (await kindOfPath(pending)) === "file";
    throw isHeld ? movedOn(change.planPath) : error;
  }
  await sweepChange(change);
  // Of two that change a plan at once the second finds another plan than the one it planned on.
  const now = await textAt(change.planPath);
  if (now === undefined || !isOf(change.step, now)) {
    await rm(pending, { force: true });
    throw movedOn(change.planPath);
  }
  await finish(change);
}

/** Finishes a change that a killed run left half written; true where there was one. */
export async function finishPending(planPath: string): Promise<boolean> {
  const { pending } = changePaths(planPath);
  if ((await kindOfPath(pending)) !== "file") return false;
  const text = await textAt(pending);
  if (text === undefined) return false;
  const { files, step } = checkedInOrder(pendingSchema, await parseJson(text, pending), {
    source: pending,
    what: "unfinished change",
    hint: "Remove it: the change it holds was not made.",
  });
  const plan = await textAt(planPath);
  if (plan !== undefined && !isOf(step, plan)) {
    // It was planned on another plan than the one that lies here now, and its own run refuses it.
    await rm(pending, { force: true });
    return false;
  }
  const directory = dirname(planPath);
  await finish({
    planPath,
    step,
    files: files.map((file) => ({ path: join(directory, basename(file.name)), text: file.text })),
  });
  return true;
}
