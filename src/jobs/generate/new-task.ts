import { seededChance, type Chance } from "../../base/chance.ts";
import { canonicalJson } from "../../base/json.ts";
import { timelineOf } from "../../periodization/intake/timeline.ts";
import type { PlanTask } from "../../plan/task.ts";
import { checkPlanId, newPlanId } from "../../storage/plan-id.ts";

type Nameless = Omit<PlanTask, "planId">;

/** Ids derive from what is asked for, the day and the seed. */
const idChance = ({ request, outsideOverview, today, seed }: Nameless): Chance =>
  seededChance(`${seed}/ids/${canonicalJson({ request, overview: outsideOverview })}/${today}`);

/**
 * A task with its plan id: the one that was given, or one made from what the plan is for. Throws NOT_FEASIBLE for an event that
 * is too close, INPUT_INVALID for an id that is no file name: both before anything is written.
 */
export function newTask(asked: Nameless, givenId: string | undefined): PlanTask {
  const { request, today } = asked;
  const { start } = timelineOf(request, today);
  const { event, goal } = request;
  const subject = event?.type ?? (goal || (event ? "event" : "plan"));
  const planId =
    givenId === undefined ? newPlanId(subject, event?.date ?? start, idChance(asked).at("plan")) : checkPlanId(givenId);
  return { ...asked, planId };
}

/** `plan_1734376800_a1b2c3d4`: when a plan was asked for, and letters that derive from the task. */
export const jobIdOf = (task: PlanTask): string =>
  `plan_${Math.floor(Date.parse(task.askedAt) / 1000)}_${idChance(task).at("job").letters(8)}`;
