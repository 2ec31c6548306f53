import type { PlanTask } from "../../plan/task.ts";
import { namedPlanFile, planPaths } from "../../storage/plan-folder.ts";
import { textAt } from "../../storage/read-json.ts";
import { dirname } from "node:path";
import { PlanError } from "../../base/errors.ts";
import type { CalendarDate } from "../../base/calendar.ts";
import { canonicalJson, jsonText } from "../../base/json.ts";
import type { Library } from "../../library/library.ts";
import type { PulledRide } from "../../plan/pulled-ride.ts";
import type { Done, Intent, Step } from "../../plan/change-schema.ts";
import { finishPending, readPlanOnDisk, writeChange, type PlanOnDisk } from "../../storage/change-files.ts";
import { changePaths, readDone, readPulled, readSteps } from "../../storage/lived-files.ts";
import { digestOf } from "../../storage/digest.ts";
import type { ChangeStart } from "./edit.ts";
import type { LivingPlan } from "./living.ts";
import type { Proposal } from "./propose.ts";
import { requestBeside } from "./request-beside.ts";
import { taskOfRequest } from "./task-of-request.ts";

/** A plan with all that was done to it, ready to be changed. */
export interface OpenPlan {
  readonly path: string;
  readonly onDisk: PlanOnDisk;
  readonly steps: readonly Step[];
  readonly done: readonly Done[];
  /** Rides that were read from recordings. */
  readonly rides: readonly PulledRide[];
  /** What the plan was made from; undefined where that does not lie beside it, or another program wrote it. */
  readonly task: PlanTask | undefined;
  /** SHA-256 of the plan file as this program wrote it last; undefined where that was not noted. */
  readonly written: string | undefined;
  /** The plan file is not what was written last: somebody edited it. */
  readonly isEdited: boolean;
}

const overviewOf = (path: string): string | undefined => {
  const named = namedPlanFile(path);
  return named?.kind === "plan" ? planPaths(dirname(path), named.planId).overview : undefined;
};

/** Opens a plan to be changed, and finishes what a killed run left of a change. Throws NOT_FOUND, INPUT_INVALID. */
export async function openLiving(path: string): Promise<OpenPlan> {
  await finishPending(path);
  const paths = changePaths(path);
  const [onDisk, steps, done, rides] = await Promise.all([
    readPlanOnDisk(path, overviewOf(path)),
    readSteps(paths.changes),
    readDone(paths.done),
    readPulled(paths.rides),
  ]);
  const { training_plan: plan } = onDisk.file;
  const request = await requestBeside(path, plan);
  const isPlan = namedPlanFile(path)?.kind === "plan";
  // An instance is another text than the plan that it was made from.
  const written = steps.at(-1)?.after ?? (isPlan ? request?.plan_hash : undefined);
  const isEdited = written !== undefined && written !== onDisk.hash;
  return { path, onDisk, steps, done, rides, task: taskOfRequest(request, plan, !isPlan), written, isEdited };
}

/** The plan as it stands. */
export const livingPlan = ({ onDisk: { file, overview } }: OpenPlan): LivingPlan => ({ file, overview });

/** Days on which a session was ridden: by the rider's word, else by a recording that was its session. */
export function daysDone({ done, rides }: Pick<OpenPlan, "done" | "rides">): ReadonlySet<CalendarDate> {
  const last = new Map<CalendarDate, boolean>();
  for (const { date, session } of rides) if (session !== null) last.set(date, true);
  for (const { day, status } of done) last.set(day, status === "done");
  return new Set([...last].flatMap(([day, isDone]) => (isDone ? [day] : [])));
}

/** What a change starts from. Throws INPUT_INVALID where the plan was edited by hand. */
export function startOf(open: OpenPlan, at: { readonly library: Library; readonly today: CalendarDate }): ChangeStart {
  if (open.isEdited)
    throw new PlanError({
      code: "INPUT_INVALID",
      message:
        open.steps.length === 0
          ? `${open.path} was edited since it was made: it is not what was written then.`
          : `${open.path} was edited since step ${open.steps.length}: it is not what that step wrote.`,
      hint: "Put the file back as it was, or take it as it is now with cycling-plan change --accept-edits.",
      details: { expected: open.written, found: open.onDisk.hash },
    });
  const { steps, task } = open;
  return { plan: livingPlan(open), library: at.library, today: at.today, done: daysDone(open), task, steps };
}

/** The texts of a plan's files; an instance has one file alone. */
function textsOf(path: string, { file, overview }: LivingPlan): { path: string; text: string }[] {
  const named = namedPlanFile(path);
  const plan = { path, text: jsonText(file) };
  if (named?.kind !== "plan") return [plan];
  const paths = planPaths(dirname(path), named.planId);
  const { plan_id: planId, weekly_plan: weeks } = file.training_plan;
  return [
    ...weeks.map((week) => ({
      path: paths.week(week.week_number),
      text: jsonText({ schema_version: "1", plan_id: planId, ...week }),
    })),
    ...(overview === undefined ? [] : [{ path: paths.overview, text: jsonText(overview) }]),
    plan,
  ];
}

/** What is written down of a step beside its effect. */
export interface StepWords {
  readonly words: string;
  readonly day: CalendarDate;
  /** The clock, to the second. */
  readonly at: string;
  /** Version of the program. */
  readonly program: string;
  /** Files beside the plan that were edited by hand are written anew. */
  readonly acceptsEdits?: boolean;
}

/** The step that a proposal is, once it is accepted. */
export function stepOf(open: OpenPlan, proposal: Proposal, words: StepWords): Step {
  return {
    step: (open.steps.at(-1)?.step ?? 0) + 1,
    day: words.day,
    at: words.at,
    words: words.words,
    intents: [...proposal.intents],
    costs: proposal.costs,
    effect: proposal.effect,
    before: open.onDisk.hash,
    after: digestOf(jsonText(proposal.after.file)),
    program: words.program,
  };
}

/** A file as it counts: its keys in one order, and no ids, which older files do not have. */
const contentOf = (text: string): string => {
  try {
    return canonicalJson(JSON.parse(text, (key, value: unknown) => (key === "id" ? undefined : value)));
  } catch {
    return text;
  }
};

/** Throws INPUT_INVALID where a file that would be written anew no longer says what the plan file says: somebody edited it. */
async function needUnedited(paths: readonly string[], before: ReadonlyMap<string, string>): Promise<void> {
  for (const path of paths) {
    const [there, known] = [await textAt(path), before.get(path)];
    if (there === undefined || known === undefined || contentOf(there) === contentOf(known)) continue;
    throw new PlanError({
      code: "INPUT_INVALID",
      message: `${path} does not say what the plan file says: one of the two was edited by hand.`,
      hint: "Put it back as it was, or say the change again with --accept-edits: the plan file then counts.",
    });
  }
}

/**
 * Writes an accepted proposal: plan, weeks, overview and the list, as a whole. Gives the step and the files that changed. Throws
 * INPUT_INVALID where a file beside the plan was edited by hand, unless the words say to write over it.
 */
export async function commitChange(
  open: OpenPlan,
  proposal: Proposal,
  words: StepWords,
): Promise<{ readonly step: Step; readonly files: readonly string[] }> {
  const step = stepOf(open, proposal, words);
  const before = new Map(textsOf(open.path, proposal.before).map(({ path, text }) => [path, text]));
  const files = textsOf(open.path, proposal.after).filter(({ path, text }) => before.get(path) !== text);
  const beside = files.map(({ path }) => path).filter((path) => path !== open.path);
  if (words.acceptsEdits !== true) await needUnedited(beside, before);
  await writeChange({ planPath: open.path, files, step });
  return { step, files: files.map(({ path }) => path) };
}

/** Takes a plan that was edited by hand as it is, as a step of its own. */
export async function acceptEdits(open: OpenPlan, words: StepWords): Promise<Step> {
  const plan = livingPlan(open);
  const intents: Intent[] = [{ kind: "edited" }];
  const proposal: Proposal = {
    intents,
    costs: "The plan file as it was edited by hand; steps before it can no longer be taken back.",
    effect: { days: [], weeks: [], fields: [] },
    before: plan,
    after: plan,
    others: [],
  };
  const step: Step = {
    ...stepOf(open, proposal, words),
    before: open.written ?? open.onDisk.hash,
    after: open.onDisk.hash,
  };
  await writeChange({ planPath: open.path, files: [], step });
  return step;
}
