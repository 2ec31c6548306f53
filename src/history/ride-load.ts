import { loadOf } from "../load/normalized-power.ts";
import type { Ride } from "./ride.ts";

/** How the load of a ride was found, the most trusted first: what another program knew, then what was measured, then what was felt. */
export const RUNGS = ["given", "power", "average power", "heart rate", "effort", "duration"] as const;
export type Rung = (typeof RUNGS)[number];

/** The rider's numbers that turn power and heart rate into load; what is not known leaves its rungs out. */
export interface LoadBasis {
  readonly ftpWatts?: number | undefined;
  readonly lthr?: number | undefined;
}

export interface RideLoad {
  readonly load: number;
  readonly rung: Rung;
}

/** Normalised power over mean power of a usual ride on the road: our own choice. */
const USUAL_VARIABILITY = 1.05;
/** Load of an hour that nothing else is known of: the low end of what most people ride (training science 2.1). */
const USUAL_LOAD_PER_HOUR = 50;
/** An hour that feels like 8 of 10 is an hour at threshold: 100. An hour at 4 is then the usual 50. */
const THRESHOLD_EFFORT = 8;
/** Nobody rides above these shares of FTP or of threshold heart rate for a whole ride: the number is broken. */
const MOST = { intensity: 1.6, heartRate: 1.15 };

const byIntensity = (seconds: number, intensity: number, most: number): number | undefined =>
  intensity > 0 && intensity <= most ? loadOf(seconds, intensity) : undefined;

/** The load of one ride by the first rung that has what it needs. */
export function rideLoad(ride: Ride, { ftpWatts, lthr }: LoadBasis): RideLoad {
  const { seconds, givenLoad, normalizedWatts, meanWatts, meanHr, effort } = ride;
  const ofPower = (watts: number | undefined): number | undefined =>
    watts === undefined || ftpWatts === undefined ? undefined : byIntensity(seconds, watts / ftpWatts, MOST.intensity);
  const given = givenLoad !== undefined && givenLoad <= loadOf(seconds, MOST.intensity) ? givenLoad : undefined;
  const hours = seconds / 3600;
  const rungs: readonly (readonly [Rung, number | undefined])[] = [
    ["given", given],
    ["power", ofPower(normalizedWatts)],
    ["average power", ofPower(meanWatts === undefined ? undefined : meanWatts * USUAL_VARIABILITY)],
    [
      "heart rate",
      meanHr === undefined || lthr === undefined ? undefined : byIntensity(seconds, meanHr / lthr, MOST.heartRate),
    ],
    ["effort", effort === undefined ? undefined : (hours * effort * 100) / THRESHOLD_EFFORT],
  ];
  for (const [rung, load] of rungs) if (load !== undefined) return { load, rung };
  return { load: hours * USUAL_LOAD_PER_HOUR, rung: "duration" };
}
