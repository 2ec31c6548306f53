import { z } from "zod";
import { EVENT_TYPES } from "../athlete/schema.ts";
import { MOST_EVENT_HOURS } from "../base/event-length.ts";
import { PHASES } from "../plan/schema.ts";
import { segmentSchema, WORKOUT_TYPES } from "../workout/schema.ts";

const minutes = z
  .number()
  .min(0)
  .max(MOST_EVENT_HOURS * 60);
const percent = z.number().int().min(30).max(75);
const name = z.string().min(1).max(60);
const key = z.string().regex(/^[a-z0-9]+(?:_[a-z0-9]+)*$/, "expected lower-case words joined by _");

/** How far a part of a ride may shrink and grow, in minutes. An interval has none: its work never stretches. */
const stretch = z.strictObject({ shortest_min: minutes, longest_min: minutes });

/** The powers that whoever fits the ride may choose for this part: the middle of its range, in percent of FTP. */
const easy = z.strictObject({ lowest_pct: percent, highest_pct: percent });

const [warmup, steady, recovery, cooldown, ramp, interval, free] = segmentSchema.options;
const plain = { duration_min: minutes, stretch: stretch.optional() };

/** A segment of the plan format; those that may stretch say how far, and may have a nominal length of 0. */
export const librarySegmentSchema = z.discriminatedUnion("type", [
  warmup.extend(plain),
  steady.extend({ ...plain, easy: easy.optional() }),
  recovery.extend(plain),
  cooldown.extend(plain),
  ramp.extend(plain),
  interval,
  free.extend(plain),
]);
export type LibrarySegmentJson = z.infer<typeof librarySegmentSchema>;

/** As many as a workout of a plan may have: files of other programs write their repeats out. */
const segments = z.array(librarySegmentSchema).max(500);

/** What rides of a family share: how they begin, and how they end. */
const frame = z.strictObject({ before: segments, after: segments });

export const libraryWorkoutSchema = z.strictObject({
  id: key.max(80),
  name,
  level: z.number().int().min(1).max(10),
  /** The step of the family's ladder at this level; the other forms of a level are its variants. */
  rung: z.literal(true).optional(),
  /** Short word for the shape (`3x10`, `pyramid`): two forms of one level are two ways to ride it. */
  form: z.string().min(1).max(40),
  phases: z.array(z.enum(PHASES)).min(1),
  role: z.enum(["test", "openers", "strength"]).optional(),
  /** Where it differs from the type of the family. */
  type: z.enum(WORKOUT_TYPES).exclude(["rest"]).optional(),
  description: z.string().min(1).max(2000),
  /** Which of the family's frames goes around the segments; none where they are the whole ride. */
  frame: z.string().optional(),
  /** Length of a session without segments (strength). */
  minutes: z.number().int().min(5).max(120).optional(),
  segments,
});
export type LibraryWorkoutJson = z.infer<typeof libraryWorkoutSchema>;

/** One file of `library/`: a family of workouts, data only. */
export const libraryFileSchema = z.strictObject({
  family: key.max(40),
  type: z.enum(WORKOUT_TYPES).exclude(["rest"]),
  title: name,
  /** Event types that a race simulation prepares for. */
  fits: z.array(z.enum(EVENT_TYPES)).optional(),
  purpose: z.string().min(1).max(400),
  how: z.string().min(1).max(600),
  frames: z.record(z.string(), frame).optional(),
  workouts: z.array(libraryWorkoutSchema).min(1),
});
export type LibraryFileJson = z.infer<typeof libraryFileSchema>;

/** `library/manifest.json`: the version and the files, in the order in which they are read. */
export const manifestSchema = z.strictObject({
  library_version: z.string().regex(/^\d+\.\d+\.\d+$/, "expected a version such as 1.0.0"),
  files: z.array(z.string().regex(/^[a-z0-9_]+\.json$/, "expected a file name such as threshold.json")).min(1),
});
export type ManifestJson = z.infer<typeof manifestSchema>;
