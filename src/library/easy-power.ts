import { clamp } from "../base/numbers.ts";
import type { Measure } from "../load/measure.ts";

/** A ride's load as a function of the power of its easy part. Seconds, fractions of FTP. */
export interface EasyRide {
  readonly seconds: number;
  /** Sum of the fourth powers of the rolling mean, the easy part left out. */
  readonly fixedFourth: number;
  readonly easySeconds: number;
  readonly lowest: number;
  readonly highest: number;
}

const fourth = (measure: Measure): number => measure.intensity ** 4 * measure.seconds;

/** From one simulation at an easy power, and the seconds ridden at it. */
export const easyRide = (
  range: { readonly lowest: number; readonly highest: number },
  at: { readonly measure: Measure; readonly power: number; readonly easySeconds: number },
): EasyRide => ({
  seconds: at.measure.seconds,
  fixedFourth: fourth(at.measure) - at.easySeconds * at.power ** 4,
  easySeconds: at.easySeconds,
  ...range,
});

export const loadAtPower = (ride: EasyRide, power: number): number =>
  Math.sqrt(
    ride.seconds * Math.max(0, ride.fixedFourth + ride.easySeconds * clamp(power, ride.lowest, ride.highest) ** 4),
  ) / 36;

const POWERS = Array.from({ length: 21 }, (_, i) => (55 + i) / 100);
/** Where two powers meet the load as well, the one nearer to this is ridden. */
export const USUAL_POWER = 0.64;

/** The whole percent of easy power at which `rides` together come nearest to `load`; `fixed` is the load of the others. */
export function powerForLoad(rides: readonly EasyRide[], fixed: number, load: number): number {
  let best = { power: USUAL_POWER, miss: Number.POSITIVE_INFINITY };
  for (const power of POWERS) {
    let total = fixed;
    for (const ride of rides) total += loadAtPower(ride, power);
    const miss = Math.abs(total - load) + Math.abs(power - USUAL_POWER) * 0.5;
    if (miss < best.miss) best = { power, miss };
  }
  return best.power;
}
