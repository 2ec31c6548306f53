import { SHORTEST_RIDE_MINUTES, type DayLimit } from "../athlete/rider.ts";
import { mean, sum } from "../base/numbers.ts";
import { fitnessCurve } from "../load/fitness.ts";
import { capacityMinutes } from "./capacity.ts";
import {
  firstWeekLimit,
  longestRideAllowed,
  LONG_BREAK_DAYS,
  LONGEST_RIDE_DAYS,
  lowestFormAfterWeek,
  restDaysNeeded,
  returnWeekLimit,
  SPIKE_SHARE,
  weekGrowthLimit,
  weekRampLimit,
} from "./limits.ts";
import type { PlanView, WeekView } from "./view.ts";
import { rampShare } from "./week-figures.ts";

export interface UsedHours {
  /** Mean minutes of load weeks, and of what their limits allow. */
  readonly planned: number;
  readonly allowed: number;
  readonly share: number;
}

/**
 * How much of what the limits allow the load weeks use (rule 2): for each, the least of the ceiling, the minutes its days
 * hold (no ride longer than growth allows; beside days off none longer than before), what recent riding allows, what ramp and form
 * allow, and the load of the three load weeks before it (rule 12).
 * Undefined where there is no full load week.
 */
export function usedHours(view: PlanView): UsedHours | undefined {
  const { rider } = view;
  let longest = rider.longestRecentMinutes;
  let best = rider.recentMinutes;
  let lastRide = -1;
  let planLongest = 0;
  const past: number[] = [];
  const loads: number[] = [];
  const weeks: { planned: number; allowed: number }[] = [];
  for (const week of view.weeks) {
    const planned = week.rideSeconds / 60;
    const isFull = week.isLoad && !week.touchesTaper && planned > 0;
    if (isFull && week.isNearEvent) {
      // What an event leaves to its week is no measure of what the rider may ride.
      past.push(planned);
      loads.push(week.tss + week.raceTss);
      best = Math.max(best, planned);
    } else if (isFull) {
      const cap = rider.longestAllowedMinutes;
      const mayGrow = week.daysOff === 0 || planLongest === 0;
      const grown = past.length === 0 ? longest : longestRideAllowed(longest);
      const mayRide = Math.min(mayGrow ? grown : planLongest, grown, cap);
      const capacity =
        capacityMinutes(
          {
            ...rider,
            days: roomBesideStrength(view, week, planLongest),
            anyway: {
              riding: week.days.map((day) => day.given.isRiding),
              mostDays: 7 - restDaysNeeded(rider, planned / 60),
            },
          },
          openDays(week),
          Math.floor(mayRide),
        ) + sum(week.days.map((day) => day.given.minutes));
      const growth = past.length === 0 ? firstWeekLimit(rider.recentMinutes) : weekGrowthLimit(rider.level, best);
      const back =
        (week.days.find((day) => day.rides.length > 0)?.index ?? 0) - lastRide - 1 > LONG_BREAK_DAYS
          ? returnWeekLimit(past.length > 0 ? mean(past.slice(-3)) : rider.recentMinutes)
          : Number.POSITIVE_INFINITY;
      const room = Math.min(safeScale(view, week), spikeScale(loads, week.tss));
      const allowed = Math.min(week.rider.ceilingMinutes, capacity, growth, back, planned * room);
      weeks.push({ planned, allowed: Math.max(allowed, planned) });
      past.push(planned);
      loads.push(week.tss);
      best = Math.max(best, planned);
    }
    longest = Math.max(longest, week.longestSeconds / 60);
    planLongest = Math.max(planLongest, week.longestSeconds / 60);
    lastRide = week.days.findLast((day) => day.rides.length > 0)?.index ?? lastRide;
  }
  if (weeks.length === 0) return undefined;
  const planned = mean(weeks.map((week) => week.planned));
  const allowed = mean(weeks.map((week) => week.allowed));
  return { planned, allowed, share: planned / allowed };
}

/** Strength takes its minutes from the day; behind the days where the longest ride before an A belongs no ride is longer than the longest so far (rule 22). */
const roomBesideStrength = (view: PlanView, week: WeekView, longestPlanned: number): DayLimit[] =>
  week.rider.days.map((limit, weekday) => {
    const day = week.days[weekday];
    const isLate =
      day !== undefined &&
      view.events.some(
        ({ priority, index }) => priority === "A" && index > day.index && index - day.index < LONGEST_RIDE_DAYS.last,
      );
    const most = limit.maxMinutes - (day?.given.minutes ?? 0) - (day?.strengthSeconds ?? 0) / 60;
    return { ...limit, maxMinutes: isLate ? Math.min(most, longestPlanned) : most };
  });

const openDays = (week: WeekView): boolean[] =>
  week.days.map(
    ({ limit, isOff, given }) =>
      limit.available && !isOff && !given.isTaken && limit.maxMinutes - given.minutes >= SHORTEST_RIDE_MINUTES,
  );

/** By how much this week's load could grow before it jumps above the last three load weeks (rule 12). */
const spikeScale = (loadsBefore: readonly number[], load: number): number =>
  loadsBefore.length < 3 || load <= 0 ? Number.POSITIVE_INFINITY : (SPIKE_SHARE * mean(loadsBefore.slice(-3))) / load;

/** By how much this week's load could grow before fitness rises too fast or form falls too low. Both are linear in it. */
function safeScale(view: PlanView, week: WeekView): number {
  const first = week.days[0]?.index ?? 0;
  const start = view.curve[first - 1] ?? view.start;
  const none = fitnessCurve(
    week.days.map(() => 0),
    start,
  ).at(-1);
  const full = view.curve[first + 6];
  if (none === undefined || full === undefined || full.ctl <= none.ctl) return Number.POSITIVE_INFINITY;
  const ramp = (start.ctl + weekRampLimit(view.rider) * rampShare(view, week) - none.ctl) / (full.ctl - none.ctl);
  // Other sport tires, whatever is planned.
  const sport = view.sportForm[first + 7] ?? 0;
  const fall = none.ctl - none.atl - (full.ctl - full.atl);
  const floor = lowestFormAfterWeek(view.rider, week.number) - sport;
  const form = fall > 0 ? (none.ctl - none.atl - floor) / fall : Number.POSITIVE_INFINITY;
  return Math.max(0, Math.min(ramp, form));
}
