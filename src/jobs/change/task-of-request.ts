import type { HealthAnswers, Profile } from "../../athlete/schema.ts";
import type { TrainingPlan } from "../../plan/schema.ts";
import type { PlanTask } from "../../plan/task.ts";
import type { RequestFile } from "../generate/request-file.ts";

/** Answers about health that hold a rider back as this plan does: the true ones are kept nowhere. */
function healthBehind({ careful_start: isCareful, held_back: held = [] }: Profile): HealthAnswers | undefined {
  const isHeart = held.some(({ by }) => by === "careful");
  if (isCareful !== true && !isHeart) return undefined;
  return { ...(isCareful === true ? { active: false } : {}), ...(isHeart ? { heart_disease: true } : {}) };
}

/** The task that a plan was made from; an instance is its plan on days of its own. */
export function taskOfRequest(
  read: RequestFile | undefined,
  plan: TrainingPlan,
  isInstance: boolean,
): PlanTask | undefined {
  const { athlete_profile: profile, plan_metadata: metadata } = plan;
  if (read?.source !== "planner") return undefined;
  const { plan_id: planId, asked_at: askedAt, request: asked, today, seed, assumptions, warnings } = read;
  const health = healthBehind(profile);
  const known = health === undefined ? asked : { ...asked, profile: { ...asked.profile, health } };
  const dated = isInstance ? { ...known, startDate: metadata.start_date } : known;
  return { planId, askedAt, request: dated, today, seed, assumptions, warnings };
}
