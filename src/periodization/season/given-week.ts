import type { Rider } from "../../athlete/rider.ts";
import { addDays, WEEKDAYS, type CalendarDate } from "../../base/calendar.ts";
import { sum } from "../../base/numbers.ts";
import type { PlanEvent } from "../../plan/event-schema.ts";
import { FREE_DAY, givenDay, givesNothing, type GivenDay } from "../../rules/given-day.ts";
import { LOW_TOP } from "../../load/zones.ts";

/** What a rider does in a week whatever is planned: rides that happen anyway, and other sport. */
export interface GivenWeek {
  /** Monday first. */
  readonly days: readonly GivenDay[];
  /** Minutes and load of the rides. */
  readonly minutes: number;
  readonly load: number;
  /** Minutes of them at or below 75 % of FTP. */
  readonly easyMinutes: number;
  /** Days with a hard ride. */
  readonly hardRides: number;
  /** Weekdays on which something hard is given, the Sunday before (-1) and the Monday after (7) among them. */
  readonly hard: readonly number[];
  /** The longest of the rides; undefined where there is none. */
  readonly longest: { readonly weekday: number; readonly minutes: number } | undefined;
}

const NOTHING_GIVEN: GivenWeek = {
  days: WEEKDAYS.map(() => FREE_DAY),
  minutes: 0,
  load: 0,
  easyMinutes: 0,
  hardRides: 0,
  hard: [],
  longest: undefined,
};

interface Where {
  readonly start: CalendarDate;
  readonly number: number;
  readonly events: readonly PlanEvent[];
}

/** What is given in the week that starts on a Monday. */
export function givenWeek(rider: Rider, { start, number, events }: Where): GivenWeek {
  if (givesNothing(rider)) return NOTHING_GIVEN;
  const dayAt = (weekday: number): GivenDay => givenDay(rider, { date: addDays(start, weekday), week: number, events });
  const days = WEEKDAYS.map((_, weekday) => dayAt(weekday));
  const rides = days.flatMap((day, weekday) => day.rides.map((ride) => ({ ...ride, weekday })));
  const easy = rides.filter((ride) => ride.intensity_pct <= LOW_TOP * 100);
  const most = Math.max(0, ...rides.map((ride) => ride.minutes));
  return {
    days,
    minutes: sum(rides.map((ride) => ride.minutes)),
    load: sum(rides.map((ride) => ride.load)),
    easyMinutes: sum(easy.map((ride) => ride.minutes)),
    hardRides: days.filter((day) => day.isHardRide).length,
    hard: [-1, ...days.keys(), 7].filter((weekday) => (days[weekday] ?? dayAt(weekday)).isHard),
    longest: rides.findLast((ride) => ride.minutes === most),
  };
}

/** True where a planned hard day would stand beside something hard that is given, or on its day. */
export const isBesideHard = ({ hard }: Pick<GivenWeek, "hard">, weekday: number, spacing: number): boolean =>
  hard.some((other) => Math.abs(other - weekday) < spacing);
