import { COURSE_LIMITS, type Course, type CourseClimb } from "../athlete/course-schema.ts";
import { PlanError } from "../base/errors.ts";
import { roundTo } from "../base/numbers.ts";
import type { TrackPoint } from "./read-gpx.ts";

/** The mean radius of the earth in metres (IUGG). */
const EARTH = 6_371_009;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Metres between two points on the sphere (haversine). */
export function metresBetween(a: TrackPoint, b: TrackPoint): number {
  const lat = radians(b.lat - a.lat);
  const lon = radians(b.lon - a.lon);
  const h = Math.sin(lat / 2) ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(lon / 2) ** 2;
  return 2 * EARTH * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Heights are read off every so many metres, and averaged over so many of them: receivers are metres off from point to point. */
const STEP = 50;
const SMOOTH_STEPS = 3;
/** No road is steeper from one height to the next: what is, by more than so many metres, is a spike. */
const STEEPEST = 0.35;
const LEAST_SPIKE = 15;
/** A rise or fall of less than this is noise in the sum of climbing. Metres. */
const NOISE = 4;
/** A climb: at least so long, so high and so steep on average; a dip or a flat part up to this ends none. Metres, fractions. */
const CLIMB = { metres: 1000, height: 50, grade: 0.03, dip: 20, flat: 1200 };
/** A jump of more than this between two points is no road: the track was cut there. Metres. */
const JUMP = 5000;

interface Profile {
  /** Metres above the sea, one every STEP. */
  readonly heights: readonly number[];
  readonly metres: number;
}

/** The height of a point, or the middle one of those around it: a spike stands alone. */
function heightAt(points: readonly TrackPoint[], i: number): number | undefined {
  if (points[i]?.ele === undefined) return undefined;
  const around = points.slice(Math.max(0, i - 2), i + 3).flatMap(({ ele }) => ele ?? []);
  return around.sort((a, b) => a - b)[Math.floor(around.length / 2)];
}

interface Known {
  readonly at: number;
  readonly ele: number;
}

/** The heights that a track knows, by metres from its start, without those that no road could reach from the one before. */
function knownHeights(points: readonly TrackPoint[]): { readonly known: readonly Known[]; readonly metres: number } {
  const known: Known[] = [];
  let metres = 0;
  points.forEach((point, i) => {
    const before = points[i - 1];
    const step = before === undefined ? 0 : metresBetween(before, point);
    metres += step > JUMP ? 0 : step;
    const last = known.at(-1);
    const ele = heightAt(points, i);
    if (ele === undefined || (last !== undefined && metres <= last.at)) return;
    const isSpike =
      last !== undefined && Math.abs(ele - last.ele) > Math.max(LEAST_SPIKE, (metres - last.at) * STEEPEST);
    if (!isSpike) known.push({ at: metres, ele });
  });
  return { known, metres };
}

/** Heights at even distances. Points without one lie on the line between those beside them. */
function profileOf(points: readonly TrackPoint[]): Profile {
  const { known, metres } = knownHeights(points);
  const heights: number[] = [];
  let next = 0;
  for (let at = 0; at <= metres; at += STEP) {
    while (next < known.length && (known[next]?.at ?? 0) < at) next++;
    const [before, after] = [known[next - 1] ?? known[next], known[next] ?? known.at(-1)];
    if (before === undefined || after === undefined) return { heights: [], metres };
    const share = after.at > before.at ? (at - before.at) / (after.at - before.at) : 0;
    heights.push(before.ele + (after.ele - before.ele) * Math.min(1, Math.max(0, share)));
  }
  return { heights, metres };
}

/** Each height as the mean of those around it. */
const smoothed = (heights: readonly number[]): number[] =>
  heights.map((_, i) => {
    const around = heights.slice(Math.max(0, i - SMOOTH_STEPS), i + SMOOTH_STEPS + 1);
    return around.reduce((total, height) => total + height, 0) / around.length;
  });

/** Metres up, rises of noise left out. */
function climbed(heights: readonly number[]): number {
  let up = 0;
  let low = heights[0] ?? 0;
  let high = low;
  for (const height of heights) {
    if (height > high) high = height;
    if (height < high - NOISE) {
      if (high - low > NOISE) up += high - low;
      low = height;
      high = height;
    } else if (height < low) {
      low = height;
      high = height;
    }
  }
  return high - low > NOISE ? up + high - low : up;
}

/** Where a climb begins: the road that leads to it gently is no part of it. */
function steepestFrom(heights: readonly number[], foot: number, top: number): number {
  const weight = (from: number): number => ((heights[top] ?? 0) - (heights[from] ?? 0)) ** 2 / Math.max(1, top - from);
  let best = foot;
  for (let from = foot; from < top; from++) if (weight(from) > weight(best)) best = from;
  return best;
}

/** The climbs of a profile: from a low point to the last high one before it falls, or lies flat, for too long. */
function climbsIn(heights: readonly number[]): CourseClimb[] {
  const climbs: CourseClimb[] = [];
  let foot = 0;
  let top = 0;
  const close = (): void => {
    foot = steepestFrom(heights, foot, top);
    const rise = (heights[top] ?? 0) - (heights[foot] ?? 0);
    const metres = (top - foot) * STEP;
    if (metres >= CLIMB.metres && rise >= CLIMB.height && rise / metres >= CLIMB.grade)
      climbs.push({
        at_km: roundTo((foot * STEP) / 1000, 1),
        length_km: roundTo(metres / 1000, 1),
        grade_pct: roundTo((rise / metres) * 100, 1),
      });
  };
  heights.forEach((height, i) => {
    if (height > (heights[top] ?? 0)) top = i;
    const fallen = (heights[top] ?? 0) - height;
    const isFlat = (i - top) * STEP > CLIMB.flat;
    if (fallen > CLIMB.dip || isFlat) {
      close();
      foot = i;
      top = i;
    } else if (height <= (heights[foot] ?? 0) + 1 && top - foot <= 1) {
      foot = i;
      top = i;
    } else if (height < (heights[foot] ?? 0)) {
      foot = i;
      top = i;
    }
  });
  close();
  return climbs;
}

const unusable = (source: string, why: string): PlanError =>
  new PlanError({
    code: "INPUT_INVALID",
    message: `${source} is no course that can be read: ${why}.`,
    hint: "Export the course again, as GPX with elevation, or say it in the file as distanceKm, climbM and longestClimbMin.",
  });

/** What a plan needs of a track: distance, climbing, its highest point and its climbs. */
export function courseOfTrack(points: readonly TrackPoint[], source: string): Course {
  const { heights: raw, metres } = profileOf(points);
  const km = metres / 1000;
  const { low, high } = COURSE_LIMITS.distanceKm;
  if (km < low || km > high) throw unusable(source, `it is ${roundTo(km, 2)} km long`);
  if (points.every(({ ele }) => ele === undefined)) throw unusable(source, "none of its points has an elevation");
  const heights = smoothed(raw);
  const climbs = climbsIn(heights)
    .filter(({ grade_pct: grade }) => grade <= COURSE_LIMITS.gradePct.high)
    .sort((a, b) => b.length_km * b.grade_pct - a.length_km * a.grade_pct)
    .slice(0, COURSE_LIMITS.climbs)
    .sort((a, b) => a.at_km - b.at_km);
  const highest = Math.round(heights.reduce((most, height) => Math.max(most, height), -Infinity));
  return {
    distance_km: roundTo(km, 1),
    climb_m: Math.min(COURSE_LIMITS.climbM.high, Math.round(climbed(heights) / 10) * 10),
    altitude_m: highest,
    ...(climbs.length === 0 ? {} : { climbs }),
  };
}
