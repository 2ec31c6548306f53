import { hoursOf, sum } from "../base/numbers.ts";
import { mayTestIn, RAMP_AFTER_BREAK, TESTS } from "./limits.ts";
import { fitnessLeft, formTakenBy, type LoadOn } from "../load/event-load.ts";
import { FATIGUE_DAYS_OUT } from "./event-limits.ts";
import type { Excuse, Found } from "./rule.ts";
import type { PlanView, WeekView } from "./view.ts";

/** Fitness at the start and the end of a week, and form on the morning after it. */
export function weekEnds(view: PlanView, week: WeekView): { before: number; after: number; formAfter: number } {
  const first = week.days[0]?.index ?? 0;
  const last = week.days.at(-1)?.index ?? 0;
  const before = first === 0 ? view.plan.plan_metadata.starting_ctl : (view.curve[first - 1]?.ctl ?? 0);
  return { before, after: view.curve[last]?.ctl ?? 0, formAfter: view.curve[last + 1]?.form ?? 0 };
}

/** Weeks whose days all lie before the event; where a plan goes on behind it, all of them. */
export const beforeEvent = (view: PlanView, week: WeekView): boolean =>
  view.events.length > 1 || (week.days.at(-1)?.index ?? 0) < (view.eventIndex ?? Number.POSITIVE_INFINITY);

/** Loads of a plan's events by day; none where there is only the one that the plan ends with. */
const eventLoads = ({ events, days }: PlanView): LoadOn[] =>
  events.length <= 1
    ? []
    : days.flatMap((day) =>
        day.rides.filter((ride) => ride.isEvent).map((ride) => ({ day: day.index, load: ride.measure.tss })),
      );

/** Form that the events of the last days take on a morning: the race is the rider's, not the plan's. */
export const formTakenByEvents = (view: PlanView, morning: number): number =>
  formTakenBy(eventLoads(view), morning, FATIGUE_DAYS_OUT);

/** Fitness that a week's own events add by its end. */
export const fitnessOfEvents = (view: PlanView, week: WeekView): number => {
  const [first, last] = [week.days[0]?.index ?? 0, week.days.at(-1)?.index ?? 0];
  return sum(
    eventLoads(view)
      .filter(({ day }) => day >= first && day <= last)
      .map(({ day, load }) => fitnessLeft(load, last - day)),
  );
};

/** Load weeks of the block that a recovery week closes. */
export function blockBefore(view: PlanView, index: number): WeekView[] {
  const block: WeekView[] = [];
  for (let i = index - 1; i >= 0; i--) {
    const week = view.weeks[i];
    if (week === undefined || week.isRecovery) break;
    if (week.isLoad) block.push(week);
  }
  return block;
}

/** The rider's days off in these weeks, where there are any: what a shape rule may yield to. */
export const daysOffExcuse = (weeks: readonly WeekView[]): Pick<Found, "excuse"> => {
  const days = sum(weeks.map((week) => week.daysOff));
  if (days > 0) return { excuse: { reason: "the rider's days off in these weeks", numbers: { days_off: days } } };
  const hours = otherHoursExcuse(weeks);
  return hours === undefined ? {} : { excuse: hours };
};

/** Less than 1 in a week whose first ride comes after more than three weeks without one (training science 2.2). */
export function rampShare(view: PlanView, week: WeekView): number {
  const first = week.days.find((day) => day.rides.length > 0)?.index;
  const last = view.days.findLast((day) => day.index < (week.days[0]?.index ?? 0) && day.rides.length > 0)?.index ?? -1;
  return first !== undefined && first - last - 1 > RAMP_AFTER_BREAK.days ? RAMP_AFTER_BREAK.share : 1;
}

/** Days of a stretch on which the rider may test at all. */
export const testableDays = (view: PlanView, from: number, to: number): number =>
  view.days.filter(
    ({ index, week }) => index >= from && index < to && mayTestIn(view.rider, week) && !isEventTime(view, index),
  ).length;

/** Beside several events no test stands in the weeks near one, nor in the last days before an A. */
const isEventTime = ({ events, weeks }: PlanView, day: number): boolean =>
  events.length > 1 &&
  (weeks[Math.floor(day / 7)]?.isNearEvent === true ||
    events.some(({ priority, index }) => priority === "A" && index > day && index - day <= TESTS.clearOfEvent));

/** Why a rule about a block yields where the rider has other hours in some of its weeks; undefined where they have none. */
export function otherHoursExcuse(weeks: readonly WeekView[]): Excuse | undefined {
  const hours = weeks
    .filter(({ rider }) => rider.usual !== undefined && rider.usual.ceilingMinutes !== rider.ceilingMinutes)
    .map(({ rider }) => hoursOf(rider.ceilingMinutes));
  return hours.length === 0
    ? undefined
    : {
        reason: "the rider has other hours in these weeks",
        numbers: { weeks: hours.length, least_hours: Math.min(...hours) },
      };
}
