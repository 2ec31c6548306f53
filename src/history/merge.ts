import type { Ride, RideSource } from "./ride.ts";

/** Two records within these are one ride (formats 2.6). */
const SAME = { startSeconds: 300, duration: 0.05 };
/** Whose load is taken first: programs that know the rider's FTP of that day. */
const TRUST: readonly RideSource[] = ["intervals", "trainingpeaks", "garmin", "fit", "strava"];

/** One ride from one or more records. */
export interface MergedRide extends Ride {
  /** How many records were found of it. */
  readonly records: number;
}

function isSameLength(a: Ride, b: Ride): boolean {
  const lengths = (ride: Ride): number[] => [ride.seconds, ride.elapsedSeconds ?? ride.seconds];
  return lengths(a).some((one) =>
    lengths(b).some((other) => Math.abs(one - other) <= SAME.duration * Math.max(one, other)),
  );
}

/** The same start and length; where one record has no time, the same day and length in another kind of export. */
function isSameRide(a: Ride, b: Ride): boolean {
  if (!isSameLength(a, b)) return false;
  if (a.clock !== undefined && b.clock !== undefined) return Math.abs(a.clock - b.clock) <= SAME.startSeconds;
  return a.source !== b.source && a.day === b.day;
}

const trustOf = (ride: Ride): number => TRUST.indexOf(ride.source) - (ride.givenLoad === undefined ? 0 : TRUST.length);

/** What the more trusted record lacks comes from the other. */
function joined(a: MergedRide, b: Ride): MergedRide {
  const [first, second] = trustOf(a) <= trustOf(b) ? [a, b] : [b, a];
  return { ...second, ...first, records: a.records + 1 };
}

const order = (a: Ride, b: Ride): number =>
  a.day < b.day ? -1 : a.day > b.day ? 1 : (a.clock ?? Infinity) - (b.clock ?? Infinity) || a.seconds - b.seconds;

/** Rides of all files in order of time, each counted once however many exports hold it. */
export function mergeRides(rides: readonly Ride[]): MergedRide[] {
  const merged: MergedRide[] = [];
  const sorted = [...rides].sort(order);
  for (const ride of sorted) {
    let at = merged.length - 1;
    let found = -1;
    for (let other = merged[at]; other !== undefined && isNear(other, ride); other = merged[--at])
      if (isSameRide(other, ride)) found = at;
    const other = merged[found];
    if (other === undefined) merged.push({ ...ride, records: 1 });
    else merged[found] = joined(other, ride);
  }
  return merged;
}

/** Sorted by day, only the day itself and the evening before can hold the same ride. */
function isNear(other: Ride, ride: Ride): boolean {
  if (other.day === ride.day) return true;
  return other.clock !== undefined && ride.clock !== undefined && ride.clock - other.clock <= SAME.startSeconds;
}
