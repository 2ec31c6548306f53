import type { Profile } from "../athlete/schema.ts";
import { outdoorsBy, trainByOf, type Trains } from "../athlete/train-by.ts";
import type { TrainBy } from "../athlete/terms.ts";
import { expand, type Step } from "../workout/expand.ts";
import type { SegmentJson, Workout } from "../workout/schema.ts";
import { readSegment } from "../workout/segment.ts";
import { effortOf, feelAt, heartPercentOf } from "./effort-bands.ts";

/** Rides of a plan by power that a rider without power outdoors may ride there: all days that are not indoors, or the long ride and the event. */
export type RidesOutdoors = Trains & Pick<Profile, "indoor" | "feel_through_week">;

/** A ride in its week. */
export type WeekRide = Pick<Workout, "role" | "indoor"> & { readonly week: number };

/** True where this ride is one that the rider takes outdoors. */
const isOutdoors = ({ indoor }: Pick<Profile, "indoor">, ride: WeekRide): boolean =>
  indoor === undefined ? ride.role === "long" || ride.role === "event" : ride.indoor !== true;

/** What tells how hard a ride is where that is not power: in the whole plan, outdoors, or as long as the FTP is an estimate. */
export interface EffortBy {
  readonly by: TrainBy;
  readonly why: "plan" | "outdoors" | "estimate";
}

/** What tells how hard this ride is; power where nothing else does. */
export function effortBy(profile: RidesOutdoors, ride: WeekRide): EffortBy {
  const by = trainByOf(profile);
  if (by !== "power") return { by, why: "plan" };
  if (ride.week <= (profile.feel_through_week ?? 0)) return { by: "feel", why: "estimate" };
  return { by: isOutdoors(profile, ride) ? (outdoorsBy(profile) ?? "power") : "power", why: "outdoors" };
}

interface EffortFields {
  readonly heart_rate_low_pct?: number | undefined;
  readonly heart_rate_high_pct?: number | undefined;
  readonly feel?: number | undefined;
}

const NOTHING: EffortFields = { heart_rate_low_pct: undefined, heart_rate_high_pct: undefined, feel: undefined };

/** All three fields, so that what stood there before is gone. */
function fieldsOf(step: Step | undefined, by: TrainBy, isTest: boolean): EffortFields {
  if (step === undefined || step.role === "free") return NOTHING;
  if (effortOf(step, isTest) === undefined) return { ...NOTHING, feel: 10 };
  const percent = by === "heart_rate" ? heartPercentOf(step) : undefined;
  const feel = feelAt(Math.max(step.start, step.end));
  return { heart_rate_low_pct: percent?.low, heart_rate_high_pct: percent?.high, feel };
}

function withFields(segment: SegmentJson, by: TrainBy, isTest: boolean): SegmentJson {
  const [first, second] = expand([readSegment(segment)]);
  if (segment.type === "free") return segment;
  if (segment.type !== "interval") return { ...segment, ...fieldsOf(first, by, isTest) };
  return {
    ...segment,
    work: { ...segment.work, ...fieldsOf(first, by, isTest) },
    recovery: segment.recovery && { ...segment.recovery, ...fieldsOf(second, by, isTest) },
  };
}

/** A workout whose segments say heart rate and feel beside the planning scale, where its rider goes by them; every other one as it is. */
export function withEffort(workout: Workout, profile: RidesOutdoors, week: number): Workout {
  const { by } = effortBy(profile, { ...workout, week });
  if (by === "power") return workout;
  const isTest = workout.role === "test";
  return { ...workout, segments: workout.segments.map((segment) => withFields(segment, by, isTest)) };
}

/** What each part of a workout says of heart rate and feel, in order, each as one text; power alone is an empty one. */
export const effortsIn = (segments: readonly SegmentJson[]): string[] =>
  segments.flatMap((segment) => {
    if (segment.type === "free") return [];
    const parts = segment.type === "interval" ? [segment.work, segment.recovery] : [segment];
    return parts.map((part) => {
      const { heart_rate_low_pct: low, heart_rate_high_pct: high, feel } = part ?? {};
      return feel === undefined ? "" : [low ?? "", high ?? "", feel].join(" ");
    });
  });
