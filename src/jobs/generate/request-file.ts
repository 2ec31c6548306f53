import { z } from "zod";
import manifest from "../../../package.json" with { type: "json" };
import { jobInputSchema, modelInputSchema, type ModelInput } from "../../plan/schema.ts";
import { recordedInput, type PlanRun } from "./job-record.ts";

/** `{plan_id}_request.json`: what a plan was made from, whole; with the same program it makes the same plan again. */
export const requestFileSchema = jobInputSchema.omit({ force: true, activities: true, model: true }).extend({
  schema_version: z.literal("1"),
  plan_id: z.string(),
  /** To the second. */
  asked_at: z.string(),
  /** Version of the program that made it. */
  program: z.string(),
  /** Who planned the weeks. */
  source: z.enum(["planner", "outside", "model"]),
  /** SHA-256 of the plan file as it was written: what differs from it was edited by hand, until the first change. */
  plan_hash: z.string().optional(),
  /** The model that proposed, and how it was asked. */
  model: modelInputSchema.omit({ progress: true, keeps_weeks: true }).optional(),
});
export type RequestFile = z.infer<typeof requestFileSchema>;

/** The request without the answers about health: what the plan does about them stands in its profile, they stay out of files. */
const withoutHealth = (request: RequestFile["request"]): RequestFile["request"] => {
  const { health: _, ...profile } = request.profile;
  return { ...request, profile };
};

/** What a run was asked for, to be kept beside its plan. Never a key, never an answer about health. */
export function requestFileOf(run: PlanRun): RequestFile {
  const { force: _, activities: __, model, ...asked } = recordedInput(run);
  const { task } = run;
  return {
    schema_version: "1",
    plan_id: task.planId,
    asked_at: task.askedAt,
    program: manifest.version,
    source: model !== undefined ? "model" : task.outsideOverview === undefined ? "planner" : "outside",
    ...asked,
    request: withoutHealth(asked.request),
    ...(model === undefined ? {} : { model: withoutProgress(model) }),
  };
}

const withoutProgress = ({ progress: _, keeps_weeks: __, ...model }: ModelInput): RequestFile["model"] => model;
