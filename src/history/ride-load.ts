import { loadOf } from "../load/normalized-power.ts";
import type { RideFacts } from "./ride.ts";

/** How the load of a ride was found, the most trusted first: what another program knew, then what was measured, then what was felt. */
export const RUNGS = ["given", "power", "average power", "heart rate", "effort", "duration"] as const;
export type Rung = (typeof RUNGS)[number];

/** The rider's numbers that turn power and heart rate into load; what is not known leaves its rungs out. */
export interface LoadBasis {
  readonly ftpWatts?: number | undefined;
  readonly lthr?: number | undefined;
  /** An FTP that stored loads were made with and that no rider can have: such loads are not taken. */
  readonly wrongFtp?: number | undefined;
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
/** Hours, and the share of FTP that nobody exceeds for so long; between them by straight lines (training science 1.6). */
const MOST_INTENSITY: readonly (readonly [number, number])[] = [
  [0.1, MOST.intensity],
  [0.33, 1.25],
  [1, 1.1],
  [2, 1.05],
  [4, 1],
  [8, 0.9],
  [24, 0.75],
];
/** Two loads are of one FTP where the FTP that each tells lies within this share of the other. */
const SAME_FTP = 0.05;

/** The share of FTP that nobody exceeds over so many seconds. */
export function mostIntensity(seconds: number): number {
  const hours = seconds / 3600;
  const next = MOST_INTENSITY.findIndex(([at]) => at >= hours);
  const [upper, lower] = [MOST_INTENSITY[next], MOST_INTENSITY[next - 1]];
  if (upper === undefined) return MOST_INTENSITY.at(-1)?.[1] ?? MOST.intensity;
  if (lower === undefined) return upper[1];
  return lower[1] + ((hours - lower[0]) / (upper[0] - lower[0])) * (upper[1] - lower[1]);
}

const byIntensity = (seconds: number, intensity: number, most: number): number | undefined =>
  intensity > 0 && intensity <= most ? loadOf(seconds, intensity) : undefined;

/** The FTP that a stored load was made with: load is hours times the square of power by FTP times 100. Undefined where a ride does not tell it. */
export function ftpOfLoad({ seconds, givenLoad, normalizedWatts }: RideFacts): number | undefined {
  if (givenLoad === undefined || givenLoad <= 0 || normalizedWatts === undefined || seconds <= 0) return undefined;
  return normalizedWatts / Math.sqrt(givenLoad / 100 / (seconds / 3600));
}

/** True for a stored load that no rider can ride in that time. */
export const isImpossibleLoad = ({ seconds, givenLoad }: RideFacts): boolean =>
  givenLoad !== undefined && givenLoad > loadOf(seconds, mostIntensity(seconds));

/** True where a stored load is not believed: it cannot be ridden, or it was made with the FTP that such loads were made with. */
export function isDoubted(ride: RideFacts, { wrongFtp }: LoadBasis): boolean {
  if (isImpossibleLoad(ride)) return true;
  const own = wrongFtp === undefined ? undefined : ftpOfLoad(ride);
  return own !== undefined && wrongFtp !== undefined && Math.abs(own - wrongFtp) <= SAME_FTP * wrongFtp;
}

/** The load of one ride by the first rung that has what it needs. */
export function rideLoad(ride: RideFacts, basis: LoadBasis): RideLoad {
  const { seconds, givenLoad, normalizedWatts, meanWatts, meanHr, effort } = ride;
  const { ftpWatts, lthr } = basis;
  const hours = seconds / 3600;
  if (givenLoad !== undefined && !isDoubted(ride, basis)) return { load: givenLoad, rung: "given" };
  const ofPower = (watts: number | undefined): number | undefined =>
    watts === undefined || ftpWatts === undefined ? undefined : byIntensity(seconds, watts / ftpWatts, MOST.intensity);
  const power = ofPower(normalizedWatts);
  if (power !== undefined) return { load: power, rung: "power" };
  const average = meanWatts === undefined ? undefined : ofPower(meanWatts * USUAL_VARIABILITY);
  if (average !== undefined) return { load: average, rung: "average power" };
  const beats =
    meanHr === undefined || lthr === undefined ? undefined : byIntensity(seconds, meanHr / lthr, MOST.heartRate);
  if (beats !== undefined) return { load: beats, rung: "heart rate" };
  if (effort !== undefined) return { load: (hours * effort * 100) / THRESHOLD_EFFORT, rung: "effort" };
  return { load: hours * USUAL_LOAD_PER_HOUR, rung: "duration" };
}
