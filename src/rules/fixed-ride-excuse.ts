import { sum } from "../base/numbers.ts";
import type { Found } from "./rule.ts";
import type { DayView } from "./view.ts";

const minutesOf = (days: readonly DayView[]): number =>
  Math.round(
    sum(days.flatMap((day) => day.rides.filter((ride) => ride.isFixed).map((ride) => ride.measure.seconds))) / 60,
  );

/**
 * Why a rule of any class yields: on these days nothing was planned, so what passes it is the riding that the rider does
 * anyway. It stays, for it happens; everything else has given way.
 */
export function ownRidesAlone(days: readonly DayView[]): Pick<Found, "excuse"> {
  const minutes = minutesOf(days);
  if (minutes === 0 || days.some((day) => day.isPlanned)) return {};
  return {
    excuse: {
      reason: "the rider's own rides pass it by themselves, and nothing is planned beside them",
      numbers: { own_minutes: minutes },
      isOwnRides: true,
    },
  };
}

/** Why a rule that yields to the rider's calendar does: rides of their own in these days, which no planner can move. */
export function ownRidesExcuse(days: readonly DayView[]): Pick<Found, "excuse"> {
  const minutes = minutesOf(days);
  return minutes === 0
    ? {}
    : { excuse: { reason: "the rider's own rides in these days stay as they are", numbers: { own_minutes: minutes } } };
}
