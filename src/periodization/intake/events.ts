import type { EventRequest } from "../../athlete/request.ts";
import { wPrimeSecondsOf } from "../../athlete/rider.ts";
import type { Assumption, EventType, ProfileInput } from "../../athlete/schema.ts";
import type { PlanEvent } from "../../plan/event-schema.ts";
import { eventIntensity } from "./event-intensity.ts";
import type { MappedGoal } from "./goal.ts";

/** What an event needs to know of its rider. */
type EventProfile = Pick<ProfileInput, "experience_level" | "ftp" | "w_prime_kj">;

/** How an event is prepared (training science 3.3): taper in days and cut, and how long its long ride is. */
export interface EventStyle {
  readonly taperDays: number;
  readonly cut: number;
  /** Form (TSB) wanted on the morning, at least (3.3). */
  readonly leastForm: number;
  /** The longest ride as a share of the event's time, and its shortest useful and longest length in minutes. */
  readonly longShare: number;
  readonly longMinutes: { readonly low: number; readonly high: number };
  /** What part of a four-ride week the long ride takes. */
  readonly weekShare: number;
  /** Two long days in a row belong to it. */
  readonly backToBack: boolean;
  /** Ridden evenly, without sprints. */
  readonly isSteady: boolean;
}

const STYLES: Record<Exclude<EventType, "other">, EventStyle> = {
  century: {
    taperDays: 9,
    cut: 0.43,
    leastForm: 5,
    longShare: 0.75,
    longMinutes: { low: 180, high: 300 },
    weekShare: 0.4,
    backToBack: false,
    isSteady: true,
  },
  gran_fondo: {
    taperDays: 9,
    cut: 0.43,
    leastForm: 5,
    longShare: 0.75,
    longMinutes: { low: 180, high: 300 },
    weekShare: 0.4,
    backToBack: false,
    isSteady: true,
  },
  road_race: {
    taperDays: 8,
    cut: 0.44,
    leastForm: 5,
    longShare: 1,
    longMinutes: { low: 120, high: 240 },
    weekShare: 0.34,
    backToBack: false,
    isSteady: false,
  },
  criterium: {
    taperDays: 8,
    cut: 0.45,
    leastForm: 10,
    longShare: 2,
    longMinutes: { low: 90, high: 150 },
    weekShare: 0.28,
    backToBack: false,
    isSteady: false,
  },
  time_trial: {
    taperDays: 9,
    cut: 0.45,
    leastForm: 10,
    longShare: 3,
    longMinutes: { low: 105, high: 180 },
    weekShare: 0.3,
    backToBack: false,
    isSteady: true,
  },
  gravel: {
    taperDays: 10,
    cut: 0.45,
    leastForm: 8,
    longShare: 0.75,
    longMinutes: { low: 180, high: 330 },
    weekShare: 0.43,
    backToBack: false,
    isSteady: true,
  },
  ultra: {
    taperDays: 10,
    cut: 0.48,
    leastForm: 10,
    longShare: 0.6,
    longMinutes: { low: 240, high: 360 },
    weekShare: 0.46,
    backToBack: true,
    isSteady: true,
  },
  mtb: {
    taperDays: 8,
    cut: 0.45,
    leastForm: 8,
    longShare: 2,
    longMinutes: { low: 120, high: 195 },
    weekShare: 0.31,
    backToBack: false,
    isSteady: false,
  },
  hill_climb: {
    taperDays: 8,
    cut: 0.45,
    leastForm: 10,
    longShare: 4,
    longMinutes: { low: 105, high: 180 },
    weekShare: 0.3,
    backToBack: false,
    isSteady: true,
  },
  cyclocross: {
    taperDays: 8,
    cut: 0.45,
    leastForm: 10,
    longShare: 2,
    longMinutes: { low: 90, high: 165 },
    weekShare: 0.29,
    backToBack: false,
    isSteady: false,
  },
  multi_day: {
    taperDays: 11,
    cut: 0.5,
    leastForm: 10,
    longShare: 0.8,
    longMinutes: { low: 180, high: 300 },
    weekShare: 0.4,
    backToBack: true,
    isSteady: true,
  },
};

/** Half way between a long time trial and a short road race, and half way on to a century (3.3). Hours. */
const OTHER_HOURS = { timeTrial: 1.5, roadRace: 3 };

/** `other` is trained as what its hours resemble: under 1.5 a time trial, to 3 a road race, beyond a century. */
export function styleTypeOf(type: EventType, hours: number): Exclude<EventType, "other"> {
  if (type !== "other") return type;
  if (hours < OTHER_HOURS.timeTrial) return "time_trial";
  return hours <= OTHER_HOURS.roadRace ? "road_race" : "century";
}

/** A hill climb up to this long is won above FTP: VO2max and anaerobic work at race power (3.3, 12.3). Hours. */
const SHORT_HILL_HOURS = 0.2;
export const isShortHill = ({ type, hours }: { type: EventType; hours: number }): boolean =>
  type === "hill_climb" && hours <= SHORT_HILL_HOURS;

export const styleOf = (event: { type: EventType; hours: number }): EventStyle =>
  STYLES[styleTypeOf(event.type, event.hours)];

/** Long ride of a plan without an event: minutes, and its part of a four-ride week. */
export const NO_EVENT_LONG = {
  "build-endurance": { high: 300, weekShare: 0.4 },
  "improve-ftp": { high: 180, weekShare: 0.34 },
  "race-prep": { high: 210, weekShare: 0.34 },
  "weight-loss": { high: 180, weekShare: 0.36 },
  "general-fitness": { high: 150, weekShare: 0.36 },
  event: { high: 240, weekShare: 0.36 },
} as const;

/** Hours by type for a beginner, an intermediate and an advanced rider; for several days, hours a day (3.3). */
const HOURS: Record<EventType, readonly [number, number, number]> = {
  century: [7, 6, 5],
  gran_fondo: [7, 6, 5],
  criterium: [0.75, 0.9, 1],
  road_race: [2.5, 3, 3.5],
  time_trial: [1, 0.75, 0.6],
  mtb: [2, 1.6, 1.5],
  gravel: [7, 6, 5],
  multi_day: [4.5, 4.5, 4.5],
  ultra: [14, 13, 12],
  hill_climb: [0.6, 0.5, 0.4],
  cyclocross: [0.7, 0.75, 0.85],
  other: [4, 4, 4],
};

/** What is usual for a kind of event, by level from the beginner on. */
export const usualEventHours = (type: EventType): readonly number[] => HOURS[type];

/** Days of an event of several days where nobody says how many. */
export const USUAL_STAGES = 3;

/** The event with what was missing filled in, and what was assumed. */
export function resolveEvent(
  request: EventRequest,
  { goal, profile }: { goal: MappedGoal; profile: EventProfile },
): { event: PlanEvent; assumptions: Assumption[] } {
  const assumptions: Assumption[] = [];
  const level = profile.experience_level;
  const type = request.type ?? goal.eventType ?? "other";
  if (request.type === undefined)
    assumptions.push({
      field: "event_type",
      value: type,
      reason: goal.eventType === undefined ? "no event type was given" : "read from your goal",
    });
  const column = { beginner: 0, intermediate: 1, advanced: 2 }[level];
  // An event that the goal names by its distance, such as a triathlon's bike leg, has hours of its own.
  const named = type === goal.eventType ? goal.eventHours : undefined;
  const hours = request.hours ?? named ?? HOURS[type][column] ?? 4;
  if (request.hours === undefined)
    assumptions.push({
      field: "event_hours",
      value: hours,
      reason:
        named === undefined
          ? `usual for ${type.replace("_", " ")} and ${level} riders`
          : `usual for such an event, because ${goal.because}`,
    });
  const days = request.days ?? (type === "multi_day" ? (goal.eventDays ?? USUAL_STAGES) : 1);
  if (request.days === undefined && type === "multi_day")
    assumptions.push({
      field: "event_days",
      value: days,
      reason: `${goal.eventDays === undefined ? "a usual stage event" : "read from your goal"}; say --event-days for yours`,
    });
  const intensity = eventIntensity(type, hours, { level, wPrimeSeconds: wPrimeSecondsOf(profile) });
  return { event: { date: request.date, type, hours, days, intensity_pct: Math.round(intensity * 100) }, assumptions };
}

/**
 * A long ride of less than this part of a day of the event makes nobody ready (12.3). One takes at most half of a week (rule 23);
 * where the event has days, or more than eight hours, two in a row belong to it.
 */
const SERVING = { longRide: 0.4, mostHours: 8, ofWeek: { one: 0.5, two: 0.7 } };

/** Fewest hours a week that still serve an event. */
export function hoursServing({ hours, days }: Pick<PlanEvent, "hours" | "days">): number {
  const long = Math.min(hours, SERVING.mostHours) * SERVING.longRide;
  return days > 1 || hours > SERVING.mostHours ? (long * 2) / SERVING.ofWeek.two : long / SERVING.ofWeek.one;
}
