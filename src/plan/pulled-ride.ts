import { z } from "zod";
import { calendarDateSchema } from "../base/date-schema.ts";

/** One effort of a session as it was ridden: watts and seconds. */
const effortSchema = z.strictObject({
  seconds: z.number().positive(),
  target_watts: z.number().min(0),
  watts: z.number().min(0),
  in_target_seconds: z.number().min(0),
  held: z.boolean(),
  faded: z.boolean(),
});

/** A recorded ride on a day of a plan: a line of `{plan_id}_rides.jsonl`. Lines are only ever added. */
export const pulledRideSchema = z.strictObject({
  date: calendarDateSchema,
  /** What the rider's clock showed at the start, where the file knows. */
  start: z
    .string()
    .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/, "expected a time such as 2027-01-05T18:30:00")
    .optional(),
  minutes: z.number().positive().max(14_400),
  load: z.number().min(0),
  /** False where the load is a guess from the minutes alone. */
  load_measured: z.boolean(),
  /** Name of the file it came from, below its folder. */
  file: z.string(),
  /** Id of the session that it was when it was read; null where it was none. */
  session: z.string().nullable(),
  best_20min_watts: z.number().positive().optional(),
  /** How the efforts of that session were ridden. */
  efforts: z.array(effortSchema).optional(),
  /** When it was read. */
  at: z.string(),
});
export type PulledRide = z.infer<typeof pulledRideSchema>;
