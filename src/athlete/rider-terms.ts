import { WEEKDAYS, type CalendarDate } from "../base/calendar.ts";
import { givenOnly } from "../base/given-only.ts";
import type { Profile } from "./schema.ts";
import type { HoursByDate, Rhythm } from "./terms.ts";
import type { WorkKind } from "../base/work-kinds.ts";

/** A weekday as the rider has it: free or not, with its most minutes, given or ours. */
interface UsualDay {
  readonly available: boolean;
  readonly maxMinutes: number;
  readonly given: boolean;
}

/** Where the long ride belongs, 0 is Monday, and how long it may be. */
export interface LongRideTerm {
  readonly weekday?: number;
  readonly minMinutes?: number;
  readonly maxMinutes?: number;
}

/** Other hours, days or most minutes between two dates, both included. */
export interface HoursBand {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** Hours of a week of those dates. */
  readonly hours?: number;
  /** The weekdays that can be ridden then. */
  readonly days?: readonly number[];
  /** Most minutes by weekday; where there is none, the usual ones. */
  readonly minutes?: Readonly<Record<number, number>>;
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
  /** Most minutes of a ride indoors. */
  readonly indoorMost?: number;
  /** The only weekdays of strength; they may be days without a ride. */
  readonly strengthDays?: readonly number[];
  /** The longest single effort above easy riding, in seconds, and the last week it stands for. */
  readonly longestEffort?: { readonly seconds: number; readonly throughWeek: number };
  /** Kinds of work that no ride holds, and those that come before others. */
  readonly avoids?: readonly WorkKind[];
  readonly prefers?: readonly WorkKind[];
  /** A later one wins over those before it. */
  readonly bands?: readonly HoursBand[];
  /** Days and ceiling of the rider's usual week, where those of this rider are of some dates. */
  readonly usual?: { readonly days: readonly UsualDay[]; readonly ceilingMinutes: number };
}

const indexes = (days: readonly string[]): number[] =>
  WEEKDAYS.flatMap((day, index) => (days.includes(day) ? [index] : []));

const longRideOf = ({ day, min_minutes, max_minutes }: NonNullable<Profile["long_ride"]>): LongRideTerm =>
  givenOnly({
    weekday: day === undefined ? undefined : WEEKDAYS.indexOf(day),
    minMinutes: min_minutes,
    maxMinutes: max_minutes,
  });

const bandOf = ({ from, to, hours, days, max_minutes_by_day: most }: HoursByDate): HoursBand => ({
  from,
  to,
  ...givenOnly({
    hours,
    days: days === undefined ? undefined : indexes(days),
    minutes:
      most === undefined
        ? undefined
        : Object.fromEntries(WEEKDAYS.flatMap((day, index) => (most[day] === undefined ? [] : [[index, most[day]]]))),
  }),
});

/** The terms of a profile, as far as it holds any. */
export const riderTermsOf = (profile: Profile): RiderTerms =>
  givenOnly({
    rhythm: profile.rhythm,
    startsInBuild: profile.start_phase === "build" ? (true as const) : undefined,
    longRide: profile.long_ride === undefined ? undefined : longRideOf(profile.long_ride),
    indoorDays: profile.indoor === undefined ? undefined : indexes(profile.indoor.days),
    indoorMost: profile.indoor?.max_minutes,
    strengthDays: profile.strength_days === undefined ? undefined : indexes(profile.strength_days),
    bands: profile.hours_by_date?.map(bandOf),
    longestEffort:
      profile.effort_length === undefined
        ? undefined
        : { seconds: profile.effort_length.max_minutes * 60, throughWeek: profile.effort_length.through_week },
    avoids: profile.avoid,
    prefers: profile.prefer,
  });

/** Strength sessions a week: as given, or one for each of the days named, two at most. */
export function strengthPerWeekOf({
  strength_per_week: given,
  strength_days: days = [],
}: Pick<Profile, "strength_per_week" | "strength_days">): 0 | 1 | 2 {
  if (given !== undefined) return given;
  return days.length > 1 ? 2 : days.length === 1 ? 1 : 0;
}
