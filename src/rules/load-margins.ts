import { roundTo } from "../base/numbers.ts";
import { lowestFormAfterWeek, weekRampLimit } from "./limits.ts";
import type { PlanView, WeekView } from "./view.ts";
import { beforeEvent, fitnessOfEvents, formTakenByEvents, rampShare, weekEnds } from "./week-figures.ts";

/** What a load week comes to, beside what this rider's body takes. Points of fitness or form. */
export interface Margin {
  readonly week: WeekView;
  readonly value: number;
  readonly limit: number;
}

const loadWeeks = (view: PlanView): WeekView[] => view.weeks.filter((week) => week.isLoad && beforeEvent(view, week));

/** By how much fitness rises in each load week, and by how much it may (rule 5). */
export const weekRises = (view: PlanView): Margin[] =>
  loadWeeks(view).map((week) => {
    const { before, after } = weekEnds(view, week);
    return {
      week,
      value: after - fitnessOfEvents(view, week) - before,
      limit: roundTo(weekRampLimit(view.rider) * rampShare(view, week), 1),
    };
  });

/** Form on the morning after each load week, and the lowest it may be (rule 7). */
export const weekForms = (view: PlanView): Margin[] =>
  loadWeeks(view).map((week) => {
    const morning = (week.days.at(-1)?.index ?? 0) + 1;
    return {
      week,
      value: weekEnds(view, week).formAfter + formTakenByEvents(view, morning),
      limit: lowestFormAfterWeek(view.rider, week.number),
    };
  });
