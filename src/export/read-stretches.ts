import { roundTo } from "../base/numbers.ts";
import type { Cadence, Segment } from "../workout/segment.ts";

/** A stretch of time of a file that knows neither warm-ups nor repeats: power runs straight from start to end. */
export interface Stretch {
  readonly seconds: number;
  /** Fractions of FTP; none where there is no target. */
  readonly power: { readonly start: number; readonly end: number } | undefined;
  readonly description: string;
  readonly cadence?: Cadence | undefined;
}

function segmentOf({ seconds, power, description, cadence }: Stretch, isFirst: boolean, isLast: boolean): Segment {
  const common = { description, cadence };
  if (power === undefined) return { ...common, kind: "free", seconds };
  const [start, end] = [roundTo(power.start, 4), roundTo(power.end, 4)];
  if (start === end) return { ...common, kind: "steady", seconds, low: start, high: end };
  if (isFirst && start < end) return { ...common, kind: "warmup", seconds, low: start, high: end };
  if (isLast && start > end) return { ...common, kind: "cooldown", seconds, low: end, high: start };
  return { ...common, kind: "ramp", seconds, start, end };
}

/** Stretches as segments: a first rising one is the warm-up, a last falling one the cool-down. */
export const segmentsOf = (stretches: readonly Stretch[]): Segment[] =>
  stretches.map((stretch, i) => segmentOf(stretch, i === 0, i === stretches.length - 1));
