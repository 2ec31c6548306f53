import type { Course } from "../athlete/course-schema.ts";
import { climbMinutes, climbPower, longestClimb, type CourseRider } from "./course-time.ts";
import type { PlanEvent } from "./event-schema.ts";
import { distanceText, heightText, METRIC, placeText, type Measures } from "./measures.ts";

const decimals = (value: number): string => String(Math.round(value * 10) / 10);

/** What is known of a course, as half a sentence: `162 km, 3,410 m up, longest climb 14.2 km at 7.1 %, about 61 minutes for you`. */
export function courseText(course: Course, measures: Measures = METRIC): string {
  const { distance_km: km, climb_m: up, longest_climb_min: minutes, altitude_m: top, heat } = course;
  const climb = longestClimb(course);
  const about = minutes === undefined ? "" : `about ${Math.round(minutes)} minutes for you`;
  return [
    ...(km === undefined ? [] : [distanceText(km, measures)]),
    ...(up === undefined ? [] : [`${heightText(up, measures)} up`]),
    ...(climb === undefined
      ? minutes === undefined
        ? []
        : [`longest climb ${about}`]
      : [
          `longest climb ${distanceText(climb.length_km, measures)} at ${decimals(climb.grade_pct)} %`,
          ...(about === "" ? [] : [about]),
        ]),
    ...(top === undefined ? [] : [`highest point ${heightText(top, measures)}`]),
    ...(heat === true ? ["heat expected"] : []),
  ].join(", ");
}

/** Climbs that the card names, the longest first chosen; shorter ones are ridden as they come. */
const NAMED = { climbs: 5, minutes: 8 };
/** From this height on the card speaks of it. Metres. */
const HIGH_FROM = 1500;
/** Power that riders who live low lose with height: 6.3 % for each 1,000 m, from 300 m on (Wehrlin and Hallén 2006). */
const THIN_AIR = { from: 300, perMetre: 0.000063 };
/** Most that thin air is said to take. */
const MOST_LOST = 0.25;

interface CourseSayer {
  /** A fraction of FTP in the rider's scale. */
  readonly watts: (fraction: number) => string;
  readonly rider: { readonly onCourse?: CourseRider | undefined; readonly measures?: Measures | undefined };
}

interface Line {
  readonly label: string;
  readonly text: string;
}

/** The climbs of a course with their watts and minutes. */
function climbsText(
  { course, intensity_pct: percent }: Pick<PlanEvent, "course" | "intensity_pct">,
  { watts, rider }: CourseSayer,
): string | undefined {
  if (course === undefined) return undefined;
  const power = climbPower(percent / 100);
  const { onCourse, measures = METRIC } = rider;
  const timed = (course.climbs ?? []).flatMap((climb) =>
    onCourse === undefined
      ? []
      : [{ climb, minutes: Math.round(climbMinutes(climb, onCourse, { power, altitude: course.altitude_m })) }],
  );
  const named = timed
    .filter(({ minutes }) => minutes >= NAMED.minutes)
    .sort((a, b) => b.minutes - a.minutes)
    .slice(0, NAMED.climbs)
    .sort((a, b) => a.climb.at_km - b.climb.at_km);
  if (named.length === 0)
    return course.longest_climb_min === undefined
      ? undefined
      : `the longest takes you about ${Math.round(course.longest_climb_min)} minutes at ${watts(power)}. Begin it below that: the second half decides.`;
  const each = named.map(
    ({ climb, minutes }) =>
      `${placeText(climb.at_km, measures)}: ${distanceText(climb.length_km, measures)} at ${decimals(climb.grade_pct)} %, about ${minutes} minutes`,
  );
  return `at ${watts(power)}, each begun a little below it. ${each.join("; ")}.`;
}

function thinAirText({ altitude_m: top }: Course, measures: Measures): string | undefined {
  if (top === undefined || top < HIGH_FROM) return undefined;
  const lost = Math.min(MOST_LOST, (top - THIN_AIR.from) * THIN_AIR.perMetre);
  return `the road reaches ${heightText(top, measures)}. If you live low, count on about ${Math.round(lost * 100)} % less power up there for the same effort; pace by breathing, and take a jacket for the way down.`;
}

const HEAT_TEXT =
  "begin slower than planned, pour water over yourself, and drink to thirst with salt in your food. In the two weeks before, ride easily in the warm hours on five days or more. Stop where you turn dizzy, cold or confused.";

/** Lines of a card that only a known course has. */
export function courseLines(event: Pick<PlanEvent, "course" | "intensity_pct">, sayer: CourseSayer): Line[] {
  const { course } = event;
  if (course === undefined) return [];
  const climbs = climbsText(event, sayer);
  const height = thinAirText(course, sayer.rider.measures ?? METRIC);
  return [
    ...(climbs === undefined ? [] : [{ label: "Climbs", text: climbs }]),
    ...(height === undefined ? [] : [{ label: "Height", text: height }]),
    ...(course.heat === true ? [{ label: "Heat", text: HEAT_TEXT }] : []),
  ];
}
