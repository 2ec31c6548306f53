import { daysBetween, type CalendarDate } from "../base/calendar.ts";
import { goalWords, planStanding } from "../jobs/plans/plan-standing.ts";
import { eventsIn, isAim } from "../plan/event-days.ts";
import type { PlanFile } from "../plan/schema.ts";
import { readinessWord } from "../report/readiness.ts";
import { counted, span } from "../report/units.ts";

/** `century, Sun 28 Feb 2027, in 47 days`; of a plan that names nothing its dates. */
function goalOf(plan: PlanFile, today: CalendarDate): string {
  const { total_weeks: weeks, start_date: from, end_date: to } = plan.training_plan.plan_metadata;
  const named = goalWords(plan);
  const goal = named === "" ? `${counted(weeks, "week")}, ${span(from, to, true)}` : named;
  const event = eventsIn(plan.training_plan.plan_metadata).findLast(isAim);
  const days = event === undefined ? 0 : daysBetween(today, event.date);
  return days > 0 ? `${goal}, in ${counted(days, "day")}` : goal;
}

/** `spring · century, Sun 28 Feb 2027, in 47 days · week 6 of 12 · on track` */
export function seasonHead(plan: PlanFile, today: CalendarDate): string {
  const { plan_id: id, plan_metadata: meta } = plan.training_plan;
  const parts = [id, goalOf(plan, today), planStanding(plan, today).words, readinessWord(meta.readiness) ?? ""];
  return parts.filter((part) => part !== "").join(" · ");
}
