import { z } from "zod";
import { isRecord } from "../../athlete/parse-reading.ts";
import { profileSchema } from "../../athlete/schema.ts";
import { PlanError } from "../../base/errors.ts";
import { MOST_EVENT_HOURS } from "../../base/event-length.ts";
import { cleanLine } from "../../base/text.ts";
import { metadataSchema, planFileSchema, weekSchema, type PlanFile } from "../../plan/schema.ts";
import { checked } from "../../storage/check-schema.ts";
import { workoutSchema } from "../../workout/schema.ts";
import { readSegment, secondsOfSegment } from "../../workout/segment.ts";

/** More than our own plans may have: a plan made elsewhere is still read, and its length is a finding. */
const MOST = { weeks: 60, workouts: 40, hoursOfWorkout: MOST_EVENT_HOURS };

/** Programs that have nothing to say often write null. */
const withoutNulls = (value: unknown): unknown =>
  isRecord(value) ? Object.fromEntries(Object.entries(value).filter(([, member]) => member !== null)) : value;

/** The plan format with everything optional that a plan from elsewhere may lack; what is there must be right. */
const workout = z.preprocess(
  withoutNulls,
  z.object(workoutSchema.shape).omit({ why: true }).partial().required({ weekday: true, type: true }),
);
const week = z.preprocess(
  withoutNulls,
  z
    .object(weekSchema.shape)
    .omit({ why: true, workouts: true })
    .partial()
    .extend({ week_number: z.number().int().min(1).optional(), workouts: z.array(workout).max(MOST.workouts) }),
);
const athlete = z.preprocess(
  withoutNulls,
  z
    .object(profileSchema.shape)
    .omit({ assumptions: true })
    .partial()
    .extend({
      training_availability: z.preprocess(
        withoutNulls,
        z.object(profileSchema.shape.training_availability.shape).partial().optional(),
      ),
    }),
);
const metadata = z.preprocess(
  withoutNulls,
  z
    .object(metadataSchema.shape)
    .omit({ waivers: true, scores: true, given_up: true })
    .partial()
    .extend({ total_weeks: z.number().int().min(1).optional() }),
);
const trainingPlan = z.preprocess(
  withoutNulls,
  z.object({
    plan_id: z.string().optional(),
    athlete_profile: athlete.optional(),
    plan_metadata: metadata.optional(),
    weekly_plan: z.array(week).min(1, "expected at least one week").max(MOST.weeks),
  }),
);
const wrapped = z.object({ training_plan: trainingPlan });

export type ForeignPlan = z.infer<typeof trainingPlan>;
export type ForeignWeek = ForeignPlan["weekly_plan"][number];
export type ForeignWorkout = ForeignWeek["workouts"][number];

/** A field that differs from the plan format. */
export interface FormatProblem {
  readonly path: string;
  readonly message: string;
}

export interface PlanInFile {
  readonly plan: ForeignPlan;
  /** Where the file is no plan file of ours, field by field. */
  readonly format: readonly FormatProblem[];
  /** What the file itself says of waivers and scores: compared, never believed. */
  readonly stored: Pick<PlanFile["training_plan"]["plan_metadata"], "waivers" | "scores">;
}

const problemsOf = (error: z.ZodError): FormatProblem[] =>
  error.issues.map((issue) => ({
    path: cleanLine(issue.path.map(String).join("."), 100) || "(whole file)",
    message: cleanLine(issue.message, 160),
  }));

/** Steps are walked second by second: a slip of the pen (minutes for seconds) must not keep the machine busy for an hour. */
function refuseEndless(plan: ForeignPlan, source: string): void {
  for (const [i, { workouts }] of plan.weekly_plan.entries())
    for (const [k, { segments = [] }] of workouts.entries()) {
      const hours = segments.reduce((total, segment) => total + secondsOfSegment(readSegment(segment)), 0) / 3600;
      if (hours <= MOST.hoursOfWorkout) continue;
      const path = `training_plan.weekly_plan.${i}.workouts.${k}.segments`;
      const message = `they last ${Math.round(hours)} h; expected ${MOST.hoursOfWorkout} or less`;
      throw new PlanError({
        code: "INPUT_INVALID",
        message: `${source} is no plan file of this program:\n  ${path}: ${message}`,
        hint: "Correct the listed field.",
        details: { issues: [{ path, message }] },
      });
    }
}

/** Reads any plan in the plan format, also one that lacks what only its rider knows. Throws INPUT_INVALID with the wrong fields. */
export function readPlanFile(value: unknown, source: string): PlanInFile {
  const isBare = isRecord(value) && !("training_plan" in value) && "weekly_plan" in value;
  const file = isBare ? { training_plan: value } : value;
  const { training_plan: plan } = checked(wrapped, file, {
    source,
    what: "plan file",
    hint: "Correct the listed fields, or compare the file with cycling-plan schema plan.",
  });
  refuseEndless(plan, source);
  const strict = planFileSchema.safeParse(value);
  if (!strict.success) return { plan, format: problemsOf(strict.error), stored: {} };
  const { waivers, scores } = strict.data.training_plan.plan_metadata;
  return { plan, format: [], stored: { waivers, scores } };
}
