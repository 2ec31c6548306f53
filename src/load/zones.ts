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

/** Seconds low, middle and high. */
export interface ThreeZones {
  readonly low: number;
  readonly mid: number;
  readonly high: number;
}
