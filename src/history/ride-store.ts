import { dayNumber, fromDayNumber, type CalendarDate } from "../base/calendar.ts";
import { FACTS } from "./ride-facts.ts";
import { RIDE_SOURCES, type Ride, type RideFacts, type RideList, type RideSource } from "./ride.ts";

/** A ride to be kept: what it lacks may be undefined. */
export type RideToKeep = { readonly [K in keyof RideFacts]?: RideFacts[K] | undefined } & {
  readonly seconds: number;
  readonly day: CalendarDate;
  readonly clock?: number | undefined;
  readonly source: RideSource;
};

/** What stands where in the row of a ride: its day, day and second of the clock, source, then the facts. */
const AT = { day: 0, clockDay: 1, clockSecond: 2, source: 3, facts: 4 } as const;
const WIDTH = AT.facts + FACTS.length;
/** Facts are kept in thousandths: exact for what exports write, in four bytes each. */
const PARTS = 1000;
const MISSING = -(2 ** 31);
const ROWS = 4096;
const DAY_SECONDS = 86_400;

function packed(value: number | undefined): number {
  const parts = value === undefined ? Number.NaN : Math.round(value * PARTS);
  return Math.abs(parts) < -MISSING ? parts : MISSING;
}

function startOf(row: Int32Array): number {
  const clockDay = row[AT.clockDay] ?? MISSING;
  return clockDay === MISSING ? Infinity : clockDay * DAY_SECONDS + (row[AT.clockSecond] ?? 0);
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
    if (this.length % ROWS === 0) this.blocks.push(new Int32Array(ROWS * WIDTH));
    this.length += 1;
    this.set(this.length - 1, ride);
  }

  set(index: number, ride: RideToKeep): void {
    const { day, clock, source } = ride;
    const clockDay = clock === undefined ? MISSING : Math.floor(clock / DAY_SECONDS);
    const second = clock === undefined ? 0 : clock - clockDay * DAY_SECONDS;
    const row = this.row(index);
    row[AT.day] = dayNumber(day);
    row[AT.clockDay] = clockDay;
    row[AT.clockSecond] = second;
    row[AT.source] = RIDE_SOURCES.indexOf(source);
    FACTS.forEach((name, i) => (row[AT.facts + i] = packed(ride[name])));
  }

  at(index: number): Ride {
    const row = this.row(index);
    const ride: { -readonly [K in keyof Ride]: Ride[K] } = {
      day: this.dayOf(row[AT.day] ?? 0),
      source: RIDE_SOURCES[row[AT.source] ?? 0] ?? "strava",
      seconds: 0,
    };
    const clockDay = row[AT.clockDay] ?? MISSING;
    if (clockDay !== MISSING) ride.clock = clockDay * DAY_SECONDS + (row[AT.clockSecond] ?? 0);
    FACTS.forEach((name, i) => {
      const parts = row[AT.facts + i] ?? MISSING;
      if (parts !== MISSING) ride[name] = parts / PARTS;
    });
    return ride;
  }

  /** The rides by their numbers in order of time. Exports are sorted, from the first on or from the last: only others are sorted here. */
  inOrder(): Uint32Array {
    const { length } = this;
    const forward = Uint32Array.from({ length }, (_, index) => index);
    if (this.isSorted(forward)) return forward;
    const backward = forward.slice().reverse();
    if (this.isSorted(backward)) return backward;
    return forward.sort((a, b) => this.compare(a, b));
  }

  private isSorted(order: Uint32Array): boolean {
    for (let at = 1; at < order.length; at++) if (this.compare(order[at - 1] ?? 0, order[at] ?? 0) > 0) return false;
    return true;
  }

  /** Earlier rides first; those without a time stand at the end of their day. */
  private compare(one: number, other: number): number {
    const [a, b] = [this.row(one), this.row(other)];
    const byDay = (a[AT.day] ?? 0) - (b[AT.day] ?? 0);
    if (byDay !== 0) return byDay;
    const [start, otherStart] = [startOf(a), startOf(b)];
    return start === otherStart ? (a[AT.facts] ?? 0) - (b[AT.facts] ?? 0) : start - otherStart;
  }

  *[Symbol.iterator](): Generator<Ride> {
    for (let index = 0; index < this.length; index++) yield this.at(index);
  }

  private row(index: number): Int32Array {
    const at = (index % ROWS) * WIDTH;
    const block = this.blocks[Math.floor(index / ROWS)];
    if (block === undefined || index >= this.length) throw new RangeError(`there is no ride ${index}`);
    return block.subarray(at, at + WIDTH);
  }

  private dayOf(number: number): CalendarDate {
    const known = this.days.get(number);
    if (known !== undefined) return known;
    const day = fromDayNumber(number);
    this.days.set(number, day);
    return day;
  }
}
