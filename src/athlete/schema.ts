import { z } from "zod";
import { WEEKDAYS } from "../base/calendar.ts";
import { calendarDateSchema } from "../base/date-schema.ts";
import { ACCEPTED } from "./accepted-range.ts";
import { EFFORT_CAP_PCT, MOST_WEEKS_OFF } from "./safety-limits.ts";
import { TERM_SCHEMAS } from "./terms.ts";

export const EXPERIENCE_LEVELS = ["beginner", "intermediate", "advanced"] as const;
export type ExperienceLevel = (typeof EXPERIENCE_LEVELS)[number];

export const EVENT_TYPES = [
  "century",
  "gran_fondo",
  "criterium",
  "road_race",
  "time_trial",
  "mtb",
  "gravel",
  "multi_day",
  "ultra",
  "hill_climb",
  "cyclocross",
  "other",
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

const within = (range: { low: number; high: number }, unit: string) =>
  z
    .number({ error: `expected a number (${unit})` })
    .min(range.low, `expected ${range.low} or more (${unit})`)
    .max(range.high, `expected ${range.high} or less (${unit})`);

const weekday = z.enum(WEEKDAYS);

export const dateRangeSchema = z
  .strictObject({ from: calendarDateSchema, to: calendarDateSchema, reason: z.string().max(200).optional() })
  .refine((range) => range.to >= range.from, { error: "expected `to` on or after `from`", path: ["to"] });
export type DateRange = z.infer<typeof dateRangeSchema>;

export const maxMinutesSchema = z.partialRecord(weekday, within(ACCEPTED.dayMinutes, "minutes"));

/** Yes/no answers about health; they shape the plan and never leave the machine. */
export const healthSchema = z.strictObject({
  /** Active 3 times 30 minutes a week for the last 3 months. */
  active: z.boolean().optional(),
  /** Heart, metabolic or kidney disease. */
  disease: z.boolean().optional(),
  /** Symptoms now. */
  symptoms: z.boolean().optional(),
  /** Heart disease, now or before. Where only `disease` says yes, it may be the heart's. */
  heart_disease: z.boolean().optional(),
  pregnant: z.boolean().optional(),
  /** Beta blockers, or another drug that slows the heart. */
  beta_blockers: z.boolean().optional(),
  /** Signs of eating too little: missed periods, a stress fracture or an eating disorder, now or before. */
  low_energy: z.boolean().optional(),
});
export type HealthAnswers = z.infer<typeof healthSchema>;

export const COMEBACK_REASONS = ["illness", "injury", "surgery", "birth", "break"] as const;

/** A return after weeks without riding. */
export const comebackSchema = z.strictObject({
  weeks_off: z.number().min(0).max(MOST_WEEKS_OFF),
  reason: z.enum(COMEBACK_REASONS),
  /** A doctor has said that training may begin. */
  cleared: z.boolean().optional(),
});
export type Comeback = z.infer<typeof comebackSchema>;

/** The most effort that a rider may ride, as they or their doctor said. */
export const effortCapSchema = z.strictObject({
  max_power_pct: within(EFFORT_CAP_PCT, "percent of FTP").optional(),
  /** Its last day; without it the whole plan. */
  until: calendarDateSchema.optional(),
  max_heart_rate: within(ACCEPTED.capHeartRate, "beats a minute").optional(),
  max_feel: within(ACCEPTED.feel, "how hard it feels, 1 to 10").optional(),
  /** The longest single effort above easy riding. */
  max_interval_minutes: within(ACCEPTED.intervalMinutes, "minutes").optional(),
});
export type EffortCap = z.infer<typeof effortCapSchema>;

/**
 * What holds a rider back in some weeks of a plan, reduced to what the plan does about it: which answer it rests on stays out
 * of plans and pages.
 */
export const heldBackSchema = z.strictObject({
  by: z.enum(["careful", "limit", "comeback", "start"]),
  max_power_pct: z.number().positive(),
  from_week: z.int().positive(),
  through_week: z.int().positive(),
  /** The last day of a limit that the rider named. */
  until: calendarDateSchema.optional(),
  /** What the rider named, where it was no power. */
  max_heart_rate: z.number().positive().optional(),
  max_feel: z.number().positive().optional(),
  /** No heart rate of the rider's says what power the named one is: easy riding, by feel. */
  by_feel: z.literal(true).optional(),
});
export type HeldBack = z.infer<typeof heldBackSchema>;

/**
 * What a rider says about themselves, in the field names of the plan format. Nothing here has been assumed. The order is
 * that of the plans' files: what is read back through this schema is written again in the same bytes.
 */
export const profileInputSchema = z.strictObject({
  /** Absent where the rider trains without power, or knows none. */
  ftp: within(ACCEPTED.ftpWatts, "watts").optional(),
  /** The day on which the rider gave this FTP. */
  ftp_date: calendarDateSchema.optional(),
  weight_kg: within(ACCEPTED.weightKg, "kg").optional(),
  max_hr: within(ACCEPTED.maxHr, "beats a minute").optional(),
  lthr: within(ACCEPTED.lthr, "beats a minute").optional(),
  resting_hr: within(ACCEPTED.restingHr, "beats a minute").optional(),
  age: within(ACCEPTED.age, "years").optional(),
  sex: z.enum(["female", "male"]).optional(),
  unavailable: z.array(dateRangeSchema).max(60).optional(),
  recent_weekly_hours: z.number().min(0).max(40).optional(),
  longest_recent_ride_minutes: z.number().min(0).max(1440).optional(),
  strength_per_week: z.union([z.literal(0), z.literal(1), z.literal(2)]).optional(),
  ctl: within(ACCEPTED.load, "load a day").optional(),
  atl: within(ACCEPTED.load, "load a day").optional(),
  ftp_test_date: calendarDateSchema.optional(),
  w_prime_kj: within(ACCEPTED.wPrimeKj, "kJ").optional(),
  effort_cap: effortCapSchema.optional(),
  comeback: comebackSchema.optional(),
  ...TERM_SCHEMAS,
  health: healthSchema.optional(),
  goals: z.array(z.string().max(500)).max(10).default([]),
  experience_level: z.enum(EXPERIENCE_LEVELS),
  /** The upper end of what the rider said; no week is longer. */
  weekly_hours_available: within(ACCEPTED.weeklyHours, "hours a week"),
  weekly_hours_min: within(ACCEPTED.weeklyHours, "hours a week").optional(),
  training_availability: z.strictObject({
    hours_per_week: within(ACCEPTED.weeklyHours, "hours a week").optional(),
    week_days: z.array(weekday).min(1, "expected at least one day").max(7),
    max_minutes_by_day: maxMinutesSchema.optional(),
  }),
});
export type ProfileInput = z.infer<typeof profileInputSchema>;

export const assumptionSchema = z.strictObject({
  field: z.string(),
  value: z.union([z.string(), z.number(), z.boolean(), z.null()]),
  reason: z.string(),
});
export type Assumption = z.infer<typeof assumptionSchema>;

/**
 * The athlete as used: what they said plus everything that was assumed. Health answers are reduced to what the plan does about
 * them: `careful_start`, `held_back` and the two after it.
 */
export const profileSchema = profileInputSchema.omit({ health: true, comeback: true, effort_cap: true }).extend({
  careful_start: z.boolean().optional(),
  held_back: z.array(heldBackSchema).max(20).optional(),
  /** The longest single effort above easy riding. */
  effort_length: z
    .strictObject({
      max_minutes: z.number().positive(),
      through_week: z.int().positive(),
      until: calendarDateSchema.optional(),
    })
    .optional(),
  /** The FTP is from before a long break: nothing is promised on it. */
  stale_ftp: z.boolean().optional(),
  /** The FTP is an estimate: through this week its rides go by feel, with the watts beside. */
  feel_through_week: z.int().positive().optional(),
  /** No heart rates are shown: they say nothing of this rider's effort. */
  no_heart_rate: z.boolean().optional(),
  tests: z.boolean().optional(),
  accept_ramp: z.boolean().optional(),
  assumptions: z.array(assumptionSchema),
});
export type Profile = z.infer<typeof profileSchema>;
