import { WEEKDAYS } from "../base/calendar.ts";
import { riderTermsOf, strengthPerWeekOf, type RiderTerms } from "./rider-terms.ts";
import { COMEBACK } from "./safety-limits.ts";
import type { DateRange, EventType, ExperienceLevel, HeldBack, Profile } from "./schema.ts";
import type { FixedRide, OtherSportHabit, TrainBy } from "./terms.ts";
import { trainByOf } from "./train-by.ts";
import { ROUNDING_ERROR, interpolate } from "../base/numbers.ts";

export type AgeBand = "under40" | "40s" | "50s" | "60plus";

export interface DayLimit {
  readonly available: boolean;
  /** Most minutes of everything on this weekday, strength included, but for a second ride. */
  readonly maxMinutes: number;
  /** Most minutes of a second ride, where the rider wants two. */
  readonly second?: number;
  /** True where the rider gave the number, false where it is ours. */
  readonly given: boolean;
}

/** The athlete as the planner and the rules read them: every number resolved, nothing left to guess. */
export interface Rider extends RiderTerms {
  /** Undefined where the rider trains without power. */
  readonly ftpWatts: number | undefined;
  /** What tells the rider how hard they ride. */
  readonly trainBy: TrainBy;
  readonly level: ExperienceLevel;
  readonly ageBand: AgeBand;
  /** Whole minutes of riding that no week exceeds. */
  readonly ceilingMinutes: number;
  /** The lower end of the rider's own range of hours, in minutes. */
  readonly floorMinutes: number | undefined;
  /** Monday first. */
  readonly days: readonly DayLimit[];
  readonly unavailable: readonly DateRange[];
  readonly recentMinutes: number;
  readonly longestRecentMinutes: number;
  /** The longest single ride in minutes that a plan may hold: by level and event, or what the rider rides today. */
  readonly longestAllowedMinutes: number;
  readonly strengthPerWeek: 0 | 1 | 2;
  readonly startingCtl: number;
  readonly startingAtl: number;
  /** W' in seconds at FTP. */
  readonly wPrimeSeconds: number;
  readonly wantsTests: boolean;
  /** The FTP is an estimate: it is tested when the rider is rested. */
  readonly isFtpAssumed: boolean;
  /** Inactive or with a disease: nothing above 75 % and no test in the first four weeks. */
  readonly carefulStart: boolean;
  /** Limits on power that rest on the rider's health, their own word or their doctor's. */
  readonly heldBack: readonly HeldBack[];
  /** A drug slows the heart: no heart rate tells how hard this rider rides, or how tired they are. */
  readonly isHeartSlowed?: boolean | undefined;
  /** Back after weeks off: a short first week, and fitness rises more slowly. */
  readonly isComingBack: boolean;
  /** Rides that happen anyway, and what the rider does beside riding. */
  readonly fixedRides: readonly FixedRide[];
  readonly otherSport: readonly OtherSportHabit[];
}

/** No ride is shorter; a day with less time holds none (rule 3). */
export const SHORTEST_RIDE_MINUTES = 30;
/** Most minutes of a weekday for which the rider gave none: the usual figure, and what busy hours may take (4.3; plan format). */
export const WEEKDAY_MINUTES = { usual: 90, most: 120 };
/** Longest ride in minutes by what is trained for (2.5). */
const LONGEST_RIDE = { beginner: 240, usual: 300, ultra: 360 };
/**
 * Load per riding hour of what a rider does now, by the hours of a week: 2.1 up to 8 hours; above, what weeks of so many
 * hours hold with their easy weeks counted (2.3: 52 an hour up to 6 hours, 49 above 10, recovery weeks a tenth less).
 */
const LOAD_PER_HOUR: Record<ExperienceLevel, readonly (readonly [hours: number, load: number])[]> = {
  beginner: [
    [8, 42],
    [11, 41],
    [16, 40],
  ],
  intermediate: [
    [8, 50],
    [11, 48],
    [16, 45],
  ],
  advanced: [
    [5, 55],
    [8, 53],
    [11, 50],
    [16, 47],
  ],
};
/** How far riders who ride the same hours lie from the usual load an hour: from on and off and easy to steady and indoors (2.1). */
const USUAL_SPREAD = { low: 0.85, high: 1.15 };
/** What a rider who said nothing is taken to ride now, as a share of the hours they want. */
export const ASSUMED_RECENT: Readonly<Record<ExperienceLevel, number>> = {
  beginner: 0.6,
  intermediate: 0.85,
  advanced: 0.85,
};
const STARTING_CTL = { low: 10, high: 130 };
/** Share of the week that the longest recent ride is taken to be, by riding days: one ride is all of it, four or more 35 %. */
const ASSUMED_LONGEST_SHARE: readonly (readonly [number, number])[] = [
  [1, 1],
  [2, 0.6],
  [3, 0.42],
  [4, 0.35],
];
/** Nobody starts below this many minutes a week: three short rides. */
export const FEWEST_WEEK_MINUTES = 90;
/** W of a rider who gave none: 70 seconds at FTP, 17.5 kJ at 250 W (training science 1.4). */
export const DEFAULT_W_PRIME_SECONDS = 70;

export function ageBandOf(age: number | undefined): AgeBand {
  if (age === undefined) return "40s";
  if (age < 40) return "under40";
  if (age < 50) return "40s";
  return age < 60 ? "50s" : "60plus";
}

/** From so many hours on an event wants rides as long as those of an ultra (12.3). */
const LONG_EVENT_HOURS = 8;

/** The longest single ride in minutes that a plan may hold, by level and event; who rides longer today may go on doing so (2.5, 12.3), and who wants none longer gets none. */
export function longestRideMinutes(
  profile: Pick<Profile, "experience_level" | "longest_recent_ride_minutes" | "long_ride">,
  event?: { type: EventType; hours: number },
): number {
  const isBeginner = profile.experience_level === "beginner";
  const isUltra = event?.type === "ultra" || (!isBeginner && (event?.hours ?? 0) >= LONG_EVENT_HOURS);
  const usual = isBeginner ? LONGEST_RIDE.beginner : LONGEST_RIDE.usual;
  const most = Math.max(isUltra ? LONGEST_RIDE.ultra : usual, profile.longest_recent_ride_minutes ?? 0);
  return Math.min(most, profile.long_ride?.max_minutes ?? most);
}

/** A day of two rides: the longer one is its own, and both keep to the minutes given for the day. */
function withSecond(limit: DayLimit, pair: readonly [number, number] | undefined): DayLimit {
  if (pair === undefined) return limit;
  const [longer, shorter] = [Math.max(...pair), Math.min(...pair)];
  const maxMinutes = limit.given ? Math.min(limit.maxMinutes, longer) : longer;
  const second = Math.min(shorter, limit.given ? limit.maxMinutes - maxMinutes : shorter);
  const isOpen = limit.available && maxMinutes >= SHORTEST_RIDE_MINUTES;
  return {
    available: isOpen,
    maxMinutes,
    given: true,
    ...(isOpen && second >= SHORTEST_RIDE_MINUTES ? { second } : {}),
  };
}

/** The limits of the seven weekdays; where the rider gave no minutes ours are used, and more of a weekday only if the hours need it. */
export function dayLimits(profile: Profile, longest: number): DayLimit[] {
  const given = profile.training_availability.max_minutes_by_day ?? {};
  const chosen = new Set<string>(profile.training_availability.week_days);
  const indoors = new Set<string>(profile.indoor?.days ?? []);
  const inside = profile.indoor?.max_minutes;
  const withWeekday = (weekdayMinutes: number): DayLimit[] =>
    WEEKDAYS.map((weekday, index) => {
      const own =
        inside !== undefined && indoors.has(weekday) ? Math.min(inside, given[weekday] ?? inside) : given[weekday];
      const maxMinutes = own ?? (index < 5 ? weekdayMinutes : longest);
      const limit = {
        available: chosen.has(weekday) && maxMinutes >= SHORTEST_RIDE_MINUTES,
        maxMinutes,
        given: own !== undefined,
      };
      return withSecond(limit, profile.two_a_day?.[weekday]);
    });
  const usual = withWeekday(WEEKDAY_MINUTES.usual);
  const comfortable = bestFiveMinutes(usual, Math.min(longest, profile.weekly_hours_available * 60 * 0.45));
  return comfortable >= profile.weekly_hours_available * 60 ? usual : withWeekday(WEEKDAY_MINUTES.most);
}

/** Minutes of the five longest available days, each at most `longest`. */
export function bestFiveMinutes(days: readonly DayLimit[], longest = Number.POSITIVE_INFINITY): number {
  return days
    .map((day) => (day.available ? Math.min(day.maxMinutes, longest) + (day.second ?? 0) : 0))
    .sort((a, b) => b - a)
    .slice(0, 5)
    .reduce((total, minutes) => total + minutes, 0);
}

/** Hours that a week of this rider holds: those they want, or as many as their days have minutes for. */
function hoursHeld(profile: Profile): number {
  const days = bestFiveMinutes(dayLimits(profile, longestRideMinutes(profile)));
  return Math.min(profile.weekly_hours_available, days / 60);
}

/** Hours a week now: as given, or a careful share of what the rider wants and their days hold. */
export const recentHoursOf = (profile: Profile): number =>
  profile.recent_weekly_hours ?? hoursHeld(profile) * ASSUMED_RECENT[profile.experience_level];

/** The assumed recent hours go by what the days hold, not by the hours that the rider wants. */
export const isHeldByDays = (profile: Profile): boolean =>
  hoursHeld(profile) < profile.weekly_hours_available - ROUNDING_ERROR;

/** Load per riding hour that a rider of this level and these hours a week is taken to ride now. */
export const usualLoadPerHour = (level: ExperienceLevel, weeklyHours: number): number =>
  interpolate(LOAD_PER_HOUR[level], weeklyHours);

/** Fitness (CTL, load a day) that the recent hours amount to (training science 2.1). */
export function startingCtlOf(profile: Profile): number {
  if (profile.ctl !== undefined) return profile.ctl;
  const hours = recentHoursOf(profile);
  const ctl = (hours * usualLoadPerHour(profile.experience_level, hours)) / 7;
  return Math.min(Math.max(ctl, STARTING_CTL.low), STARTING_CTL.high);
}

/** Fitness between which riders of the same recent hours usually lie, around the assumed one. */
export const usualCtlRange = (ctl: number): { readonly low: number; readonly high: number } => ({
  low: Math.max(STARTING_CTL.low, ctl * USUAL_SPREAD.low),
  high: Math.min(STARTING_CTL.high, ctl * USUAL_SPREAD.high),
});

function longestRecentMinutesOf(profile: Profile, recentMinutes: number, longest: number): number {
  if (profile.longest_recent_ride_minutes !== undefined) return profile.longest_recent_ride_minutes;
  const days = Math.min(profile.training_availability.week_days.length, 4);
  return Math.min(longest, Math.round(recentMinutes * interpolate(ASSUMED_LONGEST_SHARE, days)));
}

/** W' in seconds at FTP: the rider's own kJ, or the usual. */
export const wPrimeSecondsOf = ({ w_prime_kj: kJ, ftp }: Pick<Profile, "w_prime_kj" | "ftp">): number =>
  kJ === undefined || ftp === undefined ? DEFAULT_W_PRIME_SECONDS : (kJ * 1000) / ftp;

/** The rider behind a profile, for an event where there is one. */
export function riderOf(profile: Profile, event?: { type: EventType; hours: number }): Rider {
  const level = profile.experience_level;
  const longest = longestRideMinutes(profile, event);
  const heldBack = profile.held_back ?? [];
  const isComingBack = heldBack.some(({ by }) => by === "comeback");
  const most = isComingBack ? COMEBACK.recent : { weekMinutes: Infinity, rideMinutes: Infinity };
  const recentMinutes = Math.min(most.weekMinutes, Math.round(recentHoursOf(profile) * 60));
  const longestRecent = Math.min(most.rideMinutes, longest, longestRecentMinutesOf(profile, recentMinutes, longest));
  const startingCtl = startingCtlOf(profile);
  return {
    ftpWatts: profile.ftp,
    trainBy: trainByOf(profile),
    level,
    ageBand: ageBandOf(profile.age),
    ceilingMinutes: Math.floor(profile.weekly_hours_available * 60 + ROUNDING_ERROR),
    floorMinutes:
      profile.weekly_hours_min === undefined ? undefined : Math.ceil(profile.weekly_hours_min * 60 - ROUNDING_ERROR),
    days: dayLimits(profile, longest),
    unavailable: profile.unavailable ?? [],
    recentMinutes,
    longestRecentMinutes: Math.max(SHORTEST_RIDE_MINUTES, longestRecent),
    strengthPerWeek: strengthPerWeekOf(profile),
    longestAllowedMinutes: longest,
    startingCtl,
    startingAtl: profile.atl ?? startingCtl,
    wPrimeSeconds: wPrimeSecondsOf(profile),
    wantsTests: (profile.tests ?? true) && profile.avoid?.includes("tests") !== true,
    isFtpAssumed: profile.feel_through_week !== undefined,
    carefulStart: profile.careful_start ?? false,
    heldBack,
    isHeartSlowed: profile.no_heart_rate,
    isComingBack,
    fixedRides: profile.fixed_rides ?? [],
    otherSport: profile.other_sport ?? [],
    ...riderTermsOf(profile),
  };
}

/** True where the rider named this date as one they cannot ride. */
export const isUnavailable = (rider: Pick<Rider, "unavailable">, date: string): boolean =>
  rider.unavailable.some((range) => range.from <= date && date <= range.to);
