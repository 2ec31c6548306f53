import { z } from "zod";
import { calendarDateSchema } from "../base/date-schema.ts";
import { EVENT_PRIORITIES } from "../base/event-priority.ts";
import { courseSchema } from "./course-schema.ts";
import { ACCEPTED } from "./accepted-range.ts";
import { EVENT_TYPES } from "./schema.ts";
import { TERM_LIMITS } from "./terms.ts";

/** One event as a rider lists it; hours are hours a day where it has several days. */
export const eventTermSchema = z.strictObject({
  date: calendarDateSchema,
  type: z.enum(EVENT_TYPES).optional(),
  name: z.string().min(1).max(TERM_LIMITS.nameCharacters).optional(),
  priority: z.enum(EVENT_PRIORITIES).optional(),
  hours: z.number().min(ACCEPTED.eventHours.low).max(ACCEPTED.eventHours.high).optional(),
  days: z.int().min(ACCEPTED.eventDays.low).max(ACCEPTED.eventDays.high).optional(),
  course: courseSchema.optional(),
});
export type EventTerm = z.infer<typeof eventTermSchema>;
