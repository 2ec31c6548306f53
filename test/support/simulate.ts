import type { Step } from "../../src/workout/expand.ts";
import type { SegmentJson } from "../../src/workout/schema.ts";

/** Power of every second, at the middle of each: the plain form of training science 1.1, written apart from `src/load`. */
export const everySecond = (steps: readonly Pick<Step, "seconds" | "start" | "end">[]): number[] =>
  steps.flatMap((step) =>
    Array.from({ length: step.seconds }, (_, i) => step.start + ((step.end - step.start) * (i + 0.5)) / step.seconds),
  );

/** A free ride has no target and counts as 65 % of FTP (training science 1.1). */
const FREE_RIDE_PERCENT = 65;

const straight = (minutes: number, from: number, to: number): number[] =>
  everySecond([{ seconds: Math.round(minutes * 60), start: from / 100, end: to / 100 }]);

interface BlockJson {
  readonly duration_min: number;
  readonly power_low_pct: number;
  readonly power_high_pct: number;
}
/** A range is ridden in its middle. */
const held = ({ duration_min, power_low_pct, power_high_pct }: BlockJson): number[] => {
  const middle = (power_low_pct + power_high_pct) / 2;
  return straight(duration_min, middle, middle);
};

function secondsOfSegment(segment: SegmentJson): number[] {
  switch (segment.type) {
    case "warmup":
      return straight(segment.duration_min, segment.power_low_pct, segment.power_high_pct);
    case "cooldown":
      return straight(segment.duration_min, segment.power_high_pct, segment.power_low_pct);
    case "ramp":
      return straight(segment.duration_min, segment.power_start_pct, segment.power_end_pct);
    case "free":
      return straight(segment.duration_min, FREE_RIDE_PERCENT, FREE_RIDE_PERCENT);
    case "interval": {
      const once = [...held(segment.work), ...(segment.recovery === undefined ? [] : held(segment.recovery))];
      return Array.from({ length: segment.sets }, () => once).flat();
    }
    default:
      return held(segment);
  }
}

/** Power of every second of a workout, straight from the numbers in its file: no code of `src` stands between. */
export const everySecondOf = (workout: { readonly segments: readonly SegmentJson[] }): number[] =>
  workout.segments.flatMap(secondsOfSegment);

/** Load by the definition, one second at a time. */
export function loadBySeconds(power: readonly number[]): number {
  const means: number[] = [];
  for (let i = 29; i < power.length; i++) {
    let sum = 0;
    for (let k = i - 29; k <= i; k++) sum += power[k] ?? 0;
    means.push(sum / 30);
  }
  const plain = power.reduce((a, b) => a + b, 0) / power.length;
  const np = power.length < 30 ? plain : (means.reduce((a, b) => a + b ** 4, 0) / means.length) ** 0.25;
  return (power.length / 36) * np ** 2;
}

/** Fitness and fatigue at the end of a day, and form on its morning (training science 1.2). */
export interface MorningAndEvening {
  readonly form: number;
  readonly ctl: number;
  readonly atl: number;
}

/** TrainingPeaks' two averages, 42 and 7 days, day by day. */
export function fitnessByDays(loads: readonly number[], start: { ctl: number; atl: number }): MorningAndEvening[] {
  const days: MorningAndEvening[] = [];
  let { ctl, atl } = start;
  for (const load of loads) {
    const form = ctl - atl;
    ctl = ctl * (41 / 42) + load / 42;
    atl = atl * (6 / 7) + load / 7;
    days.push({ form, ctl, atl });
  }
  return days;
}

/** The lowest share of W' left (70 s at FTP), one second at a time (training science 5.2). */
export function lowestWBySeconds(power: readonly number[], wPrime = 70): number {
  let left = wPrime;
  let lowest = wPrime;
  for (const fraction of power) {
    left += fraction < 1 ? ((1 - fraction) * (wPrime - left)) / wPrime : 1 - fraction;
    lowest = Math.min(lowest, left);
  }
  return lowest / wPrime;
}
