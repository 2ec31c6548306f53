import type { Step } from "../workout/expand.ts";

export { LOW_TOP, ZONE_TOPS, zoneOf } from "../workout/zones.ts";

/** Seiler's three: up to LOW_TOP is low, up to MID_TOP is middle, the rest is high (training science 1.5). */
export const MID_TOP = 1;

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
