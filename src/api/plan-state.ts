import type { CalendarDate } from "../base/calendar.ts";
import type { Overview, PlanFile, WeekFile } from "../plan/schema.ts";
import type { PlanTask } from "../plan/task.ts";

/** A plan as it stands, and what its changes need to know: what `compilePlan`, `readPlan` and `changePlan` give. */
export interface PlanState {
  /** The plan file, `{plan_id}_plan.json`. */
  readonly plan: PlanFile;
  /** `{plan_id}_overview.json`; a change keeps it in step where it is there. */
  readonly overview?: Overview | undefined;
  /** What the plan was made from: needed by changes of what was asked for, such as `add event`. */
  readonly task?: PlanTask | undefined;
  /** Days that were ridden; they never change. */
  readonly done?: readonly CalendarDate[] | undefined;
}

/** The week files of a plan, `{plan_id}_week_{n}.json`. */
export function weekFiles({ plan: { training_plan: plan } }: Pick<PlanState, "plan">): WeekFile[] {
  return plan.weekly_plan.map((week) => ({ schema_version: "1", plan_id: plan.plan_id, ...week }));
}
