import type { GoneSession, PlanLife } from "../../export/session.ts";
import { isSession } from "./edit.ts";
import type { OpenPlan } from "./open-living.ts";

/** What calendars must hear of a plan that was changed: how often, and which sessions are gone. */
export function planLife({ steps, onDisk }: Pick<OpenPlan, "steps" | "onDisk">): PlanLife {
  const now = new Set(
    onDisk.file.training_plan.weekly_plan.flatMap(({ workouts }) =>
      workouts.filter(isSession).flatMap(({ id }) => (id === undefined ? [] : [id])),
    ),
  );
  const gone = new Map<string, GoneSession>();
  for (const { effect } of steps)
    for (const { date, before, after } of effect.days)
      for (const { id, name, type } of [...before.workouts, ...after.workouts])
        if (id !== undefined && type !== "rest" && !now.has(id)) gone.set(id, { id, date, name });
  return { revision: steps.length, gone: [...gone.values()] };
}
