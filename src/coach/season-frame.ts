import { riderInWeek } from "../athlete/rider-in-week.ts";
import { riderOf, type Rider } from "../athlete/rider.ts";
import { isHardEffort } from "../base/effort.ts";
import { sum } from "../base/numbers.ts";
import { WEEKDAYS } from "../base/calendar.ts";
import {
  parseOutsideOverview,
  type OutsideOverview,
  type OutsideWeek,
} from "../periodization/overview/outside-schema.ts";
import { eventsIn, longestAim } from "../plan/event-days.ts";
import type { Overview, OverviewWeek, TrainingDay } from "../plan/schema.ts";
import { hardDayLimit, isEasyOnly, MOST_RIDING_DAYS } from "../rules/limits.ts";
import { HARD_TYPES, type WorkoutType } from "../workout/schema.ts";
import { factsOf, type PlanFacts } from "./plan-facts.ts";
import type { WantedRide, WantedWeek } from "./overview-form.ts";

/** The limits inside which a model may choose, week by week, taken from what the built-in planner found possible. */
export interface SeasonFrame {
  readonly rider: Rider;
  /** What no word about the season may contradict. */
  readonly facts: PlanFacts;
  /** The built-in planner's own overview, in the form that models' overviews are brought into. */
  readonly own: OutsideOverview;
  readonly limits: readonly WeekLimits[];
  /** Days that stay the planner's: tests, and the openers before an event. Their minutes are in none of the limits. */
  readonly fixed: readonly TrainingDay[];
}

export interface WeekLimits {
  readonly mostMinutes: number;
  readonly hardDays: number;
  /** Weekdays that may hold a ride, Monday 0: the rider's days, those off and the event's apart. */
  readonly open: readonly number[];
}

/** Reads the limits off a plan that the built-in planner made and the tools accepted. */
export function seasonFrame(overview: Overview): SeasonFrame {
  const rider = riderOf(overview.athlete_profile, longestAim(eventsIn(overview.plan_metadata)));
  const limits = overview.weekly_overview.map((week): WeekLimits => ({
    mostMinutes: Math.round(week.target_hours * 60 - fixedMinutes(week)),
    hardDays: Math.max(0, hardDayLimit(rider, week.target_hours, week.week_number) - hardAnyway(week)),
    open: week.training_days.flatMap((day, weekday) =>
      riderInWeek(rider, week.start_date).days[weekday]?.available === true &&
      day.role !== "event" &&
      !isFixed(day) &&
      !isTakenAnyway(day) &&
      !rider.unavailable.some(({ from, to }) => from <= day.date && day.date <= to)
        ? [weekday]
        : [],
    ),
  }));
  const fixed = overview.weekly_overview.flatMap((week) => week.training_days.filter(isFixed));
  return { rider, facts: factsOf(overview), own: parseOutsideOverview(withoutFixed(overview)), limits, fixed };
}

/** Weekdays of a season that may hold a ride, Monday 0. */
export const openDays = ({ limits }: SeasonFrame): number[] =>
  [...new Set(limits.flatMap((week) => week.open))].sort((a, b) => a - b);

const isFixed = ({ role }: TrainingDay): boolean => role === "openers" || role === "test";
const fixedMinutes = (week: OverviewWeek): number =>
  sum(week.training_days.filter(isFixed).map((day) => day.target_minutes)) +
  sum(week.training_days.flatMap(({ fixed = [] }) => fixed.map(({ minutes }) => minutes)));

/** Rides that happen anyway are placed by the tools: a hard one, and a test, is one of the hard days, and none but easy ones leave their day free. */
const hardAnyway = ({ training_days: days }: OverviewWeek): number =>
  days.filter(({ role, fixed = [] }) => role === "test" || fixed.some(({ effort }) => isHardEffort(effort))).length;
const isTakenAnyway = ({ fixed = [] }: TrainingDay): boolean => fixed.some(({ effort }) => effort !== "easy");

/** The overview as if the days that stay ours were rest days. */
const withoutFixed = (overview: Overview): Overview => ({
  ...overview,
  weekly_overview: overview.weekly_overview.map((week) => ({
    ...week,
    target_hours: week.target_hours - fixedMinutes(week) / 60,
    training_days: week.training_days.map((day) =>
      isFixed(day) ? { ...day, workout_types: ["rest"], target_minutes: 0 } : day,
    ),
  })),
});

const isHard = (type: WorkoutType): boolean => HARD_TYPES.includes(type) || type === "mixed";

/** What is wrong with a week before any tool looks at it, as a model reads it. */
export function frameFaults(week: WantedWeek, limits: WeekLimits, at: string): string[] {
  const closed = week.rides.filter(({ weekday }) => !limits.open.includes(weekday));
  const hard = week.rides.filter(({ type }) => isHard(type)).length;
  return [
    ...closed.map(({ weekday }) => `${at}.days: ${WEEKDAYS[weekday] ?? ""} is not open in this week`),
    ...(week.rides.length > MOST_RIDING_DAYS
      ? [`${at}.days: ${week.rides.length} rides, at most ${MOST_RIDING_DAYS}`]
      : []),
    ...(hard > limits.hardDays ? [`${at}.days: ${hard} hard days, at most ${limits.hardDays}`] : []),
    ...(week.minutes > limits.mostMinutes ? [`${at}.minutes: ${week.minutes}, at most ${limits.mostMinutes}`] : []),
    ...(week.rides.length === 0 && limits.mostMinutes > 0 ? [`${at}.days: no ride at all`] : []),
  ];
}

/** Rides that a rule against hard work in the first weeks leaves easy. That rule rests on a health answer, so no model is told of it. */
export const carefulRides = (rides: readonly WantedRide[], rider: Rider, weekNumber: number): readonly WantedRide[] =>
  isEasyOnly(rider, weekNumber)
    ? rides.map((ride) => (ride.type === "recovery" ? ride : { ...ride, type: "endurance" as const }))
    : rides;

/** The same week inside its limits: what is too much is left out, later hard days and days that are not open first. */
export function mendedWeek(week: WantedWeek, limits: WeekLimits): WantedWeek {
  const open = week.rides.filter(({ weekday }) => limits.open.includes(weekday));
  let hard = 0;
  const rides = open
    .map((ride) => (isHard(ride.type) && ++hard > limits.hardDays ? { ...ride, type: "endurance" as const } : ride))
    .slice(0, MOST_RIDING_DAYS);
  return { ...week, rides, minutes: Math.min(week.minutes, limits.mostMinutes) };
}

/** Load of an hour of each kind, from its usual intensity squared. */
const LOAD_PER_HOUR: Readonly<Partial<Record<WorkoutType, number>>> = {
  recovery: 28,
  endurance: 43,
  tempo: 54,
  sweetspot: 60,
  threshold: 62,
  vo2max: 62,
  mixed: 60,
};

/** A wanted week in the form the overview tool reads; strength stays where the planner put it, where there is a ride to put it to. */
export function asOutsideWeek(week: WantedWeek, number: number, frame: SeasonFrame): OutsideWeek {
  const own = frame.own.weekly_overview[number - 1];
  const rides = carefulRides(week.rides, frame.rider, number);
  const perHour = sum(rides.map(({ type }) => LOAD_PER_HOUR[type] ?? 0)) / Math.max(1, rides.length);
  return {
    week_number: number,
    phase: week.kind,
    weekly_focus: week.focus,
    training_days: WEEKDAYS.map((weekday, i) => {
      const ride = rides.find((entry) => entry.weekday === i);
      const strength = own?.training_days[i]?.workout_types.includes("strength") === true;
      const types: WorkoutType[] = ride === undefined ? [] : [ride.type];
      return { weekday, workout_types: types.length === 0 ? ["rest"] : strength ? [...types, "strength"] : types };
    }),
    target_tss: Math.round((week.minutes / 60) * perHour),
    total_hours: week.minutes / 60,
  };
}
