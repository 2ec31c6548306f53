import { readSegment, type Cadence, type Segment } from "./segment.ts";
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
  readonly description: string;
  readonly cadence?: Cadence;
  /** Which segment of the workout this came from, and which round of its repeats (from 0). */
  readonly segment: number;
  readonly round: number;
}

/** The one walk over a workout: every metric, format and chart reads a workout through it. */
export function expand(segments: readonly Segment[]): Step[] {
  const steps: Step[] = [];
  segments.forEach((segment, index) => {
    const common = {
      description: segment.description,
      segment: index,
      round: 0,
      ...(segment.cadence === undefined ? {} : { cadence: segment.cadence }),
    };
    const hold = (role: StepRole, block: { seconds: number; low: number; high: number }, round = 0): Step => {
      const middle = (block.low + block.high) / 2;
      return {
        ...common,
        round,
        role,
        seconds: block.seconds,
        start: middle,
        end: middle,
        low: block.low,
        high: block.high,
      };
    };
    const ramp = (role: StepRole, seconds: number, [start, end]: readonly [number, number]): Step => ({
      ...common,
      role,
      seconds,
      start,
      end,
      low: Math.min(start, end),
      high: Math.max(start, end),
    });
    switch (segment.kind) {
      case "warmup":
        steps.push(ramp("warmup", segment.seconds, [segment.low, segment.high]));
        break;
      case "cooldown":
        steps.push(ramp("cooldown", segment.seconds, [segment.high, segment.low]));
        break;
      case "ramp":
        steps.push(ramp("ramp", segment.seconds, [segment.start, segment.end]));
        break;
      case "interval":
        for (let round = 0; round < segment.sets; round++) {
          steps.push(hold("work", segment.work, round));
          if (segment.rest !== undefined) steps.push(hold("rest", segment.rest, round));
        }
        break;
      case "free":
        steps.push(hold("free", { seconds: segment.seconds, low: FREE_RIDE_FRACTION, high: FREE_RIDE_FRACTION }));
        break;
      default:
        steps.push(hold(segment.kind, segment));
    }
  });
  return steps;
}

export const readSegments = (segments: readonly SegmentJson[]): Segment[] => segments.map(readSegment);

/** The steps of a workout as files hold it. */
export const stepsOf = (workout: { readonly segments: readonly SegmentJson[] }): Step[] =>
  expand(readSegments(workout.segments));
