import { WEEKDAYS } from "../base/calendar.ts";
import { givenOnly } from "../base/given-only.ts";
import type { Profile } from "./schema.ts";
import type { Rhythm } from "./terms.ts";

/** Where the long ride belongs, 0 is Monday, and how long it may be. */
export interface LongRideTerm {
  readonly weekday?: number;
  readonly minMinutes?: number;
  readonly maxMinutes?: number;
}

/** A rider's own terms as planner and rules read them: every one is missing where the rider said nothing. Weekdays: 0 is Monday. */
export interface RiderTerms {
  /** Load weeks to a recovery week, as asked for. */
  readonly rhythm?: Rhythm;
  /** The base is done: the plan starts with build weeks where the body allows it. */
  readonly startsInBuild?: true;
  readonly longRide?: LongRideTerm;
  /** Weekdays that are ridden indoors. */
  readonly indoorDays?: readonly number[];
  /** The only weekdays of strength; they may be days without a ride. */
  readonly strengthDays?: readonly number[];
}

const indexes = (days: readonly string[]): number[] =>
  WEEKDAYS.flatMap((day, index) => (days.includes(day) ? [index] : []));

const longRideOf = ({ day, min_minutes, max_minutes }: NonNullable<Profile["long_ride"]>): LongRideTerm =>
  givenOnly({
    weekday: day === undefined ? undefined : WEEKDAYS.indexOf(day),
    minMinutes: min_minutes,
    maxMinutes: max_minutes,
  });

/** The terms of a profile, as far as it holds any. */
export const riderTermsOf = (profile: Profile): RiderTerms =>
  givenOnly({
    rhythm: profile.rhythm,
    startsInBuild: profile.start_phase === "build" ? (true as const) : undefined,
    longRide: profile.long_ride === undefined ? undefined : longRideOf(profile.long_ride),
    indoorDays: profile.indoor === undefined ? undefined : indexes(profile.indoor.days),
    strengthDays: profile.strength_days === undefined ? undefined : indexes(profile.strength_days),
  });

/** Strength sessions a week: as given, or one for each of the days named, two at most. */
export function strengthPerWeekOf({
  strength_per_week: given,
  strength_days: days = [],
}: Pick<Profile, "strength_per_week" | "strength_days">): 0 | 1 | 2 {
  if (given !== undefined) return given;
  return days.length > 1 ? 2 : days.length === 1 ? 1 : 0;
}
