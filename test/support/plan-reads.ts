import type { Week } from "../../src/plan/schema.ts";
import type { Workout } from "../../src/workout/schema.ts";

/** What a plan says that it gave up, as one text. */
export const said = (reasons: readonly { readonly text: string }[] | undefined): string =>
  (reasons ?? []).map(({ text }) => text).join(" ");

/** Minutes of a workout from its segments. */
export const minutesOf = (workout: Workout): number =>
  workout.segments.reduce(
    (total, one) =>
      total +
      (one.type === "interval"
        ? one.sets * (one.work.duration_min + (one.recovery?.duration_min ?? 0))
        : one.duration_min),
    0,
  );

export const trainingOf = (week: Week): Workout[] =>
  week.workouts.filter(({ segments, role }) => segments.length > 0 && role !== "event" && role !== "fixed");
