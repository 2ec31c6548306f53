import { roundTo } from "../base/numbers.ts";
import type { SegmentJson } from "./schema.ts";

/** A stretch of time at a power between two fractions of FTP (1 = FTP). */
export interface Block {
  readonly seconds: number;
  readonly low: number;
  readonly high: number;
  /** Of a steady part or the work of a repeat: as hard as the rider can; the power is what is planned with. */
  readonly effort?: "max" | undefined;
}

export interface Cadence {
  readonly low: number;
  readonly high: number;
}

interface Described {
  readonly description: string;
  readonly cadence?: Cadence | undefined;
}

/** A part of a workout as the code works with it: whole seconds, fractions of FTP. Files hold `SegmentJson`. */
export type Segment = Described &
  (
    | ({ readonly kind: "warmup" | "steady" | "recovery" | "cooldown" } & Block)
    | { readonly kind: "ramp"; readonly seconds: number; readonly start: number; readonly end: number }
    | { readonly kind: "interval"; readonly sets: number; readonly work: Block; readonly rest?: Block | undefined }
    | { readonly kind: "free"; readonly seconds: number }
  );

/** Files hold minutes as decimals that always mean whole seconds (0.6667 is 40 s). */
export const secondsOf = (minutes: number): number => Math.round(minutes * 60);
export const minutesOf = (seconds: number): number => roundTo(seconds / 60, 4);
/** Percent of FTP to a fraction, rounded, because floating point leaves 0.8800000000000001. */
export const fractionOf = (percent: number): number => roundTo(percent / 100, 4);
export const percentOf = (fraction: number): number => roundTo(fraction * 100, 2);

interface BlockJson {
  readonly duration_min: number;
  readonly power_low_pct: number;
  readonly power_high_pct: number;
  readonly effort?: "max" | undefined;
}

const readBlock = (json: BlockJson): Block => ({
  seconds: secondsOf(json.duration_min),
  low: fractionOf(json.power_low_pct),
  high: fractionOf(json.power_high_pct),
  effort: json.effort,
});

const writeBlock = (block: Block) => ({
  duration_min: minutesOf(block.seconds),
  power_low_pct: percentOf(block.low),
  power_high_pct: percentOf(block.high),
});

export function readSegment(json: SegmentJson): Segment {
  const { description, cadence_low_rpm: low, cadence_high_rpm: high } = json;
  const cadence = low === undefined || high === undefined ? undefined : { low, high };
  switch (json.type) {
    case "ramp":
      return {
        kind: "ramp",
        seconds: secondsOf(json.duration_min),
        start: fractionOf(json.power_start_pct),
        end: fractionOf(json.power_end_pct),
        description,
        cadence,
      };
    case "interval":
      return {
        kind: "interval",
        sets: json.sets,
        work: readBlock(json.work),
        rest: json.recovery && readBlock(json.recovery),
        description,
        cadence,
      };
    case "free":
      return { kind: "free", seconds: secondsOf(json.duration_min), description, cadence };
    default: {
      const { seconds, low, high, effort } = readBlock(json);
      return { kind: json.type, seconds, low, high, effort, description, cadence };
    }
  }
}

/** A segment as files hold it; what is undefined in it is left out when it is written. */
export function writeSegment(segment: Segment): SegmentJson {
  const { description, cadence } = segment;
  const rpm = { cadence_low_rpm: cadence?.low, cadence_high_rpm: cadence?.high };
  switch (segment.kind) {
    case "ramp":
      return {
        type: "ramp",
        duration_min: minutesOf(segment.seconds),
        power_start_pct: percentOf(segment.start),
        power_end_pct: percentOf(segment.end),
        description,
        ...rpm,
      };
    case "interval":
      return {
        type: "interval",
        sets: segment.sets,
        work: { ...writeBlock(segment.work), effort: segment.work.effort },
        recovery: segment.rest && writeBlock(segment.rest),
        description,
        ...rpm,
      };
    case "free":
      return { type: "free", duration_min: minutesOf(segment.seconds), description, ...rpm };
    case "steady":
      return { type: "steady", ...writeBlock(segment), effort: segment.effort, description, ...rpm };
    default:
      return { type: segment.kind, ...writeBlock(segment), description, ...rpm };
  }
}

/** Seconds of one segment; an interval counts the rest after its last set too. */
export const secondsOfSegment = (segment: Segment): number =>
  segment.kind === "interval" ? segment.sets * (segment.work.seconds + (segment.rest?.seconds ?? 0)) : segment.seconds;
