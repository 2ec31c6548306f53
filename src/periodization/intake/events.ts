import type { EventRequest } from "../../athlete/request.ts";
import type { Assumption, EventType, ExperienceLevel } from "../../athlete/schema.ts";
import { interpolate, roundTo } from "../../base/numbers.ts";
import type { PlanEvent } from "../../plan/schema.ts";

/** How an event is prepared (training science 3.3): taper in days and cut, and how long its long ride is. */
export interface EventStyle {
  readonly taperDays: number;
  readonly cut: number;
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
    longShare: 0.75,
    longMinutes: { low: 180, high: 300 },
    weekShare: 0.4,
    backToBack: false,
    isSteady: true,
  },
  gran_fondo: {
    taperDays: 9,
    cut: 0.43,
    longShare: 0.75,
    longMinutes: { low: 180, high: 300 },
    weekShare: 0.4,
    backToBack: false,
    isSteady: true,
  },
  road_race: {
    taperDays: 8,
    cut: 0.44,
    longShare: 1,
    longMinutes: { low: 120, high: 240 },
    weekShare: 0.34,
    backToBack: false,
    isSteady: false,
  },
  criterium: {
    taperDays: 8,
    cut: 0.45,
    longShare: 2,
    longMinutes: { low: 90, high: 150 },
    weekShare: 0.28,
    backToBack: false,
    isSteady: false,
  },
  time_trial: {
    taperDays: 9,
    cut: 0.45,
    longShare: 3,
    longMinutes: { low: 105, high: 180 },
    weekShare: 0.3,
    backToBack: false,
    isSteady: true,
  },
  gravel: {
    taperDays: 10,
    cut: 0.45,
    longShare: 0.75,
    longMinutes: { low: 180, high: 330 },
    weekShare: 0.43,
    backToBack: false,
    isSteady: true,
  },
  ultra: {
    taperDays: 10,
    cut: 0.48,
    longShare: 0.6,
    longMinutes: { low: 240, high: 360 },
    weekShare: 0.46,
    backToBack: true,
    isSteady: true,
  },
  mtb: {
    taperDays: 8,
    cut: 0.45,
    longShare: 2,
    longMinutes: { low: 120, high: 195 },
    weekShare: 0.31,
    backToBack: false,
    isSteady: false,
  },
  hill_climb: {
    taperDays: 8,
    cut: 0.45,
    longShare: 4,
    longMinutes: { low: 105, high: 180 },
    weekShare: 0.3,
    backToBack: false,
    isSteady: true,
  },
  multi_day: {
    taperDays: 11,
    cut: 0.5,
    longShare: 0.8,
    longMinutes: { low: 180, high: 300 },
    weekShare: 0.4,
    backToBack: true,
    isSteady: true,
  },
};

/** `other` is trained as what its hours resemble: under 1 a time trial, to 3 a road race, beyond a century. */
export function styleTypeOf(type: EventType, hours: number): Exclude<EventType, "other"> {
  if (type !== "other") return type;
  if (hours < 1) return "time_trial";
  return hours <= 3 ? "road_race" : "century";
}

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
  other: [4, 4, 4],
};

/** Expected intensity (fraction of FTP) by hours, from the table of 3.3: long events are ridden easier, races harder. */
const STEADY_INTENSITY: readonly (readonly [number, number])[] = [
  [0.3, 1.02],
  [1, 0.96],
  [2, 0.86],
  [4, 0.76],
  [6, 0.7],
  [8, 0.66],
  [14, 0.58],
  [24, 0.52],
];
const RACE_INTENSITY: readonly (readonly [number, number])[] = [
  [0.75, 0.96],
  [1.5, 0.9],
  [3, 0.82],
  [5, 0.75],
  [8, 0.66],
];
const RACES: readonly EventType[] = ["criterium", "road_race", "mtb"];
const BEGINNER_INTENSITY = 0.94;

export function eventIntensity(type: EventType, hours: number, level: ExperienceLevel): number {
  const usual = interpolate(RACES.includes(type) ? RACE_INTENSITY : STEADY_INTENSITY, hours);
  return roundTo(usual * (level === "beginner" ? BEGINNER_INTENSITY : 1), 2);
}

/** The event with what was missing filled in, and what was assumed. */
export function resolveEvent(
  request: EventRequest,
  known: { mapped: EventType | undefined; level: ExperienceLevel },
): { event: PlanEvent; assumptions: Assumption[] } {
  const assumptions: Assumption[] = [];
  const type = request.type ?? known.mapped ?? "other";
  if (request.type === undefined)
    assumptions.push({
      field: "event_type",
      value: type,
      reason: known.mapped === undefined ? "no event type was given" : "read from your goal",
    });
  const column = { beginner: 0, intermediate: 1, advanced: 2 }[known.level];
  const hours = request.hours ?? HOURS[type][column] ?? 4;
  if (request.hours === undefined)
    assumptions.push({
      field: "event_hours",
      value: hours,
      reason: `usual for ${type.replace("_", " ")} and ${known.level} riders`,
    });
  const days = request.days ?? (type === "multi_day" ? 3 : 1);
  if (request.days === undefined && type === "multi_day")
    assumptions.push({ field: "event_days", value: days, reason: "a usual stage event; say --event-days for yours" });
  const intensity = eventIntensity(type, hours, known.level);
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
