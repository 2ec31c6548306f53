import { link, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { PlanError } from "../base/errors.ts";
import { jsonText } from "../base/json.ts";
import type { Profile } from "../athlete/schema.ts";
import type { JobRecord, Overview, PlanFile, WeekFile } from "../plan/schema.ts";
import { ensureDirectory, writeWhole, type FileToWrite } from "./atomic-write.ts";
import { systemCode, writeTrouble } from "./file-errors.ts";
import { filesOfPlan, planPaths, readJob } from "./plan-folder.ts";

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
  readonly activities?: string;
}

export interface PlanText {
  readonly path: string;
  readonly text: string;
}

const BEGUN_JUST_NOW = ", begun at this moment by another run";

function alreadyThere({ directory, planId }: PlanPlace, because: string): PlanError {
  return new PlanError({
    code: "FILE_EXISTS",
    message: `${directory} already holds a plan ${planId}${because}.`,
    hint: "Choose another --plan-id or --out, or replace the plan with --force.",
    details: { plan_id: planId, directory },
  });
}

/** A failed run left its record and nothing else: the id is free again. Of two runs that see it only one moves it away. */
async function clearFailedRecord(place: PlanPlace): Promise<void> {
  const job = planPaths(place.directory, place.planId).job;
  const aside = `${job}.old`;
  try {
    await rename(job, aside);
    const isFailed = (await readJob(aside))?.status === "failed";
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
  if (names.length === 1 && job?.status === "failed") return clearFailedRecord(place);
  const isOpen = job?.status === "queued" || job?.status === "running";
  throw alreadyThere(place, isOpen ? `, of a run that is ${job.status} or was interrupted` : "");
}

/** Text of the job record that a forced run replaces, so that a failure can put it back. */
async function recordText(place: PlanPlace): Promise<string | undefined> {
  return readFile(planPaths(place.directory, place.planId).job, "utf8").catch(() => undefined);
}

/** A run's hold on a plan id. */
export interface PlanClaim {
  /** Replaces the job record. */
  readonly record: (job: JobRecord) => Promise<void>;
  /** Writes all files of the plan, or none of them where `force` is off. */
  readonly write: (contents: PlanContents) => Promise<string[]>;
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
  try {
    await writeWhole([{ path, text: jsonText(first) }], force ? "replace" : "exclusive");
  } catch (error) {
    throw systemCode(error) === "EEXIST" ? alreadyThere(place, BEGUN_JUST_NOW) : error;
  }
  const record = (job: JobRecord): Promise<void> => writeWhole([{ path, text: jsonText(job) }], "replace");
  return {
    record,
    write: (contents) => writePlanFiles(place, contents, force),
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

/** The texts of a plan's files in the order in which they are written. */
export function planTexts(
  { directory, planId }: PlanPlace,
  { profile, overview, weeks, plan, activities }: PlanContents,
): PlanText[] {
  const paths = planPaths(directory, planId);
  return [
    { path: paths.profile, text: jsonText(profile) },
    ...(activities === undefined ? [] : [{ path: paths.activities, text: activities }]),
    { path: paths.overview, text: jsonText(overview) },
    ...weeks.map((week) => ({ path: paths.week(week.week_number), text: jsonText(week) })),
    { path: paths.plan, text: jsonText(plan) },
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
