import { expect, it } from "vitest";
import { addDays, type CalendarDate } from "../../../../src/base/calendar.ts";
import { reviewOf } from "../../../../src/jobs/review/review.ts";
import { aPlan, MONDAY } from "../../../support/a-plan.ts";

const plan = aPlan().training_plan;

/** First and last day that a review of the plan looks ahead to. */
function ahead(today: CalendarDate, week?: number): readonly (CalendarDate | undefined)[] {
  const scope = week === undefined ? ({ kind: "plan" } as const) : ({ kind: "week", week } as const);
  const dates = reviewOf(plan, scope, { rides: [], done: [], today })?.ahead.map(({ session }) => session.date) ?? [];
  return [dates[0], dates.at(-1)];
}

const between = (from: number, to: number) =>
  plan.weekly_plan
    .flatMap(({ workouts }) => workouts.filter(({ segments }) => segments.length > 0).map(({ date }) => date))
    .filter((date) => date >= addDays(MONDAY, from) && date <= addDays(MONDAY, to));

it.each<readonly [string, CalendarDate, number | undefined, readonly [number, number]]>([
  ["the first week before the plan has begun", addDays(MONDAY, -5), undefined, [0, 6]],
  ["that week on the evening before it", addDays(MONDAY, -1), 1, [0, 6]],
  ["the rest of the week that runs", addDays(MONDAY, 1), undefined, [2, 6]],
  ["the week after one that is over", addDays(MONDAY, 7), 1, [7, 13]],
])("looks ahead to %s", (_, today, week, [from, to]) => {
  const days = between(from, to);
  expect(ahead(today, week)).toEqual([days[0], days.at(-1)]);
});
