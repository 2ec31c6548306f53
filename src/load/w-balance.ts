import { DEFAULT_W_PRIME_SECONDS } from "../athlete/rider.ts";
import type { Step } from "../workout/expand.ts";

/** Less than this missing of W' is none. Seconds at FTP. */
const NOTHING_SPENT = 1e-6;

/**
 * The lowest share of W' left during a workout, by the differential model (Froncioni; Clarke and Skiba 2015) in 1 s steps.
 * 1 is full; below 0 the workout cannot be ridden by the model. Powers are fractions of FTP, W' is in seconds at FTP.
 *
 * On a steady step the seconds have a closed form: above FTP W' falls on a line, below it what is missing shrinks by one share
 * each second. Nothing after the last effort above FTP can be the lowest point.
 */
export function lowestWBalance(steps: readonly Step[], wPrimeSeconds = DEFAULT_W_PRIME_SECONDS): number {
  let spent = 0;
  let most = 0;
  const last = steps.findLastIndex(({ start, end }) => start > 1 || end > 1);
  for (const step of steps.slice(0, last + 1)) {
    const isBelow = step.start <= 1 && step.end <= 1;
    if (isBelow && spent < NOTHING_SPENT) continue;
    if (step.start !== step.end) {
      const slope = (step.end - step.start) / step.seconds;
      for (let i = 0; i < step.seconds; i++) {
        const over = step.start + slope * (i + 0.5) - 1;
        spent += over < 0 ? (over * spent) / wPrimeSeconds : over;
        if (spent > most) most = spent;
      }
    } else if (isBelow) spent *= (1 - (1 - step.start) / wPrimeSeconds) ** step.seconds;
    else {
      spent += (step.start - 1) * step.seconds;
      if (spent > most) most = spent;
    }
  }
  return 1 - most / wPrimeSeconds;
}
