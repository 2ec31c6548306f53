import { timeWords } from "../base/time-words.ts";
import { SHORTEST_RIDE_MINUTES } from "../athlete/rider.ts";
import { eventOn } from "../plan/event-days.ts";
import type { PlanEvent } from "../plan/event-schema.ts";
import { MOST_RIDING_DAYS, restDaysNeeded } from "./limits.ts";
import { ownRidesAlone } from "./fixed-ride-excuse.ts";
import { rule, type Found } from "./rule.ts";
import type { DayView, PlanView, WeekView } from "./view.ts";

/** What the rider said about days, dates, minutes and hours. Never waived. */

/** Riding or strength; rides that happen anyway leave a rest day where they are short and easy (12.2). */
const isActive = (day: DayView): boolean => day.isPlanned || day.given.isRiding;
const minutes = (seconds: number): number => Math.round((seconds / 60) * 100) / 100;

const daysWhere = (view: PlanView, find: (day: DayView) => Omit<Found, "week" | "date"> | undefined): Found[] =>
  view.days.flatMap((day) => {
    const found = find(day);
    return found === undefined ? [] : [{ week: day.week, date: day.date, ...found }];
  });

/** The rider moved here what is planned on this day, or wants less on it than the ride that they do anyway. */
function isOwnChoice({ plan }: PlanView, { date, workouts, given }: DayView): boolean {
  const isCutShort = plan.plan_metadata.lived?.some((day) => day.date === date && day.kind === "dropped") === true;
  return (
    (isCutShort && given.rides.length > 0) ||
    workouts
      .filter(({ type, role }) => type !== "rest" && role !== "event" && role !== "fixed")
      .every(({ original_date: original }) => original !== undefined)
  );
}

/** Strength alone on a day that the rider named for it. */
const isOwnStrengthDay = ({ rider }: PlanView, day: DayView): boolean =>
  day.rides.every((ride) => ride.isEvent || ride.isFixed) && rider.strengthDays?.includes(day.weekday) === true;

export const availableDays = rule({
  id: "available-days",
  number: 1,
  title: "Training falls on the days the rider chose",
  severity: "hard",
  class: "limit",
  reads: ["limits"],
  source: "The rider's own answer",
  evidence: "rider",
  check: (view) =>
    daysWhere(view, (day) =>
      day.isPlanned && !day.limit.available && !isOwnStrengthDay(view, day) && !isOwnChoice(view, day)
        ? {
            message: "training on a weekday that the rider did not choose, or that has no time",
            numbers: { minutes: minutes(day.rideSeconds + day.strengthSeconds) },
          }
        : undefined,
    ),
});

const unavailableDates = rule({
  id: "unavailable-dates",
  title: "Nothing is planned on a date the rider cannot train",
  severity: "hard",
  class: "limit",
  reads: ["limits", "dates"],
  source: "The rider's own answer",
  evidence: "rider",
  check: (view) =>
    daysWhere(view, (day) =>
      day.isOff && day.isPlanned
        ? {
            message: "training on one of the rider's days off",
            numbers: { minutes: minutes(day.rideSeconds + day.strengthSeconds) },
          }
        : undefined,
    ),
});

export const dayMinutes = rule({
  id: "day-minutes",
  number: 3,
  title: "No day is longer than its minutes, strength included",
  severity: "hard",
  class: "safety",
  reads: ["limits"],
  source: "The rider's own answer; where they gave none, 90 to 120 minutes on weekdays (training science 4.3)",
  evidence: "rider",
  check: (view) =>
    daysWhere(view, (day) => {
      const limit = day.limit.maxMinutes + (day.limit.second ?? 0);
      const total = day.rideSeconds + day.strengthSeconds;
      if (view.isOutside && !day.limit.given) return undefined;
      return total > limit * 60 && day.isPlanned
        ? {
            message: `${timeWords(minutes(total))} on a day of ${timeWords(limit)}`,
            numbers: { minutes: minutes(total), limit },
          }
        : undefined;
    }),
});

const shortestRide = rule({
  id: "shortest-ride",
  number: 3,
  title: `No ride is shorter than ${SHORTEST_RIDE_MINUTES} minutes`,
  severity: "hard",
  class: "safety",
  reads: [],
  source: "Warm-up and cool-down alone take 20 minutes; training science 8, rule 3",
  evidence: "convention",
  check: (view) =>
    daysWhere(view, (day) => {
      const short = day.rides.find(
        (ride) => !ride.isEvent && !ride.isTest && !ride.isFixed && ride.measure.seconds < SHORTEST_RIDE_MINUTES * 60,
      );
      return short === undefined
        ? undefined
        : {
            message: `a ride of ${timeWords(minutes(short.measure.seconds))}`,
            numbers: { minutes: minutes(short.measure.seconds), limit: SHORTEST_RIDE_MINUTES },
          };
    }),
});

export const weeklyCeiling = rule({
  id: "weekly-ceiling",
  number: 2,
  title: "No week is longer than the rider's hours, to the minute",
  severity: "hard",
  class: "limit",
  reads: ["limits"],
  source: "The rider's own answer",
  evidence: "rider",
  check: (view) =>
    view.weeks.flatMap((week) =>
      week.rideSeconds > week.rider.ceilingMinutes * 60
        ? [
            {
              week: week.number,
              message: `${timeWords(minutes(week.rideSeconds))} in a week of at most ${timeWords(week.rider.ceilingMinutes)}`,
              numbers: { minutes: minutes(week.rideSeconds), limit: week.rider.ceilingMinutes },
              ...ownRidesAlone(week.days),
            },
          ]
        : [],
    ),
});

const hasOwnRides = (week: WeekView): boolean => week.days.some((day) => day.given.rides.length > 0);

/** True where more days are planned than a week trains, or, in a week short of rest, a day that would be rest without it. */
const hasTooManyPlanned = ({ days }: WeekView, isShort: boolean): boolean =>
  days.filter((day) => day.isPlanned).length > MOST_RIDING_DAYS ||
  (isShort && days.some((day) => day.isPlanned && !day.given.isRiding));

/** The five training days of a week are planned ones; rides that happen anyway take none of them, but leave the body's rest days. */
function restsNeeded({ rider }: PlanView, week: WeekView): number {
  const needed = restDaysNeeded(rider, week.rideSeconds / 3600);
  return hasOwnRides(week) ? needed : Math.max(7 - MOST_RIDING_DAYS, needed);
}

/** The event that a day belongs to; of a plan with one event that one, whatever the day. */
const eventOf = ({ events, event }: PlanView, { date }: DayView): PlanEvent | undefined =>
  events.length <= 1
    ? event
    : eventOn(
        events.map((one) => one.event),
        date,
      );

const restDays = rule({
  id: "rest-days",
  number: 17,
  title: "Every week keeps its full rest days",
  severity: "hard",
  class: "safety",
  reads: ["athlete"],
  source:
    "Two for beginners, from 60 years and up to 6 hours; two for everyone in the seed document; training science 4.3",
  evidence: "convention",
  check: (view) =>
    view.weeks.flatMap((week) => {
      const active = week.days.filter(
        (day) => isActive(day) || (day.rides.some((ride) => ride.isEvent) && eventOf(view, day)?.days === 1),
      ).length;
      const needed = restsNeeded(view, week);
      const isShort = 7 - active < needed;
      return (hasOwnRides(week) ? hasTooManyPlanned(week, isShort) : isShort)
        ? [
            {
              week: week.number,
              message: `${7 - active} full rest days, ${needed} needed`,
              numbers: { rest_days: 7 - active, needed },
            },
          ]
        : [];
    }),
});

export const LIMIT_RULES = [
  availableDays,
  unavailableDates,
  dayMinutes,
  shortestRide,
  weeklyCeiling,
  restDays,
] as const;
