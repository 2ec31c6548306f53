import { z } from "zod";
import { WEEKDAYS } from "../base/calendar.ts";
import { calendarDateSchema } from "../base/date-schema.ts";
import { courseSchema } from "../athlete/course-schema.ts";
import { EVENT_PRIORITIES } from "../base/event-priority.ts";
import { eventTermSchema } from "../athlete/event-terms.ts";
import { OTHER_SPORTS } from "../athlete/terms.ts";
import { EFFORTS } from "../base/effort.ts";
import { ACCEPTED } from "../athlete/accepted-range.ts";
import { assumptionSchema, EVENT_TYPES, profileInputSchema, profileSchema } from "../athlete/schema.ts";
import { OVERVIEW_BY, swapsSchema } from "./swap-schema.ts";
import { eventSchema, listedEventSchema, readinessSchema } from "./event-schema.ts";
import { reasonSchema, workoutSchema, WORKOUT_ROLES, WORKOUT_TYPES } from "../workout/schema.ts";

export const PHASES = ["base", "build", "peak", "taper"] as const;
export type Phase = (typeof PHASES)[number];
export const WEEK_TYPES = [...PHASES, "recovery"] as const;
export type WeekType = (typeof WEEK_TYPES)[number];

export const GOAL_KINDS = [
  "improve-ftp",
  "build-endurance",
  "race-prep",
  "weight-loss",
  "general-fitness",
  "event",
] as const;
export type GoalKind = (typeof GOAL_KINDS)[number];

/** Weeks of a plan. */
export const { low: FEWEST_WEEKS, high: MOST_WEEKS } = ACCEPTED.weeks;

const planId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/, "expected letters, digits, dot, hyphen or underscore");

/** A hard rule that does not hold, let stand for a reason with its number (training science 8b). */
export const waiverSchema = z.strictObject({
  rule: z.string(),
  week: z.number().int().optional(),
  date: calendarDateSchema.optional(),
  message: z.string(),
  reason: z.string(),
  numbers: z.record(z.string(), z.number()),
});
export type Waiver = z.infer<typeof waiverSchema>;

export const scoreSchema = z.strictObject({
  id: z.string(),
  label: z.string(),
  value: z.number().nullable(),
  unit: z.string(),
  /** What measured plans show, and of how many plans; null where nobody measured. */
  band: z
    .strictObject({ low: z.number(), high: z.number(), n: z.number().int().nullable(), of: z.string() })
    .nullable(),
  note: z.string(),
});
export type Score = z.infer<typeof scoreSchema>;

/** `missed` and `ill` days were not ridden; of `dropped` ones the rider's own ride was let go; `more` ones hold more than was planned, `changed` ones less or something else, as the rider wanted. */
export const livedDaySchema = z.strictObject({
  date: calendarDateSchema,
  kind: z.enum(["missed", "ill", "off", "dropped", "more", "changed"]),
});
export type LivedDay = z.infer<typeof livedDaySchema>;

export const metadataSchema = z.strictObject({
  total_weeks: z.number().int().min(FEWEST_WEEKS).max(MOST_WEEKS),
  /** Both absent in a plan without power. */
  current_ftp: z.number().positive().optional(),
  target_ftp: z.number().positive().optional(),
  /** What the gain model expects for this rider and these weeks, in watts. */
  expected_ftp: z.strictObject({ low: z.number(), model: z.number(), high: z.number() }).optional(),
  /** Why the plan aims at no higher FTP than the current one, as half a sentence; missing where it does. */
  no_ftp_aim: z.string().optional(),
  start_date: calendarDateSchema,
  end_date: calendarDateSchema,
  goal: z.strictObject({ text: z.string(), kind: z.enum(GOAL_KINDS), because: z.string() }).optional(),
  /** The first event of priority A. */
  event: eventSchema.optional(),
  /** Every event in order of time, where there is more than the one. */
  events: z.array(listedEventSchema).optional(),
  /** Days of the taper, counted back from the event, the day before it included. */
  taper_days: z.number().int().min(0).max(21).optional(),
  starting_ctl: z.number().min(0),
  starting_atl: z.number().min(0),
  /**
   * "planner": our own overview source; "outside": an overview made elsewhere, whose days, hours and loads are judged more mildly;
   * "model": proposed by a model for this rider and held to every rule.
   */
  overview_source: z.enum(["planner", "outside", "model"]).optional(),
  coaching_notes: z.string(),
  monitoring_guidance: z.string(),
  /** The health note that every plan carries. */
  health_note: z.string().optional(),
  warnings: z.array(z.string()).optional(),
  /** What the rider asked for and does not get, with the limit that binds. */
  given_up: z.array(reasonSchema).optional(),
  waivers: z.array(waiverSchema).optional(),
  readiness: readinessSchema.optional(),
  scores: z.array(scoreSchema).optional(),
  /** Days that were not ridden, or not as planned, since the plan was made. */
  lived: z.array(livedDaySchema).optional(),
  /** The last day on which the plan was changed: what lies before it is history. */
  changed_on: calendarDateSchema.optional(),
  /** Days that the rider wants to keep as they stand. */
  kept_days: z.array(calendarDateSchema).optional(),
  /** FTPs that the plan counted with before, and the first day of the next one. */
  ftp_changes: z.array(z.strictObject({ from: calendarDateSchema, before: z.number(), after: z.number() })).optional(),
});
export type PlanMetadata = z.infer<typeof metadataSchema>;

/** Another sport on its day, with its load. */
export const otherSportDaySchema = z.strictObject({
  date: calendarDateSchema,
  minutes: z.number().positive(),
  sport: z.enum(OTHER_SPORTS),
  effort: z.enum(EFFORTS),
  load: z.number().min(0),
  name: z.string().optional(),
});
export type OtherSportDay = z.infer<typeof otherSportDaySchema>;

/** A ride that happens anyway on a day of an overview: given by the rider, placed by the tools. */
export const fixedRideDaySchema = z.strictObject({
  name: z.string(),
  minutes: z.number().positive(),
  effort: z.enum(EFFORTS),
  /** What it is planned as: its normalised power in percent of FTP. */
  intensity_pct: z.number().positive(),
});
export type FixedRideDay = z.infer<typeof fixedRideDaySchema>;

const weekHead = {
  week_number: z.number().int().min(1).max(MOST_WEEKS),
  start_date: calendarDateSchema,
  phase: z.enum(PHASES),
  week_type: z.enum(WEEK_TYPES),
  focus: z.string(),
  /** Cycling hours and load to aim for; the event is in neither. */
  target_hours: z.number().min(0).max(60),
  target_tss: z.number().min(0).max(5000),
  /** Which limit sets this week's hours, and the numbers. */
  why: z.array(reasonSchema).optional(),
  /** What the rider does beside riding: in form, in no hours. */
  other_sport: z.array(otherSportDaySchema).optional(),
};

/** One weekday of an overview. */
export const trainingDaySchema = z.strictObject({
  weekday: z.enum(WEEKDAYS),
  date: calendarDateSchema,
  /** One or more of the nine types; `rest` stands alone. */
  workout_types: z.array(z.enum(WORKOUT_TYPES)).min(1),
  /** Minutes of riding to plan, and the most this day may hold in all. */
  target_minutes: z.number().min(0),
  max_minutes: z.number().min(0),
  role: z.enum(WORKOUT_ROLES).optional(),
  /** The ladder step of a key session: which family, which level of 10. */
  family: z.string().optional(),
  level: z.number().int().min(1).max(10).optional(),
  /** "reduced": half the repeats of this level, in recovery weeks and the taper. */
  dose: z.enum(["full", "reduced"]).optional(),
  /** Most minutes above 75 % of FTP that the session may hold. */
  max_work_minutes: z.number().min(0).optional(),
  /** Set where the planner wants one workout and no other: the same test each time. */
  library_workout_id: z.string().optional(),
  strength_minutes: z.number().min(0).optional(),
  /** Minutes of a second ride, an easy one, on a day of two. */
  second_minutes: z.number().min(0).optional(),
  /** Rides that happen anyway on this day, beside what is planned: their minutes count in `max_minutes`. */
  fixed: z.array(fixedRideDaySchema).optional(),
  why: z.array(reasonSchema).optional(),
});
export type TrainingDay = z.infer<typeof trainingDaySchema>;

export const overviewWeekSchema = z.strictObject({ ...weekHead, training_days: z.array(trainingDaySchema).length(7) });
export type OverviewWeek = z.infer<typeof overviewWeekSchema>;

export const weekSchema = z.strictObject({
  ...weekHead,
  /** What the workouts add up to. */
  planned_hours: z.number().min(0),
  planned_tss: z.number().min(0),
  workouts: z.array(workoutSchema).min(7).max(21),
});
export type Week = z.infer<typeof weekSchema>;

const head = {
  schema_version: z.literal("1"),
  plan_id: planId,
  athlete_profile: profileSchema,
  plan_metadata: metadataSchema,
};

/** `{plan_id}_overview.json` */
export const overviewSchema = z.strictObject({ ...head, weekly_overview: z.array(overviewWeekSchema) });
export type Overview = z.infer<typeof overviewSchema>;

/** `{plan_id}_week_{n}.json` */
export const weekFileSchema = weekSchema.extend({ schema_version: z.literal("1"), plan_id: planId });
export type WeekFile = z.infer<typeof weekFileSchema>;

export const aiMetadataSchema = z.strictObject({
  ai_provider: z.string(),
  ai_model: z.string().nullable(),
  workout_source: z.enum(["library", "llm"]),
  library_version: z.string(),
  generated_at: z.string(),
  usage: z.strictObject({ input_tokens: z.number(), output_tokens: z.number() }).loose(),
  overview_by: z.enum(OVERVIEW_BY).optional(),
  swaps: swapsSchema.optional(),
});

export const trainingPlanSchema = z.strictObject({ ...head, weekly_plan: z.array(weekSchema) });
export type TrainingPlan = z.infer<typeof trainingPlanSchema>;

/** What makes a plan file an instance: a finished plan on dates of its own. */
export const instanceHeadSchema = z.strictObject({
  id: z.string(),
  /** The plan that was scheduled. */
  template_id: planId,
  /** Monday and Sunday, both included. */
  start_date: calendarDateSchema,
  end_date: calendarDateSchema,
  scheduled_at: z.string(),
  cancelled_at: z.string().nullable(),
  /** Counts every scheduling of this plan, the cancelled ones too: a later one is news for a calendar. */
  revision: z.number().int().min(1),
  /** Counts those that were not cancelled: a second time through the plan has entries of its own. */
  series: z.number().int().min(1),
});
export type InstanceHead = z.infer<typeof instanceHeadSchema>;

/** `{plan_id}_plan.json`, and with a head `instance_{n}.json` */
export const planFileSchema = z.strictObject({
  plan_instance: instanceHeadSchema.optional(),
  training_plan: trainingPlanSchema,
  ai_metadata: aiMetadataSchema,
});
export type PlanFile = z.infer<typeof planFileSchema>;

const counted = z.number().int().min(0);

/** How far a run with a model has come: enough to go on without asking again. */
export const modelProgressSchema = z.strictObject({
  /** The overview as the model proposed it and the tools accepted it; null where it is the built-in planner's. */
  overview: z.unknown(),
  /** Weeks of the overview that the planner took over, and what was wrong with them. */
  taken_over: z.array(counted),
  faults: z.array(z.string()),
  /** What the model proposed for the planner's weeks, where those were planned first. */
  swaps: swapsSchema.optional(),
  /** Weeks whose rides were asked for, what the library took over of them (weekdays, 0 is Monday), and why. */
  weeks: z.array(z.strictObject({ week: counted, taken_over: z.array(counted), faults: z.array(z.string()) })),
  effort: z.strictObject({
    requests: counted,
    repairs: counted,
    retries: counted,
    input: counted,
    cached: counted,
    output: counted,
    reasoning: counted,
  }),
});
export type ModelProgress = z.infer<typeof modelProgressSchema>;

/** The model of a run and how it is asked. Never a key, never an address. */
export const modelInputSchema = z.strictObject({
  provider: z.string(),
  model: z.string(),
  workout_source: z.enum(["library", "llm"]),
  /** Missing in older records: the model. */
  overview_by: z.enum(OVERVIEW_BY).optional(),
  max_tokens: z.number(),
  temperature: z.number(),
  repairs: z.number(),
  strict: z.boolean(),
  concurrency: z.number(),
  /** Accepted weeks are written as they come: the files of this plan are this run's. */
  keeps_weeks: z.boolean(),
  progress: modelProgressSchema.optional(),
});
export type ModelInput = z.infer<typeof modelInputSchema>;

/** What a run was asked for, kept in its record until the plan is there: enough to go on after a power cut. */
export const jobInputSchema = z.strictObject({
  request: z.looseObject({
    goal: z.string(),
    event: z
      .looseObject({
        date: calendarDateSchema,
        type: z.enum(EVENT_TYPES).optional(),
        hours: z.number().optional(),
        days: z.number().optional(),
        priority: z.enum(EVENT_PRIORITIES).optional(),
        name: z.string().optional(),
        course: courseSchema.optional(),
      })
      .optional(),
    events: z.array(eventTermSchema).readonly().optional(),
    weeks: z.number().int().optional(),
    startDate: calendarDateSchema.optional(),
    targetFtp: z.number().optional(),
    tests: z.boolean(),
    acceptRamp: z.boolean(),
    profile: profileInputSchema,
  }),
  today: calendarDateSchema,
  seed: z.string(),
  /** Replaces a plan of this id. */
  force: z.boolean(),
  /** Every clock field is the moment the run was asked for. */
  is_fixed: z.boolean(),
  /** Absolute path of the rider's own workouts. */
  library: z.string().optional(),
  overview: z.unknown().optional(),
  /** The table of the rides that the plan starts from. */
  activities: z.string().optional(),
  /** A model proposes. */
  model: modelInputSchema.optional(),
  assumptions: z.array(assumptionSchema),
  warnings: z.array(z.string()),
});
export type JobInput = z.infer<typeof jobInputSchema>;

/** `{plan_id}_job.json` */
export const jobSchema = z.strictObject({
  id: z.string(),
  plan_id: planId,
  status: z.enum(["queued", "running", "completed", "failed", "cancelled"]),
  message: z.string(),
  created_at: z.string(),
  completed_at: z.string().nullable(),
  error_message: z.string().nullable(),
  /** What helps, where the run failed; also the end of `error_message`. */
  remedy: z.string().optional(),
  progress: z.strictObject({ weeks_done: z.number().int().min(0), weeks_total: z.number().int().min(0) }),
  /** The process that works on it; gone once it has ended well or badly. */
  process_id: z.number().int().positive().optional(),
  input: jobInputSchema.optional(),
});
export type JobRecord = z.infer<typeof jobSchema>;
