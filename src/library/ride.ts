import { measureOf, rememberMeasure, walkSteps, type Measure, type Walk } from "../load/measure.ts";
import { expand } from "../workout/expand.ts";
import type { SegmentJson } from "../workout/schema.ts";
import { writeSegment, type Segment } from "../workout/segment.ts";
import type { LibraryWorkout } from "./library.ts";
import { stretchWorkout, type Stretch } from "./stretch.ts";

/** A library workout as one ride of a plan. */
export interface Ride {
  readonly segments: readonly Segment[];
  readonly measure: Measure;
}

/** What comes before the easy riding, at its own length: alike in nearly every ride of a workout. */
interface Opening {
  readonly segments: readonly Segment[];
  readonly written: readonly SegmentJson[];
  readonly walk: Walk;
}

const openings = new WeakMap<LibraryWorkout, Opening>();

function openingOf(workout: LibraryWorkout): Opening {
  const known = openings.get(workout);
  if (known !== undefined) return known;
  const easy = workout.parts.findIndex((part) => part.easy !== undefined);
  const segments = workout.parts.slice(0, Math.max(0, easy)).map((part) => part.segment);
  const opening = { segments, written: segments.map(writeSegment), walk: walkSteps(expand(segments)) };
  openings.set(workout, opening);
  return opening;
}

/**
 * The workout as a ride, measured. Its opening is walked once per workout; each ride goes on from there with its easy riding and what
 * follows. A ride whose opening had to shrink is walked from its start. Undefined where the workout cannot be that short or that long.
 */
export function rideOf(workout: LibraryWorkout, stretch: Stretch): Ride | undefined {
  const segments = stretchWorkout(workout, stretch);
  if (segments === undefined) return undefined;
  const opening = openingOf(workout);
  const before = opening.segments.length;
  const walk = opening.segments.every((segment, i) => segments[i] === segment)
    ? walkSteps(expand(segments.slice(before), before), opening.walk)
    : walkSteps(expand(segments));
  return { segments, measure: measureOf(walk) };
}

/** The segments of a ride as files hold them, the workout's own written once; whoever measures them again finds them measured. */
export function rideJson(workout: LibraryWorkout, { segments, measure }: Ride): SegmentJson[] {
  const opening = openingOf(workout);
  const json = segments.map((segment, i) => {
    const known = opening.segments[i] === segment ? opening.written[i] : undefined;
    return known ?? writeSegment(segment);
  });
  rememberMeasure(json, measure);
  return json;
}
