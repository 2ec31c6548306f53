import { SHORTEST_RIDE_MINUTES, type Rider } from "../../athlete/rider.ts";
import { sum } from "../../base/numbers.ts";
import type { SeasonWeek } from "../season/season.ts";
import type { PlannedRide } from "./planned-ride.ts";
import { enduranceRide } from "./ride-kinds.ts";
import { wholeWeek } from "./share-minutes.ts";

/**
 * The rides of a week, and second ones, easy, for the minutes that its rides leave, on days for which the rider wants two: days
 * without a hard ride first.
 */
export function withSecondRides(
  { days }: Pick<Rider, "days">,
  week: SeasonWeek,
  at: { readonly rides: readonly PlannedRide[]; readonly minutes: number },
): PlannedRide[] {
  if (days.every(({ second }) => second === undefined)) return [...at.rides];
  let left = at.minutes - sum(at.rides.map((ride) => ride.minutes));
  const seconds: PlannedRide[] = [];
  for (const ride of [...at.rides].sort((a, b) => Number(a.role !== "easy") - Number(b.role !== "easy"))) {
    const most = days[ride.weekday]?.second ?? 0;
    const isFree = week.given.days[ride.weekday]?.rides.length === 0;
    const minutes = wholeWeek(Math.min(most, left), at.minutes);
    if (!isFree || most < SHORTEST_RIDE_MINUTES || minutes < SHORTEST_RIDE_MINUTES) continue;
    const wish = enduranceRide({ weekday: ride.weekday, most: minutes, ideal: minutes }, "easy");
    seconds.push({ ...wish, least: minutes, minutes, isSecond: true });
    left -= minutes;
  }
  return [...at.rides, ...seconds].sort((a, b) => a.weekday - b.weekday);
}
