/** Points of a recording, by second: what was not measured is absent. */
export interface RecordedPoint {
  time: number | undefined;
  watts: number | undefined;
  beats: number | undefined;
  lat: number | undefined;
  lon: number | undefined;
}

/** One recorded activity of a TCX or GPX file. */
export interface RecordedTrack {
  /** As the file names it; "" where it does not. */
  sport: string;
  /** Riding time as the file sums it up; 0 where it does not. */
  lapSeconds: number;
  readonly points: RecordedPoint[];
}

/** Between points so far apart the recording stood still; a slower pace is no riding either. Seconds, metres a second. */
const STOP = { seconds: 30, speed: 0.5 };
const EARTH = 6_371_009;

/** Metres between two points, by the plane that lies on the sphere there: exact enough for neighbours. */
function metres(a: RecordedPoint, b: RecordedPoint): number | undefined {
  if (a.lat === undefined || a.lon === undefined || b.lat === undefined || b.lon === undefined) return undefined;
  const rad = Math.PI / 180;
  const north = (b.lat - a.lat) * rad;
  const east = (b.lon - a.lon) * rad * Math.cos(((a.lat + b.lat) / 2) * rad);
  return EARTH * Math.hypot(north, east);
}

export interface Riding {
  readonly seconds: number;
  readonly metres: number;
}

/** How long and how far was ridden, stops left out. */
export function ridingOf(points: readonly RecordedPoint[]): Riding {
  let seconds = 0;
  let way = 0;
  for (const [index, point] of points.entries()) {
    const before = points[index - 1];
    if (before?.time === undefined || point.time === undefined) continue;
    const gap = point.time - before.time;
    const step = metres(before, point);
    if (gap <= 0 || gap > STOP.seconds || (step !== undefined && step < STOP.speed * gap)) continue;
    seconds += gap;
    way += step ?? 0;
  }
  return { seconds, metres: way };
}

/** The highest heart rate that three points in a row hold: a spike is one. */
export function highestBeats(points: readonly RecordedPoint[]): number | undefined {
  const beats = points.flatMap((point) => point.beats ?? []);
  let highest = 0;
  for (let at = 2; at < beats.length; at++)
    highest = Math.max(highest, Math.min(beats[at - 2] ?? 0, beats[at - 1] ?? 0, beats[at] ?? 0));
  return highest === 0 ? undefined : highest;
}
