import { DEFAULT_W_PRIME_SECONDS } from "../athlete/rider.ts";
import type { Step } from "../workout/expand.ts";

/**
 * The lowest share of W' left during a workout, by the differential model (Froncioni; Clarke and Skiba 2015) in 1 s steps.
 * 1 is full; below 0 the workout cannot be ridden by the model. Powers are fractions of FTP, W' is in seconds at FTP.
 */
export function lowestWBalance(steps: readonly Step[], wPrimeSeconds = DEFAULT_W_PRIME_SECONDS): number {
  let left = wPrimeSeconds;
  let lowest = wPrimeSeconds;
  for (const step of steps) {
    if (step.start <= 1 && step.end <= 1 && wPrimeSeconds - left < 1e-6) continue;
    const slope = (step.end - step.start) / step.seconds;
    for (let i = 0; i < step.seconds; i++) {
      const power = step.start + slope * (i + 0.5);
      left += power < 1 ? ((1 - power) * (wPrimeSeconds - left)) / wPrimeSeconds : 1 - power;
      if (left < lowest) lowest = left;
    }
  }
  return lowest / wPrimeSeconds;
}
