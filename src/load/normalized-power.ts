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

/** Sum of (a + b i)^4 for i from 0 to n - 1, in closed form (sums of powers of whole numbers). */
function sumOfFourthPowers(a: number, b: number, n: number): number {
  const m = n - 1;
  const s1 = (m * n) / 2;
  const s2 = (m * n * (2 * m + 1)) / 6;
  const s3 = s1 * s1;
  const s4 = (m * n * (2 * m + 1) * (3 * m * m + 3 * m - 1)) / 30;
  return n * a ** 4 + 4 * a ** 3 * b * s1 + 6 * a * a * b * b * s2 + 4 * a * b ** 3 * s3 + b ** 4 * s4;
}

/**
 * Normalised power from a 1 Hz simulation (training science 1.1, variant A: full windows only; plain mean below 30 s).
 * Once a step has filled the window, the rolling mean follows it: constant on a steady step, 14 seconds behind on a ramp.
 * Those seconds are added at once: the same result as the loop, at the cost of the changes only.
 */
export function powerTotals(steps: readonly Step[]): PowerTotals {
  const ring = new Float64Array(WINDOW);
  let seconds = 0;
  let total = 0;
  let fourthPowers = 0;
  let windowSum = 0;
  for (const step of steps) {
    const slope = (step.end - step.start) / step.seconds;
    const looped = Math.min(step.seconds, WINDOW);
    for (let i = 0; i < looped; i++) {
      const power = step.start + slope * (i + 0.5);
      const slot = seconds % WINDOW;
      windowSum += power - (ring[slot] ?? 0);
      ring[slot] = power;
      total += power;
      seconds += 1;
      if (seconds >= WINDOW) fourthPowers += (windowSum / WINDOW) ** 4;
    }
    const rest = step.seconds - looped;
    if (rest === 0) continue;
    fourthPowers += sumOfFourthPowers(step.start + slope * (WINDOW - 14), slope, rest);
    total += rest * (step.start + slope * (WINDOW + rest / 2));
    seconds += rest;
    windowSum = 0;
    for (let i = step.seconds - WINDOW; i < step.seconds; i++) {
      const power = step.start + slope * (i + 0.5);
      ring[(seconds - step.seconds + i) % WINDOW] = power;
      windowSum += power;
    }
  }
  if (seconds === 0) return { seconds, intensity: 0, meanPower: 0 };
  const meanPower = total / seconds;
  if (seconds < WINDOW) return { seconds, intensity: meanPower, meanPower };
  return { seconds, intensity: (fourthPowers / (seconds - WINDOW + 1)) ** 0.25, meanPower };
}

/** Load (TSS) of riding: hours x intensity squared x 100, so that one hour at FTP is 100. */
export const loadOf = (seconds: number, intensity: number): number => (seconds / 3600) * intensity ** 2 * 100;
