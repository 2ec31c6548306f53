import { nextFitness } from "../../load/fitness.ts";
import { eventLoadOn } from "../season/event-weeks.ts";
import type { SeasonWeek } from "../season/season.ts";
import type { PlannedRide } from "./planned-ride.ts";
import { hardGiven, rideLoadOn, type PlannedWeek, type Progress } from "./progress.ts";

/** Days of the plan with a hard ride or a test of a week. */
export const hardDaysOf = (week: SeasonWeek, rides: readonly PlannedRide[]): number[] =>
  rides
    .filter((ride) => ride.role === "key" || ride.role === "test" || ride.isHard)
    .map((ride) => week.firstDay + ride.weekday);

const ridesGiven = ({ given }: SeasonWeek): { weekday: number }[] =>
  given.days.flatMap((day, weekday) => (day.rides.length > 0 ? [{ weekday }] : []));

/** What a week leaves to the next one. */
export function nextProgress(progress: Progress, planned: PlannedWeek, isTaper: boolean): Progress {
  const { week, rides } = planned;
  const dayOf = (ride: { readonly weekday: number }): number => week.firstDay + ride.weekday;
  const last = (days: readonly number[], before: number): number => Math.max(before, ...days);
  const { given } = week;
  const events = week.around?.events ?? [];
  let { fitness, withSport } = progress;
  for (let weekday = 0; weekday < 7; weekday++) {
    const load = rideLoadOn(planned, weekday) + eventLoadOn(week, weekday);
    fitness = nextFitness(fitness, load);
    withSport = nextFitness(withSport, load + (given.days[weekday]?.sportLoad ?? 0));
  }
  const longest = Math.max(0, given.longest?.minutes ?? 0, ...rides.map((ride) => ride.minutes));
  const isFullLoad = week.kind === "load" && !isTaper && planned.minutes > 0;
  const ridden = [...rides, ...ridesGiven(week)].map(dayOf);
  const long = rides.findLast((ride) => ride.role === "long");
  return {
    ...progress,
    riddenRungs: planned.riddenRungs,
    fitness,
    withSport,
    longestMinutes: Math.max(progress.longestMinutes, longest),
    longestPlanned: Math.max(progress.longestPlanned, longest),
    bestMinutes: isFullLoad ? Math.max(progress.bestMinutes, planned.minutes) : progress.bestMinutes,
    block: week.kind === "recovery" ? [] : isFullLoad ? [...progress.block, planned] : progress.block,
    lastLoads: isFullLoad ? [...progress.lastLoads, planned].slice(-3) : progress.lastLoads,
    lastLongMinutes: isFullLoad ? longest : progress.lastLongMinutes,
    lastHard: last(
      [...hardDaysOf(week, rides), ...hardGiven(week), ...events.map(({ day }) => day)],
      progress.lastHard,
    ),
    lastVo2: last(rides.filter((ride) => ride.isVo2).map(dayOf), progress.lastVo2),
    lastTest: last(rides.filter((ride) => ride.role === "test").map(dayOf), progress.lastTest),
    lastRide: last([...ridden, ...events.map(({ day }) => day)], progress.lastRide),
    lastStrength: last(
      planned.strength.map((session) => week.firstDay + session.weekday),
      progress.lastStrength,
    ),
    lastLong: long === undefined ? undefined : long.weekday,
    template:
      isFullLoad && planned.template !== undefined && (events.length === 0 || progress.template === undefined)
        ? planned.template
        : progress.template,
    eventLoads: [...progress.eventLoads, ...events.map(({ day, load }) => ({ day, load }))],
    turns: isFullLoad ? { ...progress.turns, [week.phase]: progress.turns[week.phase] + 1 } : progress.turns,
  };
}
