import type { EventType, ExperienceLevel } from "../../athlete/schema.ts";
import { interpolate, roundTo } from "../../base/numbers.ts";
import { heldPower, HOLDS_FTP_SECONDS } from "../../load/power-duration.ts";

/** Expected intensity (fraction of FTP) by hours from one hour on, from the table of 3.3: long events are ridden easier, races harder. */
const STEADY_INTENSITY: readonly (readonly [number, number])[] = [
  [1, 0.96],
  [2, 0.86],
  [4, 0.76],
  [6, 0.7],
  [8, 0.66],
  [14, 0.58],
  [24, 0.52],
];
const RACE_INTENSITY: readonly (readonly [number, number])[] = [
  [0.75, 0.96],
  [1.5, 0.9],
  [3, 0.82],
  [5, 0.75],
  [8, 0.66],
];
const RACES: readonly EventType[] = ["criterium", "road_race", "mtb", "cyclocross"];
const BEGINNER_INTENSITY = 0.94;

interface Racer {
  readonly level: ExperienceLevel;
  /** W' in seconds at FTP, where the rider knows it. */
  readonly wPrimeSeconds?: number | undefined;
}

/** An even effort: the curve as long as FTP is held, the table from an hour on, straight between. */
function steadyIntensity(hours: number, rider: Racer): number {
  const { level } = rider;
  const held = heldPower(hours * 3600, rider);
  if (held !== undefined) return held;
  const factor = level === "beginner" ? BEGINNER_INTENSITY : 1;
  const hour = interpolate(STEADY_INTENSITY, Math.max(hours, 1)) * factor;
  return hours >= 1
    ? hour
    : interpolate(
        [
          [HOLDS_FTP_SECONDS[level] / 3600, 1],
          [1, hour],
        ],
        hours,
      );
}

/** A race of surges: the table; below its first row as far under the even effort as there. */
function raceIntensity(hours: number, rider: Racer): number {
  const first = RACE_INTENSITY[0]?.[0] ?? hours;
  const row = interpolate(RACE_INTENSITY, hours) * (rider.level === "beginner" ? BEGINNER_INTENSITY : 1);
  return hours >= first ? row : (row * steadyIntensity(hours, rider)) / steadyIntensity(first, rider);
}

/** Expected mean intensity of an event as a fraction of FTP, whole percents. */
export const eventIntensity = (type: EventType, hours: number, rider: Racer): number =>
  roundTo(RACES.includes(type) ? raceIntensity(hours, rider) : steadyIntensity(hours, rider), 2);
