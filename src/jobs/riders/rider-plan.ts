import { sep } from "node:path";
import type { CalendarDate } from "../../base/calendar.ts";
import { PlanError } from "../../base/errors.ts";
import { cleanLine } from "../../base/text.ts";
import type { Readiness } from "../../plan/event-schema.ts";
import { planFileSchema, type PlanFile } from "../../plan/schema.ts";
import { checked } from "../../storage/check-schema.ts";
import { digestOf } from "../../storage/digest.ts";
import { instancesIn } from "../../storage/instance-files.ts";
import { parseJson, readTrouble, textAt } from "../../storage/read-json.ts";
import { readRider } from "../../storage/rider-files.ts";
import {
  nameOnDisk,
  planFilesOf,
  riderPlanText,
  type RiderFolder,
  type RiderPlanFile,
} from "../../storage/rider-folders.ts";
import { planStanding } from "../plans/plan-standing.ts";
import { currentInstance } from "../schedule/instance-status.ts";

/** The plan of a rider that counts on a day. */
export interface RiderPlan {
  readonly planId: string;
  /** Its file; where it was scheduled, that of the dates that count. */
  readonly file: string;
  /** The same without the ending of a packed one: what lies beside it is named after it. */
  readonly path: string;
  readonly isScheduled: boolean;
  /** On the dates that count. */
  readonly plan: PlanFile;
  readonly readiness: Readiness | undefined;
  /** SHA-256 of the text in its file. */
  readonly hash: string;
}

/** A rider with what could be read of them. */
export interface Rider {
  /** As the batch calls them, else as their folder is called; fit for a line. */
  readonly name: string;
  readonly folder: RiderFolder;
  readonly found: RiderPlan | undefined;
  /** What cannot be read, in few words. */
  readonly troubles: readonly string[];
  /** SHA-256 of the plan as a batch wrote it. */
  readonly batchHash: string | undefined;
}

const MOST_NAME = 60;
const MOST_TROUBLE = 300;

/** A failure while a rider is read, as words for their row. What is none of the disk's and none of ours is thrown on. */
export function troubleWords(error: unknown, { directory }: RiderFolder): string {
  const told = error instanceof PlanError ? error : readTrouble(directory, error);
  if (!(told instanceof PlanError)) throw error;
  return cleanLine(told.message.replaceAll(`${directory}${sep}`, ""), MOST_TROUBLE);
}

async function readFound(file: RiderPlanFile, today: CalendarDate): Promise<RiderPlan> {
  const { planId, path } = file;
  const text = await riderPlanText(file);
  const hint = "Correct the listed fields, or make the plan again.";
  const made = checked(planFileSchema, await parseJson(text, path), { source: path, what: "plan file", hint });
  const { readiness } = made.training_plan.plan_metadata;
  const dated = currentInstance(await instancesIn(file.directory), planId, today);
  if (dated === undefined)
    return { planId, file: nameOnDisk(file), path, isScheduled: false, plan: made, readiness, hash: digestOf(text) };
  const hash = digestOf((await textAt(dated.path)) ?? "");
  return { planId, file: dated.path, path: dated.path, isScheduled: true, plan: dated.plan, readiness, hash };
}

/** True where a plan counts before another: under way before to come before over; of those to come the next, else the last. */
function isBefore(one: RiderPlan, other: RiderPlan, today: CalendarDate): boolean {
  const [a, b] = [planStanding(one.plan, today).rank, planStanding(other.plan, today).rank];
  if (a !== b) return a < b;
  const starts = ({ plan }: RiderPlan): CalendarDate => plan.training_plan.plan_metadata.start_date;
  return a === 1 ? starts(one) < starts(other) : starts(one) > starts(other);
}

/** Reads a rider: of several plans only the one that counts is kept. Nothing is written. */
export async function readRiderPlan(folder: RiderFolder, today: CalendarDate): Promise<Rider> {
  const troubles: string[] = [];
  const noted = async <T>(read: Promise<T>): Promise<T | undefined> => {
    try {
      return await read;
    } catch (error) {
      troubles.push(troubleWords(error, folder));
      return undefined;
    }
  };
  const record = await noted(readRider(folder.directory));
  const files = (await noted(planFilesOf(folder.directory))) ?? [];
  let found: RiderPlan | undefined;
  for (const file of files) {
    const read = await noted(readFound(file, today));
    if (read !== undefined && (found === undefined || isBefore(read, found, today))) found = read;
  }
  if (record?.status === "refused") troubles.push(cleanLine(`refused: ${record.message ?? ""}`, MOST_TROUBLE));
  if (found === undefined && troubles.length === 0) troubles.push("there is no finished plan");
  const name = cleanLine(record?.id ?? folder.name, MOST_NAME);
  return { name, folder, found, troubles, batchHash: record?.plan_hash ?? undefined };
}
