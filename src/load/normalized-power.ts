import type { Step } from "../workout/expand.ts";

/** Seconds of the rolling mean inside normalised power (Allen & Coggan). */
const WINDOW = 30;

export interface PowerTotals {
  readonly seconds: number;
  /** Normalised power as a fraction of FTP: the intensity factor of the whole workout. */
  readonly intensity: number;
  /** Mean power as a fraction of FTP. */
  readonly meanPower: number;
}

/**
 * Normalised power from a 1 Hz simulation (training science 1.1, variant A: full windows only; plain mean below 30 s).
 * Where power has been constant for a whole window the rolling mean is that power, so those seconds are added at once:
 * same result as the loop, at the cost of the changes only.
 */
export function powerTotals(steps: readonly Step[]): PowerTotals {
  const ring = new Float64Array(WINDOW);
  let seconds = 0;
  let total = 0;
  let fourthPowers = 0;
  let windowSum = 0;
  for (const step of steps) {
    const slope = (step.end - step.start) / step.seconds;
    for (let i = 0; i < step.seconds; i++) {
      if (slope === 0 && i === WINDOW) {
        const rest = step.seconds - WINDOW;
        fourthPowers += rest * step.start ** 4;
        total += rest * step.start;
        seconds += rest;
        ring.fill(step.start);
        windowSum = WINDOW * step.start;
        break;
      }
      const power = step.start + slope * (i + 0.5);
      const slot = seconds % WINDOW;
      windowSum += power - (ring[slot] ?? 0);
      ring[slot] = power;
      total += power;
      seconds += 1;
      if (seconds >= WINDOW) fourthPowers += (windowSum / WINDOW) ** 4;
    }
  }
  if (seconds === 0) return { seconds, intensity: 0, meanPower: 0 };
  const meanPower = total / seconds;
  if (seconds < WINDOW) return { seconds, intensity: meanPower, meanPower };
  return { seconds, intensity: (fourthPowers / (seconds - WINDOW + 1)) ** 0.25, meanPower };
}

/** Load (TSS) of riding: hours x intensity squared x 100, so that one hour at FTP is 100. */
export const loadOf = (seconds: number, intensity: number): number => (seconds / 3600) * intensity ** 2 * 100;
