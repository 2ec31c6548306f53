import { FEWEST_WEEK_MINUTES, SHORTEST_RIDE_MINUTES, type AgeBand, type Rider } from "../athlete/rider.ts";
import type { EventType, ExperienceLevel } from "../athlete/schema.ts";
import type { RiderTerms } from "../athlete/rider-terms.ts";
import type { WorkKind } from "../base/work-kinds.ts";
import { COMEBACK } from "../athlete/safety-limits.ts";
import type { Effort } from "../base/effort.ts";
import { interpolate } from "../base/numbers.ts";
import { LOW_TOP } from "../load/zones.ts";

/*
 * The numbers of the rules, each once, with its unit and the section of docs/training-science.md it comes from.
 * The planner aims inside them, the rules check them.
 */

/** Fitness (CTL) points a load week may add, and a block may add per week on average (2.2). */
const WEEK_RAMP: Record<ExperienceLevel, number> = { beginner: 3, intermediate: 5, advanced: 7 };
const BLOCK_RAMP: Record<ExperienceLevel, number> = { beginner: 1.5, intermediate: 2.5, advanced: 3.5 };
const RAMP_BY_AGE: Record<AgeBand, number> = { under40: 1, "40s": 1, "50s": 0.75, "60plus": 0.6 };
export const weekRampLimit = (rider: Pick<Rider, "level" | "ageBand" | "isComingBack">): number =>
  WEEK_RAMP[rider.level] * RAMP_BY_AGE[rider.ageBand] * (rider.isComingBack ? COMEBACK.rampShare : 1);
export const blockRampLimit = (rider: Pick<Rider, "level" | "ageBand">): number =>
  BLOCK_RAMP[rider.level] * RAMP_BY_AGE[rider.ageBand];

/** Lowest form (TSB) of any morning, and at the end of a load week by level (2.2). */
export const LOWEST_FORM = -35;
const LOWEST_FORM_AFTER_WEEK: Record<ExperienceLevel, number> = { beginner: -15, intermediate: -25, advanced: -30 };
/** A beginner under 50 who rides nearly the hours offered may be this tired at the end of a week once the first weeks are over (12.2). */
const USED_TO_IT = { form: -20, recentShare: 0.85 };
export function lowestFormAfterWeek(
  rider: Pick<Rider, "level" | "ageBand" | "recentMinutes" | "ceilingMinutes" | "usual">,
  weekNumber: number,
): number {
  const isUsedToIt =
    rider.level === "beginner" &&
    weekNumber > BEGINNER_FIRST_WEEKS &&
    !isFromFifty(rider) &&
    rider.recentMinutes >= (rider.usual ?? rider).ceilingMinutes * USED_TO_IT.recentShare - 1e-6;
  return isUsedToIt ? USED_TO_IT.form : LOWEST_FORM_AFTER_WEEK[rider.level];
}

/** From 50 years on recovery takes longer (2.4, 2.5). */
export const isFromFifty = ({ ageBand }: Pick<Rider, "ageBand">): boolean => ageBand === "50s" || ageBand === "60plus";
/**
 * Load weeks in a row (2.4): two from 50 years on, and for who asks for them. Four only where five weeks without an event, or four
 * before the taper, allow nothing else.
 */
export const loadWeeksInARow = (rider: Pick<Rider, "ageBand" | "rhythm">): number =>
  isFromFifty(rider) || rider.rhythm === "2:1" ? 2 : 3;

/** Weeks that build a base first, whatever is asked: below this fitness (3.1), in a beginner's and a careful rider's first weeks, after weeks off. */
export const BASE_FIRST = { ctl: 25, weeks: 4 };
export function baseWeeksFirst(rider: Pick<Rider, "level" | "carefulStart" | "heldBack" | "startingCtl">): number {
  const comeback = rider.heldBack.filter(({ by }) => by === "comeback").map(({ through_week }) => through_week);
  return Math.max(
    rider.startingCtl < BASE_FIRST.ctl ? BASE_FIRST.weeks : 0,
    rider.carefulStart ? CAREFUL_START.weeks : 0,
    rider.level === "beginner" ? BEGINNER_POWER.weeks : 0,
    ...comeback,
  );
}

/** A recovery week's load as a share of the mean load week before it (2.4; rule 9). */
export const RECOVERY_LOAD_SHARE = { low: 0.45, high: 0.7 };
/** Work above 75 % in a recovery week, as a share of a load week's. */
export const RECOVERY_WORK_SHARE = 0.5;
/** Weekday from which on a recovery week may hold a test or a short hard session; Monday is 0 (2.4; rule 10). */
export const RECOVERY_HARD_FROM = 4;
/** Form at the end of a recovery week (rule 11). */
export const RECOVERY_FORM = -7;
/** A week's load against the mean of the three load weeks before it (1.3). */
export const SPIKE_SHARE = 1.3;
export const MONOTONY = { limit: 2, aim: 1.7 };

/** Load weeks use at least this share of what the limits allow (rule 2): the first week of a 3:1 block may hold no less (2.3). */
export const HOURS_USED_SHARE = 0.92;
/** Most minutes of the first week, from those ridden now: a tenth more (2.5). */
const FIRST_WEEK_SHARE = 1.1;
export const firstWeekLimit = (recentMinutes: number): number =>
  Math.max(FEWEST_WEEK_MINUTES, recentMinutes * FIRST_WEEK_SHARE);
/** Most minutes of a load week, from the most of the weeks before: growth as a share, and in minutes (2.5, 1.3). */
const WEEK_GROWTH: Record<ExperienceLevel, number> = { beginner: 1.1, intermediate: 1.12, advanced: 1.12 };
const WEEK_GROWTH_MINUTES = 15;
export const weekGrowthLimit = (level: ExperienceLevel, mostSoFar: number): number =>
  Math.max(mostSoFar * WEEK_GROWTH[level], mostSoFar + WEEK_GROWTH_MINUTES);
/** The return week after more than this many days off, against the mean load week before them. */
export const LONG_BREAK_DAYS = 10;
export const RETURN_WEEK_SHARE = 0.7;
/** Most minutes of the first week back, from those of the load weeks before the break, or of recent riding: one shortest ride is always allowed. */
export const returnWeekLimit = (minutesBefore: number): number =>
  Math.max(SHORTEST_RIDE_MINUTES, RETURN_WEEK_SHARE * minutesBefore);
/** After more days off than this fitness rises by this share of what is safe otherwise (2.2). */
export const RAMP_AFTER_BREAK = { days: 21, share: 0.7 };

/** Growth of the longest ride over the longest so far: share, minutes, and the hard cap in minutes (2.5; rule 21). */
export const LONG_RIDE_GROWTH = { share: 0.15, minutes: 30, cap: 45 };
export const longestRideAllowed = (longestSoFarMinutes: number): number =>
  longestSoFarMinutes +
  Math.min(LONG_RIDE_GROWTH.cap, Math.max(longestSoFarMinutes * LONG_RIDE_GROWTH.share, LONG_RIDE_GROWTH.minutes));
/** Share of a week's riding in its longest ride (rule 23). */
export const LONG_RIDE_SHARE = { low: 0.25, high: 0.5 };
/** Days before the event on which the longest ride belongs (12.3; rule 22). */
export const LONGEST_RIDE_DAYS = { first: 28, last: 10 };
/** Rides this near in length are equally long: plans count in fives. */
export const AS_LONG_MINUTES = 5;

/** Lowest share of riding time at or below 75 % of FTP, by weekly hours: straight lines between the rows' middles (4.2, 8b). */
const LOW_SHARE: readonly (readonly [number, number])[] = [
  [4, 0.6],
  [5, 0.68],
  [8, 0.75],
  [10.5, 0.8],
  [12.5, 0.84],
];
const LOW_SHARE_BEGINNER = 0.08;
/** Build and peak may hold up to this much less low time (4.2). */
export const LOW_SHARE_BUILD = 0.05;
export const lowShareFloor = (weeklyHours: number, level: ExperienceLevel): number =>
  Math.min(0.95, interpolate(LOW_SHARE, weeklyHours) + (level === "beginner" ? LOW_SHARE_BEGINNER : 0));
/** Highest share of time above FTP: 8 %, 12 % up to four hours a week (rule 19). */
export const highShareCeiling = (weeklyHours: number): number =>
  interpolate(
    [
      [4, 0.12],
      [5, 0.08],
    ],
    weeklyHours,
  );

/** Hard days a week (4.2, 2.5): the first four weeks of a beginner hold one. */
export const BEGINNER_FIRST_WEEKS = 4;
export function hardDayLimit(rider: Pick<Rider, "level" | "ageBand">, weeklyHours: number, weekNumber: number): number {
  if (rider.level === "beginner") return weekNumber <= BEGINNER_FIRST_WEEKS ? 1 : 2;
  return rider.ageBand === "under40" && weeklyHours > 9 ? 3 : 2;
}
/** A day of this load or more asks for an easy day after it, whatever its power: load, and its part of fitness (4.3). */
const HARD_DAY_LOAD = { least: 120, ofFitness: 2.2 };
export const hardDayLoad = (fitness: number): number =>
  Math.max(HARD_DAY_LOAD.least, HARD_DAY_LOAD.ofFitness * fitness);
/** Days from one hard day to the next, at least: an easy or rest day lies between (rule 15). */
export const HARD_DAY_SPACING = 2;
/** No hard day before this day of the plan (0 is the first Monday): 48 hours of easy start (rule 14). */
export const FIRST_HARD_DAY = 2;
/** Days between two days of efforts above 105 % (rule 16). */
export const vo2Spacing = (rider: Pick<Rider, "ageBand">): number => (isFromFifty(rider) ? 3 : 2);
/** Days between a test and any other hard day (rule 29). */
export const TEST_SPACING = 2;
/** Full rest days a week (rule 17), and riding days of a week (the seed document). */
export const restDaysNeeded = (rider: Pick<Rider, "level" | "ageBand">, weeklyHours: number): number =>
  rider.level === "beginner" || rider.ageBand === "60plus" || weeklyHours <= 6 ? 2 : 1;
/** Most easy minutes of rides that happen anyway, such as a commute, on a day that still counts as rest (12.2). */
export const RESTFUL_MINUTES = 40;
/** Load of an hour of another sport, by how hard it is: that of an hour's ride at 63, 74, 85 and 95 % of FTP (1.1, 12.2). */
export const SPORT_LOAD: Readonly<Record<Effort, number>> = { easy: 40, moderate: 55, hard: 72, race: 90 };
export const MOST_RIDING_DAYS = 5;
export const MOST_HARD_TYPE_DAYS = 3;
export const ridesInARow = (level: ExperienceLevel): number => (level === "beginner" ? 3 : 5);

/** Beginners hold nothing above this in their first three weeks, strides and tests apart (2.5; rule 20). */
export const BEGINNER_POWER = { limit: 0.94, weeks: 3, strideSeconds: 15 };
/** Who starts carefully rides nothing above the easy zone in the first weeks (section 7). */
export const CAREFUL_START = { limit: LOW_TOP, weeks: 4 };

/** Who a plan holds back: beginners and careful starts in their first weeks, others by health, return or a limit of their own. */
type Held = Pick<Rider, "carefulStart" | "level" | "heldBack">;

/** Highest power that health, a return or a named limit allow in a week, as a fraction of FTP; Infinity where none stands. */
export const heldPowerIn = ({ heldBack }: Pick<Rider, "heldBack">, week: number): number =>
  Math.min(
    Number.POSITIVE_INFINITY,
    ...heldBack
      .filter(({ from_week, through_week }) => from_week <= week && week <= through_week)
      .map(({ max_power_pct }) => max_power_pct / 100),
  );

/** Highest power of a rider in a week of the plan, as a fraction of FTP; Infinity where nothing holds it down. */
export function highestPowerIn(rider: Held, week: number): number {
  const held = heldPowerIn(rider, week);
  if (rider.carefulStart && week <= CAREFUL_START.weeks) return Math.min(CAREFUL_START.limit, held);
  return rider.level === "beginner" && week <= BEGINNER_POWER.weeks ? Math.min(BEGINNER_POWER.limit, held) : held;
}

/** True where a rider's power is held down in a week: no rule asks for sharp or specific work then. */
export const isHeldBackIn = (rider: Held, week: number): boolean => Number.isFinite(highestPowerIn(rider, week));

/** True where a week holds nothing but easy riding. */
export const isEasyOnly = (rider: Held, week: number): boolean => highestPowerIn(rider, week) <= CAREFUL_START.limit;

/** What the rider wants of single efforts in a week: none longer, and none of these kinds. */
export interface WorkLimits {
  readonly longestEffortSeconds: number;
  readonly avoided: readonly WorkKind[];
}
export const workLimitsIn = ({ longestEffort, avoids = [] }: RiderTerms, week: number): WorkLimits => ({
  longestEffortSeconds:
    longestEffort === undefined || week > longestEffort.throughWeek ? Number.POSITIVE_INFINITY : longestEffort.seconds,
  avoided: avoids,
});
/** True where a workout keeps to them. */
export const keepsLimits = (
  work: { readonly longestEffortSeconds: number; readonly kinds: readonly WorkKind[] },
  { longestEffortSeconds, avoided }: WorkLimits,
): boolean => work.longestEffortSeconds <= longestEffortSeconds && !work.kinds.some((kind) => avoided.includes(kind));

/** True where a test may be ridden: it is all out, whatever its planned power says, and long. Beginners are held back from other work only. */
export const mayTestIn = (rider: Pick<Rider, "carefulStart" | "heldBack" | "longestEffort">, week: number): boolean =>
  !(rider.carefulStart && week <= CAREFUL_START.weeks) &&
  !Number.isFinite(heldPowerIn(rider, week)) &&
  !Number.isFinite(workLimitsIn(rider, week).longestEffortSeconds);

/** The taper: share of volume cut, days, most rides a week fewer (3.4; rule 24). */
export const TAPER_CUT = { low: 0.41, high: 0.6 };
export const TAPER_DAYS = { fewest: 7, most: 14 };
/** Form on the event's morning that no plan leaves (3.3; rule 25), and fitness given up since its peak (rule 26). */
export const EVENT_FORM = { low: -5, high: 25 };
export const EVENT_FITNESS_LOSS = { usual: 0.1, twoWeeks: 0.13 };
/** The last days before an event: seconds above 105 % that a session may hold, and the days that counts for (rule 27). */
export const LAST_DAYS = { days: 3, secondsAbove105: 360, openersSecondsAbove105: 300 };

/** FTP tests (5.4; rule 28): days apart, days clear of the event, longest gap in days, and how fresh a result saves the first. */
export const TESTS = { daysApart: 21, clearOfEvent: 10, longestGapDays: 56, freshDays: 28, usualGapDays: 28 };

/** First rung of a ladder by experience (5.1). */
export const FIRST_RUNG: Readonly<Record<ExperienceLevel, number>> = { beginner: 1, intermediate: 3, advanced: 5 };
/** Ladder levels gained in 14 days (5.1; rule 30). */
export const LADDER = { levels: 2, days: 14 };
/** No identical quality workout within this many days (rule 32). */
export const REPEAT_DAYS = 14;
/** Share of load weeks of build and peak with a session the event asks for (rule 37). */
export const KEY_SESSION_SHARE = 2 / 3;

/** Strength (4.4; rule 38): days apart, clear days at the end of the plan; minutes of a usual session, and of one on a full day. */
export const STRENGTH = { daysApart: 2, clearAtEnd: 7, minutes: 40, shortMinutes: 20 };
/** Before power above 90 %: warm-up and cool-down in seconds (rule 41). */
export const WARM_UP = { seconds: 480, before: 0.9, coolDownSeconds: 300 };

/** Target FTP against the gain model (section 6): flagged above, never planned above. */
export const TARGET_FTP = { flagged: 1.5, unrealistic: 2.5 };

/** A work block that an event asks for: enough seconds between two powers in one session. Any one of a list will do (3.3; rule 37). */
export interface KeyWork {
  readonly from: number;
  readonly to: number;
  readonly seconds: number;
}
const STEADY: readonly KeyWork[] = [{ from: 0.76, to: 1.06, seconds: 900 }];
const SHARP: readonly KeyWork[] = [{ from: 1.05, to: 9, seconds: 120 }];
export const KEY_WORK: Record<EventType, readonly KeyWork[]> = {
  century: STEADY,
  gran_fondo: STEADY,
  gravel: STEADY,
  ultra: STEADY,
  multi_day: STEADY,
  criterium: SHARP,
  mtb: SHARP,
  cyclocross: SHARP,
  road_race: [...SHARP, { from: 0.9, to: 1.06, seconds: 900 }],
  time_trial: [{ from: 0.9, to: 1.06, seconds: 600 }, ...SHARP],
  hill_climb: [{ from: 0.9, to: 1.3, seconds: 600 }, ...SHARP],
  other: [...STEADY, ...SHARP],
};
