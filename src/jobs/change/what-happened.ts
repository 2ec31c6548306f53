import { addDays, weekdayOf, type CalendarDate } from "../../base/calendar.ts";
import { isTraining } from "../../workout/rides.ts";
import { dayState, type LivingPlan } from "./living.ts";
import { livingPlan, type OpenPlan } from "./open-living.ts";

/** One thing that may have happened, and the words that say it. */
export interface Happening {
  readonly value: string;
  readonly name: string;
}

/** How far back a ride that nobody spoke of is asked about. Days. */
const LOOK_BACK = 3;

const rideOn = (plan: LivingPlan, date: CalendarDate): string | undefined =>
  dayState(plan, date)?.workouts.find(isTraining)?.name;

/** What fits the day, the likeliest first: the words of each are those that the command understands. */
export function whatHappened(open: OpenPlan, today: CalendarDate): Happening[] {
  const plan = livingPlan(open);
  const spoken = new Set<string>([
    ...open.done.map(({ day }) => day),
    ...open.rides.flatMap(({ date, session }) => (session === null ? [] : [date])),
    ...(plan.file.training_plan.plan_metadata.lived ?? []).map(({ date }) => date),
  ]);
  const days = Array.from({ length: LOOK_BACK }, (_, i) => addDays(today, -i - 1));
  const last = days.find((date) => !spoken.has(date) && rideOn(plan, date) !== undefined);
  const isOpenToday = rideOn(plan, today) !== undefined && !spoken.has(today);
  return [
    ...(last === undefined
      ? []
      : [{ value: `missed ${last}`, name: `${weekdayOf(last)}'s ${rideOn(plan, last) ?? ""} was not ridden` }]),
    { value: `sick ${today}`, name: "I am ill today" },
    ...(isOpenToday
      ? [
          { value: `shorten ${today} to 45`, name: "today I have only 45 minutes" },
          { value: `drop ${today}`, name: "today there is no time at all" },
        ]
      : []),
    { value: "easier", name: "it is too hard: the next two weeks easier" },
    { value: "harder", name: "it is too easy: the next two weeks harder" },
  ];
}
