import { SaxesParser } from "saxes";
import { mean } from "../base/numbers.ts";
import { cleanLine } from "../base/text.ts";
import { VALUES } from "./csv-cells.ts";
import { HeartRates } from "./heart-rates.ts";
import { isRiding } from "./is-riding.ts";
import { dayOfClock, type LocalClock } from "./local-clock.ts";
import { bestMean, normalizedWatts, wattsBySecond } from "./power-trace.ts";
import type { OnTrace } from "./read-fit-ride.ts";
import { unknownFile } from "./read-csv.ts";
import { factsOf } from "./ride-facts.ts";
import type { Fault, FileReading, Ride, RideSource } from "./ride.ts";
import { RideStore } from "./ride-store.ts";
import { highestBeats, ridingOf, type RecordedPoint, type RecordedTrack } from "./track-points.ts";
import { tourDays } from "./tour-days.ts";

/** A point a second for a week; beyond it, the file is no ride. */
const MOST_POINTS = 700_000;
const MOST_TRACKS = 200;
const DEEPEST = 60;
const MOST_TEXT = 60;
const TWENTY_MINUTES = 1200;
/** Strava's numbers of sports in its older GPX files. */
const GPX_SPORTS: Readonly<Record<string, string>> = { "1": "Ride", "9": "Run", "10": "Walk", "4": "Hike" };
/** Without a sport a track this quick was ridden: metres a second, 14 km/h to 60 km/h. */
const RIDING_SPEED = { low: 14 / 3.6, high: 60 / 3.6 };

/** Faults of a file that are told to its rider and no error of ours. */
class Unreadable extends Error {}

const secondsOf = (text: string): number | undefined => {
  const time = Date.parse(/(?:Z|[+-]\d\d:?\d\d)$/i.test(text) ? text : `${text}Z`);
  return Number.isNaN(time) ? undefined : Math.round(time / 1000);
};

const numberOf = (text: string | undefined): number | undefined => {
  const value = Number(text);
  return text === undefined || text.trim() === "" || Number.isNaN(value) ? undefined : value;
};

/** Gathers the tracks of a TCX or GPX file as its elements come. */
class Tracks {
  readonly found: RecordedTrack[] = [];
  root = "";
  private readonly path: string[] = [];
  private track: RecordedTrack | undefined;
  private point: RecordedPoint | undefined;
  private text = "";
  private points = 0;

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.path.length >= DEEPEST) throw new Unreadable(`its elements are nested deeper than ${DEEPEST} levels`);
    if (this.path.length === 0) this.root = name;
    this.path.push(name);
    this.text = "";
    if (name === "Activity" || name === "trk") this.begin(attributes.Sport ?? "");
    else if (name === "Trackpoint" || name === "trkpt")
      this.point = {
        time: undefined,
        watts: undefined,
        beats: undefined,
        lat: numberOf(attributes.lat),
        lon: numberOf(attributes.lon),
      };
  }

  write(text: string): void {
    if (this.text.length < MOST_TEXT) this.text += text.slice(0, MOST_TEXT);
  }

  close(): void {
    const name = this.path.pop() ?? "";
    const parent = this.path.at(-1) ?? "";
    const text = this.text.trim();
    this.text = "";
    if (this.point !== undefined) this.closeInPoint(name, parent, text);
    else if (this.track !== undefined && name === "TotalTimeSeconds" && parent === "Lap")
      this.track.lapSeconds += Math.max(0, numberOf(text) ?? 0);
    else if (this.track !== undefined && name === "type" && parent === "trk")
      this.track.sport = GPX_SPORTS[text] ?? text;
    if (name === "Activity" || name === "trk") this.track = undefined;
  }

  private begin(sport: string): void {
    if (this.found.length >= MOST_TRACKS) throw new Unreadable(`it holds more than ${MOST_TRACKS} tracks`);
    this.track = { sport, lapSeconds: 0, points: [] };
    this.found.push(this.track);
  }

  private closeInPoint(name: string, parent: string, text: string): void {
    const { point } = this;
    if (point === undefined) return;
    if (name === "Trackpoint" || name === "trkpt") {
      this.points += 1;
      if (this.points > MOST_POINTS) throw new Unreadable(`it has more than ${MOST_POINTS} points`);
      if (point.time !== undefined) this.track?.points.push(point);
      this.point = undefined;
    } else if (name === "Time" || name === "time") point.time = secondsOf(text);
    else if (name === "Watts" || name === "power" || name === "PowerInWatts") point.watts = numberOf(text);
    else if (name === "hr" || name === "heartrate" || (name === "Value" && parent === "HeartRateBpm"))
      point.beats = numberOf(text);
    else if (name === "LatitudeDegrees") point.lat = numberOf(text);
    else if (name === "LongitudeDegrees") point.lon = numberOf(text);
  }
}

const within = (value: number | undefined, { low, high }: { low: number; high: number }): number | undefined =>
  value === undefined || value <= 0 || value < low || value > high ? undefined : value;

/** What a track is ridden as: its own sport, or where none is named, what its speed says. */
function sportOf({ sport, points }: RecordedTrack): string {
  if (sport !== "") return sport;
  const { seconds, metres } = ridingOf(points);
  const speed = seconds === 0 ? 0 : metres / seconds;
  return speed >= RIDING_SPEED.low && speed <= RIDING_SPEED.high ? "Ride" : "";
}

function rideOf(track: RecordedTrack, source: RideSource, clock: LocalClock): { ride: Ride; watts: number[] } | string {
  const { points } = track;
  const [start, end] = [points[0]?.time, points.at(-1)?.time];
  if (start === undefined || end === undefined || points.length < 2) return "it has no times: a course and no ride";
  const elapsed = Math.max(0, end - start);
  const laps = Math.round(track.lapSeconds);
  const seconds = laps > 0 && laps <= elapsed + 60 ? laps : ridingOf(points).seconds;
  if (seconds === 0) return "it has no duration";
  const watts = wattsBySecond(points.map((point) => [point.time, point.watts]));
  const beats = points.flatMap((point) => within(point.beats, VALUES.heartRate) ?? []);
  const facts = factsOf({
    seconds,
    elapsedSeconds: elapsed,
    givenLoad: undefined,
    normalizedWatts: within(normalizedWatts(watts), VALUES.watts),
    meanWatts: watts.length === 0 ? undefined : within(mean(watts), VALUES.watts),
    meanHr: beats.length === 0 ? undefined : Math.round(mean(beats)),
    maxHr: within(highestBeats(points), VALUES.heartRate),
    effort: undefined,
    best20Watts: within(bestMean(watts, TWENTY_MINUTES), VALUES.watts),
    ftpSet: undefined,
    ftpEstimated: undefined,
    fitness: undefined,
  });
  const local = clock(start);
  return { ride: { ...facts, day: dayOfClock(local), clock: local, source }, watts };
}

export interface TrackSetup {
  readonly clock: LocalClock;
  readonly onTrace?: OnTrace | undefined;
  /** Called from time to time; may throw to stop. */
  readonly onChunk: () => Promise<void>;
}

async function tracksOf(chunks: AsyncIterable<Uint8Array>, onChunk: TrackSetup["onChunk"]): Promise<Tracks> {
  const tracks = new Tracks();
  const parser = new SaxesParser();
  const local = (name: string): string => name.slice(name.indexOf(":") + 1);
  parser.on("error", () => {
    throw new Unreadable(`line ${parser.line} is not well-formed XML`);
  });
  parser.on("opentag", ({ name, attributes }) => {
    tracks.open(local(name), attributes);
  });
  parser.on("text", (text) => {
    tracks.write(text);
  });
  parser.on("closetag", () => {
    tracks.close();
  });
  const decoder = new TextDecoder();
  let isFirst = true;
  for await (const chunk of chunks) {
    const text = decoder.decode(chunk, { stream: true });
    // Some head units write blanks before the first mark.
    parser.write(isFirst ? text.trimStart() : text);
    isFirst = false;
    await onChunk();
  }
  parser.close();
  return tracks;
}

/** The rides of recorded tracks, the other sports by name. */
export function readingOf(
  tracks: { readonly found: readonly RecordedTrack[] },
  source: RideSource,
  { clock, onTrace }: Pick<TrackSetup, "clock" | "onTrace">,
): FileReading {
  const rides = new RideStore();
  const otherSports = new Map<string, number>();
  const heartRates = new HeartRates();
  const faults: Fault[] = [];
  const notes: Fault[] = [];
  for (const track of tracks.found) {
    const sport = sportOf(track);
    const found = rideOf(track, source, clock);
    if (typeof found === "string") faults.push({ why: found });
    else if (isRiding(sport)) {
      const { rides: days, note } = tourDays(found.ride);
      for (const day of days) rides.add(day);
      if (note !== undefined) notes.push({ why: note });
      onTrace?.(found.ride, found.watts);
    } else {
      const name = cleanLine(sport, 40) || "no sport named";
      otherSports.set(name, (otherSports.get(name) ?? 0) + 1);
      if (found.ride.maxHr !== undefined) heartRates.add(Number(found.ride.day.slice(0, 4)), found.ride.maxHr);
    }
  }
  return { ...unknownFile(), source, rides, rows: tracks.found.length, otherSports, heartRates, faults, notes };
}

/** The recorded rides of a TCX or GPX file, with normalised power and the best 20 minutes where it holds watts. Never fails for what a file holds; a course is no ride. */
export async function readTrackRide(chunks: AsyncIterable<Uint8Array>, setup: TrackSetup): Promise<FileReading> {
  try {
    const tracks = await tracksOf(chunks, setup.onChunk);
    const isKnown = tracks.root === "TrainingCenterDatabase" || tracks.root === "gpx";
    if (!isKnown || tracks.found.every(({ points }) => points.length === 0)) return unknownFile();
    return readingOf(tracks, tracks.root === "gpx" ? "gpx" : "tcx", setup);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { ...unknownFile(), source: "tcx", rows: 1, faults: [{ why: error.message }] };
  }
}
