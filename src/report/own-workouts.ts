import type { Library } from "../library/library.ts";
import type { PlanFile } from "../plan/schema.ts";
import { wholeId } from "../workout/reduced-id.ts";

/** How many of the rider's own workouts a plan uses: each comes where its ladder stands at its level and the day is long enough. */
export function ownLine(plan: PlanFile, library: Library | undefined): string[] {
  const own = library?.workouts.filter(({ isOwn }) => isOwn === true) ?? [];
  if (own.length === 0) return [];
  const workouts = plan.training_plan.weekly_plan.flatMap((week) => week.workouts);
  const ridden = new Set(workouts.map(({ library_workout_id: id }) => (id === undefined ? undefined : wholeId(id))));
  const used = own.filter(({ id }) => ridden.has(id)).length;
  return [`Yours:  ${used} of your ${own.length} workouts ${used === 1 ? "is" : "are"} in this plan`];
}
