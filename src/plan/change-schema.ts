import { z } from "zod";
import { eventTermSchema } from "../athlete/event-terms.ts";
import { fixedRideSchema, TERM_SCHEMAS } from "../athlete/terms.ts";
import { WEEKDAYS } from "../base/calendar.ts";
import { calendarDateSchema } from "../base/date-schema.ts";
import { WORK_KINDS } from "../base/work-kinds.ts";
import { workoutSchema } from "../workout/schema.ts";
import { trainingDaySchema, weekSchema } from "./schema.ts";

const date = calendarDateSchema;
const range = { from: date, to: date };
const count = z.number().int().min(0);

/** A change of what was asked for when the plan was made. */
export const termChangeSchema = z.discriminatedUnion("term", [
  z.strictObject({ term: z.literal("add_event"), events: z.array(eventTermSchema).min(1) }),
  z.strictObject({ term: z.literal("drop_event"), date }),
  z.strictObject({ term: z.literal("add_ride"), rides: z.array(fixedRideSchema).min(1) }),
  z.strictObject({ term: z.literal("drop_ride"), day: z.string() }),
  z.strictObject({ term: z.literal("add_avoid"), kinds: z.array(z.enum(WORK_KINDS)).min(1) }),
  z.strictObject({ term: z.literal("days"), days: z.array(z.enum(WEEKDAYS)).min(1) }),
  z.strictObject({ term: z.literal("set"), fields: z.strictObject(TERM_SCHEMAS) }),
]);
export type TermChange = z.infer<typeof termChangeSchema>;

/** What the rider says has happened, or wants. Dates are civil days; minutes are minutes of riding. */
export const intentSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("missed"), dates: z.array(date).min(1) }),
  z.strictObject({ kind: z.literal("sick"), ...range, above_neck: z.boolean() }),
  z.strictObject({ kind: z.literal("off"), ...range }),
  z.strictObject({ kind: z.literal("move"), from: date, to: date }),
  z.strictObject({ kind: z.literal("swap"), from: date, to: date }),
  z.strictObject({ kind: z.literal("shorten"), date, minutes: z.number().positive() }),
  z.strictObject({ kind: z.literal("easier"), ...range }),
  z.strictObject({ kind: z.literal("harder"), ...range }),
  z.strictObject({ kind: z.literal("hours"), hours: z.number().positive(), from: date, to: date.optional() }),
  z.strictObject({ kind: z.literal("ftp"), watts: z.number().positive() }),
  z.strictObject({ kind: z.literal("drop"), date }),
  z.strictObject({ kind: z.literal("keep"), date }),
  z.strictObject({ kind: z.literal("free"), date }),
  z.strictObject({ kind: z.literal("term"), words: z.string(), change: termChangeSchema }),
  z.strictObject({ kind: z.literal("undo"), step: count }),
  z.strictObject({ kind: z.literal("edited") }),
]);
export type Intent = z.infer<typeof intentSchema>;

/** A day as both files of a plan hold it: its sessions, and its place in the overview where there is one. */
export const dayStateSchema = z.strictObject({
  workouts: z.array(workoutSchema),
  training_day: trainingDaySchema.optional(),
});
export type DayState = z.infer<typeof dayStateSchema>;

const changedDaySchema = z.strictObject({ date, before: dayStateSchema, after: dayStateSchema });
export type ChangedDay = z.infer<typeof changedDaySchema>;

/** What of a week follows from its days and from what is done beside riding. An empty list of other sport is none; without one it stays. */
export const weekSumsSchema = weekSchema.pick({
  planned_hours: true,
  planned_tss: true,
  target_hours: true,
  target_tss: true,
  other_sport: true,
});
export type WeekSums = z.infer<typeof weekSumsSchema>;

const changedWeekSchema = z.strictObject({ week_number: count, before: weekSumsSchema, after: weekSumsSchema });
export type ChangedWeek = z.infer<typeof changedWeekSchema>;

/** One field of the profile or the metadata; a missing `before` or `after` is a field that was or will not be there. */
const changedFieldSchema = z.strictObject({
  part: z.enum(["athlete_profile", "plan_metadata"]),
  field: z.string(),
  /** In the overview, too: it holds fewer fields than the plan. */
  in_overview: z.boolean(),
  before: z.unknown().optional(),
  after: z.unknown().optional(),
});
export type ChangedField = z.infer<typeof changedFieldSchema>;

/** What a step did, whole: replaying it needs no planner. */
export const effectSchema = z.strictObject({
  days: z.array(changedDaySchema),
  weeks: z.array(changedWeekSchema),
  fields: z.array(changedFieldSchema),
});
export type Effect = z.infer<typeof effectSchema>;

/** One line of `{plan_id}_changes.jsonl`. */
export const stepSchema = z.strictObject({
  /** 1 is the first after the plan was made. */
  step: z.number().int().min(1),
  /** The day on which it was made. */
  day: date,
  at: z.string(),
  /** In the rider's words. */
  words: z.string().max(2000),
  intents: z.array(intentSchema).min(1),
  /** What it costs, in a sentence. */
  costs: z.string().max(4000),
  effect: effectSchema,
  /** SHA-256 of the plan file's text before and after, in hexadecimal. */
  before: z.string(),
  after: z.string(),
  program: z.string(),
});
export type Step = z.infer<typeof stepSchema>;

/** What a rider says of a day that they rode, or did not: a line of `{plan_id}_done.jsonl`. The last one of a day counts. */
export const doneSchema = z.strictObject({
  day: date,
  status: z.enum(["done", "not_ridden"]),
  minutes: z.number().positive().max(1440).optional(),
  /** 1 to 10. */
  feel: z.number().min(1).max(10).optional(),
  /** How an event went. */
  outcome: z.enum(["as_hoped", "hard", "stopped", "not_started"]).optional(),
  /** In the rider's own words. */
  words: z.string().max(2000).optional(),
  at: z.string(),
});
export type Done = z.infer<typeof doneSchema>;
