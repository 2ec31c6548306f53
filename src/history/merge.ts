import { RideStore } from "./ride-store.ts";
import type { Ride, RideList, RideSource } from "./ride.ts";

/** Nobody rides two rides at once: two records are one where half of the shorter lies within the other. Our own choice. */
const OVERLAP = 0.5;
/** Records without a time are one ride of a day where their lengths lie within this share: our own choice. */
const SAME_LENGTH = 0.05;
/** A record that was never stopped says nothing of where the rider was hours later: its end is taken at twice its riding and an hour. */
const LONGEST_STOP = { times: 2, seconds: 3600 };
/** So many rides may be under way, or stand on one day, before a file is no rider's; each is looked at. */
const MOST_LOOKED_AT = 64;
/** Whose load is taken first: programs that know the rider's FTP of that day. */
const TRUST: readonly RideSource[] = [
  "intervals",
  "trainingpeaks",
  "goldencheetah",
  "garmin",
  "fit",
  "wahoo",
  "zwift",
  "tcx",
  "polar",
  "suunto",
  "gpx",
  "table",
  "strava",
];

const isNearly = (one: number, other: number): boolean => Math.abs(one - other) <= SAME_LENGTH * Math.max(one, other);

function isSameLength(a: Ride, b: Ride): boolean {
  const [whole, otherWhole] = [a.elapsedSeconds ?? a.seconds, b.elapsedSeconds ?? b.seconds];
  return (
    isNearly(a.seconds, b.seconds) ||
    isNearly(whole, otherWhole) ||
    isNearly(a.seconds, otherWhole) ||
    isNearly(whole, b.seconds)
  );
}

/** Seconds from a ride's start to its end, as far as it tells. */
const lengthOf = ({ seconds, elapsedSeconds }: Ride): number =>
  Math.max(seconds, Math.min(elapsedSeconds ?? seconds, seconds * LONGEST_STOP.times + LONGEST_STOP.seconds));

function isOverlapping(a: Ride, b: Ride): boolean {
  const [start, otherStart] = [a.clock ?? 0, b.clock ?? 0];
  const [length, otherLength] = [lengthOf(a), lengthOf(b)];
  const both = Math.min(start + length, otherStart + otherLength) - Math.max(start, otherStart);
  return both >= OVERLAP * Math.min(length, otherLength);
}

/** At the same time; where one record has no time, on the same day, as long, and in another kind of export. */
export function isSameRide(a: Ride, b: Ride): boolean {
  if (a.clock !== undefined && b.clock !== undefined) return isOverlapping(a, b);
  return a.source !== b.source && a.day === b.day && isSameLength(a, b);
}

/** How much a record says of a ride: measured power before a heart rate, then how long it is. */
function isBetter(a: Ride, b: Ride): boolean {
  const worth = ({ givenLoad, normalizedWatts, meanWatts, meanHr }: Ride): number =>
    (givenLoad === undefined ? 0 : 8) +
    (normalizedWatts === undefined && meanWatts === undefined ? 0 : 4) +
    (meanHr === undefined ? 0 : 2);
  const [one, other] = [worth(a), worth(b)];
  if (one !== other) return one > other;
  const trust = TRUST.indexOf(a.source) - TRUST.indexOf(b.source);
  return trust === 0 ? a.seconds >= b.seconds : trust < 0;
}

/** The better record; what it lacks comes from the other where the two are as long, for a load belongs to its length. */
function joined(a: Ride, b: Ride): Ride {
  const [first, second] = isBetter(a, b) ? [a, b] : [b, a];
  if (isSameLength(a, b)) return { ...second, ...first };
  const { day, clock, source, seconds } = first;
  const { meanHr, maxHr, effort } = second;
  const felt = {
    ...(meanHr !== undefined && { meanHr }),
    ...(maxHr !== undefined && { maxHr }),
    ...(effort !== undefined && { effort }),
  };
  return { ...felt, ...first, day, source, seconds, ...(clock !== undefined && { clock }) };
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

/** The rides that count, as they are found in order of time, and of them those that a further one could be. */
class Kept {
  private readonly at: (place: number) => Ride;
  /** Places in the order of those under way at the last start, and of those of the last day. */
  private underWay: { readonly place: number; end: number }[] = [];
  private readonly ofDay: number[] = [];
  private day = "";
  /** When the last of those under way ends. */
  private lastEnd = -Infinity;
  private readonly sources = new Set<RideSource>();

  /** Rides are kept by their places: a million of them as objects would be the whole memory. */
  constructor(at: (place: number) => Ride) {
    this.at = at;
  }

  /** Where the same ride stands among those that count; undefined where it is new. */
  find(ride: Ride): number | undefined {
    if (ride.day !== this.day) {
      this.ofDay.length = 0;
      this.sources.clear();
      this.day = ride.day;
    }
    this.sources.add(ride.source);
    const { clock } = ride;
    if (clock !== undefined) {
      if (clock >= this.lastEnd) {
        this.underWay.length = 0;
        return undefined;
      }
      this.underWay = this.underWay.filter(({ end }) => end > clock);
      return this.underWay.find(({ place }) => isSameRide(this.at(place), ride))?.place;
    }
    // Without a time only another kind of export can hold it, so a day of one kind needs no look.
    return this.sources.size > 1 ? this.ofDay.find((place) => isSameRide(this.at(place), ride)) : undefined;
  }

  add(place: number, ride: Ride): void {
    if (this.ofDay.length < MOST_LOOKED_AT) this.ofDay.push(place);
    if (ride.clock === undefined) return;
    if (this.underWay.length >= MOST_LOOKED_AT) this.underWay.shift();
    const end = ride.clock + lengthOf(ride);
    this.underWay.push({ place, end });
    this.lastEnd = Math.max(this.lastEnd, end);
  }

  /** A ride that counts is told anew. */
  replace(place: number, ride: Ride): void {
    for (const one of this.underWay)
      if (one.place === place) {
        one.end = Math.max(one.end, (ride.clock ?? 0) + lengthOf(ride));
        this.lastEnd = Math.max(this.lastEnd, one.end);
      }
  }
}

/** Rides that are looked at in one step. */
const STEP = 1000;

/** The merged rides, and who they are from. */
export interface MergedRides {
  readonly rides: RideList;
  readonly sources: readonly RideSource[];
}

/** Rides of all files in order of time, each counted once however many exports and devices hold it, in steps that a caller may stop between. */
export function* mergingRides(lists: readonly RideList[]): Generator<undefined, MergedRides> {
  const store = RideStore.of(lists);
  const order = yield* store.inOrder();
  const kept = new Kept((place) => store.at(order[place] ?? 0));
  const sources = new Set<RideSource>();
  // What counts is gathered at the front of the order, which has been gone through by then.
  let count = 0;
  for (const [step, index] of order.entries()) {
    if (step % STEP === 0) yield;
    const ride = store.at(index);
    const found = kept.find(ride);
    const same = found === undefined ? undefined : order[found];
    if (found === undefined || same === undefined) {
      order[count] = index;
      kept.add(count, ride);
      count += 1;
      sources.add(ride.source);
    } else {
      const both = joined(store.at(same), ride);
      store.set(same, both);
      kept.replace(found, both);
      sources.add(both.source);
    }
  }
  return { rides: new OrderedRides(store, order.subarray(0, count)), sources: [...sources] };
}
