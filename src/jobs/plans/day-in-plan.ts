import { daysBetween, type CalendarDate } from "../../base/calendar.ts";
import type { PlanFile, Week } from "../../plan/schema.ts";
import type { Workout } from "../../workout/schema.ts";

/** One day of a plan with what is planned on it. */
export interface PlannedDay {
  readonly date: CalendarDate;
  readonly week: Week;
  /** At least one; a rest day holds a workout of type rest. */
  readonly workouts: readonly Workout[];
}

/** Where a day stands in a plan. */
export type Standing =
  | { readonly kind: "before"; readonly daysUntil: number; readonly next: PlannedDay | undefined }
  | { readonly kind: "during"; readonly day: PlannedDay; readonly next: PlannedDay | undefined }
  | { readonly kind: "after"; readonly endDate: CalendarDate };

function daysOf(plan: PlanFile): PlannedDay[] {
  const days = new Map<CalendarDate, PlannedDay>();
  for (const week of plan.training_plan.weekly_plan)
    for (const workout of week.workouts) {
      const workouts = [...(days.get(workout.date)?.workouts ?? []), workout];
      days.set(workout.date, { date: workout.date, week, workouts });
    }
  return [...days.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** True where nothing but rest is planned. */
export const isRestDay = ({ workouts }: Pick<PlannedDay, "workouts">): boolean =>
  workouts.every(({ type }) => type === "rest");

/** Where `today` stands in the plan, and the next day after it on which something is to be done. */
export function standingOf(plan: PlanFile, today: CalendarDate): Standing {
  const days = daysOf(plan);
  const { start_date: start, end_date: endDate } = plan.training_plan.plan_metadata;
  const next = days.find((day) => day.date > today && !isRestDay(day));
  if (today < start) return { kind: "before", daysUntil: daysBetween(today, start), next };
  const day = days.find(({ date }) => date === today);
  return day === undefined ? { kind: "after", endDate } : { kind: "during", day, next };
}
