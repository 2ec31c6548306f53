import { roundTo } from "../../base/numbers.ts";
import type { OverviewWeek, Overview, TrainingDay } from "../../plan/schema.ts";
import type { KeptOfPlanner } from "../../plan/task.ts";

/** Load of an hour of openers and of a test, roughly: easy riding with a few short efforts, or with twenty minutes flat out. */
const LOAD_PER_HOUR = { openers: 50, test: 70 };

function withDay(week: OverviewWeek, day: TrainingDay): OverviewWeek {
  if (!week.training_days.some(({ date }) => date === day.date)) return week;
  const hours = day.target_minutes / 60;
  return {
    ...week,
    target_hours: roundTo(week.target_hours + hours, 4),
    target_tss: Math.round(week.target_tss + hours * LOAD_PER_HOUR[day.role === "test" ? "test" : "openers"]),
    training_days: week.training_days.map((other) => (other.date === day.date ? day : other)),
  };
}

/**
 * An overview made elsewhere with what stays the planner's: whole weeks, and days such as tests and the openers before an event,
 * whose minutes come on top.
 */
export const withKept = (overview: Overview, kept: KeptOfPlanner | undefined): Overview =>
  kept === undefined
    ? overview
    : {
        ...overview,
        weekly_overview: overview.weekly_overview.map(
          (week) =>
            kept.weeks.find(({ week_number: number }) => number === week.week_number) ??
            kept.days.reduce(withDay, week),
        ),
      };
