import { roundTo } from "../../base/numbers.ts";
import type { Overview, OverviewWeek, TrainingDay } from "../../plan/schema.ts";

/** Load of an hour of openers, roughly: easy riding with a few short efforts. */
const LOAD_PER_HOUR = 50;

function withDay(week: OverviewWeek, day: TrainingDay): OverviewWeek {
  if (!week.training_days.some(({ date }) => date === day.date)) return week;
  const hours = day.target_minutes / 60;
  return {
    ...week,
    target_hours: roundTo(week.target_hours + hours, 4),
    target_tss: Math.round(week.target_tss + hours * LOAD_PER_HOUR),
    training_days: week.training_days.map((other) => (other.date === day.date ? day : other)),
  };
}

/** An overview made elsewhere with days of our own on top, such as the openers before an event: their minutes come on top, too. */
export const withFixedDays = (overview: Overview, days: readonly TrainingDay[]): Overview => ({
  ...overview,
  weekly_overview: overview.weekly_overview.map((week) => days.reduce(withDay, week)),
});
