import { RideStore } from "./ride-store.ts";
import type { Ride, RideList, RideSource } from "./ride.ts";

/** Two records are one ride where their starts lie within these seconds and their lengths within this share: our own choice. */
const SAME = { startSeconds: 300, duration: 0.05 };
/** Whose load is taken first: programs that know the rider's FTP of that day. */
const TRUST: readonly RideSource[] = ["intervals", "trainingpeaks", "garmin", "fit", "strava"];

const isNearly = (one: number, other: number): boolean => Math.abs(one - other) <= SAME.duration * Math.max(one, other);

function isSameLength(a: Ride, b: Ride): boolean {
  const [whole, otherWhole] = [a.elapsedSeconds ?? a.seconds, b.elapsedSeconds ?? b.seconds];
  return (
    isNearly(a.seconds, b.seconds) ||
    isNearly(whole, otherWhole) ||
    isNearly(a.seconds, otherWhole) ||
    isNearly(whole, b.seconds)
  );
}

/** The same start and length; where one record has no time, the same day and length in another kind of export. */
export function isSameRide(a: Ride, b: Ride): boolean {
  if (!isSameLength(a, b)) return false;
  if (a.clock !== undefined && b.clock !== undefined) return Math.abs(a.clock - b.clock) <= SAME.startSeconds;
  return a.source !== b.source && a.day === b.day;
}

const trustOf = (ride: Ride): number => TRUST.indexOf(ride.source) - (ride.givenLoad === undefined ? 0 : TRUST.length);

/** What the more trusted record lacks comes from the other. */
function joined(a: Ride, b: Ride): Ride {
  const [first, second] = trustOf(a) <= trustOf(b) ? [a, b] : [b, a];
  return { ...second, ...first };
}

/** In order of time only these can hold the same ride: five minutes before it, or its day where one has no time. */
function isNear(other: Ride, ride: Ride): boolean {
  if (other.clock !== undefined && ride.clock !== undefined) return ride.clock - other.clock <= SAME.startSeconds;
  return other.day === ride.day;
}

/** Some of the rides of a store, in an order of their own. */
class OrderedRides implements RideList {
  private readonly store: RideStore;
  private readonly indexes: Uint32Array;

  constructor(store: RideStore, indexes: Uint32Array) {
    this.store = store;
    this.indexes = indexes;
  }

  get length(): number {
    return this.indexes.length;
  }

  *[Symbol.iterator](): Generator<Ride> {
    for (const index of this.indexes) yield this.store.at(index);
  }
}

/** Where the same ride stands among those that count, which come before it in time; -1 where it is new. */
function placeOf(ride: Ride, store: RideStore, kept: Uint32Array): number {
  let found = -1;
  for (let at = kept.length - 1; at >= 0; at--) {
    const other = store.at(kept[at] ?? 0);
    if (!isNear(other, ride)) break;
    if (isSameRide(other, ride)) found = at;
  }
  return found;
}

/** Rides of all files in order of time, each counted once however many exports hold it. */
export function mergeRides(lists: readonly RideList[]): RideList {
  const store = RideStore.of(lists);
  const order = Uint32Array.from({ length: store.length }, (_, index) => index);
  order.sort((a, b) => store.compare(a, b));
  // What counts is gathered at the front of the order, which has been gone through by then.
  let count = 0;
  let day = "";
  const sources = new Set<RideSource>();
  for (const index of order) {
    const ride = store.at(index);
    if (ride.day !== day) sources.clear();
    day = ride.day;
    sources.add(ride.source);
    // Without a time only another kind of export can hold it, so a day of one kind needs no look.
    const canBeSame = ride.clock !== undefined || sources.size > 1;
    const found = canBeSame ? placeOf(ride, store, order.subarray(0, count)) : -1;
    const same = order[found];
    if (same === undefined) order[count++] = index;
    else store.set(same, joined(store.at(same), ride));
  }
  return new OrderedRides(store, order.slice(0, count));
}
