import { dayOfClock } from "./local-clock.ts";
import type { FactsToKeep, RideToKeep } from "./ride-store.ts";

const DAY_SECONDS = 86_400;
/** A record that goes on for longer is a tour that was kept as one ride: nobody rides so long without a night. Our own choice. */
const ONE_RIDE = 30 * 3600;
/** No more of a day of a tour is taken for riding: where the clock ran through the nights, nothing else tells. Our own choice. */
const MOST_A_DAY = 12 * 3600;

/** The rides of a record, one a day, and words where it is a tour. */
export interface TourDays {
  readonly rides: readonly RideToKeep[];
  readonly note: string | undefined;
}

const hours = (seconds: number): string => {
  const minutes = Math.round(seconds / 60);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")} h`;
};

/** True for the record of a tour of days. */
export function isTour({ seconds, elapsedSeconds }: FactsToKeep): boolean {
  return seconds > ONE_RIDE || (seconds > MOST_A_DAY && (elapsedSeconds ?? 0) > ONE_RIDE);
}

/** A ride as it is; a tour of several days that was kept as one ride as its days, each with its share. */
export function tourDays(ride: RideToKeep): TourDays {
  const whole = Math.max(ride.elapsedSeconds ?? 0, ride.seconds);
  if (!isTour(ride)) return { rides: [ride], note: undefined };
  const { clock } = ride;
  const start = clock === undefined ? 0 : clock % DAY_SECONDS;
  const days = Math.ceil((start + whole) / DAY_SECONDS);
  const seconds = Math.round(Math.min(ride.seconds / days, MOST_A_DAY));
  const first = clock === undefined ? undefined : clock - start;
  const share = { ...ride, seconds, elapsedSeconds: undefined, best20Watts: undefined };
  const rides = Array.from({ length: days }, (_, index): RideToKeep => {
    const givenLoad = ride.givenLoad === undefined ? undefined : ride.givenLoad / days;
    const at = first === undefined || clock === undefined ? undefined : clock + index * DAY_SECONDS;
    return { ...share, givenLoad, clock: at, day: at === undefined ? ride.day : dayOfClock(at) };
  });
  return {
    rides,
    note: `${hours(ride.seconds)} in one record is a tour of days: it counts as ${days} days of ${hours(seconds)} each`,
  };
}
