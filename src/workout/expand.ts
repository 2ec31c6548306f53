import { readSegment, type Block, type Cadence, type Segment } from "./segment.ts";
import type { SegmentJson } from "./schema.ts";

/** Planned power of a free ride: nobody sets a target, so it is counted at 65 % (training science 1.1). */
export const FREE_RIDE_FRACTION = 0.65;

export type StepRole = "warmup" | "steady" | "recovery" | "cooldown" | "ramp" | "work" | "rest" | "free";

/** One stretch of a workout after its repeats are written out: whole seconds, fractions of FTP. */
export interface Step {
  readonly role: StepRole;
  readonly seconds: number;
  /** Power at the first and the last moment. Alike where the step holds one power (the middle of its range). */
  readonly start: number;
  readonly end: number;
  /** The range the rider may hold; equal to start and end for ramps. */
  readonly low: number;
  readonly high: number;
  /** As hard as the rider can: what is planned with stands in the powers. */
  readonly effort?: "max" | undefined;
  readonly description: string;
  readonly cadence?: Cadence | undefined;
  /** Which segment of the workout this came from, and which round of its repeats (from 0). */
  readonly segment: number;
  readonly round: number;
}

/** Which segment of a workout is walked, in which round of its repeats. */
interface Place {
  readonly segment: Segment;
  readonly index: number;
  readonly round: number;
}

// A step is written out field by field, one shape for all: a plan makes thousands, and a spread would cost more than all that is read from them.

/** One power held, the middle of its range. */
function hold(role: StepRole, { seconds, low, high, effort }: Block, { segment, index, round }: Place): Step {
  const middle = (low + high) / 2;
  const { description, cadence } = segment;
  return { role, seconds, start: middle, end: middle, low, high, effort, description, cadence, segment: index, round };
}

function ramp(
  role: StepRole,
  { seconds, start, end }: { seconds: number; start: number; end: number },
  { segment, index, round }: Place,
): Step {
  const low = Math.min(start, end);
  const high = Math.max(start, end);
  const { description, cadence } = segment;
  const effort = undefined;
  return { role, seconds, start, end, low, high, effort, description, cadence, segment: index, round };
}

/** The one walk over a workout: every metric, format and chart reads a workout through it. `first` is the place of the first segment. */
export function expand(segments: readonly Segment[], first = 0): Step[] {
  const steps: Step[] = [];
  segments.forEach((segment, i) => {
    const place = { segment, index: first + i, round: 0 };
    switch (segment.kind) {
      case "warmup":
        steps.push(ramp("warmup", { seconds: segment.seconds, start: segment.low, end: segment.high }, place));
        break;
      case "cooldown":
        steps.push(ramp("cooldown", { seconds: segment.seconds, start: segment.high, end: segment.low }, place));
        break;
      case "ramp":
        steps.push(ramp("ramp", segment, place));
        break;
      case "interval":
        for (let round = 0; round < segment.sets; round++) {
          steps.push(hold("work", segment.work, { segment, index: place.index, round }));
          if (segment.rest !== undefined)
            steps.push(hold("rest", segment.rest, { segment, index: place.index, round }));
        }
        break;
      case "free":
        steps.push(
          hold("free", { seconds: segment.seconds, low: FREE_RIDE_FRACTION, high: FREE_RIDE_FRACTION }, place),
        );
        break;
      default:
        steps.push(hold(segment.kind, segment, place));
    }
  });
  return steps;
}

export const readSegments = (segments: readonly SegmentJson[]): Segment[] => segments.map(readSegment);

/** The steps of a workout as files hold it. */
export const stepsOf = (workout: { readonly segments: readonly SegmentJson[] }): Step[] =>
  expand(readSegments(workout.segments));
