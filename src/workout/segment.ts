import { roundTo } from "../base/numbers.ts";
import type { SegmentJson } from "./schema.ts";

/** A stretch of time at a power between two fractions of FTP (1 = FTP). */
export interface Block {
  readonly seconds: number;
  readonly low: number;
  readonly high: number;
}

export interface Cadence {
  readonly low: number;
  readonly high: number;
}

interface Described {
  readonly description: string;
  readonly cadence?: Cadence;
}

/** A part of a workout as the code works with it: whole seconds, fractions of FTP. Files hold `SegmentJson`. */
export type Segment = Described &
  (
    | ({ readonly kind: "warmup" | "steady" | "recovery" | "cooldown" } & Block)
    | { readonly kind: "ramp"; readonly seconds: number; readonly start: number; readonly end: number }
    | { readonly kind: "interval"; readonly sets: number; readonly work: Block; readonly rest?: Block }
    | { readonly kind: "free"; readonly seconds: number }
  );

/** Files hold minutes as decimals that always mean whole seconds (0.6667 is 40 s). */
export const secondsOf = (minutes: number): number => Math.round(minutes * 60);
export const minutesOf = (seconds: number): number => roundTo(seconds / 60, 4);
/** Percent of FTP to a fraction, without the dust of floating point. */
export const fractionOf = (percent: number): number => roundTo(percent / 100, 4);
export const percentOf = (fraction: number): number => roundTo(fraction * 100, 2);

const readBlock = (json: { duration_min: number; power_low_pct: number; power_high_pct: number }): Block => ({
  seconds: secondsOf(json.duration_min),
  low: fractionOf(json.power_low_pct),
  high: fractionOf(json.power_high_pct),
});

const writeBlock = (block: Block) => ({
  duration_min: minutesOf(block.seconds),
  power_low_pct: percentOf(block.low),
  power_high_pct: percentOf(block.high),
});

export function readSegment(json: SegmentJson): Segment {
  const described: Described = {
    description: json.description,
    ...(json.cadence_low_rpm !== undefined && json.cadence_high_rpm !== undefined
      ? { cadence: { low: json.cadence_low_rpm, high: json.cadence_high_rpm } }
      : {}),
  };
  switch (json.type) {
    case "ramp":
      return {
        ...described,
        kind: "ramp",
        seconds: secondsOf(json.duration_min),
        start: fractionOf(json.power_start_pct),
        end: fractionOf(json.power_end_pct),
      };
    case "interval":
      return {
        ...described,
        kind: "interval",
        sets: json.sets,
        work: readBlock(json.work),
        ...(json.recovery === undefined ? {} : { rest: readBlock(json.recovery) }),
      };
    case "free":
      return { ...described, kind: "free", seconds: secondsOf(json.duration_min) };
    default:
      return { ...described, kind: json.type, ...readBlock(json) };
  }
}

export function writeSegment(segment: Segment): SegmentJson {
  const { description } = segment;
  const cadence =
    segment.cadence === undefined
      ? {}
      : { cadence_low_rpm: segment.cadence.low, cadence_high_rpm: segment.cadence.high };
  switch (segment.kind) {
    case "ramp":
      return {
        type: "ramp",
        duration_min: minutesOf(segment.seconds),
        power_start_pct: percentOf(segment.start),
        power_end_pct: percentOf(segment.end),
        description,
        ...cadence,
      };
    case "interval":
      return {
        type: "interval",
        sets: segment.sets,
        work: writeBlock(segment.work),
        ...(segment.rest === undefined ? {} : { recovery: writeBlock(segment.rest) }),
        description,
        ...cadence,
      };
    case "free":
      return { type: "free", duration_min: minutesOf(segment.seconds), description, ...cadence };
    default:
      return { type: segment.kind, ...writeBlock(segment), description, ...cadence };
  }
}

/** Seconds of one segment; an interval counts the rest after its last set too. */
export const secondsOfSegment = (segment: Segment): number =>
  segment.kind === "interval" ? segment.sets * (segment.work.seconds + (segment.rest?.seconds ?? 0)) : segment.seconds;
