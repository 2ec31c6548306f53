import { basename, dirname, join } from "node:path";
import type { CalendarDate } from "../../base/calendar.ts";
import { nearest } from "../../athlete/parse-suggest.ts";
import { PlanError } from "../../base/errors.ts";
import { cleanLine } from "../../base/text.ts";
import type { PlanFile } from "../../plan/schema.ts";
import { readAccepted } from "../../storage/accepted.ts";
import { kindOfPath, namedPlanFile, planPaths, plansIn } from "../../storage/plan-folder.ts";
import { readJob } from "../../storage/read-job.ts";
import { instancePath, instancesIn } from "../../storage/instance-files.ts";
import { currentInstance } from "../schedule/instance-status.ts";

/** A finished plan on disk. */
export interface FoundPlan {
  readonly planId: string;
  readonly directory: string;
  /** The file that holds the whole plan. */
  readonly path: string;
}

export interface PlanSearch {
  /** What the rider typed: a file, a plan id, a directory; undefined for the current plan. */
  readonly given: string | undefined;
  /** A path as typed, made absolute. */
  readonly from: (path: string) => string;
  /** Where ids are looked up, in this order. */
  readonly directories: readonly string[];
  /** Other folders with plans on this machine: an id that is not found in `directories` may lie there. */
  readonly known?: () => Promise<readonly string[]>;
  /** Where it is given, a plan that was scheduled is found on the dates that count on this day. */
  readonly today?: CalendarDate;
  /** Where this machine remembers what it found right. */
  readonly state?: string;
  /** The plan file that was generated last from a terminal on this machine. */
  readonly current: () => Promise<string | undefined>;
}

const notFound = (message: string, hint: string): PlanError => new PlanError({ code: "NOT_FOUND", message, hint });
const listed = (ids: readonly string[]): string => ids.map((id) => `  ${id}`).join("\n");

async function planNamed(directory: string, planId: string): Promise<FoundPlan | undefined> {
  const path = planPaths(directory, planId).plan;
  return (await kindOfPath(path)) === "file" ? { planId, directory, path } : undefined;
}

/** The plan that one of its other files belongs to; says why where it was never finished. */
async function planBeside(path: string, planId: string): Promise<FoundPlan> {
  const directory = dirname(path);
  const found = await planNamed(directory, planId);
  if (found) return found;
  const job = await readJob(planPaths(directory, planId).job);
  const why = job
    ? `its last run is ${job.status}${job.error_message === null ? "" : `: ${job.error_message}`}`
    : "its plan file is missing";
  throw notFound(`The plan ${planId} in ${directory} is not finished: ${why}.`, "Generate it again with --force.");
}

async function planInDirectory(directory: string): Promise<FoundPlan> {
  const ids = await plansIn(directory);
  const [only] = ids;
  if (only === undefined)
    throw notFound(`${directory} holds no finished plan.`, "Name another directory, or write a plan with generate.");
  if (ids.length > 1)
    throw notFound(
      `${directory} holds ${ids.length} plans:\n${listed(ids)}`,
      `Name one of them, such as ${join(directory, only)}.`,
    );
  return { planId: only, directory, path: planPaths(directory, only).plan };
}

async function currentPlan(search: PlanSearch): Promise<FoundPlan> {
  const path = await search.current();
  if (path === undefined)
    throw notFound(
      "There is no current plan: none was generated from a terminal on this machine yet.",
      "Name a plan: a file, a plan id or a directory.",
    );
  const planId = namedPlanFile(path)?.planId;
  if (planId === undefined || (await kindOfPath(path)) !== "file")
    throw notFound(`The current plan is no longer at ${path}.`, "Name a plan: a file, a plan id or a directory.");
  return { planId, directory: dirname(path), path };
}

/** A plan of this id in a folder that was used before; where there are several, nobody chooses for the rider. */
async function planElsewhere(id: string, { known, directories }: PlanSearch): Promise<FoundPlan | undefined> {
  const folders = ((await known?.()) ?? []).filter((folder) => !directories.includes(folder));
  const found = (await Promise.all(folders.map((folder) => planNamed(folder, id)))).filter(
    (plan) => plan !== undefined,
  );
  const [only, ...others] = found;
  if (only === undefined || others.length === 0) return only;
  throw notFound(
    `${found.length} plans are called ${id}:\n${listed(found.map(({ path }) => path))}`,
    "Name the one that you mean by its file.",
  );
}

/** An id alone, or with the directory in front of it (`plans/century-2027-03-14-k3f9`). */
async function planById(given: string, search: PlanSearch): Promise<FoundPlan> {
  const { directories, from } = search;
  const hasDirectory = /[/\\]/.test(given);
  const places = hasDirectory ? [dirname(from(given))] : directories;
  const id = basename(given);
  for (const directory of places) {
    const found = await planNamed(directory, id);
    if (found) return found;
  }
  for (const directory of places) {
    const path = instancePath(directory, id);
    if (path !== undefined && (await kindOfPath(path)) === "file") return { planId: id, directory, path };
  }
  for (const directory of places)
    if (await readJob(planPaths(directory, id).job)) return planBeside(join(directory, id), id);
  const elsewhere = hasDirectory ? undefined : await planElsewhere(id, search);
  if (elsewhere !== undefined) return elsewhere;
  const known = (await Promise.all(places.map(plansIn))).flat();
  const meant = nearest(id, known);
  const shown = cleanLine(given, 80);
  throw notFound(
    `There is no plan "${shown}": it is no file and no directory, and ${places.join(" and ")} ${places.length === 1 ? "holds" : "hold"} no plan of that id.`,
    meant === undefined ? "Name a plan file, a plan id or a directory with a plan." : `Did you mean ${meant}?`,
  );
}

/** The plan on the dates that count today, where it was scheduled. */
async function onItsDates(found: FoundPlan, { today, state }: PlanSearch): Promise<FoundPlan> {
  if (today === undefined || namedPlanFile(found.path)?.kind !== "plan") return found;
  const instance = currentInstance(await instancesIn(found.directory, state), found.planId, today);
  return instance === undefined ? found : { ...found, path: instance.path };
}

/** The one way from what a rider typed to a plan: a file of the plan, its id, its directory, or nothing for the current one. */
export async function findPlan(search: PlanSearch): Promise<FoundPlan> {
  const { given } = search;
  if (given === undefined) return onItsDates(await currentPlan(search), search);
  if (given === "") throw notFound("The name of the plan is empty.", "Name a plan: a file, a plan id or a directory.");
  const path = search.from(given);
  const kind = await kindOfPath(path);
  if (kind === "directory") return onItsDates(await planInDirectory(path), search);
  if (kind === "nothing") return onItsDates(await planById(given, search), search);
  const named = namedPlanFile(path);
  const planId = named?.planId ?? basename(path);
  return named === undefined || named.kind === "plan"
    ? { planId, directory: dirname(path), path }
    : planBeside(path, planId);
}

/** Reads and checks a plan file; what was found right is noted in `state` where it is given. Throws INPUT_INVALID with the fields that are wrong. */
export const readPlan = (path: string, state?: string): Promise<PlanFile> =>
  readAccepted(path, {
    kind: "plan",
    what: "plan file",
    hint: "Name a file that ends in _plan.json, or correct the listed fields.",
    state,
  });
