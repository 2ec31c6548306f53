import type { CalendarDate } from "../base/calendar.ts";
import type { HeartRates } from "./heart-rates.ts";

/** Where a recorded ride came from. */
export const RIDE_SOURCES = [
  "strava",
  "garmin",
  "trainingpeaks",
  "intervals",
  "fit",
  "tcx",
  "gpx",
  "goldencheetah",
  "wahoo",
  "zwift",
  "polar",
  "suunto",
  "table",
] as const;
export type RideSource = (typeof RIDE_SOURCES)[number];

/** What one record says of a ride. Watts, beats a minute, seconds; what is missing was not recorded or cannot be right. */
export interface RideFacts {
  /** Riding time without stops where the file has it, otherwise from start to end. */
  readonly seconds: number;
  readonly elapsedSeconds?: number;
  /** Load (TSS) as another program computed it. */
  readonly givenLoad?: number;
  readonly normalizedWatts?: number;
  /** Mean power of a real meter, zeros included. */
  readonly meanWatts?: number;
  readonly meanHr?: number;
  readonly maxHr?: number;
  /** How hard it felt, 1 to 10. */
  readonly effort?: number;
  /** Best mean power of 20 minutes. */
  readonly best20Watts?: number;
  /** The FTP that the other program counts with, and the one it estimates. */
  readonly ftpSet?: number;
  readonly ftpEstimated?: number;
  /** Fitness on that day as the other program has it. */
  readonly fitness?: number;
}

/** One ride on the rider's local day. */
export interface Ride extends RideFacts {
  readonly day: CalendarDate;
  /** Seconds on the rider's clock at the start, counted from 1970 as if it stood at UTC; absent where only the day is known. */
  readonly clock?: number;
  readonly source: RideSource;
}

/** Rides that can be counted and gone through again and again; an array is one. */
export interface RideList extends Iterable<Ride> {
  readonly length: number;
}

/** Something that could not be read, with the line of the file where it stands. */
export interface Fault {
  readonly line?: number;
  readonly why: string;
}

/** What one file held. */
export interface FileReading {
  /** Undefined where the file is none that we know. */
  readonly source: RideSource | undefined;
  readonly rides: RideList;
  /** Rides and other sports together. */
  readonly rows: number;
  /** Sports that are no riding, by their name in the file, with how often. */
  readonly otherSports: ReadonlyMap<string, number>;
  /** Highest heart rates of sports that are no riding. */
  readonly heartRates: HeartRates;
  /** Rows that were planned and not ridden. */
  readonly planned: number;
  /** Lines that count for nothing, and how many more of them there are than are kept here. */
  readonly faults: readonly Fault[];
  readonly moreFaults: number;
  /** Values that were left out of a ride that counts, and how many more. */
  readonly notes: readonly Fault[];
  readonly moreNotes: number;
  /** A list of this program, but without columns that it cannot do without. */
  readonly incomplete?: { readonly program: string; readonly missing: readonly string[] } | undefined;
}
