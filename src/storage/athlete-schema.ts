import { z } from "zod";
import { calendarDateSchema } from "../base/date-schema.ts";

const changeSchema = z.strictObject({
  date: calendarDateSchema,
  /** Name of the answer in a request file: `ftp`, `weeklyHours`. */
  field: z.string(),
  /** As a request file holds it; null where the rider took it out. */
  value: z.unknown(),
});
export type AthleteChange = z.infer<typeof changeSchema>;

/** The saved athlete: every change with its day, oldest first. What holds now is the last of each field. */
export const athleteFileSchema = z.strictObject({ schema_version: z.literal("1"), changes: z.array(changeSchema) });
export type AthleteFile = z.infer<typeof athleteFileSchema>;
