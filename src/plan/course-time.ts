import type { Course, CourseClimb } from "../athlete/course-schema.ts";
import type { ExperienceLevel } from "../athlete/schema.ts";
import { speedOn, type RoadRider } from "./road-speed.ts";

/** Who rides a course; what is not known is taken as usual. */
export interface CourseRider {
  readonly ftp?: number | undefined;
  readonly weight_kg?: number | undefined;
  readonly experience_level: ExperienceLevel;
}

/** Kilograms of a rider who did not say theirs; and watts per kilogram at FTP where no FTP is known (convention). */
export const ASSUMED_WEIGHT_KG = 75;
const WATTS_PER_KG: Readonly<Record<ExperienceLevel, number>> = { beginner: 2.2, intermediate: 2.8, advanced: 3.5 };

/** A rider on the road at a fraction of their FTP. */
export function onRoad(
  { ftp, weight_kg: weight = ASSUMED_WEIGHT_KG, experience_level: level }: CourseRider,
  fraction: number,
): RoadRider {
  return { watts: (ftp ?? WATTS_PER_KG[level] * weight) * fraction, weightKg: weight };
}

/** Long climbs are ridden so much above the average of an event, and never near threshold, which cannot be paid back. */
const CLIMB = { overAverage: 1.2, most: 0.95 };
/** Shorter events have less to pay back: their climbs are ridden at their own power (training science 1.4). */
export const climbPower = (average: number): number =>
  Math.max(average, Math.min(average * CLIMB.overAverage, CLIMB.most));

/** Minutes of a climb at this fraction of FTP. */
export function climbMinutes(
  climb: CourseClimb,
  rider: CourseRider,
  at: { power: number; altitude?: number | undefined },
): number {
  const speed = speedOn(climb.grade_pct / 100, onRoad(rider, at.power), (at.altitude ?? 0) / 2);
  return (climb.length_km * 1000) / speed / 60;
}

/** The climb that takes the longest. */
export function longestClimb(course: Course): CourseClimb | undefined {
  const effort = ({ length_km: km, grade_pct: grade }: CourseClimb): number => km * (grade + ROLLING_GRADE);
  return course.climbs?.reduce<CourseClimb | undefined>(
    (most, climb) => (most !== undefined && effort(most) >= effort(climb) ? most : climb),
    undefined,
  );
}
/** Rolling and air take about as much as this grade on a climb, in percent. */
const ROLLING_GRADE = 1;

/** Minutes of the longest climb: as said, or of the longest that the course has at this power. */
export function longestClimbMinutes(course: Course, rider: CourseRider, power: number): number | undefined {
  const climb = longestClimb(course);
  return course.longest_climb_min ?? (climb && climbMinutes(climb, rider, { power, altitude: course.altitude_m }));
}

/** Climbing that no climb holds goes up and down at this grade. */
const ROLLING_ROAD = 0.04;
/** Power down a hill, as a part of that on the flat (convention). */
const DOWNHILL = 0.4;

/** Hours of a course at an average fraction of FTP: its climbs at climbing power, the other climbing on rolling road, the rest flat. */
export function courseHours(
  { distance_km: km, climb_m: up = 0, climbs = [], altitude_m: altitude }: Course,
  rider: CourseRider,
  average: number,
): number | undefined {
  if (km === undefined) return undefined;
  const onClimbs =
    climbs.reduce((total, climb) => total + climbMinutes(climb, rider, { power: climbPower(average), altitude }), 0) *
    60;
  const climbed = climbs.reduce((total, { length_km: length, grade_pct: grade }) => total + length * 10 * grade, 0);
  const climbKm = climbs.reduce((total, { length_km: length }) => total + length, 0);
  const rollingUp = Math.max(0, up - climbed);
  const metres = km * 1000;
  const upMetres = Math.min(rollingUp / ROLLING_ROAD, metres / 2);
  const downMetres = Math.min(upMetres + climbKm * 1000, Math.max(0, metres - climbKm * 1000 - upMetres));
  const flat = Math.max(0, metres - climbKm * 1000 - upMetres - downMetres);
  const height = (altitude ?? 0) / 2;
  const steady = onRoad(rider, average);
  const down = { ...steady, watts: steady.watts * DOWNHILL };
  const seconds =
    onClimbs +
    upMetres / speedOn(ROLLING_ROAD, onRoad(rider, climbPower(average)), height) +
    downMetres / speedOn(-ROLLING_ROAD, down, height) +
    flat / speedOn(0, steady, height);
  return seconds / 3600;
}

/** A course of long climbs asks for steady work uphill: one climb of these minutes, or so much climbing in so few kilometres. */
const MOUNTAIN = { climbMinutes: 15, metres: 1500, perKm: 12 };

/** True for an event in the mountains. */
export function isMountain({ longest_climb_min: minutes = 0, climb_m: up = 0, distance_km: km }: Course): boolean {
  return minutes >= MOUNTAIN.climbMinutes || (up >= MOUNTAIN.metres && (km === undefined || up / km >= MOUNTAIN.perKm));
}
