import { measureOf, walkSteps } from "../load/measure.ts";
import { expand } from "../workout/expand.ts";
import type { Block, Segment } from "../workout/segment.ts";
import type { Ride } from "./ride.ts";

/** What is held under a limit is never all out. */
const held = <T extends Block>(block: T, most: number): T =>
  block.high <= most ? block : { ...block, low: Math.min(block.low, most), high: most, effort: undefined };

function heldSegment(segment: Segment, most: number): Segment {
  switch (segment.kind) {
    case "free":
      return segment;
    case "ramp":
      return { ...segment, start: Math.min(segment.start, most), end: Math.min(segment.end, most) };
    case "interval":
      return { ...segment, work: held(segment.work, most), rest: segment.rest && held(segment.rest, most) };
    default:
      return held(segment, most);
  }
}

/** An easy ride with no power above `most`, a fraction of FTP: a rider's limit may lie below what usual easy rides touch. */
export function underLimit(ride: Ride, most: number): Ride {
  // Ramps, too: what is passed through is above a limit as well.
  if (ride.measure.steps.every(({ start, end }) => Math.max(start, end) <= most)) return ride;
  const segments = ride.segments.map((segment) => heldSegment(segment, most));
  return { segments, measure: measureOf(walkSteps(expand(segments))) };
}
