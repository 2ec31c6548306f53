import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { PlanError } from "../base/errors.ts";
import { jsonText } from "../base/json.ts";
import type { InstanceHead, PlanFile } from "../plan/schema.ts";
import { readAccepted } from "./accepted.ts";
import { removeStaging, writeWhole } from "./atomic-write.ts";
import { systemCode } from "./file-errors.ts";
import { kindOfPath, namesIn } from "./plan-folder.ts";

/** A plan file that is an instance. */
export type ScheduledPlan = PlanFile & { readonly plan_instance: InstanceHead };

/** A file of a scheduled plan: what it holds, or why it cannot be read. */
export interface InstanceFile {
  readonly number: number;
  readonly path: string;
  readonly plan: ScheduledPlan | undefined;
  readonly trouble: string | undefined;
}

const NAME = /^instance_([1-9]\d{0,8})\.json$/;

export const instanceId = (number: number): string => `instance_${number}`;

/** Where the instance of an id lies; undefined where the text is no such id. */
export const instancePath = (directory: string, id: string): string | undefined =>
  NAME.test(`${id}.json`) ? join(directory, `${id}.json`) : undefined;

/** Reads an instance. Throws INPUT_INVALID with the fields that are wrong. */
async function readInstance(path: string, state: string | undefined): Promise<ScheduledPlan> {
  const hint = "Correct the listed fields, or move the file away.";
  const plan = await readAccepted(path, { kind: "plan", what: "scheduled plan", hint, state });
  const { plan_instance: head } = plan;
  if (head !== undefined) return { ...plan, plan_instance: head };
  throw new PlanError({ code: "INPUT_INVALID", message: `${path} is a plan without plan_instance.`, hint });
}

async function instanceFile(path: string, number: number, state: string | undefined): Promise<InstanceFile> {
  try {
    return { number, path, plan: await readInstance(path, state), trouble: undefined };
  } catch (error) {
    if (!(error instanceof PlanError)) throw error;
    return { number, path, plan: undefined, trouble: error.message };
  }
}

/** Every scheduled plan of a directory, in the order in which they were scheduled. */
export async function instancesIn(directory: string, state?: string): Promise<InstanceFile[]> {
  const numbers = (await namesIn(directory)).flatMap((name) => {
    const number = NAME.exec(name)?.[1];
    return number === undefined ? [] : [Number(number)];
  });
  numbers.sort((a, b) => a - b);
  return Promise.all(
    numbers.map((number) => instanceFile(join(directory, `${instanceId(number)}.json`), number, state)),
  );
}

/** True where something else took the number, or swept our staging away because it was faster. */
async function wasTooSlow(directory: string, error: unknown): Promise<boolean> {
  if (systemCode(error) === "EEXIST") return true;
  const isGone = error instanceof PlanError && systemCode(error.cause) === "ENOENT";
  return isGone && (await readdir(directory).then(() => true, () => false)); // prettier-ignore
}

/**
 * Puts a scheduled plan under its number: of two that want the same number only one gets it, and the other has to look
 * again at what is scheduled by then. False where the number was taken.
 */
export async function addInstance(directory: string, plan: ScheduledPlan): Promise<boolean> {
  const path = join(directory, `${plan.plan_instance.id}.json`);
  try {
    await writeWhole([{ path, text: jsonText(plan) }], "exclusive");
    return true;
  } catch (error) {
    if (await wasTooSlow(directory, error)) return false;
    throw error;
  }
}

/** Writes an instance that was changed: cancelled, that is. */
export const replaceInstance = (path: string, plan: ScheduledPlan): Promise<void> =>
  writeWhole([{ path, text: jsonText(plan) }], "replace");

/** Takes away what killed schedulings left half done. */
export const sweepInstances = async (directory: string): Promise<void> => {
  if ((await kindOfPath(directory)) === "directory") await removeStaging(directory, (name) => NAME.test(name));
};
