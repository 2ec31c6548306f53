import type { Step } from "../workout/expand.ts";

/** Seiler's three: up to LOW_TOP is low, up to MID_TOP is middle, the rest is high (training science 1.5). */
export const LOW_TOP = 0.75;
export const MID_TOP = 1;

/** Coggan's seven levels: the top of each as a fraction of FTP, inclusive; level 7 has none. */
export const ZONE_TOPS = [0.55, LOW_TOP, 0.9, 1.05, 1.2, 1.5] as const;
/** Level 1 to 7 of a power (fraction of FTP). Every power belongs to exactly one. */
export function zoneOf(power: number): number {
  const index = ZONE_TOPS.findIndex((top) => power <= top + 1e-9);
  return index < 0 ? 7 : index + 1;
}

/** Seconds of a step at a power above `floor` (fraction of FTP); ramps are cut where they cross it. */
export function secondsAbove(step: Step, floor: number): number {
  const { start, end, seconds } = step;
  const edge = floor + 1e-9;
  if (start <= edge && end <= edge) return 0;
  if (start > edge && end > edge) return seconds;
  const share = Math.abs((Math.max(start, end) - floor) / (end - start));
  return seconds * Math.min(1, share);
}

export interface ThreeZones {
  readonly low: number;
  readonly mid: number;
  readonly high: number;
}

/** Seconds low, middle and high. */
export function threeZones(steps: readonly Step[]): ThreeZones {
  let total = 0;
  let aboveLow = 0;
  let aboveMid = 0;
  for (const step of steps) {
    total += step.seconds;
    aboveLow += secondsAbove(step, LOW_TOP);
    aboveMid += secondsAbove(step, MID_TOP);
  }
  return { low: total - aboveLow, mid: aboveLow - aboveMid, high: aboveMid };
}
