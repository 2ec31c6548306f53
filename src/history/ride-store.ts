import { dayNumber, fromDayNumber, type CalendarDate } from "../base/calendar.ts";
import { RIDE_SOURCES, type Ride, type RideFacts, type RideList, type RideSource } from "./ride.ts";

/** Facts of a ride to be kept: what it lacks may be undefined. */
export type FactsToKeep = { readonly [K in keyof RideFacts]?: RideFacts[K] | undefined } & { readonly seconds: number };

/** When a ride was ridden, and who says so. */
export interface RidePlace {
  readonly day: CalendarDate;
  readonly clock?: number | undefined;
  readonly source: RideSource;
}

export type RideToKeep = FactsToKeep & RidePlace;

/** What stands where in the row of a ride: its day, day and second of the clock, source, then the facts. */
const AT = { day: 0, clockDay: 1, clockSecond: 2, source: 3, seconds: 4 } as const;
const WIDTH = 16;
/** Facts are kept in thousandths: exact for what exports write, in four bytes each. */
const PARTS = 1000;
const MISSING = -(2 ** 31);
const ROWS = 4096;
const DAY_SECONDS = 86_400;
/** Rides that are sorted in one step. */
const PIECE = 2 ** 15;

interface Pieces {
  readonly source: Uint32Array;
  readonly target: Uint32Array;
  readonly from: number;
  readonly width: number;
}

function packed(value: number | undefined): number {
  if (value === undefined) return MISSING;
  const parts = Math.round(value * PARTS);
  return Math.abs(parts) < -MISSING ? parts : MISSING;
}

type Writable = { -readonly [K in keyof Ride]: Ride[K] };

/** The facts behind the seconds, each by name: many rides are read, and a loop over names would be several times slower. */
function readFacts(block: Int32Array, at: number, ride: Writable): void {
  const value = (place: number): number => block[at + place] ?? MISSING;
  if (value(5) !== MISSING) ride.elapsedSeconds = value(5) / PARTS;
  if (value(6) !== MISSING) ride.givenLoad = value(6) / PARTS;
  if (value(7) !== MISSING) ride.normalizedWatts = value(7) / PARTS;
  if (value(8) !== MISSING) ride.meanWatts = value(8) / PARTS;
  if (value(9) !== MISSING) ride.meanHr = value(9) / PARTS;
  if (value(10) !== MISSING) ride.maxHr = value(10) / PARTS;
  if (value(11) !== MISSING) ride.effort = value(11) / PARTS;
  if (value(12) !== MISSING) ride.best20Watts = value(12) / PARTS;
  if (value(13) !== MISSING) ride.ftpSet = value(13) / PARTS;
  if (value(14) !== MISSING) ride.ftpEstimated = value(14) / PARTS;
  if (value(15) !== MISSING) ride.fitness = value(15) / PARTS;
}

function writeFacts(block: Int32Array, at: number, facts: FactsToKeep): void {
  block[at + AT.seconds] = packed(facts.seconds);
  block[at + 5] = packed(facts.elapsedSeconds);
  block[at + 6] = packed(facts.givenLoad);
  block[at + 7] = packed(facts.normalizedWatts);
  block[at + 8] = packed(facts.meanWatts);
  block[at + 9] = packed(facts.meanHr);
  block[at + 10] = packed(facts.maxHr);
  block[at + 11] = packed(facts.effort);
  block[at + 12] = packed(facts.best20Watts);
  block[at + 13] = packed(facts.ftpSet);
  block[at + 14] = packed(facts.ftpEstimated);
  block[at + 15] = packed(facts.fitness);
}

/** Rides in 64 bytes each: an export of 200 MB holds millions of short lines. */
export class RideStore implements RideList {
  length = 0;
  private readonly blocks: Int32Array[] = [];
  private readonly days = new Map<number, CalendarDate>();

  /** One store of several lists; a store that stands alone is taken as it is. */
  static of(lists: readonly RideList[]): RideStore {
    const [only, ...more] = lists;
    if (only instanceof RideStore && more.length === 0) return only;
    const store = new RideStore();
    for (const list of lists) for (const ride of list) store.add(ride);
    return store;
  }

  add(ride: RideToKeep): void {
    this.addFacts(ride, ride);
  }

  addFacts(facts: FactsToKeep, place: RidePlace): void {
    if (this.length % ROWS === 0) this.blocks.push(new Int32Array(ROWS * WIDTH));
    this.length += 1;
    this.write(this.length - 1, facts, place);
  }

  set(index: number, ride: RideToKeep): void {
    this.write(index, ride, ride);
  }

  at(index: number): Ride {
    const block = this.block(index);
    const at = (index % ROWS) * WIDTH;
    const ride: Writable = {
      day: this.dayOf(block[at] ?? 0),
      source: RIDE_SOURCES[block[at + AT.source] ?? 0] ?? "strava",
      seconds: (block[at + AT.seconds] ?? 0) / PARTS,
    };
    const clockDay = block[at + AT.clockDay] ?? MISSING;
    if (clockDay !== MISSING) ride.clock = clockDay * DAY_SECONDS + (block[at + AT.clockSecond] ?? 0);
    readFacts(block, at, ride);
    return ride;
  }

  /** The rides by their numbers in order of time, in steps that a caller may stop between. Exports are sorted, from the first on or from the last: only others are sorted here. */
  *inOrder(): Generator<undefined, Uint32Array> {
    const { length } = this;
    const forward = Uint32Array.from({ length }, (_, index) => index);
    yield;
    if (this.isSorted(forward)) return forward;
    const backward = forward.slice().reverse();
    yield;
    if (this.isSorted(backward)) return backward;
    return yield* this.sorted(forward);
  }

  *[Symbol.iterator](): Generator<Ride> {
    for (let index = 0; index < this.length; index++) yield this.at(index);
  }

  /** Sorts pieces, then puts neighbours together: no step takes long. */
  private *sorted(order: Uint32Array): Generator<undefined, Uint32Array> {
    for (let from = 0; from < order.length; from += PIECE) {
      order.subarray(from, from + PIECE).sort((a, b) => this.compare(a, b));
      yield;
    }
    let source = order;
    let target: Uint32Array = new Uint32Array(order.length);
    for (let width = PIECE; width < order.length; width *= 2) {
      for (let from = 0; from < order.length; from += 2 * width)
        yield* this.joinedPieces({ source, target, from, width });
      [source, target] = [target, source];
    }
    return source;
  }

  private *joinedPieces({ source, target, from, width }: Pieces): Generator<undefined> {
    const middle = Math.min(from + width, source.length);
    const end = Math.min(from + 2 * width, source.length);
    let [left, right] = [from, middle];
    for (let at = from; at < end; at++) {
      const isLeft = left < middle && (right >= end || this.compare(source[left] ?? 0, source[right] ?? 0) <= 0);
      target[at] = source[isLeft ? left++ : right++] ?? 0;
      if (at % PIECE === 0) yield;
    }
  }

  private isSorted(order: Uint32Array): boolean {
    for (let at = 1; at < order.length; at++) if (this.compare(order[at - 1] ?? 0, order[at] ?? 0) > 0) return false;
    return true;
  }

  /** Earlier rides first; those without a time stand at the end of their day. */
  private compare(one: number, other: number): number {
    const byDay = this.value(one, AT.day) - this.value(other, AT.day);
    if (byDay !== 0) return byDay;
    const [start, otherStart] = [this.startOf(one), this.startOf(other)];
    return start === otherStart ? this.value(one, AT.seconds) - this.value(other, AT.seconds) : start - otherStart;
  }

  private startOf(index: number): number {
    const clockDay = this.value(index, AT.clockDay);
    return clockDay === MISSING ? Infinity : clockDay * DAY_SECONDS + this.value(index, AT.clockSecond);
  }

  private write(index: number, facts: FactsToKeep, { day, clock, source }: RidePlace): void {
    const block = this.block(index);
    const at = (index % ROWS) * WIDTH;
    const clockDay = clock === undefined ? MISSING : Math.floor(clock / DAY_SECONDS);
    block[at] = dayNumber(day);
    block[at + AT.clockDay] = clockDay;
    block[at + AT.clockSecond] = clock === undefined ? 0 : clock - clockDay * DAY_SECONDS;
    block[at + AT.source] = RIDE_SOURCES.indexOf(source);
    writeFacts(block, at, facts);
  }

  private value(index: number, place: number): number {
    return this.block(index)[(index % ROWS) * WIDTH + place] ?? MISSING;
  }

  private block(index: number): Int32Array {
    const block = this.blocks[Math.floor(index / ROWS)];
    if (block === undefined || index >= this.length) throw new RangeError(`there is no ride ${index}`);
    return block;
  }

  private dayOf(number: number): CalendarDate {
    const known = this.days.get(number);
    if (known !== undefined) return known;
    const day = fromDayNumber(number);
    this.days.set(number, day);
    return day;
  }
}
