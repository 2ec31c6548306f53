import { z } from "zod";
import { WEEKDAYS } from "../base/calendar.ts";
import { calendarDateSchema } from "../base/date-schema.ts";
import { EFFORTS } from "../base/effort.ts";
import { MOST_EVENT_HOURS } from "../base/event-length.ts";
import { EVENT_PRIORITIES } from "../base/event-priority.ts";

/** The nine workout types of the plan format. */
export const WORKOUT_TYPES = [
  "rest",
  "recovery",
  "endurance",
  "tempo",
  "sweetspot",
  "threshold",
  "vo2max",
  "mixed",
  "strength",
] as const;
export type WorkoutType = (typeof WORKOUT_TYPES)[number];

/** The types that the seed document counts as hard. A hard *day* is another word: see `isHardWork` in `src/load/measure.ts`. */
export const HARD_TYPES: readonly WorkoutType[] = ["threshold", "vo2max", "sweetspot"];

export const WORKOUT_ROLES = ["key", "long", "easy", "test", "openers", "event", "strength", "fixed"] as const;
export type WorkoutRole = (typeof WORKOUT_ROLES)[number];

export const WORKOUT_SOURCES = ["library", "llm", "planner"] as const;

/** Longest part of a workout that a file may hold: the longest event. */
const MOST_MINUTES = MOST_EVENT_HOURS * 60;
/** More load than the longest event holds at a pace that anybody keeps so long. */
const MOST_LOAD = 5000;
/** Nobody holds more than eight times their FTP, even for a second. */
const MOST_PERCENT = 800;

/** Characters of a name or a description: whatever somebody wrote is still exported, cut where a format has less room. */
const MOST_TEXT = 8000;

const minutes = z.number().positive().max(MOST_MINUTES);
const percent = z.number().min(0).max(MOST_PERCENT);
const described = {
  description: z.string().max(MOST_TEXT).default(""),
  cadence_low_rpm: z.number().int().min(20).max(220).optional(),
  cadence_high_rpm: z.number().int().min(20).max(220).optional(),
};
/** Beside the planning scale, where a rider goes by them: percent of threshold heart rate, and how it feels from 1 to 10. */
const effort = {
  heart_rate_low_pct: percent.optional(),
  heart_rate_high_pct: percent.optional(),
  feel: z.number().int().min(1).max(10).optional(),
};
/** Ridden as hard as the rider can: its percent is what is planned with, and no target that a trainer may hold. */
const allOut = { effort: z.literal("max").optional() };
const block = { duration_min: minutes, power_low_pct: percent, power_high_pct: percent };
const effortBlock = z.strictObject({ ...block, ...effort });

/** One part of a workout as files hold it: minutes as decimals, percent of FTP. Unknown keys are errors. */
export const segmentSchema = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("warmup"), ...block, ...described, ...effort }),
  z.strictObject({ type: z.literal("steady"), ...block, ...allOut, ...described, ...effort }),
  z.strictObject({ type: z.literal("recovery"), ...block, ...described, ...effort }),
  z.strictObject({ type: z.literal("cooldown"), ...block, ...described, ...effort }),
  z.strictObject({
    type: z.literal("ramp"),
    duration_min: minutes,
    power_start_pct: percent,
    power_end_pct: percent,
    ...described,
    ...effort,
  }),
  z.strictObject({
    type: z.literal("interval"),
    sets: z.number().int().min(1).max(200),
    work: effortBlock.extend(allOut),
    recovery: effortBlock.optional(),
    ...described,
  }),
  z.strictObject({ type: z.literal("free"), duration_min: minutes, ...described }),
]);
export type SegmentJson = z.infer<typeof segmentSchema>;

/** Why something is in the plan: the rule or decision, and the rider's own numbers that led to it. */
export const reasonSchema = z.object({
  id: z.string(),
  text: z.string(),
  numbers: z.record(z.string(), z.union([z.number(), z.string()])).optional(),
});
export type Reason = z.infer<typeof reasonSchema>;

/** A workout of a plan file. A rest day has no segments and no minutes. */
export const workoutSchema = z.strictObject({
  weekday: z.enum(WEEKDAYS),
  date: calendarDateSchema,
  name: z.string().max(MOST_TEXT),
  type: z.enum(WORKOUT_TYPES),
  role: z.enum(WORKOUT_ROLES).optional(),
  /** How hard a ride of role `fixed` is, in the rider's own word. */
  effort: z.enum(EFFORTS).optional(),
  /** Of an event where a plan has several: what it is to the plan. */
  priority: z.enum(EVENT_PRIORITIES).optional(),
  description: z.string().max(MOST_TEXT),
  /** Ridden indoors, as the rider wants it on this weekday. */
  indoor: z.literal(true).optional(),
  duration_min: z.number().min(0).max(MOST_MINUTES),
  tss: z.number().min(0).max(MOST_LOAD),
  segments: z.array(segmentSchema).max(500),
  source: z.enum(WORKOUT_SOURCES).optional(),
  library_workout_id: z.string().optional(),
  family: z.string().optional(),
  level: z.number().int().min(1).max(10).optional(),
  why: z.array(reasonSchema).optional(),
  /** Names the session for good, `century-w03d2`: kept when it moves, so that calendars move it too. Missing in older files. */
  id: z.string().max(200).optional(),
  /** The day it was planned for first, where it stands on another. */
  original_date: calendarDateSchema.optional(),
});
export type Workout = z.infer<typeof workoutSchema>;
