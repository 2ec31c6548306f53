import type { z } from "zod";
import { doneSchema, stepSchema, type Done, type Step } from "../plan/change-schema.ts";
import { pulledRideSchema, type PulledRide } from "../plan/pulled-ride.ts";
import { jobSchema, planFileSchema, type JobRecord, type PlanFile } from "../plan/schema.ts";
import { athleteFileSchema, type AthleteFile } from "./athlete-schema.ts";

/** What each kind of file, or each of its lines, holds. */
export interface Held {
  readonly plan: PlanFile;
  readonly job: JobRecord;
  readonly step: Step;
  readonly done: Done;
  readonly ride: PulledRide;
  readonly athlete: AthleteFile;
}

/** The schema of each: a module of its own, loaded only where there is something to check. */
export const SCHEMAS: { readonly [Kind in keyof Held]: z.ZodType<Held[Kind]> } = {
  plan: planFileSchema,
  job: jobSchema,
  step: stepSchema,
  done: doneSchema,
  ride: pulledRideSchema,
  athlete: athleteFileSchema,
};
