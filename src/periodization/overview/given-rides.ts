import type { Rider } from "../../athlete/rider.ts";
import { roundTo, sum } from "../../base/numbers.ts";
import type { PlanEvent } from "../../plan/event-schema.ts";
import type { OverviewWeek } from "../../plan/schema.ts";
import { givenDay, givesNothing, type GivenDay } from "../../rules/given-day.ts";

/**
 * Weeks of an overview with what the rider does anyway, on the days that they named: rides on top of the planned hours and load,
 * other sport beside both. Whoever made the overview has no say in them.
 */
export function withGivenRides(
  weeks: readonly OverviewWeek[],
  { rider, events }: { readonly rider: Rider; readonly events: readonly PlanEvent[] },
): OverviewWeek[] {
  if (givesNothing(rider)) return [...weeks];
  return weeks.map((week) =>
    withDays(
      week,
      week.training_days.map(({ date }) => givenDay(rider, { date, week: week.week_number, events })),
    ),
  );
}

function withDays(week: OverviewWeek, given: readonly GivenDay[]): OverviewWeek {
  const sports = given.flatMap((day) => day.sports);
  return {
    ...week,
    target_hours: roundTo(week.target_hours + sum(given.map(({ minutes }) => minutes)) / 60, 2),
    target_tss: roundTo(week.target_tss + sum(given.map(({ load }) => load)), 1),
    ...(sports.length === 0 ? {} : { other_sport: sports }),
    training_days: week.training_days.map((day, weekday) => {
      const rides = given[weekday]?.rides ?? [];
      return rides.length === 0
        ? day
        : { ...day, fixed: rides.map(({ load: _load, isHeld: _isHeld, ...ride }) => ride) };
    }),
  };
}
