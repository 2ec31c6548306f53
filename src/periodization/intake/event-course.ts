import type { Course } from "../../athlete/course-schema.ts";
import type { EventRequest } from "../../athlete/request.ts";
import { wPrimeSecondsOf } from "../../athlete/rider.ts";
import type { Assumption, EventType, ExperienceLevel, ProfileInput } from "../../athlete/schema.ts";
import { clamp, roundTo } from "../../base/numbers.ts";
import { ASSUMED_WEIGHT_KG, climbPower, courseHours, longestClimbMinutes } from "../../plan/course-time.ts";
import type { PlanEvent } from "../../plan/event-schema.ts";
import { eventIntensity } from "./event-intensity.ts";

type CourseProfile = Pick<ProfileInput, "experience_level" | "ftp" | "w_prime_kj" | "weight_kg">;

/** Hours follow from power, and power from hours: after so many rounds they agree. */
const ROUNDS = 12;
/** Hours that a course may come to. */
const HOURS = { low: 0.05, high: 80 };

/**
 * Kilometres an hour of a steady day on rolling roads with its stops, by level, where only the length of an event is known
 * (training science 12.3, custom); and how much faster or slower other kinds are.
 */
const USUAL_KMH: Readonly<Record<ExperienceLevel, number>> = { beginner: 18, intermediate: 24, advanced: 30 };
const PACE: Readonly<Partial<Record<EventType, number>>> = {
  road_race: 1.3,
  criterium: 1.3,
  time_trial: 1.35,
  gravel: 0.8,
  cyclocross: 0.7,
  mtb: 0.6,
  hill_climb: 0.5,
};

/** What a rider of a level usually takes for a distance, in kilometres an hour. */
export const usualSpeed = (type: EventType, level: ExperienceLevel): number => USUAL_KMH[level] * (PACE[type] ?? 1);

/** Hours to the quarter, as riders say them. */
export const usualHoursFor = (km: number, speed: number): number => {
  const hours = km / speed;
  return clamp(hours < 1 ? roundTo(hours, 2) : Math.round(hours * 4) / 4, HOURS.low, HOURS.high);
};

/** True where the length of a course is all that is known of it. */
const isLengthOnly = ({ climb_m, climbs, longest_climb_min }: Course): boolean =>
  climb_m === undefined && climbs === undefined && longest_climb_min === undefined;

/** Hours of a course for this rider at the intensity that such hours are ridden at; undefined where its length is not known. */
function hoursOn(course: Course, type: EventType, profile: CourseProfile): number | undefined {
  let hours: number | undefined = 4;
  const rider = { level: profile.experience_level, wPrimeSeconds: wPrimeSecondsOf(profile) };
  for (let i = 0; i < ROUNDS && hours !== undefined; i++)
    hours = courseHours(course, profile, eventIntensity(type, hours, rider));
  return hours === undefined ? undefined : roundTo(clamp(hours, HOURS.low, HOURS.high), hours < 2 ? 2 : 1);
}

/** A request whose course says how long it takes, where the rider did not; and what was taken for granted. */
export function withCourseHours(
  request: EventRequest,
  type: EventType,
  profile: CourseProfile,
): { readonly request: EventRequest; readonly assumptions: readonly Assumption[] } {
  const { course } = request;
  if (course === undefined) return { request, assumptions: [] };
  const { distance_km: km } = course;
  if (request.hours === undefined && km !== undefined && isLengthOnly(course)) {
    const level = profile.experience_level;
    const speed = usualSpeed(type, level);
    const value = usualHoursFor(km, speed);
    const reason = `${Math.round(km)} km at about ${Math.round(speed)} km/h, usual for ${level} riders on rolling roads; say --event-hours for yours`;
    return { request: { ...request, hours: value }, assumptions: [{ field: "event_hours", value, reason }] };
  }
  const weight: Assumption[] =
    profile.weight_kg === undefined
      ? [
          {
            field: "weight_kg",
            value: ASSUMED_WEIGHT_KG,
            reason: "not given: taken for the time that your course takes; say --weight for yours",
          },
        ]
      : [];
  const hours = request.hours === undefined ? hoursOn(course, type, profile) : undefined;
  if (hours === undefined) return { request, assumptions: course.climbs === undefined ? [] : weight };
  const reason = `from your course: ${course.distance_km ?? 0} km with ${course.climb_m ?? 0} m of climbing, at your power and weight; say --event-hours for yours`;
  return {
    request: { ...request, hours },
    assumptions: [...weight, { field: "event_hours", value: hours, reason }],
  };
}

/** An event's course with the minutes of its longest climb at this rider's power. */
export function withClimbMinutes(event: PlanEvent, profile: CourseProfile): PlanEvent {
  const { course } = event;
  const minutes = course && longestClimbMinutes(course, profile, climbPower(event.intensity_pct / 100));
  if (course === undefined || minutes === undefined) return event;
  return { ...event, course: { ...course, longest_climb_min: clamp(Math.round(minutes), 1, 600) } };
}
