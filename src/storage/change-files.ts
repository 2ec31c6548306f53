import { rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { z } from "zod";
import { PlanError } from "../base/errors.ts";
import { stepSchema, type Step } from "../plan/change-schema.ts";
import { overviewSchema, planFileSchema, type Overview, type PlanFile } from "../plan/schema.ts";
import { removeStaging, writeWhole } from "./atomic-write.ts";
import { checkedInOrder } from "./check-schema.ts";
import { digestOf } from "./digest.ts";
import { systemCode } from "./file-errors.ts";
import { lineOf, withLines } from "./json-lines.ts";
import { changePaths, readSteps, STEP } from "./lived-files.ts";
import { kindOfPath, namedPlanFile, type PlanFileKind } from "./plan-folder.ts";
import { parseJson, textAt } from "./read-json.ts";

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
  const list = isListed ? [] : [{ path: changes, text: await withLines(changes, [await lineOf(step, STEP)]) }];
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
  await lineOf(change.step, STEP);
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
