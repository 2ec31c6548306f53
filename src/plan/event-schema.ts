import { z } from "zod";
import { courseSchema } from "../athlete/course-schema.ts";
import { EVENT_TYPES } from "../athlete/schema.ts";
import { calendarDateSchema } from "../base/date-schema.ts";
import { EVENT_PRIORITIES } from "../base/event-priority.ts";
import { reasonSchema } from "../workout/schema.ts";

export const READINESS_STATES = ["green", "amber", "red"] as const;

/** How ready a plan makes for its event, with the figures behind it and what would change them. */
export const readinessSchema = z.strictObject({
  /** "On track", "a stretch", "not yet": the worse of the reasons. */
  state: z.enum(READINESS_STATES),
  reasons: z.array(reasonSchema.extend({ state: z.enum(READINESS_STATES) })),
  changes: z.array(z.string()),
});
export type Readiness = z.infer<typeof readinessSchema>;

export const eventSchema = z.strictObject({
  date: calendarDateSchema,
  type: z.enum(EVENT_TYPES),
  hours: z.number().positive(),
  days: z.number().int().min(1),
  /** Expected intensity as percent of FTP (normalised power). */
  intensity_pct: z.number().positive(),
  name: z.string().optional(),
  course: courseSchema.optional(),
});

/** One of several events of a plan. */
export const listedEventSchema = eventSchema.extend({
  priority: z.enum(EVENT_PRIORITIES),
  /** Days of the taper before an A, counted back from it; 0 where another event leaves no day for one. */
  taper_days: z.number().int().min(0).max(21).optional(),
  /** How ready the plan makes for an A. */
  readiness: readinessSchema.optional(),
});
export type ListedEvent = z.infer<typeof listedEventSchema>;

/** An event as plans speak of it; without a priority it is the one A. */
export type PlanEvent = z.infer<typeof eventSchema> & Partial<Pick<ListedEvent, "priority" | "taper_days">>;
