import { z } from "zod";

/** What a course may be, with units; beyond it a value is refused. */
export const COURSE_LIMITS = {
  distanceKm: { low: 0.1, high: 5000 },
  climbM: { low: 0, high: 100_000 },
  climbMin: { low: 1, high: 600 },
  altitudeM: { low: -450, high: 6500 },
  lengthKm: { low: 0.1, high: 200 },
  gradePct: { low: 0.5, high: 40 },
  climbs: 200,
} as const;

const within = ({ low, high }: { low: number; high: number }): z.ZodNumber => z.number().min(low).max(high);

export const climbSchema = z.strictObject({
  /** Where it begins. */
  at_km: z.number().min(0).max(COURSE_LIMITS.distanceKm.high),
  length_km: within(COURSE_LIMITS.lengthKm),
  grade_pct: within(COURSE_LIMITS.gradePct),
});
export type CourseClimb = z.infer<typeof climbSchema>;

/** The course of an event: kilometres, metres of climbing, minutes of its longest climb, metres above the sea. */
export const courseSchema = z.strictObject({
  distance_km: within(COURSE_LIMITS.distanceKm).optional(),
  climb_m: within(COURSE_LIMITS.climbM).optional(),
  longest_climb_min: within(COURSE_LIMITS.climbMin).optional(),
  /** Its highest point. */
  altitude_m: within(COURSE_LIMITS.altitudeM).optional(),
  /** Heat is to be expected. */
  heat: z.boolean().optional(),
  climbs: z.array(climbSchema).max(COURSE_LIMITS.climbs).optional(),
});
export type Course = z.infer<typeof courseSchema>;
