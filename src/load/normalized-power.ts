import type { Step } from "../workout/expand.ts";

/** Seconds of the rolling mean inside normalised power (Allen & Coggan). */
const WINDOW = 30;

export interface PowerTotals {
  readonly seconds: number;
  /** Normalised power as a fraction of FTP: the intensity factor of the whole workout. */
  readonly intensity: number;
}

/** How far a walk over the steps of a ride has come: it can be kept, and gone on from. */
export interface PowerWalk {
  readonly seconds: number;
  /** Sum of the fourth power of every full window. */
  readonly fourthPowers: number;
  /** The powers of the last 30 seconds, by second modulo 30, and their sum. */
  readonly ring: Float64Array;
  readonly windowSum: number;
}

/** Before the first second. */
export const POWER_START: PowerWalk = {
  seconds: 0,
  fourthPowers: 0,
  ring: new Float64Array(WINDOW),
  windowSum: 0,
};

/** Two squares: a tenth of the time of `** 4`, the same number but for rounding in the last bit. */
const fourth = (x: number): number => {
  const square = x * x;
  return square * square;
};

/** Sum of (a + b i)^4 for i from 0 to n - 1, in closed form (sums of powers of whole numbers). */
function sumOfFourthPowers(a: number, b: number, n: number): number {
  if (b === 0) return n * fourth(a);
  const m = n - 1;
  const s1 = (m * n) / 2;
  const s2 = (m * n * (2 * m + 1)) / 6;
  const s3 = s1 * s1;
  const s4 = (m * n * (2 * m + 1) * (3 * m * m + 3 * m - 1)) / 30;
  return n * fourth(a) + 4 * a * a * a * b * s1 + 6 * a * a * b * b * s2 + 4 * a * b * b * b * s3 + fourth(b) * s4;
}

/**
 * Goes on with a walk over more steps. Normalised power is that of a 1 Hz simulation (training science 1.1, variant A: full windows
 * only; plain mean below 30 s). Once a step has filled the window, the rolling mean follows it: constant on a steady step, 14 seconds
 * behind on a ramp. Those seconds are added at once: the same result as the loop, at the cost of the changes only.
 */
export function walkPower(from: PowerWalk, steps: readonly Step[]): PowerWalk {
  const ring = from.ring.slice();
  let { seconds, fourthPowers, windowSum } = from;
  for (const step of steps) {
    const slope = (step.end - step.start) / step.seconds;
    const looped = Math.min(step.seconds, WINDOW);
    let at = seconds % WINDOW;
    for (let i = 0; i < looped; i++) {
      const power = step.start + slope * (i + 0.5);
      windowSum += power - (ring[at] ?? 0);
      ring[at] = power;
      at = at === WINDOW - 1 ? 0 : at + 1;
      seconds += 1;
      if (seconds >= WINDOW) fourthPowers += fourth(windowSum / WINDOW);
    }
    const rest = step.seconds - looped;
    if (rest === 0) continue;
    fourthPowers += sumOfFourthPowers(step.start + slope * (WINDOW - 14), slope, rest);
    seconds += rest;
    windowSum = 0;
    at = seconds % WINDOW;
    for (let i = step.seconds - WINDOW; i < step.seconds; i++) {
      const power = step.start + slope * (i + 0.5);
      ring[at] = power;
      at = at === WINDOW - 1 ? 0 : at + 1;
      windowSum += power;
    }
  }
  return { seconds, fourthPowers, ring, windowSum };
}

/** What a walk says of the ride so far. */
export function totalsOf({ seconds, fourthPowers, windowSum }: PowerWalk): PowerTotals {
  // A ride that is shorter than the window lies in it as a whole.
  if (seconds < WINDOW) return { seconds, intensity: seconds === 0 ? 0 : windowSum / seconds };
  return { seconds, intensity: (fourthPowers / (seconds - WINDOW + 1)) ** 0.25 };
}

/** Load (TSS) of riding: hours x intensity squared x 100, so that one hour at FTP is 100. */
export const loadOf = (seconds: number, intensity: number): number => (seconds / 3600) * intensity ** 2 * 100;
