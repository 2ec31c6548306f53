import type { Rider } from "../../athlete/rider.ts";
import { timeWords } from "../../base/time-words.ts";
import { hoursOf, mean, sum } from "../../base/numbers.ts";
import { capacityMinutes } from "../../rules/capacity.ts";
import {
  firstWeekLimit,
  longestRideAllowed,
  LONG_BREAK_DAYS,
  LONGEST_RIDE_DAYS,
  returnWeekLimit,
  weekGrowthLimit,
} from "../../rules/limits.ts";
import type { Reason } from "../../workout/schema.ts";
import { besideIn } from "../season/event-weeks.ts";
import type { SeasonWeek } from "../season/season.ts";
import type { PlanBasis } from "./plan-basis.ts";
import type { Progress } from "./progress.ts";
import { riddenAnyway } from "./ridden-anyway.ts";
import { wholeWeek } from "./share-minutes.ts";

/** Share of the bound that each load week of a block takes (training science 2.3). */
const STEPS: Readonly<Record<number, readonly number[]>> = {
  1: [1],
  2: [0.98, 1],
  3: [0.97, 0.99, 1],
  4: [0.97, 0.98, 0.99, 1],
};
/** The smallest of them. */
export const LEAST_STEP = 0.97;
export const stepShare = (week: SeasonWeek): number => STEPS[week.blockLength]?.[week.step] ?? 1;

export interface WeekBounds {
  /** Minutes to plan beside the rides that happen anyway, before the ramp is looked at. */
  readonly minutes: number;
  /** The same without the step of its place in the block: for weeks whose short rides add up badly. */
  readonly full: number;
  readonly bound: Reason;
  /** Longest single ride of this week. */
  readonly longest: number;
}

/** How much a load week may hold, and which of the rider's limits says so. */
export function weekBounds(basis: PlanBasis, week: SeasonWeek, progress: Progress): WeekBounds {
  const { rider } = basis;
  const longest = Math.min(longestOf(basis, progress), withDaysOff(week, progress));
  const days = rider.days.map((day, weekday) => ({
    ...day,
    maxMinutes: Math.min(
      week.room[weekday] ?? 0,
      mostOn(basis, progress, week.firstDay + weekday),
      easedMost(week, weekday),
    ),
  }));
  const anyway = riddenAnyway(rider, week, rider.ceilingMinutes);
  const { minutes: given } = week.given;
  const capacity = capacityMinutes({ ...rider, days, anyway }, week.open, longest) + given;
  const usual = Math.min(rider.ceilingMinutes, capacity);
  const growth = growthMinutes(basis, progress, week);
  const returning = returnMinutes(week.firstDay + Math.max(0, firstRide(week)), progress);
  const wished = Math.max(
    usual * (isPeakWeek(basis, week) ? 1 : stepShare(week)),
    Math.min(rider.floorMinutes ?? 0, usual),
  );
  const eased = basis.tuning.easing.get(week.number) ?? 1;
  const beside = besideEvents(week, Math.min(rider.ceilingMinutes, growth));
  const minutes = wholeWeek(Math.max(0, Math.min(wished, growth, returning, beside) * eased - given));
  const full = wholeWeek(Math.max(0, Math.min(usual, growth, returning, beside) * eased - given));
  const limits = { capacity, growth, returning, minutes: minutes + given, longest };
  const isStep = eased === 1 && wished < usual && wished <= Math.min(growth, returning);
  if (beside < Math.min(wished, growth, returning))
    return { minutes, full, longest, bound: eventReason(week, minutes + given) };
  return { minutes, full, longest, bound: boundReason(basis, limits, isStep ? week : undefined) };
}

/** The first weekday with a ride, planned or not. */
function firstRide({ open, given }: SeasonWeek): number {
  return open.findIndex((isOpen, weekday) => isOpen || given.days[weekday]?.rides.length !== 0);
}

/** Riding is left beside events at least this part of a usual week. */
const LEAST_BESIDE = 0.4;

/** Minutes that events leave to the training of their week: a B makes it easier, and every event takes its own time. */
function besideEvents(week: SeasonWeek, usual: number): number {
  if (week.around === undefined) return Number.POSITIVE_INFINITY;
  const ridden = sum(besideIn(week).map(({ minutes }) => minutes));
  return Math.max(usual * LEAST_BESIDE, Math.min(usual * week.around.share, usual - ridden));
}

function eventReason(week: SeasonWeek, minutes: number): Reason {
  const numbers = { planned_hours: hoursOf(minutes) };
  const isEasier = (week.around?.share ?? 1) < 1;
  return {
    id: "event",
    text: isEasier
      ? `${numbers.planned_hours} h: easier days before your event, so that you come to it rested`
      : `${numbers.planned_hours} h beside your event, which is a hard day of this week`,
    numbers,
  };
}

/** Most minutes of a day before a B. */
export const easedMost = (week: SeasonWeek | undefined, weekday: number): number =>
  week?.around?.most.get(weekday) ?? Number.POSITIVE_INFINITY;

/** Why a week takes less than its limit holds: where it stands in its block. */
/** `9 h 50`: hours of a week are told to ten minutes. */
const inTens = (minutes: number): string => timeWords(Math.round(minutes / 10) * 10);

/** `9 h 40 of your 10 h`, `all of your 10 h` */
function ofCeiling(minutes: number, { ceilingMinutes }: Pick<Rider, "ceilingMinutes">): string {
  const [here, most] = [inTens(minutes), timeWords(ceilingMinutes)];
  return `${here === most ? "all" : here} of your ${most}`;
}

function withStep(reason: Reason, step: SeasonWeek | undefined): Reason {
  if (step === undefined || stepShare(step) === 1) return reason;
  const percent = Math.round(stepShare(step) * 100);
  return {
    ...reason,
    text: `${reason.text}; as week ${step.step + 1} of ${step.blockLength} before a recovery week it takes ${percent} % of that`,
    numbers: {
      ...reason.numbers,
      block_week: step.step + 1,
      block_weeks: step.blockLength,
      share_pct: percent,
    },
  };
}

/** The week in which the longest ride belongs takes all its hours, whatever its place in the block. */
const isPeakWeek = ({ season }: PlanBasis, week: SeasonWeek): boolean =>
  season.eventDay !== undefined &&
  season.eventDay - (week.firstDay + 6) <= LONGEST_RIDE_DAYS.first &&
  season.eventDay - week.firstDay >= LONGEST_RIDE_DAYS.last;

/**
 * Most minutes of any ride on a day (rule 22): from 13 days before the event on none is longer than the longest so far, and
 * before the last three weeks none is longer than those can hold, where that is known.
 */
export function mostOn({ season, tuning }: PlanBasis, progress: Progress, day: number): number {
  if (season.eventDay === undefined) return Number.POSITIVE_INFINITY;
  const daysLeft = season.eventDay - day;
  if (daysLeft < LONGEST_RIDE_DAYS.last && progress.longestPlanned > 0) return progress.longestPlanned;
  return daysLeft > LONGEST_RIDE_DAYS.first ? tuning.longCap : Number.POSITIVE_INFINITY;
}

function growthMinutes({ rider }: PlanBasis, progress: Progress, { isHold }: SeasonWeek): number {
  if (progress.lastLoads.length === 0) return firstWeekLimit(rider.recentMinutes);
  return isHold === true ? progress.bestMinutes : weekGrowthLimit(rider.level, progress.bestMinutes);
}

/** Most minutes of a week whose first ride is on `day`, when that is more than ten days after the last. */
export const returnMinutes = (day: number, progress: Progress): number =>
  day - progress.lastRide - 1 > LONG_BREAK_DAYS
    ? returnWeekLimit(
        progress.lastLoads.length > 0 ? mean(progress.lastLoads.map((past) => past.minutes)) : progress.bestMinutes,
      )
    : Number.POSITIVE_INFINITY;

/** The longest ride allowed now: growth over the longest so far, and the cap by level and event. */
export const longestOf = ({ rider }: PlanBasis, progress: Progress): number =>
  Math.floor(
    progress.lastLoads.length === 0
      ? Math.min(progress.longestMinutes, rider.longestAllowedMinutes)
      : Math.min(longestRideAllowed(progress.longestMinutes), rider.longestAllowedMinutes),
  );

/** A week that lost days to days off does not put them into one ride: none is longer than the longest of the plan so far. */
const withDaysOff = ({ daysOff }: SeasonWeek, { longestPlanned }: Progress): number =>
  daysOff > 0 && longestPlanned > 0 ? longestPlanned : Number.POSITIVE_INFINITY;

function boundReason(
  { rider }: PlanBasis,
  limits: { capacity: number; growth: number; returning: number; minutes: number; longest: number },
  step: SeasonWeek | undefined,
): Reason {
  const numbers = { planned_hours: hoursOf(limits.minutes), ceiling_hours: hoursOf(rider.ceilingMinutes) };
  const least = Math.min(rider.ceilingMinutes, limits.capacity, limits.growth, limits.returning);
  if (least === limits.returning)
    return {
      id: "return-week",
      text: `${inTens(limits.minutes)}: the first week back after more than ${LONG_BREAK_DAYS} days off`,
      numbers,
    };
  if (least === rider.ceilingMinutes)
    return withStep(
      {
        id: "weekly-ceiling",
        text: ofCeiling(limits.minutes, rider),
        numbers,
      },
      step,
    );
  if (least === limits.capacity)
    return withStep(
      {
        id: "day-minutes",
        text: `${ofCeiling(limits.minutes, rider)}: your days hold ${inTens(limits.capacity)} this week, with no ride over ${timeWords(limits.longest)}`,
        numbers: { ...numbers, days_hours: hoursOf(limits.capacity), longest_minutes: limits.longest },
      },
      step,
    );
  return {
    id: "recent-hours",
    text: `${ofCeiling(limits.minutes, rider)}: a safe step up from the ${inTens(rider.recentMinutes)} you ride now`,
    numbers: { ...numbers, recent_hours: hoursOf(rider.recentMinutes) },
  };
}
