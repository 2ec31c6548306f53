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

/** The columns of a store: the day, the clock in seconds from its midnight on, then numbers in thousandths. */
const COLUMN = {
  day: 0,
  clock: 1,
  seconds: 2,
  elapsedSeconds: 3,
  givenLoad: 4,
  normalizedWatts: 5,
  meanWatts: 6,
  meanHr: 7,
  maxHr: 8,
  effort: 9,
  best20Watts: 10,
  ftpSet: 11,
  ftpEstimated: 12,
  fitness: 13,
} as const;
/** Thousandths are exact for what exports write, in four bytes each. */
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

/**
 * A ride as it is read. By a constructor, for V8 puts the literals of a busy place among what lives long: those of a million
 * rides, each of which is needed for a moment, were 40 MB.
 */
class StoredRide {
  readonly day: CalendarDate;
  readonly source: RideSource;
  readonly seconds: number;

  constructor(day: CalendarDate, source: RideSource, seconds: number) {
    this.day = day;
    this.source = source;
    this.seconds = seconds;
  }
}

/** Some thousand rides, column by column; a column that no ride of them has takes no room. */
class Block {
  readonly sources = new Uint8Array(ROWS);
  private readonly columns: (Int32Array | undefined)[] = [];

  get(column: number, row: number): number {
    return this.columns[column]?.[row] ?? MISSING;
  }

  set(column: number, row: number, value: number): void {
    const known = this.columns[column];
    if (known !== undefined) known[row] = value;
    else if (value !== MISSING) {
      const fresh = new Int32Array(ROWS).fill(MISSING);
      fresh[row] = value;
      this.columns[column] = fresh;
    }
  }

  /** Each fact by name: many rides are read, and a loop over names would be several times slower. */
  readFacts(row: number, ride: Writable): void {
    const value = (column: number): number => this.get(column, row);
    if (value(COLUMN.elapsedSeconds) !== MISSING) ride.elapsedSeconds = value(COLUMN.elapsedSeconds) / PARTS;
    if (value(COLUMN.givenLoad) !== MISSING) ride.givenLoad = value(COLUMN.givenLoad) / PARTS;
    if (value(COLUMN.normalizedWatts) !== MISSING) ride.normalizedWatts = value(COLUMN.normalizedWatts) / PARTS;
    if (value(COLUMN.meanWatts) !== MISSING) ride.meanWatts = value(COLUMN.meanWatts) / PARTS;
    if (value(COLUMN.meanHr) !== MISSING) ride.meanHr = value(COLUMN.meanHr) / PARTS;
    if (value(COLUMN.maxHr) !== MISSING) ride.maxHr = value(COLUMN.maxHr) / PARTS;
    if (value(COLUMN.effort) !== MISSING) ride.effort = value(COLUMN.effort) / PARTS;
    if (value(COLUMN.best20Watts) !== MISSING) ride.best20Watts = value(COLUMN.best20Watts) / PARTS;
    if (value(COLUMN.ftpSet) !== MISSING) ride.ftpSet = value(COLUMN.ftpSet) / PARTS;
    if (value(COLUMN.ftpEstimated) !== MISSING) ride.ftpEstimated = value(COLUMN.ftpEstimated) / PARTS;
    if (value(COLUMN.fitness) !== MISSING) ride.fitness = value(COLUMN.fitness) / PARTS;
  }

  writeFacts(row: number, facts: FactsToKeep): void {
    this.set(COLUMN.seconds, row, packed(facts.seconds));
    this.set(COLUMN.elapsedSeconds, row, packed(facts.elapsedSeconds));
    this.set(COLUMN.givenLoad, row, packed(facts.givenLoad));
    this.set(COLUMN.normalizedWatts, row, packed(facts.normalizedWatts));
    this.set(COLUMN.meanWatts, row, packed(facts.meanWatts));
    this.set(COLUMN.meanHr, row, packed(facts.meanHr));
    this.set(COLUMN.maxHr, row, packed(facts.maxHr));
    this.set(COLUMN.effort, row, packed(facts.effort));
    this.set(COLUMN.best20Watts, row, packed(facts.best20Watts));
    this.set(COLUMN.ftpSet, row, packed(facts.ftpSet));
    this.set(COLUMN.ftpEstimated, row, packed(facts.ftpEstimated));
    this.set(COLUMN.fitness, row, packed(facts.fitness));
  }
}

/** Rides in some 45 bytes each: an export of 200 MB holds millions of short lines. */
export class RideStore implements RideList {
  length = 0;
  private readonly blocks: Block[] = [];
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
    if (this.length % ROWS === 0) this.blocks.push(new Block());
    this.length += 1;
    this.write(this.length - 1, facts, place);
  }

  set(index: number, ride: RideToKeep): void {
    this.write(index, ride, ride);
  }

  at(index: number): Ride {
    const block = this.block(index);
    const row = index % ROWS;
    const day = block.get(COLUMN.day, row);
    const source = RIDE_SOURCES[block.sources[row] ?? 0] ?? "strava";
    const ride: Writable = new StoredRide(this.dayOf(day), source, block.get(COLUMN.seconds, row) / PARTS);
    const clock = block.get(COLUMN.clock, row);
    if (clock !== MISSING) ride.clock = day * DAY_SECONDS + clock;
    block.readFacts(row, ride);
    return ride;
  }

  /** The rides by their numbers in order of time, in steps that a caller may stop between. Exports are sorted, from the first on or from the last: only others are sorted here. */
  *inOrder(): Generator<undefined, Uint32Array> {
    const { length } = this;
    const forward = Uint32Array.from({ length }, (_, index) => index);
    yield;
    if (this.isSorted(forward)) return forward;
    forward.reverse();
    yield;
    if (this.isSorted(forward)) return forward;
    return yield* this.sorted(forward.reverse());
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
    const byDay = this.value(one, COLUMN.day) - this.value(other, COLUMN.day);
    if (byDay !== 0) return byDay;
    const [start, otherStart] = [this.startOf(one), this.startOf(other)];
    if (start !== otherStart) return start - otherStart;
    return this.value(one, COLUMN.seconds) - this.value(other, COLUMN.seconds);
  }

  /** Seconds from midnight on of the ride's own day. */
  private startOf(index: number): number {
    const clock = this.value(index, COLUMN.clock);
    return clock === MISSING ? Infinity : clock;
  }

  private write(index: number, facts: FactsToKeep, { day, clock, source }: RidePlace): void {
    const block = this.block(index);
    const row = index % ROWS;
    const number = dayNumber(day);
    block.set(COLUMN.day, row, number);
    block.set(COLUMN.clock, row, clock === undefined ? MISSING : clock - number * DAY_SECONDS);
    block.sources[row] = RIDE_SOURCES.indexOf(source);
    block.writeFacts(row, facts);
  }

  private value(index: number, column: number): number {
    return this.block(index).get(column, index % ROWS);
  }

  private block(index: number): Block {
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
