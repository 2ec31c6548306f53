import { z } from "zod";
import { WEEKDAYS } from "../base/calendar.ts";
import { calendarDateSchema } from "../base/date-schema.ts";
import { WORK_KINDS } from "../base/work-kinds.ts";
import { EFFORTS } from "../base/effort.ts";

/*
 * What a rider may say beyond hours and days, in the field names of the plan format. Every term is optional; a request without
 * any gives the plan that it gave before there were terms.
 */

export const OTHER_SPORTS = ["run", "swim", "gym", "hike", "ski", "team", "other"] as const;

export const RHYTHMS = ["2:1", "3:1"] as const;
export type Rhythm = (typeof RHYTHMS)[number];

export const START_PHASES = ["base", "build"] as const;
export type StartPhase = (typeof START_PHASES)[number];

/** What tells a rider how hard they ride. */
export const TRAIN_BY = ["power", "heart_rate", "feel"] as const;
export type TrainBy = (typeof TRAIN_BY)[number];

/** What the limits of the terms are, with units; beyond them a value is refused. */
export const TERM_LIMITS = {
  /** Minutes of a ride that happens anyway, or of another sport. */
  sessionMinutes: { low: 5, high: 1440 },
  /** Hours of a stretch of dates. */
  bandHours: { low: 0, high: 40 },
  dayMinutes: { low: 0, high: 720 },
  longRideMinutes: { low: 30, high: 1440 },
  /** Most of any one list. */
  items: 100,
  nameCharacters: 80,
} as const;

const weekday = z.enum(WEEKDAYS);
const minutes = z.number().min(TERM_LIMITS.sessionMinutes.low).max(TERM_LIMITS.sessionMinutes.high);
const dayMinutes = z.number().min(TERM_LIMITS.dayMinutes.low).max(TERM_LIMITS.dayMinutes.high);
const longMinutes = z.number().min(TERM_LIMITS.longRideMinutes.low).max(TERM_LIMITS.longRideMinutes.high);
const name = z.string().min(1).max(TERM_LIMITS.nameCharacters);

/** On a weekday, in all weeks or between two dates, or on one date. */
const when = {
  day: weekday.optional(),
  date: calendarDateSchema.optional(),
  from: calendarDateSchema.optional(),
  to: calendarDateSchema.optional(),
};
interface When {
  day?: unknown;
  date?: unknown;
  from?: string | undefined;
  to?: string | undefined;
}
const isOneDay = (given: When): boolean => (given.day === undefined) !== (given.date === undefined);
const ONE_DAY = "expected a weekday or a date, not both";
const isForward = (given: When): boolean =>
  given.from === undefined || given.to === undefined || given.to >= given.from;
const FORWARD = "expected `to` on or after `from`";

/** A ride that happens anyway: the planner plans around it. */
export const fixedRideSchema = z
  .strictObject({ ...when, minutes, effort: z.enum(EFFORTS), name: name.optional() })
  .refine(isOneDay, { error: ONE_DAY })
  .refine(isForward, { error: FORWARD });
export type FixedRide = z.infer<typeof fixedRideSchema>;

/** An hour of another sport: it tires, and is no riding. */
export const otherSportSchema = z
  .strictObject({ ...when, minutes, sport: z.enum(OTHER_SPORTS), effort: z.enum(EFFORTS), name: name.optional() })
  .refine(isOneDay, { error: ONE_DAY })
  .refine(isForward, { error: FORWARD });
export type OtherSportHabit = z.infer<typeof otherSportSchema>;

/** Other hours, days or minutes between two dates, both included. */
export const hoursByDateSchema = z
  .strictObject({
    from: calendarDateSchema,
    to: calendarDateSchema,
    hours: z.number().min(TERM_LIMITS.bandHours.low).max(TERM_LIMITS.bandHours.high).optional(),
    days: z.array(weekday).max(7).optional(),
    max_minutes_by_day: z.partialRecord(weekday, dayMinutes).optional(),
    reason: z.string().max(200).optional(),
  })
  .refine(isForward, { error: FORWARD })
  .refine((band) => band.hours !== undefined || band.days !== undefined || band.max_minutes_by_day !== undefined, {
    error: "expected hours, days or most minutes for those dates",
  });
export type HoursByDate = z.infer<typeof hoursByDateSchema>;

/** Two rides on a weekday, with the most minutes of each. */
export const twoADaySchema = z.partialRecord(weekday, z.tuple([dayMinutes, dayMinutes]));
export type TwoADay = z.infer<typeof twoADaySchema>;

/** Weekdays that are ridden indoors, with the most minutes of one. */
export const indoorSchema = z.strictObject({
  days: z.array(weekday).min(1).max(7),
  max_minutes: dayMinutes.optional(),
});
export type Indoor = z.infer<typeof indoorSchema>;

/** Where the long ride belongs and how long it may be, in minutes. */
export const longRideSchema = z
  .strictObject({ day: weekday.optional(), min_minutes: longMinutes.optional(), max_minutes: longMinutes.optional() })
  .refine(
    (given) =>
      given.min_minutes === undefined || given.max_minutes === undefined || given.max_minutes >= given.min_minutes,
    { error: "expected the most minutes to be no less than the fewest" },
  );
export type LongRideWish = z.infer<typeof longRideSchema>;

/** The terms of a profile, in the order in which files hold them. */
export const TERM_SCHEMAS = {
  fixed_rides: z.array(fixedRideSchema).max(TERM_LIMITS.items).optional(),
  other_sport: z.array(otherSportSchema).max(TERM_LIMITS.items).optional(),
  hours_by_date: z.array(hoursByDateSchema).max(TERM_LIMITS.items).optional(),
  two_a_day: twoADaySchema.optional(),
  indoor: indoorSchema.optional(),
  long_ride: longRideSchema.optional(),
  strength_days: z.array(weekday).max(7).optional(),
  rhythm: z.enum(RHYTHMS).optional(),
  start_phase: z.enum(START_PHASES).optional(),
  avoid: z.array(z.enum(WORK_KINDS)).max(WORK_KINDS.length).optional(),
  prefer: z.array(z.enum(WORK_KINDS)).max(WORK_KINDS.length).optional(),
  train_by: z.enum(TRAIN_BY).optional(),
  /** Outdoors, for who has power only indoors. */
  train_outdoors_by: z.enum(TRAIN_BY).optional(),
} as const;
export type TermName = keyof typeof TERM_SCHEMAS;
