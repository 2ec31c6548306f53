import { link, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { PlanError } from "../base/errors.ts";
import { canonicalJson, jsonText } from "../base/json.ts";
import type { Profile } from "../athlete/schema.ts";
import { weekFileSchema, type JobRecord, type Overview, type PlanFile, type WeekFile } from "../plan/schema.ts";
import { ensureDirectory, removeStaging, writeWhole, type FileToWrite } from "./atomic-write.ts";
import { digestOf } from "./digest.ts";
import { systemCode, writeTrouble } from "./file-errors.ts";
import { readJsonFile } from "./read-json.ts";
import { filesOfPlan, kindOfPath, namedPlanFile, planPaths } from "./plan-folder.ts";
import { readJob } from "./read-job.ts";

/** One plan in one directory. */
export interface PlanPlace {
  readonly directory: string;
  readonly planId: string;
}

/** Everything of a plan but its job record. */
export interface PlanContents {
  readonly profile: Profile;
  readonly overview: Overview;
  readonly weeks: readonly WeekFile[];
  readonly plan: PlanFile;
  /** The rides that the plan starts from, as a table; absent where there are none. */
  readonly activities?: string | undefined;
  /** What the plan was made from, as `{plan_id}_request.json` holds it. */
  readonly request?: object | undefined;
}

export interface PlanText {
  readonly path: string;
  readonly text: string;
}

const BEGUN_JUST_NOW = ", begun at this moment by another run";

function alreadyThere(
  { directory, planId }: PlanPlace,
  because: string,
  hint = "Choose another --plan-id or --out, or replace the plan with --force.",
): PlanError {
  return new PlanError({
    code: "FILE_EXISTS",
    message: `${directory} already holds a plan ${planId}${because}.`,
    hint,
    details: { plan_id: planId, directory },
  });
}

/** Such a run left nothing but its record. */
const isOver = (status: string | undefined): boolean => status === "failed" || status === "cancelled";

/** A run that failed or was cancelled left its record and nothing else: the id is free again. Of two runs that see it only one moves it away. */
async function clearFailedRecord(place: PlanPlace): Promise<void> {
  const job = planPaths(place.directory, place.planId).job;
  const aside = `${job}.old`;
  try {
    await rename(job, aside);
    const isFailed = isOver((await readJob(aside))?.status);
    // The other run was faster, and this is its record: give it back.
    if (!isFailed) await link(aside, job).catch(() => undefined);
    await rm(aside, { force: true });
    if (!isFailed) throw alreadyThere(place, BEGUN_JUST_NOW);
  } catch (error) {
    if (systemCode(error) !== "ENOENT") throw writeTrouble(job, error);
  }
}

async function refuseTaken(place: PlanPlace): Promise<void> {
  const names = await filesOfPlan(place.directory, place.planId);
  if (names.length === 0) return;
  const job = await readJob(planPaths(place.directory, place.planId).job);
  if (names.length === 1 && isOver(job?.status)) return clearFailedRecord(place);
  const isOpen = job?.status === "queued" || job?.status === "running";
  if (!isOpen) throw alreadyThere(place, "");
  const hint = `See how it stands with cycling-plan status ${place.planId}. If it was interrupted, go on with cycling-plan generate --resume ${place.planId}, or replace it with --force.`;
  throw alreadyThere(place, `, of a run that is ${job.status} or was interrupted`, hint);
}

/** Text of the job record that a forced run replaces, so that a failure can put it back. */
async function recordText(place: PlanPlace): Promise<string | undefined> {
  return readFile(planPaths(place.directory, place.planId).job, "utf8").catch(() => undefined);
}

/** Takes away what killed runs left half done; only who holds the plan id may, or who knows that its run is over. */
export const sweepPlan = ({ directory, planId }: PlanPlace): Promise<void> =>
  removeStaging(directory, (name) => namedPlanFile(name)?.planId === planId);

/** True where no file of a plan lies but the record of its run. */
async function holdsNothing({ directory, planId }: PlanPlace): Promise<boolean> {
  const names = await filesOfPlan(directory, planId);
  return names.every((name) => namedPlanFile(name)?.kind === "job");
}

/** A run's hold on a plan id. */
export interface PlanClaim {
  /** Replaces the job record. */
  readonly record: (job: JobRecord) => Promise<void>;
  /** Writes all files of the plan, or none of them where `force` is off; what was kept before stays as it is. */
  readonly write: (contents: PlanContents) => Promise<string[]>;
  /** Writes some files before the others are there; undefined where an older plan would be lost by it. */
  readonly keep: ((part: Partial<PlanContents>) => Promise<void>) | undefined;
  /** Ends a run that failed: its record says so, or the record before a forced run is back. */
  readonly fail: (job: JobRecord) => Promise<void>;
}

/**
 * Takes a plan id for one run by creating its job record: of two runs on one id only one gets it. Throws FILE_EXISTS
 * where the id is taken and `force` is off, FILE_UNWRITABLE where the directory cannot be written.
 */
export async function claimPlan(place: PlanPlace, first: JobRecord, force: boolean): Promise<PlanClaim> {
  await ensureDirectory(place.directory);
  const path = planPaths(place.directory, place.planId).job;
  const before = force ? await recordText(place) : undefined;
  if (!force) await refuseTaken(place);
  const isFree = await holdsNothing(place);
  try {
    await writeWhole([{ path, text: jsonText(first) }], force ? "replace" : "exclusive");
  } catch (error) {
    // A run that was faster may also have swept our half-done record away.
    const isTaken = systemCode(error) === "EEXIST" || (!force && (await kindOfPath(path)) === "file");
    throw isTaken ? alreadyThere(place, BEGUN_JUST_NOW) : error;
  }
  await sweepPlan(place);
  const record = (job: JobRecord): Promise<void> => writeWhole([{ path, text: jsonText(job) }], "replace");
  let hasKept = false;
  const keep = (part: Partial<PlanContents>): Promise<void> => {
    hasKept = true;
    return writeWhole(planTexts(place, part), "replace");
  };
  return {
    record,
    keep: isFree ? keep : undefined,
    write: (contents) => (hasKept ? completePlanFiles : writePlanFiles)(place, contents, force),
    fail: async (job) => {
      try {
        if (before === undefined) await record(job);
        else await writeWhole([{ path, text: before }], "replace");
      } catch {
        // The disk that failed the plan fails its record, too: better no record than one that says "running".
        await rm(path, { force: true }).catch(() => undefined);
      }
    },
  };
}

/** What a run that goes on finds of its files: those that are missing, and those that hold something else. */
async function compareFiles(files: readonly PlanText[]): Promise<Record<"missing" | "other", PlanText[]>> {
  const found = { missing: [] as PlanText[], other: [] as PlanText[] };
  for (const file of files) {
    const text = await readFile(file.path, "utf8").catch((error: unknown) => {
      if (systemCode(error) === "ENOENT") return undefined;
      throw writeTrouble(file.path, error);
    });
    if (text === undefined) found.missing.push(file);
    else if (text !== file.text) found.other.push(file);
  }
  return found;
}

/** Adds what an interrupted run did not write; what it wrote stays as it is. */
async function completePlanFiles(place: PlanPlace, contents: PlanContents, force: boolean): Promise<string[]> {
  const files = planTexts(place, contents);
  const { missing, other } = await compareFiles(files);
  if (force && other.length > 0) return writePlanFiles(place, contents, true);
  const [first] = other;
  if (first !== undefined)
    throw new PlanError({
      code: "FILE_EXISTS",
      message: `${first.path} is not what the interrupted run wrote: it was changed since, or another version of the program or of the library made it.`,
      hint: "Make the plan again with the same answers and --force.",
      details: { files: other.map(({ path }) => path) },
    });
  try {
    await writeWhole(missing, "exclusive");
  } catch (error) {
    if (systemCode(error) !== "EEXIST") throw error;
    // Somebody else goes on with this run, too: what they write is the same.
    return completePlanFiles(place, contents, force);
  }
  return files.map((file) => file.path);
}

/**
 * Takes over a plan id from a run whose process is gone. A failure gives the record back as it was, so that one can try
 * again. Throws FILE_UNWRITABLE where the record cannot be written.
 */
export async function takeOverPlan(place: PlanPlace, record: JobRecord, force: boolean): Promise<PlanClaim> {
  const mayKeep = record.input?.model?.keeps_weeks === true || (await holdsNothing(place));
  const path = planPaths(place.directory, place.planId).job;
  const before = await recordText(place);
  const write = (text: string): Promise<void> => writeWhole([{ path, text }], "replace");
  await write(jsonText(record));
  await sweepPlan(place);
  return {
    record: (job) => write(jsonText(job)),
    keep: mayKeep ? (part) => writeWhole(planTexts(place, part), "replace") : undefined,
    write: (contents) => completePlanFiles(place, contents, force),
    fail: async () => {
      const isOurs = (await readJob(path))?.process_id === record.process_id;
      if (isOurs && before !== undefined) await write(before).catch(() => undefined);
    },
  };
}

/** The texts of a plan's files, as far as they are there, in the order in which they are written. */
export function planTexts(
  { directory, planId }: PlanPlace,
  { profile, overview, weeks = [], plan, activities, request }: Partial<PlanContents>,
): PlanText[] {
  const paths = planPaths(directory, planId);
  const planText = plan === undefined ? undefined : jsonText(plan);
  const asked =
    planText === undefined || request === undefined ? request : { ...request, plan_hash: digestOf(planText) };
  return [
    ...(profile === undefined ? [] : [{ path: paths.profile, text: jsonText(profile) }]),
    ...(request === undefined ? [] : [{ path: paths.request, text: jsonText(asked) }]),
    ...(activities === undefined ? [] : [{ path: paths.activities, text: activities }]),
    ...(overview === undefined ? [] : [{ path: paths.overview, text: jsonText(overview) }]),
    ...weeks.map((week) => ({ path: paths.week(week.week_number), text: jsonText(week) })),
    ...(planText === undefined ? [] : [{ path: paths.plan, text: planText }]),
  ];
}

/** Writes profile, overview, weeks and plan; with `force` also removes what an older plan of this id leaves over. */
export async function writePlanFiles(place: PlanPlace, contents: PlanContents, force: boolean): Promise<string[]> {
  const files: FileToWrite[] = planTexts(place, contents);
  try {
    await writeWhole(files, force ? "replace" : "exclusive");
  } catch (error) {
    throw systemCode(error) === "EEXIST" ? alreadyThere(place, "") : error;
  }
  const written = new Set([...files.map((file) => file.path), planPaths(place.directory, place.planId).job]);
  if (force)
    for (const name of await filesOfPlan(place.directory, place.planId)) {
      const path = join(place.directory, name);
      if (!written.has(path)) await rm(path, { force: true });
    }
  return files.map((file) => file.path);
}

/** The week files of a plan that are there and whole, by number. */
export async function weeksOnDisk({ directory, planId }: PlanPlace): Promise<Map<number, WeekFile>> {
  const found = new Map<number, WeekFile>();
  for (const name of await filesOfPlan(directory, planId)) {
    if (namedPlanFile(name)?.kind !== "week") continue;
    const path = join(directory, name);
    const value = await readJsonFile(path);
    const week = weekFileSchema.safeParse(value).data;
    const isOurs = week !== undefined && canonicalJson(value) === canonicalJson(week);
    if (!isOurs || planPaths(directory, planId).week(week.week_number) !== path)
      throw new PlanError({
        code: "FILE_EXISTS",
        message: `${path} is not what the interrupted run wrote.`,
        hint: "Move it away and go on: that week is then asked for again.",
        details: { files: [path] },
      });
    // The keys in the order of the file, so that it is written again to the byte.
    found.set(week.week_number, value as WeekFile);
  }
  return found;
}
