import { DEFAULT_W_PRIME_SECONDS } from "../athlete/rider.ts";
import type { ExperienceLevel } from "../athlete/schema.ts";
import { interpolate } from "../base/numbers.ts";

/** How long riders of each level hold their FTP, in seconds: 35, 42 and 47 minutes (Sitko 2022; training science 5.2). */
export const HOLDS_FTP_SECONDS: Readonly<Record<ExperienceLevel, number>> = {
  beginner: 35 * 60,
  intermediate: 42 * 60,
  advanced: 47 * 60,
};

/**
 * The share of W' that riders of each level bring into one even effort. All of it would be 129 % of FTP for four minutes; the
 * shares give the 115, 120 and 125 % that such a climb is ridden at (training science 1.4 and 12.3; convention).
 */
const W_PRIME_USED: Readonly<Record<ExperienceLevel, number>> = { beginner: 0.5, intermediate: 0.7, advanced: 0.85 };

/** Where power over time follows FTP + W'/t (training science 1.4). Seconds. */
const VALID_SECONDS = { from: 2 * 60, to: 20 * 60 };

interface Holder {
  readonly level: ExperienceLevel;
  /** W' in seconds at FTP; the usual where it is not known. */
  readonly wPrimeSeconds?: number | undefined;
}

/**
 * The power that a rider holds evenly for so long, as a fraction of FTP: FTP + W'/t up to 20 minutes, from there straight to FTP at
 * the time it is held. Longer efforts are no matter of this curve: undefined.
 */
export function heldPower(
  seconds: number,
  { level, wPrimeSeconds = DEFAULT_W_PRIME_SECONDS }: Holder,
): number | undefined {
  const { from, to } = VALID_SECONDS;
  const used = wPrimeSeconds * W_PRIME_USED[level];
  if (seconds > HOLDS_FTP_SECONDS[level]) return undefined;
  if (seconds <= to) return 1 + used / Math.max(seconds, from);
  return interpolate(
    [
      [to, 1 + used / to],
      [HOLDS_FTP_SECONDS[level], 1],
    ],
    seconds,
  );
}
