import { addDays, daysBetween, parseDate, type CalendarDate } from "../../base/calendar.ts";
import { eventsIn } from "../../plan/event-days.ts";
import type { PlanFile } from "../../plan/schema.ts";

const DATE = /\b\d{4}-\d{2}-\d{2}\b/g;

/**
 * A plan on other dates: every date of its own moves by the same whole weeks, in fields and in sentences; workouts, loads
 * and texts stay as they are. Dates of the rider (days off, tests, the event) do not move.
 */
export function movePlan(file: PlanFile, start: CalendarDate): Omit<PlanFile, "plan_instance"> {
  const { training_plan: plan, ai_metadata: made } = file;
  const { plan_metadata: meta, weekly_plan: weeks, athlete_profile: profile } = plan;
  const days = daysBetween(meta.start_date, start);
  const move = (date: CalendarDate): CalendarDate => addDays(date, days);
  const kept = new Set<string>([
    ...(profile.unavailable ?? []).flatMap(({ from, to }) => [from, to]),
    ...eventsIn(meta).map(({ date }) => date),
  ]);
  const told = (text: string): string =>
    text.replace(DATE, (found) => {
      const date = parseDate(found);
      const isOwn = date !== undefined && date >= meta.start_date && date <= meta.end_date && !kept.has(date);
      return isOwn ? move(date) : found;
    });
  const waivers = meta.waivers?.map(({ date, ...waiver }) => ({
    ...waiver,
    date: date && move(date),
    message: told(waiver.message),
    reason: told(waiver.reason),
  }));
  return {
    training_plan: {
      ...plan,
      plan_metadata: {
        ...meta,
        start_date: move(meta.start_date),
        end_date: move(meta.end_date),
        coaching_notes: told(meta.coaching_notes),
        monitoring_guidance: told(meta.monitoring_guidance),
        warnings: meta.warnings?.map(told),
        waivers,
      },
      weekly_plan: weeks.map((week) => ({
        ...week,
        start_date: move(week.start_date),
        workouts: week.workouts.map((workout) => ({ ...workout, date: move(workout.date) })),
      })),
    },
    ai_metadata: made,
  };
}
